/** The dialogs of the main menu. */

import type { Page } from "../../core/wire.gen";
import { useNode, useSession, useSignal } from "../hooks";
import { lazily } from "../lazily";
import { Markdown } from "../parts/markdown";
import { Dialog } from "./dialog";

const ThemeEditor = lazily(async () => (await import("./theme_editor")).default);

export type Which = "about" | "startOver" | "theme";

export default function MenuDialog({ which, close }: { which: Which; close(): void }) {
  if (which === "about") return <AboutDialog close={close} />;
  if (which === "startOver") return <StartOverDialog close={close} />;
  return <ThemeEditor close={close} />;
}

function AboutDialog({ close }: { close(): void }) {
  const { title, version } = useSignal(useSession().server.facts);
  const page = useNode("main")?.props as Page;
  const about = page.menu?.["About"];
  return (
    <Dialog title={page.title || title || "About"} close={close}>
      {about ? <Markdown source={about} /> : <Made version={version} />}
      <div className="st-dialog-buttons">
        <button type="button" className="st-shell-button" onClick={close}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Made({ version }: { version: string }) {
  return (
    <p>
      Made with <strong>Ostinato {version}</strong>: a Python script that runs from the top each
      time you touch it, and forgets nothing.
    </p>
  );
}

function StartOverDialog({ close }: { close(): void }) {
  const session = useSession();
  const startOver = () => {
    close();
    session.startOver();
  };
  return (
    <Dialog title="Start over?" close={close}>
      <p>Everything you entered in this tab is cleared, and the app begins anew.</p>
      <div className="st-dialog-buttons">
        <button type="button" className="st-shell-button" onClick={close}>
          Cancel
        </button>
        <button type="button" className="st-shell-button st-primary" onClick={startOver}>
          Start over
        </button>
      </div>
    </Dialog>
  );
}
