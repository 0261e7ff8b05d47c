/** Toolbar: small buttons at the corner of what they are for, shown while one points at it. */

import "./copy.css";
import "./toolbar.css";

import type { ReactNode } from "react";

/** Draw the bar; what it stands in has the class `st-with-toolbar`. */
export function Toolbar({ children }: { children: ReactNode }) {
  return (
    <div className="stElementToolbar" data-testid="stElementToolbar">
      <div className="st-toolbar-buttons" data-testid="stElementToolbarButtonContainer">
        {children}
      </div>
    </div>
  );
}

interface ToolbarButtonProps {
  label: string;
  /** What a screen reader adds, to tell the buttons of several elements apart. */
  of?: string;
  /** The lines of the icon, in a square of 24. */
  icon: string;
  onClick(): void;
}

/** Draw a button of it. */
export function ToolbarButton({ label, of, icon, onClick }: ToolbarButtonProps) {
  return (
    <span className="st-copy" data-testid="stElementToolbarButton">
      <button
        type="button"
        data-testid="stBaseButton-elementToolbar"
        aria-label={of ? `${label}: ${of}` : label}
        title={label}
        onClick={onClick}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true" data-testid="stElementToolbarButtonIcon">
          <path d={icon} />
        </svg>
      </button>
    </span>
  );
}
