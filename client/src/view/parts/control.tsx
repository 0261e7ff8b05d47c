/** Control: the bordered box of an input, with an icon in front and buttons at its end. */

import "./bare_field.css";
import "./control.css";

import type { ComponentProps, MouseEvent, ReactNode, Ref } from "react";

import { Icon } from "./icon";

interface ControlProps {
  /** As in the class and test id of the page structure, such as "stTextInput". */
  name: string;
  testId?: string;
  icon: string | null;
  disabled: boolean;
  role?: "group";
  ref?: Ref<HTMLDivElement>;
  children?: ReactNode;
}

/** Draw the box around a native control. */
export function Control({ name, testId, icon, disabled, role, ref, children }: ControlProps) {
  return (
    <div
      ref={ref}
      role={role}
      className="st-control"
      data-testid={testId}
      data-disabled={disabled || undefined}
    >
      {icon && (
        <span className="st-control-icon" data-testid={`${name}Icon`}>
          <Icon icon={icon} />
        </span>
      )}
      {children}
    </div>
  );
}

/** Draw a button at the end of the box; what it holds is drawn by strokes, 24 to the side. */
export function ControlButton({
  label,
  children,
  ...rest
}: ComponentProps<"button"> & { label: string }) {
  return (
    <button type="button" className="st-control-button" aria-label={label} {...rest}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}

export function Clear({ label = "Clear", clear }: { label?: string; clear(): void }) {
  return (
    <ControlButton label={label} onMouseDown={keepFocus} onClick={clear}>
      <path d="M6 6l12 12M18 6L6 18" />
    </ControlButton>
  );
}

interface RevealProps {
  isRevealed: boolean;
  disabled: boolean;
  toggle(): void;
}

/** Show a password, or hide it again. */
export function Reveal({ isRevealed, disabled, toggle }: RevealProps) {
  const label = isRevealed ? "Hide password" : "Show password";
  return (
    <ControlButton label={label} disabled={disabled} onMouseDown={keepFocus} onClick={toggle}>
      <path d="M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7-10-7-10-7z" />
      <circle cx="12" cy="12" r="3" />
      {isRevealed && <path d="M4 4l16 16" />}
    </ControlButton>
  );
}

/** Leave the focus in the field: losing it would send the text. */
function keepFocus(event: MouseEvent) {
  event.preventDefault();
}
