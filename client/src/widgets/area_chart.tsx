/** Area chart: values as areas over places. */

import type { AreaChart } from "../core/wire.gen";
import { define } from "../view/define";
import { PlotView } from "../view/parts/plot";

export default define<AreaChart>(({ id, props }) => (
  <PlotView id={id} props={props} kind="area" stack={props.stack} />
));
