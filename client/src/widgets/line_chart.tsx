/** Line chart: values as lines over places. */

import type { LineChart } from "../core/wire.gen";
import { define } from "../view/define";
import { PlotView } from "../view/parts/plot";

export default define<LineChart>(({ id, props }) => <PlotView id={id} props={props} kind="line" />);
