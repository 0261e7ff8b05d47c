/** Plotly chart: a figure of Plotly, in which points and areas can be selected. */

import type { PlotlyChart } from "../core/wire.gen";
import { define } from "../view/define";
import { PlotlyFrame } from "../view/parts/plotly";
import type { Selected } from "../view/parts/plotly/selection";

export default define<PlotlyChart, Selected | null>((view) => <PlotlyFrame {...view} />);
