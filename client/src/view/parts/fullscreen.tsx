/** Fullscreen: an element over the whole page, until Escape or its button closes it. */

import "./fullscreen.css";

import { useLayoutEffect, useRef, type ReactNode } from "react";
import { Toolbar } from "./toolbar";
import { ToolbarButton } from "./toolbar_button";

export const EXPAND = "M8 3H3v5M16 3h5v5M8 21H3v-5M16 21h5v-5";
const SHRINK = "M3 8h5V3M21 8h-5V3M3 16h5v5M21 16h-5v5";

interface FullscreenProps {
  label: string;
  close(): void;
  /** What else there is in its toolbar. */
  tools?: ReactNode;
  children: ReactNode;
}

/** Draw it. */
export function Fullscreen({ label, close, tools, children }: FullscreenProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close(); // gives the focus back
  }, []);
  return (
    <dialog
      ref={dialog}
      className="st-fullscreen st-with-toolbar"
      data-testid="stFullScreenFrame"
      aria-label={label}
      onClose={close}
    >
      <Toolbar>
        {tools}
        <ToolbarButton label="Close fullscreen" icon={SHRINK} onClick={close} />
      </Toolbar>
      {children}
    </dialog>
  );
}
