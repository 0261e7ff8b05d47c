/** Described: a diagram within a text, which is code until it is drawn. */

import { Diagram } from ".";
import { CodeBlock } from "../code";
import type { FenceProps } from "../code/fence";

/** Draw it. */
export function Described(props: FenceProps) {
  return (
    <Diagram source={props.source}>
      <CodeBlock {...props} />
    </Diagram>
  );
}
