/** Markdown: formatted text. */

import type { Markdown as Props } from "../core/wire.gen";
import { defineOutput } from "../view/define";
import { Prose } from "../view/parts/prose";

export default defineOutput<Props>(({ props }) => <Prose {...props} />);
