/** Latex: a formula. */

import type { Latex } from "../core/wire.gen";
import { define } from "../view/define";
import { Help } from "../view/parts/help";
import { Maths } from "../view/parts/maths";

export default define<Latex>(({ props }) => (
  <div className="stMarkdown st-latex" data-testid="stMarkdown">
    <div className="st-markdown" data-testid="stMarkdownContainer">
      <Maths source={props.body} display />
    </div>
    {props.help && <Help label="Formula" help={props.help} />}
  </div>
));
