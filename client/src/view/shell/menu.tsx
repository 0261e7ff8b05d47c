/** The main menu's button; the menu itself is loaded when somebody reaches for it. */

import { useRef, useState } from "react";

import { useSession, useSignal } from "../hooks";
import { lazily } from "../lazily";
import type { Which } from "./dialogs";
import { ShellIcon } from "./icons";

const load = () => import("./menu_list");
const Menu = lazily(async () => (await load()).default);
const MenuDialog = lazily(async () => (await import("./dialogs")).default);
const StatePanel = lazily(async () => (await import("./state_panel")).default);

export function MainMenu() {
  const [isOpen, setOpen] = useState(false);
  const [dialog, setDialog] = useState<Which | null>(null);
  const { inspector } = useSession();
  const isInspecting = useSignal(inspector.isOpen);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span id="MainMenu" className="stMainMenu" data-testid="stMainMenu">
      <button
        ref={button}
        type="button"
        className="st-header-button"
        data-testid="stMainMenuButton"
        aria-label="Main menu"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(!isOpen)}
      >
        <ShellIcon name="more" />
      </button>
      {isOpen && (
        <Menu close={close} leave={() => setOpen(false)} ask={setDialog} opener={button} />
      )}
      {dialog && <MenuDialog which={dialog} close={() => setDialog(null)} />}
      {isInspecting && <StatePanel close={() => inspector.close()} />}
    </span>
  );
}

function prepare(): void {
  load().catch(() => {}); // tried again when the menu opens
}
