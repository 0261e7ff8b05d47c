/** The main menu: theme, rerun, start over, layout, print, session state, about, and what the script adds. */

import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

import type { Page } from "../../core/wire.gen";
import { useNode, useSession, useSignal } from "../hooks";
import { safeLink } from "../parts/markdown/links";
import type { Which } from "./dialogs";
import { ShellIcon } from "./icons";
import { kindOfPage, layout, rerunOnChange, theme, useLayout, type Theme } from "./preferences";
import "./menu.css";

const THEMES: readonly (readonly [Theme, string])[] = [
  ["system", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
];

interface MenuProps {
  /** Close and give the focus back. */
  close(): void;
  /** Close where the focus is going elsewhere. */
  leave(): void;
  ask(dialog: Which): void;
  opener: { current: HTMLElement | null };
}

export default function Menu({ close, leave, ask, opener }: MenuProps) {
  const session = useSession();
  const chosenTheme = useSignal(theme.signal);
  const page = useNode("main")?.props as Page;
  const isWide = useLayout(page.layout) === "wide";
  const widen = () => {
    const next = isWide ? "centered" : "wide";
    layout.choose(next === page.layout ? "script" : next);
  };
  const reruns = useSignal(rerunOnChange.signal) === "always";
  const { version, isDeveloper, isAsked } = useSignal(session.server.facts);
  const list = useRef<HTMLDivElement>(null);
  // Before it can be seen: what is pressed at once is pressed in it.
  useLayoutEffect(() => itemsOf(list.current)[0]?.focus(), []);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target as HTMLElement;
      if (!list.current?.contains(target) && !opener.current?.contains(target)) leave();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  });
  const act = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <div className="st-menu-popover" data-testid="stMainMenuPopover">
      <div
        ref={list}
        role="menu"
        aria-label="Main menu"
        data-testid="stMainMenuList"
        onKeyDown={(event) => steer(event, list.current, close, leave)}
      >
        <div role="group" aria-label="Theme" className="st-themes" data-testid="stThemeSwitcher">
          {THEMES.map(([name, label]) => (
            <button
              key={name}
              type="button"
              role="menuitemradio"
              aria-checked={chosenTheme === name}
              tabIndex={-1}
              data-testid={`stMainMenuItem-theme-${label}`}
              onClick={() => theme.choose(name)}
            >
              <ShellIcon name={name} />
              {name === "system" && kindOfPage() ? "App" : label}
            </button>
          ))}
        </div>
        <Divider />
        <Item id="rerun" hint="R" act={act(() => session.inputs.rerun())}>
          Rerun
        </Item>
        <Item id="startOver" act={act(() => ask("startOver"))}>
          Start over…
        </Item>
        {isAsked && (
          <Check
            id="autoRerun"
            isOn={reruns}
            toggle={() => rerunOnChange.choose(reruns ? "ask" : "always")}
          >
            Rerun on save
          </Check>
        )}
        <Divider />
        <Check id="wideMode" isOn={isWide} toggle={widen}>
          Wide mode
        </Check>
        <Item id="print" act={act(() => window.print())}>
          Print
        </Item>
        {isDeveloper && (
          <Item id="sessionState" hint="?" act={act(() => session.inspector.open())}>
            Session state
          </Item>
        )}
        {isDeveloper && (
          <Item id="editTheme" act={act(() => ask("theme"))}>
            Edit theme
          </Item>
        )}
        <Item id="about" act={act(() => ask("about"))}>
          About
        </Item>
        <Links menu={page.menu} close={close} />
      </div>
      <p className="st-menu-made">Made with Ostinato {version}</p>
    </div>
  );
}

/** The entries that a script adds, by the names that `menu_items` has for them. */
const LINKS = [
  ["Report a bug", "report"],
  ["Get help", "community"],
] as const;

function Links({ menu, close }: { menu: Page["menu"]; close(): void }) {
  const links = LINKS.flatMap(([name, id]) => {
    const address = safeLink(menu?.[name] ?? "");
    return address ? [{ name, id, address }] : [];
  });
  if (links.length === 0) return null;
  return (
    <>
      <Divider />
      {links.map(({ name, id, address }) => (
        <a
          key={id}
          role="menuitem"
          tabIndex={-1}
          data-testid={`stMainMenuItem-${id}`}
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          onClick={close}
        >
          <span data-testid="stMainMenuItemLabel">{name}</span>
        </a>
      ))}
    </>
  );
}

interface ItemProps {
  id: string;
  hint?: string;
  act(): void;
  children: ReactNode;
}

function Item({ id, hint, act, children }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-testid={`stMainMenuItem-${id}`}
      aria-keyshortcuts={hint}
      onClick={act}
    >
      <span data-testid="stMainMenuItemLabel">{children}</span>
      {hint && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  );
}

interface CheckProps {
  id: string;
  isOn: boolean;
  toggle(): void;
  children: ReactNode;
}

function Check({ id, isOn, toggle, children }: CheckProps) {
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={isOn}
      tabIndex={-1}
      data-testid={`stMainMenuItem-${id}`}
      onClick={toggle}
    >
      {children}
      <span className="st-menu-switch" aria-hidden="true" />
    </button>
  );
}

function Divider() {
  return <div role="separator" data-testid="stMainMenuDivider" />;
}

function steer(
  event: KeyboardEvent,
  list: HTMLElement | null,
  close: () => void,
  leave: () => void,
): void {
  const items = itemsOf(list);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  const moves: Record<string, number> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowRight: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    ArrowLeft: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  if (event.key === "Tab") return leave();
  if (event.key !== "Escape" && !(event.key in moves)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === "Escape") close();
  else items[moves[event.key] ?? 0]?.focus();
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
