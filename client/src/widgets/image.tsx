/** Image: a picture, or several in rows. */

import "./image.css";

import { useEffect, useId, useState, type CSSProperties, type SyntheticEvent } from "react";

import type { Image as Props } from "../core/wire.gen";
import { define } from "../view/define";
import { EXPAND, Fullscreen } from "../view/parts/fullscreen";
import { safeImage, safeLink } from "../view/parts/markdown/links";
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

/** How long, in ms, until a picture that did not come is asked for once more. */
const AWAY_FOR = 2500;

interface PictureProps {
  source: string;
  size: [number, number] | null;
  width: Props["width"] | number;
  alt: string | null;
  /** Of the text that says what it shows, if nothing else does. */
  captionId?: string;
}

/** Draw it, with room for it before it is there; or say that it cannot come. */
function Picture({ source, size, width, alt, captionId }: PictureProps) {
  const [attempt, setAttempt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const address = safeImage(source);
  const again = () => {
    setBroken(false);
    setAttempt(attempt + 1);
  };
  useEffect(() => {
    // A file of the app may be away for a moment, with its store.
    if (!isBroken || attempt > 0 || !source.startsWith("_stcore/")) return;
    const timer = setTimeout(again, AWAY_FOR);
    return () => clearTimeout(timer);
  });
  const across = typeof width === "number" ? width : undefined;
  if (isBroken || address === null) {
    const press = (event: SyntheticEvent) => {
      event.preventDefault(); // It may stand in a link.
      again();
    };
    return (
      <div
        className="st-picture-broken"
        data-testid="stImageBroken"
        style={roomFor({ size, width })}
      >
        <span>{alt ? `“${alt}” could not be loaded.` : "The picture could not be loaded."}</span>
        {address !== null && (
          <button type="button" onClick={press}>
            Try again
          </button>
        )}
      </div>
    );
  }
  return (
    <img
      key={attempt}
      className="st-picture"
      src={address}
      alt={alt ?? (captionId ? undefined : "")}
      aria-labelledby={alt === null ? captionId : undefined}
      width={size?.[0]}
      height={size?.[1]}
      style={across === undefined ? undefined : { width: across }}
      loading="lazy"
      decoding="async"
      onError={() => setBroken(true)}
    />
  );
}

/** Return a box as large as the picture would be. */
function roomFor({ size, width }: Pick<PictureProps, "size" | "width">): CSSProperties {
  const across = typeof width === "number" ? width : width === "stretch" ? "100%" : size?.[0];
  return { width: across, aspectRatio: size ? `${size[0]} / ${size[1]}` : undefined };
}

/** Return what one of them is called, as plain text. */
function nameOf({ alts, captions }: Pick<Props, "alts" | "captions">, index: number): string {
  return alts[index] ?? captions[index] ?? "";
}
