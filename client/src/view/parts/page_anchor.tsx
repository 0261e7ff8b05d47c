/** Page anchor: a link to a page of the app: a plain click is an event, all else is the browser's. */

import type { ComponentProps, MouseEvent, ReactNode } from "react";

import type { Node } from "../../core/tree";
import { addressOf, go } from "../address";
import { usePart, useSession } from "../hooks";
import { safeLink } from "./markdown/links";

interface Target {
  /** The path of the page, or a whole address if it is no page of the app. */
  readonly url: string;
  readonly query?: string;
  readonly is_external?: boolean;
}

interface PageAnchorProps extends Omit<ComponentProps<"a">, "href" | "target"> {
  to: Target;
  children: ReactNode;
  onGo?: () => void;
}

/** Return the path of the page that is shown, or that the person is on the way to. */
export function usePath(): string {
  return usePart("main", pathOf);
}

function pathOf(page: Node | undefined): string {
  const value = page?.value;
  return Array.isArray(value) ? String(value[2] ?? "") : "";
}

/** Draw a link, marked if it leads to where the person is. */
export function PageAnchor({ to, children, onGo, ...rest }: PageAnchorProps) {
  const session = useSession();
  const path = usePath();
  if (to.is_external) {
    return (
      <a {...rest} href={safeLink(to.url) ?? undefined} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  const follow = (event: MouseEvent) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    // A new tab, a new window, a download: as with any link.
    if (event.defaultPrevented || button || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    onGo?.();
    go(session, to.url, to.query);
  };
  return (
    <a
      {...rest}
      href={addressOf(to.url, to.query)}
      aria-current={path === to.url ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
