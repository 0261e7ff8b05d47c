/** Menu box: a list beside something, closed by Escape or by a press elsewhere. */

import "../popup.css";
import "./menu_box.css";

import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from "react";

import type { Box } from "../grid/view";

const MARGIN = 8;

interface MenuBoxProps {
  label: string;
  at: Box;
  role?: "menu" | "group";
  testId: string;
  close(): void;
  children: ReactNode;
}

/** Draw it; the arrow keys go from entry to entry. */
export function MenuBox({ label, at, role = "menu", testId, close, children }: MenuBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const leave = useEffectEvent((event: Event) => {
    if (!box.current!.contains(event.target as Node)) close();
  });
  useLayoutEffect(() => {
    const list = box.current!;
    list.showPopover?.();
    place(list, at);
    entriesOf(list)[0]?.focus();
  }, [at]);
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    document.addEventListener("pointerdown", leave, { signal, capture: true });
    window.addEventListener("resize", leave, { signal });
    return () => control.abort();
  }, []);
  return (
    <div
      ref={box}
      role={role}
      aria-label={label}
      popover="manual"
      className="st-popup st-frame-menu"
      data-testid={testId}
      onKeyDown={(event) => {
        const entries = entriesOf(box.current!);
        const here = entries.indexOf(document.activeElement as HTMLElement);
        const steps: Record<string, number> = {
          ArrowDown: here + 1,
          ArrowUp: here - 1,
          Home: 0,
          End: -1,
        };
        const to = steps[event.key];
        if (event.key === "Escape" || event.key === "Tab") {
          event.preventDefault();
          event.stopPropagation();
          close();
        } else if (to !== undefined) {
          event.preventDefault();
          entries.at(to % entries.length)?.focus();
        }
      }}
    >
      {children}
    </div>
  );
}

function entriesOf(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>("button, input")];
}

/** Below what it is for, or above it where there is no room below. */
function place(box: HTMLElement, at: Box) {
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = at.y + at.height + 4;
  const top = below + height > clientHeight - MARGIN ? at.y - height - 4 : below;
  const left = Math.min(at.x, clientWidth - width - MARGIN);
  box.style.left = `${Math.max(left, MARGIN)}px`;
  box.style.top = `${Math.max(top, MARGIN)}px`;
}
