/** Typing: what holds the fields of an entry, and sends what they have or goes back. */

import type { KeyboardEvent, ReactNode, Ref } from "react";

import type { Entry } from "./entry";

interface TypingProps {
  entry: Entry;
  testId?: string;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** Keys that step a part of a field, after which what it has is sent. */
const STEPS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

/** Keys after which the fields may have been made anew, without the focus. */
const RESTORES = new Set(["Enter", "Escape"]);

/** Send what is entered when the fields are left or stepped; Enter is up to them. */
export function Typing({ entry, testId, ref, children }: TypingProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // What holds the fields is not to close with it.
    if (event.key === "Escape" && entry.restore()) event.stopPropagation();
  }

  return (
    <div
      ref={ref}
      className="st-moments"
      data-testid={testId}
      onKeyDownCapture={({ key, currentTarget }) => RESTORES.has(key) && keepFocus(currentTarget)}
      onKeyDown={onKeyDown}
      onKeyUp={({ key }) => STEPS.has(key) && entry.isDirty && entry.commit()}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) entry.commit();
      }}
    >
      {children}
    </div>
  );
}

function keepFocus(box: HTMLElement): void {
  requestAnimationFrame(() => document.activeElement === document.body && focusFirst(box));
}

/** Go to the first part of the first field. */
export function focusFirst(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>("[role=spinbutton]")?.focus();
}
