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

/** Send what is entered when the fields are left or stepped; Enter is up to them. */
export function Typing({ entry, testId, ref, children }: TypingProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "Escape" || !entry.restore()) return;
    // What holds the fields is not to close with it.
    event.stopPropagation();
    const { currentTarget } = event;
    // The fields are made anew.
    requestAnimationFrame(() => focusFirst(currentTarget));
  }

  return (
    <div
      ref={ref}
      className="st-moments"
      data-testid={testId}
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

/** Go to the first part of the first field. */
export function focusFirst(box: HTMLElement | null): void {
  box?.querySelector<HTMLElement>("[role=spinbutton]")?.focus();
}
