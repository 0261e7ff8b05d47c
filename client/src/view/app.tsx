/** The page: sidebar, header, the main column and the notices. */

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

import type { ConnectionStatus } from "../core/connection";
import type { Node } from "../core/tree";
import type { Page as PageProps } from "../core/wire.gen";
import { Children } from "./children";
import { useLasting, usePart, useSession, useSignal } from "./hooks";
import { awaited, lazily } from "./lazily";
import { usePageFacts } from "./page_facts";
import { useScroll } from "./scroll";
import { MainMenu } from "./shell/menu";
import { Notices } from "./shell/notices";
import { theme, useLayout } from "./shell/preferences";
import { ExpandButton, Sidebar, useSidebar } from "./shell/sidebar";
import { Status } from "./shell/status";
import "./shell/shell.css";

const CONNECTION_STATES: Record<ConnectionStatus, string> = {
  connecting: "CONNECTING",
  connected: "CONNECTED",
  lost: "PINGING_SERVER",
  replaced: "DISCONNECTED",
  refused: "DISCONNECTED",
  outdated: "DISCONNECTED",
};

const Bottom = lazily(async () => (await import("./shell/bottom")).default);
const Logo = lazily(async () => (await import("./shell/logo")).default);
const menu = () => import("./shell/navigation");
const SideMenu = lazily(async () => (await menu()).SideMenu);
const TopMenu = lazily(async () => (await menu()).TopMenu);
const Effects = lazily(async () => (await import("./effects")).default);

export function App() {
  useTheme();
  usePressOnce();
  useKeys();
  return (
    <Frame>
      <PageFacts />
      <Page />
      <AnyEffects />
      <Notices />
    </Frame>
  );
}

/** Shows the status as attributes, for styles and tests, without drawing its children again. */
function Frame({ children }: { children: ReactNode }) {
  const session = useSession();
  const status = useSignal(session.connectionStatus);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // It changes twice with every click: not worth a rendering.
    const show = () => {
      const state = session.busy.get() ? "running" : "notRunning";
      frame.current?.setAttribute("data-test-script-state", state);
      frame.current?.setAttribute("data-test-awaited", `${awaited.get()}`);
    };
    show();
    const leave = session.busy.subscribe(show);
    const leaveAwaited = awaited.subscribe(show);
    return () => {
      leave();
      leaveAwaited();
    };
  }, [session]);
  return (
    <div
      ref={frame}
      className="stApp"
      data-testid="stApp"
      data-test-connection-state={CONNECTION_STATES[status]}
    >
      {children}
    </div>
  );
}

function AnyEffects() {
  return useSignal(useSession().effects.current).length > 0 && <Effects />;
}

/** Follows what changes with every page of an app, without drawing the rest again. */
function PageFacts() {
  usePageFacts(usePart("main", propsOf));
  return null;
}

function Page() {
  const sidebar = useSidebar(usePart("main", (node) => propsOf(node).sidebar));
  const layout = usePart("main", (node) => propsOf(node).layout);
  const logo = usePart("main", (node) => propsOf(node).logo);
  const navigation = usePart("main", (node) => propsOf(node).navigation);
  // What is entered here would clash with what the other page sends.
  const isElsewhere = useSignal(useSession().connectionStatus) === "replaced";
  const sidebarIds = usePart("sidebar", childrenOf);
  const isBeside = navigation && (navigation.position !== "top" || sidebar.isPhone);
  const hasContent = sidebarIds.length > 0;
  const hasSidebar = hasContent || !!isBeside;
  return (
    <div
      className="stAppViewContainer appview-container"
      data-testid="stAppViewContainer"
      data-layout={useLayout(layout)}
      inert={isElsewhere}
    >
      <a href="#stMain" className="st-skip" data-testid="stSkipToContent">
        Skip to main content
      </a>
      {hasSidebar && (
        <Sidebar
          ids={sidebarIds}
          state={sidebar}
          corner={logo && <Logo logo={logo} />}
          menu={isBeside && <SideMenu menu={navigation} hasMoreBelow={hasContent} />}
        />
      )}
      <div className="st-page" inert={hasSidebar && sidebar.isDrawer}>
        <header className="stAppHeader" data-testid="stHeader">
          <div className="stAppToolbar" data-testid="stToolbar">
            {hasSidebar && sidebar.isCollapsed && <ExpandButton toggle={sidebar.toggle} />}
            {logo && !(hasSidebar && !sidebar.isCollapsed) && <Logo logo={logo} isInHeader />}
            {navigation && !isBeside && <TopMenu menu={navigation} />}
            <span className="st-spacer" />
            <Status />
            <div className="stToolbarActions" data-testid="stToolbarActions" />
            <MainMenu />
          </div>
        </header>
        <Main />
      </div>
    </div>
  );
}

function Main() {
  const ids = usePart("main", childrenOf);
  const bottomIds = usePart("bottom", childrenOf);
  const main = useRef<HTMLElement>(null);
  useScroll(main);
  return (
    <main ref={main} id="stMain" className="stMain" data-testid="stMain" tabIndex={0}>
      <div className="stMainBlockContainer block-container" data-testid="stMainBlockContainer">
        <div className="stVerticalBlock" data-testid="stVerticalBlock">
          <Children ids={ids} />
        </div>
        {ids.length + bottomIds.length === 0 && <FirstWait />}
      </div>
      {bottomIds.length > 0 && <Bottom ids={bottomIds} />}
    </main>
  );
}

const NONE: readonly string[] = [];
const childrenOf = (node: Node | undefined) => node?.children ?? NONE;
const propsOf = (node: Node | undefined) => node?.props as PageProps;

/** What stands in for the page while its first script run has drawn nothing yet. */
function FirstWait() {
  const session = useSession();
  const isConnecting = useLasting(session.connectionStatus, isFirst, 400);
  const isBusy = useLasting(session.busy, Boolean, 400);
  if (!isConnecting && !isBusy) return null;
  return (
    <div className="stAppSkeleton" data-testid="stAppSkeleton" aria-hidden="true">
      <div />
      <div />
      <div />
      <div />
    </div>
  );
}

function isFirst(status: ConnectionStatus): boolean {
  return status === "connecting";
}

function useTheme(): void {
  const { theme: sheet, isDeveloper } = useSignal(useSession().server.facts);
  useEffect(() => {
    const { sheet: shown = "" } = document.documentElement.dataset;
    if (sheet !== null && sheet !== shown)
      void import("./shell/theme_sheet").then((own) => own.follow(sheet, isDeveloper));
  }, [sheet, isDeveloper]);
  const chosen = useSignal(theme.signal);
  useEffect(() => {
    if (chosen === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
  }, [chosen]);
}

/** Enter presses once, however long it is held: also where its first press has moved the focus. */
function usePressOnce(): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !event.repeat) return;
      // Only there it does the same again: a line more.
      if (event.composedPath()[0] instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", stop, { capture: true });
    return () => document.removeEventListener("keydown", stop, { capture: true });
  }, []);
}

/** R reruns and ? shows a developer what is kept, unless the key means something where it was. */
function useKeys(): void {
  const session = useSession();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, repeat, defaultPrevented, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (repeat || defaultPrevented || ctrlKey || metaKey || altKey) return;
      if (takesText(event.composedPath()[0])) return;
      if (key.toLowerCase() === "r" && !shiftKey) session.inputs.rerun();
      if (key === "?" && session.server.facts.get().isDeveloper) session.inspector.open();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [session]);
}

function takesText(target?: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const fields = "input, textarea, select, dialog, [role=menu], [role=listbox], [role=combobox]";
  return target.isContentEditable || target.closest(fields) !== null;
}
