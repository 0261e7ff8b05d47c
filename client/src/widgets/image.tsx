/** Image: a picture, or several in rows. */

import "./image.css";

import { useId, useState } from "react";

import type { Image as Props } from "../core/wire.gen";
import { define } from "../view/define";
import { EXPAND, Fullscreen } from "../view/parts/fullscreen";
import { safeLink } from "../view/parts/markdown/links";
import { Picture } from "../view/parts/picture";
import { Prose } from "../view/parts/prose";
import { Toolbar } from "../view/parts/toolbar";
import { ToolbarButton } from "../view/parts/toolbar_button";

export default define<Props>(({ props }) => <Pictures {...props} />);

function Pictures(props: Props) {
  const [isLarge, setLarge] = useState(false);
  const of = nameOf(props, 0) || undefined;
  return (
    <div className="stFullScreenFrame st-pictures st-with-toolbar" data-testid="stFullScreenFrame">
      {props.sources.length > 0 && (
        <Toolbar>
          <ToolbarButton label="Fullscreen" of={of} icon={EXPAND} onClick={() => setLarge(true)} />
        </Toolbar>
      )}
      <Row {...props} />
      {isLarge && (
        <Fullscreen label={of ?? "Picture"} close={() => setLarge(false)}>
          <Row {...props} width={props.sources.length > 1 ? "content" : "stretch"} pixels={null} />
        </Fullscreen>
      )}
    </div>
  );
}

/** Draw one beside the other, as many as there is room for. */
function Row(props: Props) {
  return (
    <div className="stImage" data-testid="stImage" data-width={props.width}>
      {props.sources.map((source, index) => (
        <Captioned key={index} {...props} source={source} index={index} />
      ))}
    </div>
  );
}

interface OneOf extends Props {
  source: string;
  index: number;
}

/** Draw one, with what stands below it. */
function Captioned({ source, index, ...props }: OneOf) {
  const id = useId();
  const caption = props.captions[index];
  const href = props.link ? safeLink(props.link) : null;
  const picture = (
    <Picture
      key={source}
      source={source}
      size={props.sizes[index] ?? null}
      width={props.pixels ?? props.width}
      alt={props.alts[index] ?? null}
      captionId={caption ? id : undefined}
    />
  );
  return (
    <div
      className="stImageContainer"
      data-testid="stImageContainer"
      style={props.pixels === null ? undefined : { width: props.pixels }}
    >
      {href ? (
        <a
          className="st-picture-link"
          href={href}
          target="_blank"
          rel="noreferrer"
          aria-label={nameOf(props, index) || href}
          data-testid="stImageLink"
        >
          {picture}
        </a>
      ) : (
        picture
      )}
      {caption && (
        <div id={id} className="stImageCaption" data-testid="stImageCaption">
          <Prose
            body={caption}
            testId="stCaptionContainer"
            className="st-caption"
            unsafe_allow_html={false}
            help={null}
            text_alignment="center"
            wrap
          />
        </div>
      )}
    </div>
  );
}

/** Return what one of them is called, as plain text. */
function nameOf({ alts, captions }: Pick<Props, "alts" | "captions">, index: number): string {
  return alts[index] ?? captions[index] ?? "";
}
