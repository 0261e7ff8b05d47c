/** Prose: Markdown as an element of its own, with help and alignment. */

import "./ellipsis.css";
import "./prose.css";

import type { Markdown as Props } from "../../core/wire.gen";
import { Help } from "./help";
import { Markdown } from "./markdown";

interface ProseProps extends Omit<Props, "kind" | "width" | "anchors" | "cursor"> {
  cursor?: string;
  anchors?: boolean;
  testId?: string;
  className?: string;
}

/** Draw the text. */
export function Prose({ body, unsafe_allow_html, help, anchors, testId, ...rest }: ProseProps) {
  const { text_alignment: alignment, wrap, className = "", cursor = "" } = rest;
  const cut = wrap ? "" : " stMarkdownEllipsis";
  return (
    <div className="stMarkdown" data-testid="stMarkdown" data-align={alignment}>
      <Markdown
        source={body + cursor}
        html={unsafe_allow_html}
        anchors={anchors}
        tail={help ? <Help label={body} help={help} /> : undefined}
        testId={testId}
        className={className + cut}
      />
    </div>
  );
}
