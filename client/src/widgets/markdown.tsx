/** Markdown: formatted text. */

import type { Markdown as Props } from "../core/wire.gen";
import { define } from "../view/define";
import { Prose } from "../view/parts/prose";

export default define<Props>(({ props }) => Prose(props));
