/** Column menu: how one column is sorted, written, pinned, and whether it is shown. */

import { isKindWithFormat, formatsFor } from "./formats";
import type { Arrangement, Column } from "../../frames/columns";
import type { Box } from "../grid/view";
import { MenuBox } from "./menu_box";

interface ColumnMenuProps {
  column: Column;
  at: Box;
  arrangement: Arrangement;
  arrange(part: Arrangement): void;
  fit(): void;
  close(): void;
}

/** Draw the menu. */
export function ColumnMenu({ column, at, arrangement, arrange, fit, close }: ColumnMenuProps) {
  const { id, title, isPinned } = column;
  const { sort, formats = {}, pinned = {}, hidden = {} } = arrangement;
  const isSorted = sort?.column === id;
  const act = (action: () => void) => () => {
    action();
    close();
  };
  const sorted = (descending: boolean) =>
    act(() =>
      arrange({
        sort: isSorted && sort.descending === descending ? null : { column: id, descending },
      }),
    );
  return (
    <MenuBox label={`Column ${title}`} at={at} testId="stDataFrameColumnMenu" close={close}>
      <Choice isOn={isSorted && !sort.descending} choose={sorted(false)}>
        Sort ascending
      </Choice>
      <Choice isOn={isSorted && sort.descending} choose={sorted(true)}>
        Sort descending
      </Choice>
      {isKindWithFormat(column) && (
        <>
          <hr />
          <h4>Format</h4>
          {formatsFor(column).map(([name, format]) => (
            <Choice
              key={name}
              isOn={(formats[id] ?? column.options.format ?? "") === format}
              choose={act(() => arrange({ formats: { ...formats, [id]: format } }))}
            >
              {name}
            </Choice>
          ))}
        </>
      )}
      <hr />
      <button type="button" role="menuitem" onClick={act(fit)}>
        Autosize
      </button>
      <Choice
        isOn={isPinned}
        choose={act(() => arrange({ pinned: { ...pinned, [id]: !isPinned } }))}
      >
        Pin column
      </Choice>
      <button
        type="button"
        role="menuitem"
        onClick={act(() => arrange({ hidden: { ...hidden, [id]: true } }))}
      >
        Hide column
      </button>
    </MenuBox>
  );
}

interface ChoiceProps {
  isOn: boolean;
  choose(): void;
  children: string;
}

function Choice({ isOn, choose, children }: ChoiceProps) {
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={isOn} onClick={choose}>
      {children}
    </button>
  );
}
