/** Altair chart: a chart that was made with Altair. */

import type { AltairChart } from "../core/wire.gen";
import { define } from "../view/define";
import { VegaChart } from "../view/parts/vega";
import type { Selections } from "../view/parts/vega/selections";

export default define<AltairChart, Selections | null>(({ id, props, value, setValue }) => (
  <VegaChart id={id} props={props} value={value} setValue={setValue} />
));
