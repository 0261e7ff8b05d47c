/** Toggle: one yes or no, as a switch. */

import type { Toggle } from "../core/wire.gen";
import { define } from "../view/define";
import { Check } from "../view/parts/check";

export default define<Toggle, boolean>((view) => <Check {...view} role="switch" />);
