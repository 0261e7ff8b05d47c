/** Disclosure: what opens and closes below its label. */

import "./disclosure.css";

import { useEffect, type ReactNode } from "react";

import type { Expander } from "../../core/wire.gen";
import { useKept } from "../kept";
import { RevealContext, useReveal } from "../reveal";
import { Chevron } from "./chevron";
import { keyClass } from "./key";
import { InlineMarkdown } from "./markdown";
import { sized } from "./size";

type Look = Pick<Expander, "key" | "label" | "type" | "width">;

interface DisclosureProps {
  look: Look;
  isOpen: boolean;
  turn(isNowOpen: boolean): void;
  /** Whether there is nothing to open. */
  isMute?: boolean;
  /** What stands before the label. */
  mark?: ReactNode;
  /** What is said of it to those who do not see the mark. */
  remark?: string;
  children: ReactNode;
}

/** Keep whether it is open; over what a person has left it as, the script's changes of mind win. */
export function useOpen(
  id: string,
  expanded: boolean,
): [isOpen: boolean, turn: (isNowOpen: boolean) => void] {
  // How a person left it, and what the script said then.
  const [[left, said], keep] = useKept(id, [expanded, expanded]);
  useEffect(() => {
    if (said !== expanded) keep(null);
  }, [said, expanded, keep]);
  return [said === expanded ? left! : expanded, (isNowOpen) => keep([isNowOpen, expanded])];
}

export function Disclosure({ look, isOpen, turn, children, isMute, ...rest }: DisclosureProps) {
  const { className, style } = sized(look.width);
  const { type } = look;
  const reveal = useReveal(() => turn(true));
  return (
    <div
      className={`stLayoutWrapper${keyClass(look.key)}${className}`}
      data-testid="stLayoutWrapper"
      data-step={type === "step" || undefined}
      style={style}
    >
      <div className={`stExpander st-expander-${type}`} data-testid="stExpander">
        {isMute ? (
          <div className="st-expander-summary">
            <Summary look={look} {...rest} />
          </div>
        ) : (
          // The browser opens it by itself where a search in the page has found something in it.
          <details
            open={isOpen}
            onToggle={({ currentTarget: { open } }) => open !== isOpen && turn(open)}
          >
            <summary className="st-expander-summary">
              <Summary look={look} {...rest} sign={<Chevron />} />
            </summary>
            <div className="stExpanderDetails" data-testid="stExpanderDetails">
              <div className="stVerticalBlock" data-testid="stVerticalBlock">
                <RevealContext value={reveal}>{children}</RevealContext>
              </div>
            </div>
          </details>
        )}
      </div>
    </div>
  );
}

interface SummaryProps {
  look: Look;
  mark?: ReactNode;
  remark?: string;
  sign?: ReactNode;
}

/** The sign stands first, unless a mark does. */
function Summary({ look: { label, type }, mark, remark, sign }: SummaryProps) {
  const first =
    type === "step" ? (
      <span className="st-step-icon" data-testid="stExpanderStepIcon" aria-hidden="true">
        {mark ?? <span className="st-step-dot" />}
      </span>
    ) : (
      mark
    );
  const isSignFirst = !first && type === "default";
  return (
    <>
      {isSignFirst ? sign : first}
      <span className="st-expander-label">
        <InlineMarkdown source={label} />
        {remark && <span className="st-hidden"> — {remark}</span>}
      </span>
      {!isSignFirst && sign}
    </>
  );
}
