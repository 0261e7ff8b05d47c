/** Column list: which columns are shown. */

import type { Arrangement, Column } from "../../frames/columns";
import type { Box } from "../grid/view";
import { MenuBox } from "./menu_box";

interface ColumnListProps {
  columns: readonly (readonly [column: Column, isShown: boolean])[];
  at: Box;
  arrangement: Arrangement;
  arrange(part: Arrangement): void;
  close(): void;
}

/** Draw a box to tick for each column, and one for all of them. */
export function ColumnList({ columns, at, arrangement, arrange, close }: ColumnListProps) {
  const { hidden = {} } = arrangement;
  const count = columns.filter(([, isShown]) => isShown).length;
  const isAll = count === columns.length;
  return (
    <MenuBox
      label="Columns"
      at={at}
      role="group"
      testId="stDataFrameColumnVisibilityMenu"
      close={close}
    >
      <label>
        <input
          type="checkbox"
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = !isAll && count > 0;
          }}
          onChange={() =>
            arrange({
              hidden: Object.fromEntries(columns.map(([{ id }]) => [id, isAll] as const)),
            })
          }
        />
        Select all
      </label>
      <hr />
      {columns.map(([column, isShown]) => (
        <label key={column.id}>
          <input
            type="checkbox"
            checked={isShown}
            onChange={() => arrange({ hidden: { ...hidden, [column.id]: isShown } })}
          />
          {nameOf(column)}
        </label>
      ))}
    </MenuBox>
  );
}

function nameOf({ groups, title, isIndex }: Column): string {
  const name = [...groups.filter(Boolean), title].join(" / ");
  return isIndex ? (name ? `${name} (index)` : "(index)") : name;
}
