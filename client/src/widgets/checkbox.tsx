/** Checkbox: one yes or no. */

import type { Checkbox } from "../core/wire.gen";
import { define } from "../view/define";
import { Check } from "../view/parts/check";

export default define<Checkbox, boolean>(Check);
