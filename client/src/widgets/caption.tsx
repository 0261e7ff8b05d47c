/** Caption: small, quiet text. */

import type { Caption } from "../core/wire.gen";
import { define } from "../view/define";
import { Prose } from "../view/parts/prose";

export default define<Caption>(({ props }) => (
  <Prose {...props} testId="stCaptionContainer" className="st-caption" />
));
