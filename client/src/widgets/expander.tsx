/** Expander: what opens and closes below its label. */

import type { Expander } from "../core/wire.gen";
import { define } from "../view/define";
import { Disclosure, useOpen } from "../view/parts/disclosure";
import { Icon } from "../view/parts/icon";

export default define<Expander, boolean | null>(
  ({ id, props, value, setValue, children }) => {
    const { expanded, type, icon } = props;
    const [isOpen, turn] = useOpen(id, expanded);
    const testId = icon === "spinner" ? undefined : "stExpanderIcon";
    return (
      <Disclosure
        look={props}
        isOpen={value ?? isOpen}
        turn={value === null ? turn : setValue}
        // A step of which nothing is told has nothing to open.
        isMute={type === "step" && children === null && value === null}
        mark={icon && <Icon icon={icon} testId={testId} />}
      >
        {children}
      </Disclosure>
    );
  },
  { framed: false },
);
