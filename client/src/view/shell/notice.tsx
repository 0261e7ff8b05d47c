/** Notice: one calm message, with what can be done about it. */

import type { ReactNode } from "react";

import "./notice.css";

/** The sign of something that goes on by itself. */
export function Pulse() {
  return <span className="st-pulse" aria-hidden="true" />;
}

interface NoticeProps {
  children: ReactNode;
  action?: string;
  act?(): void;
  other?: string;
  actOther?(): void;
  testid?: string;
}

export function Notice({ children, action, act, other, actOther, testid }: NoticeProps) {
  return (
    <div className="st-shell-notice" data-testid={testid}>
      <span>{children}</span>
      {action && (
        <span className="st-shell-actions">
          <button type="button" className="st-shell-button" onClick={act}>
            {action}
          </button>
          {other && (
            <button type="button" className="st-shell-button" onClick={actOther}>
              {other}
            </button>
          )}
        </span>
      )}
    </div>
  );
}
