/** The sidebar: beside the page where there is room, a drawer over it where there is not. */

import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";

import type { Page } from "../../core/wire.gen";
import { Children } from "../children";
import { useKept } from "../kept";
import { lazily, Nothing } from "../lazily";
import { ShellIcon } from "./icons";
import { useWidth, type Width } from "./sidebar_width";
import "./sidebar.css";

const PHONE = "(max-width: 768px)";

const ResizeHandle = lazily(async () => (await import("./resize_handle")).default, Nothing);

interface SidebarState {
  readonly isCollapsed: boolean;
  /** Whether it lies over the page now. */
  readonly isDrawer: boolean;
  readonly isPhone: boolean;
  readonly width: Width;
  toggle(): void;
}

/**
 * Keep how wide the sidebar is and whether it is open; on another kind of screen that is afresh.
 *
 * `first` is how it begins, or its first width.
 */
export function useSidebar(first: Page["sidebar"]): SidebarState {
  const [isPhone, setPhone] = useState(() => matchMedia(PHONE).matches);
  const isCollapsedFirst = first === "collapsed" || (first !== "expanded" && isPhone);
  const [state, setState] = useKept("sidebar", isCollapsedFirst ? "collapsed" : "expanded");
  const width = useWidth(typeof first === "number" ? first : undefined);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const look = () => {
      setPhone(query.matches);
      setState(null);
    };
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, [setState]);
  const isCollapsed = state === "collapsed";
  const toggle = () => setState(isCollapsed ? "expanded" : "collapsed");
  return { isCollapsed, isPhone, isDrawer: isPhone && !isCollapsed, width, toggle };
}

interface SidebarProps {
  ids: readonly string[];
  state: SidebarState;
  /** What stands above all else. */
  corner: ReactNode;
  /** The menu of the app's pages. */
  menu: ReactNode;
}

export function Sidebar({ ids, state, corner, menu }: SidebarProps) {
  const { isCollapsed, isDrawer, width, toggle } = state;
  const section = useRef<HTMLElement>(null);
  useFocusOnToggle(section, isCollapsed);
  useEffect(() => {
    const element = section.current;
    if (!isDrawer || !element) return;
    const escape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) toggle();
    };
    // Where the link leads lies behind the drawer.
    const follow = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a[href^='#'], nav a")) toggle();
    };
    element.addEventListener("keydown", escape);
    element.addEventListener("click", follow);
    return () => {
      element.removeEventListener("keydown", escape);
      element.removeEventListener("click", follow);
    };
  });
  return (
    <>
      <section
        ref={section}
        id="stSidebar"
        className="stSidebar"
        data-testid="stSidebar"
        data-collapsed={isCollapsed}
        style={{ ["--st-sidebar-width" as string]: `${width.pixels}px` }}
        aria-label="Sidebar"
      >
        <div
          className="stSidebarContent"
          data-testid="stSidebarContent"
          tabIndex={isCollapsed ? -1 : 0}
        >
          <div className="stSidebarHeader" data-testid="stSidebarHeader">
            {corner ?? <div data-testid="stLogoSpacer" />}
            <div data-testid="stSidebarCollapseButton">
              <button
                type="button"
                className="st-header-button"
                data-testid="stBaseButton-headerNoPadding"
                aria-label="Collapse sidebar"
                aria-expanded="true"
                aria-controls="stSidebar"
                onClick={toggle}
              >
                <ShellIcon name="collapse" />
              </button>
            </div>
          </div>
          {menu}
          <div className="stSidebarUserContent" data-testid="stSidebarUserContent">
            <div className="stVerticalBlock" data-testid="stVerticalBlock">
              <Children ids={ids} />
            </div>
          </div>
        </div>
        <ResizeHandle width={width} />
      </section>
      {isDrawer && <div className="st-backdrop" data-testid="stSidebarBackdrop" onClick={toggle} />}
    </>
  );
}

export function ExpandButton({ toggle }: { toggle(): void }) {
  return (
    <button
      type="button"
      className="st-header-button"
      data-testid="stExpandSidebarButton"
      aria-label="Expand sidebar"
      aria-expanded="false"
      aria-controls="stSidebar"
      onClick={toggle}
    >
      <ShellIcon name="expand" />
    </button>
  );
}

/** Whoever opens or closes the sidebar finds the focus on the way back. */
function useFocusOnToggle(section: RefObject<HTMLElement | null>, isCollapsed: boolean): void {
  const before = useRef(isCollapsed);
  useEffect(() => {
    if (before.current === isCollapsed) return;
    before.current = isCollapsed;
    const { activeElement, body } = document;
    // The screen may have become narrow by itself, with the focus elsewhere.
    if (activeElement !== body && !section.current?.contains(activeElement)) return;
    const name = isCollapsed ? "stExpandSidebarButton" : "stSidebarCollapseButton";
    const place = document.querySelector<HTMLElement>(`[data-testid="${name}"]`);
    (place?.querySelector("button") ?? place)?.focus({ preventScroll: true });
  }, [section, isCollapsed]);
}
