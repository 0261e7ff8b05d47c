/** Dialog: a window over the page that Escape closes; it gives the focus back. */

import { useLayoutEffect, useRef, type ReactNode } from "react";

import "./dialog.css";

interface DialogProps {
  title: string;
  /** A class for one that is larger than the others. */
  look?: string;
  close(): void;
  children: ReactNode;
}

export function Dialog({ title, look = "", close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    // Not the part that scrolls, which would come first.
    element.querySelector<HTMLElement>(".st-dialog-buttons button")?.focus();
    return () => element.close(); // gives the focus back, which a dialog that just vanishes does not
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`st-dialog ${look}`}
      aria-labelledby="st-dialog-title"
      onClose={close}
    >
      <h2 id="st-dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
