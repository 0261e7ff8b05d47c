/** Notice: a coloured box that says how grave its content is. */

import "./notice.css";

import type { ReactNode } from "react";
import type { Alert } from "../../core/wire.gen";

interface NoticeProps {
  severity: Alert["severity"];
  children: ReactNode;
}

const NAMES = { error: "Error", warning: "Warning", info: "Info", success: "Success" };

/** Draw the box; errors and warnings are read out at once, the others when there is time. */
export function Notice({ severity, children }: NoticeProps) {
  const isUrgent = severity === "error" || severity === "warning";
  return (
    <div
      className="stAlertContainer"
      data-testid="stAlertContainer"
      data-severity={severity}
      role={isUrgent ? "alert" : "status"}
    >
      <div className="st-notice" data-testid={`stAlertContent${NAMES[severity]}`}>
        {children}
      </div>
    </div>
  );
}
