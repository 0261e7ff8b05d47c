/** Toolbar button: a small one with an icon, for what it stands beside. */

import "./copy.css";

import type { ReactNode } from "react";

interface ToolbarButtonProps {
  label: string;
  /** What a screen reader adds, to tell the buttons of several elements apart. */
  of?: string;
  /** What is shown while one points at it, if that is not its label. */
  title?: string;
  /** The lines of the icon, in a square of 24. */
  icon: string;
  className?: string;
  /** It keeps the focus nevertheless. */
  isDisabled?: boolean;
  onClick(): void;
  children?: ReactNode;
}

/** Draw the button, and its children behind it. */
export function ToolbarButton({ label, of, title = label, icon, ...rest }: ToolbarButtonProps) {
  const { className = "", isDisabled, onClick, children } = rest;
  return (
    <span className={`st-copy ${className}`} data-testid="stElementToolbarButton">
      <button
        type="button"
        data-testid="stBaseButton-elementToolbar"
        aria-label={of ? `${label}: ${of}` : label}
        title={title}
        aria-disabled={isDisabled || undefined}
        onClick={isDisabled ? undefined : onClick}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" data-testid="stElementToolbarButtonIcon">
          <path d={icon} />
        </svg>
      </button>
      {children}
    </span>
  );
}
