/** Vega-Lite chart: a chart that is described in the language Vega-Lite. */

import type { VegaLiteChart } from "../core/wire.gen";
import { define } from "../view/define";
import { VegaChart } from "../view/parts/vega";
import type { Selections } from "../view/parts/vega/selections";

export default define<VegaLiteChart, Selections | null>(({ id, props, value, setValue }) => (
  <VegaChart id={id} props={props} value={value} setValue={setValue} />
));
