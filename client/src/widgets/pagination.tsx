/** Pagination: the number of a page. */

import "./pagination.css";

import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from "react";

import { GAP, pagesShown } from "../lib/pages";
import type { Pagination } from "../core/wire.gen";
import { define } from "../view/define";

/** More numbers than this fit on no screen. */
const MOST = 100;

export default define<Pagination, number>(({ props, value, setValue }) => {
  const { num_pages: count, max_visible_pages: most, disabled } = props;
  const wanted = Math.min(count, most ?? MOST, MOST);
  const digits = String(count).length;
  const { box, room } = useRoom(wanted);
  const row = useRef<HTMLElement>(null);
  useName(row);
  const arrow = (by: -1 | 1) => (
    <button
      type="button"
      className="st-pagination-slot"
      aria-label={by < 0 ? "Previous page" : "Next page"}
      data-testid={by < 0 ? "stPaginationPrev" : "stPaginationNext"}
      // With aria-disabled the focus stays where it is when the last page is reached.
      aria-disabled={isEnd(value + by, count) || undefined}
      disabled={disabled}
      onClick={() => isEnd(value + by, count) || setValue(value + by)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={by < 0 ? "M14.5 6l-6 6 6 6" : "M9.5 6l6 6-6 6"} />
      </svg>
    </button>
  );
  return (
    <div
      ref={box}
      className="stPagination"
      data-testid="stPagination"
      style={{ "--slots": wanted + 2, "--digits": digits } as CSSProperties}
    >
      <nav ref={row} className="st-pagination-row">
        {arrow(-1)}
        {pagesShown(value, count, room).map((page, place) =>
          page === GAP ? (
            <span
              key={`gap-${place}`}
              className="st-pagination-slot"
              aria-hidden="true"
              data-testid="stPaginationEllipsis"
            >
              …
            </span>
          ) : (
            <button
              key={page}
              type="button"
              className="st-pagination-slot"
              aria-label={`Page ${page}`}
              aria-current={page === value ? "page" : undefined}
              data-testid={page === value ? "stPaginationPageActive" : "stPaginationPage"}
              disabled={disabled}
              onClick={() => page === value || setValue(page)}
            >
              {page}
            </button>
          ),
        )}
        {arrow(1)}
      </nav>
    </div>
  );
});

function isEnd(page: number, count: number): boolean {
  return page < 1 || page > count;
}

/** Those on the page, in reading order when they were last named. */
const rows: HTMLElement[] = [];

/** Tell a landmark from others of its kind, which have no label either: by its place among them. */
function useName(row: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const { current: element } = row;
    rows.push(element!);
    nameAll();
    return () => {
      rows.splice(rows.indexOf(element!), 1);
      nameAll();
    };
  }, [row]);
}

function nameAll() {
  const isAfter = Node.DOCUMENT_POSITION_PRECEDING;
  rows.sort((a, b) => (a.compareDocumentPosition(b) & isAfter ? 1 : -1));
  rows.forEach((each, place) =>
    each.setAttribute("aria-label", place === 0 ? "Pagination" : `Pagination ${place + 1}`),
  );
}

/** Find for how many numbers there is room, at most as many as are wanted. */
function useRoom(wanted: number) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const { current: element } = box;
    const measure = () => {
      const [first, second] = element!.firstElementChild!.children as unknown as HTMLElement[];
      const pitch = Math.abs(second!.offsetLeft - first!.offsetLeft);
      const gap = pitch - first!.offsetWidth;
      // What is not in sight yet has no width.
      if (pitch > 0) setRoom(Math.floor((element!.clientWidth + gap) / pitch) - 2);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element!);
    return () => observer.disconnect();
  }, [wanted]);
  return { box, room: Math.min(wanted, Math.max(1, room)) };
}
