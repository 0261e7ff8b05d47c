/** Prose: Markdown as an element of its own, with help and alignment. */

import "./prose.css";

import type { Markdown as Props } from "../../core/wire.gen";
import { Help } from "./help";
import { Markdown } from "./markdown";

type ProseProps = Omit<Props, "kind" | "width"> & { testId?: string; className?: string };

/** Draw the text. */
export function Prose({ body, unsafe_allow_html, help, anchors, testId, ...rest }: ProseProps) {
  const { text_alignment: alignment = "left", wrap, className = "" } = rest;
  const cut = wrap === false ? " stMarkdownEllipsis" : "";
  return (
    <div className="stMarkdown" data-testid="stMarkdown" data-align={alignment}>
      <Markdown
        source={body}
        html={unsafe_allow_html}
        anchors={anchors}
        tail={help ? <Help label={body} help={help} /> : undefined}
        testId={testId}
        className={className + cut}
      />
    </div>
  );
}
