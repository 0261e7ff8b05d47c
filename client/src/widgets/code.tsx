/** Code: a block of source text. */

import type { Code } from "../core/wire.gen";
import { define } from "../view/define";
import { CodeBlock } from "../view/parts/code";

export default define<Code>(({ props }) => {
  const { body, language, line_numbers, wrap_lines, height } = props;
  return (
    <CodeBlock
      source={body}
      language={language}
      lineNumbers={line_numbers}
      wrapLines={wrap_lines}
      style={height === "stretch" ? { height: "100%" } : { height }}
    />
  );
});
