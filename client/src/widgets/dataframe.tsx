/** Dataframe: a table to look at, sort and search, and perhaps to select in. */

import type { Dataframe } from "../core/wire.gen";
import { define } from "../view/define";
import { useSession } from "../view/hooks";
import { FrameView, type Choice } from "../view/parts/frame";
import type { Modes } from "../view/parts/grid/view";

/** The wire form of what is selected. */
interface Selected {
  rows: number[];
  columns: string[];
  cells: [number, string][];
}

const NOTHING: Choice = { rows: [], columns: [], cells: [] };

export default define<Dataframe, Selected | null>(({ id, props, value, setValue }) => {
  const { frame } = props;
  const session = useSession();
  return (
    <FrameView
      id={id}
      look={props}
      canExport={props.can_export}
      modes={modesOf(props.selects)}
      choice={value ? choiceOf(value, frame) : NOTHING}
      press={(button, row, label) => session.press(button, { row, label })}
      choose={(choice) => setValue(selectedOf(choice, frame))}
    />
  );
});

function modesOf(selects: Dataframe["selects"]): Modes {
  const of = (what: string) =>
    selects?.some((mode) => mode === `multi-${what}`)
      ? "multi"
      : selects?.some((mode) => mode.startsWith(`single-${what}`))
        ? "single"
        : "none";
  return {
    rows: of("row"),
    columns: of("column"),
    cells: of("cell"),
    isRequired: selects?.includes("single-row-required") ?? false,
  };
}

function choiceOf(
  { rows, columns, cells }: Selected,
  { columns: all }: Dataframe["frame"],
): Choice {
  const numberOf = (name: string) => all.findIndex((each) => !each.is_index && each.name === name);
  return {
    rows,
    columns: columns.map(numberOf),
    cells: cells.map(([row, name]) => [numberOf(name), row] as const),
  };
}

function selectedOf(
  { rows, columns, cells }: Choice,
  { columns: all }: Dataframe["frame"],
): Selected {
  return {
    rows: [...rows],
    columns: columns.map((number) => all[number]!.name),
    cells: cells.map(([number, row]) => [row, all[number]!.name]),
  };
}
