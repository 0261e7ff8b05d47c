/** Divider: a horizontal rule. */

import type { Divider } from "../core/wire.gen";
import { define } from "../view/define";

export default define<Divider>(() => (
  <div className="stMarkdown" data-testid="stMarkdown">
    <div className="st-markdown" data-testid="stMarkdownContainer">
      <hr />
    </div>
  </div>
));
