/** Button box: what all buttons look like, whether they press something or open it. */

import "./button_box.css";

import type { ReactElement, ReactNode } from "react";

import { revealCutText } from "./cut_text";
import { Tooltip } from "./help";
import { Icon } from "./icon";
import { InlineMarkdown } from "./markdown";

interface Look {
  label: string;
  help: string | null;
  icon: string | null;
  type: "primary" | "secondary" | "tertiary";
  disabled: boolean;
  width: string | number;
  wrap: boolean | null;
}

interface ButtonBoxProps {
  /** The class by which apps' own style sheets find it. */
  name: string;
  testId: string;
  props: Look;
  iconPosition?: "left" | "right";
  /** What stands behind the label. */
  end?: ReactNode;
  onPress?(): void;
  /** Makes more of the button than one to press. */
  as?(button: ReactElement): ReactElement;
}

/** Draw a button, and its tooltip if it has one. */
export function ButtonBox({ name, testId, props, iconPosition, end, onPress, as }: ButtonBoxProps) {
  const { label, help, icon, type, disabled, width, wrap } = props;
  const sign = icon && <Icon icon={icon} />;
  const button = (describedBy?: string) => {
    const face = (
      <button
        type="button"
        {...{ kind: type }} // apps' own style sheets look for it
        className={`st-button st-button-${type}`}
        data-testid={testId}
        disabled={disabled}
        aria-describedby={describedBy}
        onClick={onPress}
      >
        {iconPosition !== "right" && sign}
        {label && (
          <span
            className="st-button-label st-line"
            onPointerEnter={help ? undefined : revealCutText}
          >
            <InlineMarkdown source={label} links={false} />
          </span>
        )}
        {iconPosition === "right" && sign}
        {end}
      </button>
    );
    return as ? as(face) : face;
  };
  return (
    <div
      className={`${name} st-button-box`}
      data-testid={name}
      data-width={width === "content" ? "content" : "full"}
      data-wrap={wrap ?? "auto"}
    >
      {help ? <Tooltip content={help}>{button}</Tooltip> : button()}
    </div>
  );
}
