/** Options: the list below a box to choose from; a long one draws only what can be seen. */

import "./popup.css";
import "./options.css";

import { Combobox } from "@base-ui/react/combobox";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from "react";

import { landmarkOf } from "./landmark";

/** Beyond this many options only those in sight are drawn. */
export const MANY = 100;

const ROW = 36;
const ROW_TOUCH = 44;
const TOP_GAP = 4;

/** Brings an option into sight. */
export interface Scroll {
  to(index: number): void;
}

interface OptionsProps {
  /** What the rows stand for, in order; a row's value is its number here. */
  shown: readonly number[];
  /** The last row, if it stands above all others: the first that arrows reach is an option. */
  top?: number;
  textOf(row: number): string | undefined;
  /** The box that the popup stands below. */
  anchor: HTMLElement | null;
  testId: string;
  /** What stands in place of an empty list. */
  empty?: string;
  scroll: Ref<Scroll>;
}

/** Draw the popup with its options, for use inside a `Combobox.Root`. */
export function Options({ anchor, testId, empty = "No results", ...list }: OptionsProps) {
  const { shown, top, textOf } = list;
  const rows = top === undefined ? shown : shown.slice(0, -1);
  const above = top !== undefined && (
    <Combobox.Item key={top} index={rows.length} value={top} className="st-option st-option-top">
      {textOf(top)}
    </Combobox.Item>
  );
  return (
    <Combobox.Portal container={anchor && landmarkOf(anchor)}>
      <Combobox.Positioner
        className="st-popup-place"
        anchor={anchor}
        sideOffset={4}
        collisionPadding={8}
      >
        <Combobox.Popup className="st-popup st-options" data-testid={testId}>
          <Combobox.Empty className="st-options-empty">
            {shown.length === 0 && empty}
          </Combobox.Empty>
          {shown.length > MANY ? (
            <LongList {...list} shown={rows} above={above} />
          ) : (
            <Combobox.List className="st-options-list">
              {above}
              {rows.map((row, index) => (
                <Combobox.Item key={row} index={index} value={row} className="st-option">
                  {textOf(row)}
                </Combobox.Item>
              ))}
            </Combobox.List>
          )}
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

interface LongListProps extends Pick<OptionsProps, "shown" | "textOf" | "scroll"> {
  above: ReactNode;
}

function LongList({ shown, textOf, scroll, above }: LongListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [height] = useState(() => (matchMedia("(pointer: coarse)").matches ? ROW_TOUCH : ROW));
  const margin = above ? height + TOP_GAP : 0;
  // eslint-disable-next-line react-hooks/incompatible-library -- told to compilers; we use none
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => height, // of each row, of which there may be 100,000
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: margin,
  });
  useImperativeHandle(scroll, () => ({
    to: (index) => index < shown.length && virtualizer.scrollToIndex(index),
  }));
  return (
    <Combobox.List ref={list} className="st-options-list">
      {above}
      <div
        role="presentation"
        className="st-options-all"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const row = shown[index]!;
          return (
            <Combobox.Item
              key={row}
              index={index}
              value={row}
              className="st-option"
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${start - margin}px)` }}
            >
              <span className="st-option-text">{textOf(row)}</span>
            </Combobox.Item>
          );
        })}
      </div>
    </Combobox.List>
  );
}
