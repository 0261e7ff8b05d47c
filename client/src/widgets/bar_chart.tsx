/** Bar chart: values as bars at places. */

import type { BarChart } from "../core/wire.gen";
import { define } from "../view/define";
import { PlotView } from "../view/parts/plot";

export default define<BarChart>(({ id, props }) => (
  <PlotView id={id} props={props} kind="bar" stack={props.stack} horizontal={props.horizontal} />
));
