/** The menu of the app's pages: in the sidebar, or at the top of the page. */

import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";

import type { Navigation, NavigationLink } from "../../core/wire.gen";
import { useKept } from "../kept";
import { Chevron } from "../parts/chevron";
import { Icon } from "../parts/icon";
import { InlineMarkdown } from "../parts/markdown";
import { PageAnchor, usePath } from "../parts/page_anchor";
import "./navigation.css";

/** A menu with more links than this shows fewer, if something stands below it. */
const LONG = 12;
const FIRST = 10;

interface Section {
  readonly name: string;
  readonly links: readonly NavigationLink[];
}

interface SideMenuProps {
  menu: Navigation;
  /** Whether the script has drawn into the sidebar, too. */
  hasMoreBelow: boolean;
}

/** Draw the menu in the sidebar. */
export function SideMenu({ menu, hasMoreBelow }: SideMenuProps) {
  const { links, expanded } = menu;
  const path = usePath();
  const [isOpen, setOpen] = useKept("navigation", false);
  const list = useId();
  const most = mostOf(links.length, expanded, hasMoreBelow);
  const isCurrent = (link: NavigationLink) => !link.is_external && link.url === path;
  const shown = isOpen ? links : links.filter((link, at) => at < most || isCurrent(link));
  const hidden = links.length - shown.length;
  return (
    <nav className="stSidebarNav" data-testid="stSidebarNav" aria-label="App pages">
      <ul id={list} className="stSidebarNavItems" data-testid="stSidebarNavItems">
        {sectionsOf(shown).map((section) => (
          <SideSection key={section.name} section={section} />
        ))}
      </ul>
      {most < links.length && (
        <button
          type="button"
          className="stSidebarNavViewButton"
          data-testid="stSidebarNavViewButton"
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "View less" : `View ${hidden} more`}
        </button>
      )}
      {hasMoreBelow && (
        <div className="stSidebarNavSeparator" data-testid="stSidebarNavSeparator" />
      )}
    </nav>
  );
}

function SideSection({ section: { name, links } }: { section: Section }) {
  const id = useId();
  const items = links.map((link) => (
    <li key={link.url}>
      <div data-testid="stSidebarNavLinkContainer">
        <MenuLink link={link} name="stSidebarNavLink" />
      </div>
    </li>
  ));
  if (!name) return items;
  return (
    <li>
      <header id={id} className="stNavSectionHeader" data-testid="stNavSectionHeader">
        <InlineMarkdown source={name} links={false} />
      </header>
      <ul aria-labelledby={id}>{items}</ul>
    </li>
  );
}

/** Draw the menu at the top of the page: its sections open. */
export function TopMenu({ menu: { links } }: { menu: Navigation }) {
  return (
    <nav className="stTopNav" data-testid="stTopNav" aria-label="App pages">
      {sectionsOf(links).map((section) =>
        section.name ? (
          <TopSection key={section.name} section={section} />
        ) : (
          section.links.map((link) => (
            <div key={link.url} data-testid="stTopNavLinkContainer">
              <MenuLink link={link} name="stTopNavLink" />
            </div>
          ))
        ),
      )}
    </nav>
  );
}

interface MenuLinkProps {
  link: NavigationLink;
  /** Its class and test id. */
  name: string;
  onGo?(): void;
}

function MenuLink({ link, name, onGo }: MenuLinkProps) {
  return (
    <PageAnchor
      to={link}
      className={`${name} st-nav-link`}
      data-testid={name}
      title={link.help ?? undefined}
      onGo={onGo}
    >
      <Face link={link} />
    </PageAnchor>
  );
}

function TopSection({ section: { name, links } }: { section: Section }) {
  const [isOpen, setOpen] = useState(false);
  const path = usePath();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const popover = box.current;
    if (!isOpen || !popover) return;
    // The top layer is cut off by no container.
    popover.showPopover?.();
    const { left, bottom } = button.current!.getBoundingClientRect();
    const rightmost = document.documentElement.clientWidth - popover.offsetWidth - 8;
    popover.style.left = `${Math.max(8, Math.min(left, rightmost))}px`;
    popover.style.top = `${bottom + 4}px`;
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    const outside = ({ target }: Event) => {
      const inside = [button.current, box.current].some((each) => each?.contains(target as Node));
      if (!inside) setOpen(false);
    };
    const close = () => setOpen(false);
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    addEventListener("resize", close);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      removeEventListener("resize", close);
    };
  }, [isOpen]);
  const steer = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !isOpen) return;
    event.preventDefault();
    const items = [...box.current!.querySelectorAll("a")];
    const at = items.indexOf(document.activeElement as HTMLAnchorElement);
    const next = at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length;
    items[next]?.focus();
  };
  const isHere = links.some((link) => !link.is_external && link.url === path);
  return (
    <div className="st-top-section" onKeyDown={steer}>
      <button
        ref={button}
        type="button"
        className="stTopNavSection st-nav-link"
        data-testid="stTopNavSection"
        data-current={isHere || undefined}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <InlineMarkdown source={name} links={false} />
        <Chevron />
      </button>
      {isOpen && (
        <div
          ref={box}
          id={id}
          popover="manual"
          className="stTopNavPopover"
          data-testid="stTopNavPopover"
        >
          <ul>
            {links.map((link) => (
              <li key={link.url} data-testid="stTopNavLinkContainer">
                <MenuLink
                  link={link}
                  name="stTopNavDropdownLink"
                  onGo={() => {
                    setOpen(false);
                    button.current?.focus();
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Face({ link: { icon, title, is_external } }: { link: NavigationLink }) {
  return (
    <>
      {icon && <Icon icon={icon} />}
      <span className="st-nav-label">
        <InlineMarkdown source={title} links={false} />
      </span>
      {is_external && <span className="st-hidden"> (opens in new tab)</span>}
    </>
  );
}

/** Return how many links a menu shows at first. */
function mostOf(count: number, expanded: Navigation["expanded"], hasMoreBelow: boolean): number {
  if (typeof expanded === "number") return expanded;
  return expanded || !hasMoreBelow || count <= LONG ? count : FIRST;
}

/** Return the links by section, in the order in which these come first. */
function sectionsOf(links: readonly NavigationLink[]): Section[] {
  const names = [...new Set(links.map(({ section = "" }) => section))];
  return names.map((name) => ({
    name,
    links: links.filter(({ section = "" }) => section === name),
  }));
}
