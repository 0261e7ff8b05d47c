/** Options: the list below a box to choose from; a long one draws only what can be seen. */

import "./options.css";

import { Combobox } from "@base-ui/react/combobox";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type Ref, useImperativeHandle, useRef } from "react";

import { landmarkOf } from "./landmark";

/** Beyond this many options only those in sight are drawn. */
export const MANY = 100;

const ROW = 36;
const ROW_TOUCH = 44;

/** Brings an option into sight. */
export interface Scroll {
  to(index: number): void;
}

interface OptionsProps {
  /** What the rows stand for, in order; a row's value is its number here. */
  shown: readonly number[];
  textOf(row: number): string | undefined;
  /** The box that the popup stands below. */
  anchor: HTMLElement | null;
  testId: string;
  scroll: Ref<Scroll>;
}

/** Draw the popup with its options, for use inside a `Combobox.Root`. */
export function Options({ anchor, testId, ...list }: OptionsProps) {
  const { shown, textOf } = list;
  return (
    <Combobox.Portal container={anchor && landmarkOf(anchor)}>
      <Combobox.Positioner
        className="st-options-place"
        anchor={anchor}
        sideOffset={4}
        collisionPadding={8}
      >
        <Combobox.Popup className="st-options" data-testid={testId}>
          <Combobox.Empty className="st-options-empty">
            {shown.length === 0 && "No results"}
          </Combobox.Empty>
          {shown.length > MANY ? (
            <LongList {...list} />
          ) : (
            <Combobox.List className="st-options-list">
              {shown.map((row, index) => (
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

function LongList({ shown, textOf, scroll }: Omit<OptionsProps, "anchor" | "testId">) {
  const list = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- told to compilers; we use none
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => (matchMedia("(pointer: coarse)").matches ? ROW_TOUCH : ROW),
    overscan: 8,
  });
  useImperativeHandle(scroll, () => ({ to: (index) => virtualizer.scrollToIndex(index) }));
  return (
    <Combobox.List ref={list} className="st-options-list">
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
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <span className="st-option-text">{textOf(row)}</span>
            </Combobox.Item>
          );
        })}
      </div>
    </Combobox.List>
  );
}
