/** Scatter chart: values as points. */

import type { ScatterChart } from "../core/wire.gen";
import { define } from "../view/define";
import { PlotView } from "../view/parts/plot";

export default define<ScatterChart>(({ id, props }) => (
  <PlotView id={id} props={props} kind="scatter" size={props.size} />
));
