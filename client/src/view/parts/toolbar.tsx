/** Toolbar: small buttons at the corner of what they are for, shown while one points at it. */

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
