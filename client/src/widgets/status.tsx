/** Status: says how something goes, above what it has to tell. */

import "./status.css";

import type { Status } from "../core/wire.gen";
import { define } from "../view/define";
import { Disclosure, useOpen } from "../view/parts/disclosure";
import { Icon } from "../view/parts/icon";

const ICONS = {
  running: ["spinner", "stExpanderIconSpinner"],
  complete: [":material/check:", "stExpanderIconCheck"],
  error: [":material/error:", "stExpanderIconError"],
} as const;

export default define<Status>(
  ({ id, props, children }) => {
    const { expanded, type, state } = props;
    const [isOpen, turn] = useOpen(id, expanded);
    const [icon, testId] = ICONS[state];
    const isDoneStep = type === "step" && state === "complete";
    return (
      <Disclosure
        look={props}
        isOpen={isOpen}
        turn={turn}
        isMute={type === "step" && children === null}
        mark={
          <span className="st-status-icon" data-state={state}>
            <Icon icon={isDoneStep ? ":material/check_circle:" : icon} testId={testId} />
          </span>
        }
        remark={state}
      >
        {children}
      </Disclosure>
    );
  },
  { framed: false },
);
