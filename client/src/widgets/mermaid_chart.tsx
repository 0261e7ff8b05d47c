/** Mermaid chart: a diagram. */

import type { MermaidChart } from "../core/wire.gen";
import { define } from "../view/define";
import { Diagram } from "../view/parts/diagram";

export default define<MermaidChart>(({ props }) => (
  <Diagram source={props.body} alt={props.alt} canExport={props.can_export}>
    <div className="stSkeleton st-diagram-waiting" data-testid="stSkeleton" />
  </Diagram>
));
