/** Heading: with a link to itself that shows on hover and on focus. */

import { useEffect, useId, type ReactNode } from "react";

interface HeadingProps {
  level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The name in the address, or false for a heading that cannot be led to. */
  anchor: string | false;
  /** Whether it shows a link to itself. */
  isLinked?: boolean;
  children: ReactNode;
  /** What stands before the text. */
  icon?: ReactNode;
  /** What stands behind the text and is no part of the heading's name. */
  tail?: ReactNode;
}

/** Draw a heading that can be linked to. */
export function AnchoredHeading(props: HeadingProps) {
  const { level, anchor, isLinked = anchor !== false, children, icon, tail } = props;
  const id = useId();
  const Level = `h${level}` as const;
  useEffect(() => (anchor ? goTo(anchor) : undefined), [anchor]);
  return (
    <div className="st-heading" data-testid="stHeadingWithActionElements">
      <Level id={anchor || undefined} aria-labelledby={isLinked || tail ? id : undefined}>
        {icon && (
          <span aria-hidden="true" data-testid="stHeadingIconWrapper">
            {icon}
          </span>
        )}
        <span id={id} data-heading-text="">
          {children}
        </span>
        {(isLinked || tail) && (
          <span className="st-heading-actions" data-testid="stHeaderActionElements">
            {tail}
            {isLinked && (
              <a className="st-anchor" href={`#${anchor}`} aria-label="Link to heading">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M10 14a5 5 0 0 0 7 0l3-3a5 5 0 0 0-7-7l-1 1M14 10a5 5 0 0 0-7 0l-3 3a5 5 0 0 0 7 7l1-1" />
                </svg>
              </a>
            )}
          </span>
        )}
      </Level>
    </div>
  );
}

/** Follow the page's address to a heading that came after the page was loaded. */
function goTo(anchor: string): void {
  if (location.hash.length < 2 || document.querySelector(":target")) return;
  if (location.hash.slice(1) === encodeURIComponent(anchor)) location.replace(location.hash);
}
