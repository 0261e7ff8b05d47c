/** The running indicator, with Stop. */

import { useLasting, useSession, useSignal } from "../hooks";
import "./status.css";

/** Most runs are over before an eye could see the indicator: it waits a little. */
const PATIENCE = 250;

export function Status() {
  const session = useSession();
  const isBusy = useLasting(session.busy, Boolean, PATIENCE);
  const isConnected = useSignal(session.connectionStatus) === "connected";
  const isOffline = useSignal(session.isOffline);
  if (!isBusy || !isConnected || isOffline) return null;
  return (
    <div className="stStatusWidget" data-testid="stStatusWidget">
      <span
        className="st-running"
        role="img"
        aria-label="Running..."
        data-testid="stStatusWidgetRunningIcon"
      />
      <button
        type="button"
        className="st-shell-button"
        data-testid="stBaseButton-header"
        onClick={() => session.stop()}
      >
        Stop
      </button>
    </div>
  );
}
