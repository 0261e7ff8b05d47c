/** Caption: small, quiet text. */

import type { Caption } from "../core/wire.gen";
import { defineOutput } from "../view/define";
import { Prose } from "../view/parts/prose";

export default defineOutput<Caption>(({ props }) => (
  <Prose {...props} testId="stCaptionContainer" className="st-caption" />
));
