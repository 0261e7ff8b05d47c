/** Popup: a button at the end of a box, and what it opens, whose code is loaded with the first one. */

import { type ReactNode, useState } from "react";

import { ControlButton } from "../control";

/** The strokes of the buttons, 24 to the side. */
export const CALENDAR = "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4";
export const CLOCK = "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 7v5l3 2";

/** What is open, to whoever draws it. */
export interface Opened {
  button: HTMLButtonElement | null;
  close(): void;
}

interface PopupProps {
  label: string;
  testId: string;
  disabled: boolean;
  icon: string;
  /** Load what it opens: done as soon as somebody may be about to press it. */
  load(): Promise<unknown>;
  children(opened: Opened): ReactNode;
}

export function Popup({ label, testId, disabled, icon, load, children }: PopupProps) {
  const [isOpen, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  // Whoever presses it loads it again, and hears if that fails.
  const warm = () => void load().catch(() => {});
  return (
    <>
      <ControlButton
        ref={setButton}
        label={label}
        data-testid={testId}
        disabled={disabled}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={warm}
        onFocus={warm}
        onClick={() => setOpen(!isOpen)}
      >
        <path d={icon} />
      </ControlButton>
      {isOpen && !disabled && children({ button, close: () => setOpen(false) })}
    </>
  );
}
