/** The small dialogs of the main menu. */

import { useSession, useSignal } from "../hooks";
import { Dialog } from "./dialog";

export function AboutDialog({ close }: { close(): void }) {
  const { title, version } = useSignal(useSession().server.facts);
  return (
    <Dialog title={title || "About"} close={close}>
      <p>
        Made with <strong>Ostinato {version}</strong>: a Python script that runs from the top each
        time you touch it, and forgets nothing.
      </p>
      <div className="st-dialog-buttons">
        <button type="button" className="st-shell-button" onClick={close}>Close</button>
      </div>
    </Dialog>
  );
}

export function StartOverDialog({ close }: { close(): void }) {
  const session = useSession();
  const startOver = () => {
    close();
    session.startOver();
  };
  return (
    <Dialog title="Start over?" close={close}>
      <p>Everything you entered in this tab is cleared, and the app begins anew.</p>
      <div className="st-dialog-buttons">
        <button type="button" className="st-shell-button" onClick={close}>Cancel</button>
        <button type="button" className="st-shell-button st-primary" onClick={startOver}>
          Start over
        </button>
      </div>
    </Dialog>
  );
}
