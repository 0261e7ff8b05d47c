/** Expander: what opens and closes below its label. */

import "./expander.css";

import { useEffect, type ReactNode } from "react";

import type { Expander } from "../core/wire.gen";
import { define } from "../view/define";
import { useKept } from "../view/kept";
import { Chevron } from "../view/parts/chevron";
import { Icon } from "../view/parts/icon";
import { keyClass } from "../view/parts/key";
import { InlineMarkdown } from "../view/parts/markdown";
import { sized } from "../view/parts/size";

export default define<Expander, boolean | null>(
  ({ id, props, value, setValue, children }) => {
    const { expanded, type } = props;
    // How a person left it, and what the script said then: that is over once it says another thing.
    const [[left, said], keep] = useKept(id, [expanded, expanded]);
    const isOpen = value ?? (said === expanded ? left : expanded);
    useEffect(() => {
      if (said !== expanded) keep(null);
    }, [said, expanded, keep]);
    const { className, style } = sized(props.width);
    // A step of which nothing is told has nothing to open.
    const isMute = type === "step" && children === null && value === null;

    function turn(isNowOpen: boolean) {
      if (isNowOpen === isOpen) return;
      if (value === null) keep([isNowOpen, expanded]);
      else setValue(isNowOpen);
    }

    return (
      <div
        className={`stLayoutWrapper${keyClass(props.key)}${className}`}
        data-testid="stLayoutWrapper"
        data-step={type === "step" || undefined}
        style={style}
      >
        <div className={`stExpander st-expander-${type}`} data-testid="stExpander">
          {isMute ? (
            <div className="st-expander-summary">
              <Summary props={props} />
            </div>
          ) : (
            // The browser opens it by itself where a search in the page has found something in it.
            <details open={isOpen} onToggle={({ currentTarget }) => turn(currentTarget.open)}>
              <summary className="st-expander-summary">
                <Summary props={props} sign={<Chevron />} />
              </summary>
              <div className="stExpanderDetails" data-testid="stExpanderDetails">
                <div className="stVerticalBlock" data-testid="stVerticalBlock">
                  {children}
                </div>
              </div>
            </details>
          )}
        </div>
      </div>
    );
  },
  { framed: false },
);

function Summary({ props, sign }: { props: Expander; sign?: ReactNode }) {
  const { icon, label, type } = props;
  const mark = icon && (
    <Icon icon={icon} testId={icon === "spinner" ? undefined : "stExpanderIcon"} />
  );
  const text = (
    <span className="st-expander-label">
      <InlineMarkdown source={label} />
    </span>
  );
  if (type === "compact")
    return (
      <>
        {mark}
        {text}
        {sign}
      </>
    );
  if (type === "default")
    return (
      <>
        {mark ?? sign}
        {text}
      </>
    );
  return (
    <>
      <span className="st-step-icon" data-testid="stExpanderStepIcon" aria-hidden="true">
        {mark ?? <span className="st-step-dot" />}
      </span>
      {text}
      {sign}
    </>
  );
}
