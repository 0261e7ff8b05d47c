/** Heading: title, header and subheader. */

import "../view/parts/ellipsis.css";
import "./heading.css";

import type { Heading } from "../core/wire.gen";
import { define } from "../view/define";
import { Help } from "../view/parts/help";
import { Icon } from "../view/parts/icon";
import { anchorOf, AnchoredHeading, Line, Markdown } from "../view/parts/markdown";

export default define<Heading>(({ props }) => {
  const { level, anchor, help, icon, divider, wrap } = props;
  // The heading is one line; what follows is text below it.
  const [body, ...rest] = props.body.split("\n") as [string, ...string[]];
  return (
    <div className="stHeading" data-testid="stHeading" data-align={props.text_alignment}>
      <div className="st-markdown" data-testid="stMarkdownContainer" data-cut={!wrap || undefined}>
        <AnchoredHeading
          level={level}
          anchor={anchor || (body && anchorOf(body))}
          isLinked={anchor !== false && body !== ""}
          icon={icon ? <Icon icon={icon} testId="stHeadingIcon" /> : undefined}
          tail={help ? <Help label={body} help={help} /> : undefined}
        >
          <Line source={body} />
        </AnchoredHeading>
        {rest.length > 0 && <Markdown source={rest.join("\n").trim()} />}
      </div>
      {divider && <hr data-testid="stHeadingDivider" data-color={divider} />}
    </div>
  );
});
