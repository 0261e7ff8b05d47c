/** The main menu's button; the menu itself is loaded when somebody reaches for it. */

import { lazy, Suspense, useRef, useState } from "react";

import { ShellIcon } from "./icons";

const load = () => import("./menu_list");
const Menu = lazy(load);
const dialogs = () => import("./dialogs");
const AboutDialog = lazy(async () => ({ default: (await dialogs()).AboutDialog }));
const StartOverDialog = lazy(async () => ({ default: (await dialogs()).StartOverDialog }));

export function MainMenu() {
  const [isOpen, setOpen] = useState(false);
  const [dialog, setDialog] = useState<"about" | "startOver" | null>(null);
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
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(!isOpen)}
      >
        <ShellIcon name="more" />
      </button>
      <Suspense>
        {isOpen && (
          <Menu close={close} leave={() => setOpen(false)} ask={setDialog} opener={button} />
        )}
        {dialog === "about" && <AboutDialog close={() => setDialog(null)} />}
        {dialog === "startOver" && <StartOverDialog close={() => setDialog(null)} />}
      </Suspense>
    </span>
  );
}
