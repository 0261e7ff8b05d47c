/** Data editor: a table whose cells can be set, and rows added and deleted. */

import { useMemo, useState } from "react";

import type { DataEditor } from "../core/wire.gen";
import { define } from "../view/define";
import type { EditState } from "../view/frames/edits";
import { FrameView, type Choice } from "../view/parts/frame";
import { useEditing, usePair } from "../view/parts/frame/editing";
import { load } from "../view/parts/grid/lazy_editor";
import { Notes } from "../view/parts/frame/notes";
import { useSession, useStandIn } from "../view/hooks";

// It comes along with the grid: who types at once is to be heard.
void load().catch(() => null);

const NOTHING: Choice = { rows: [], columns: [], cells: [] };

export default define<DataEditor, EditState | null>(({ id, props: latest, value, setValue }) => {
  const [pair, state] = usePair(latest, value);
  // Edits say what became of this table: brought onto the person's own, they would undo others.
  const isStandIn = useStandIn(id);
  const props = useMemo(() => (isStandIn ? { ...pair, disabled: true } : pair), [pair, isStandIn]);
  const { edited, missing, left, refused, stuck } = useEditing({
    id,
    props,
    value: state,
    setValue,
  });
  const [choice, choose] = useState(NOTHING);
  const session = useSession();
  const canDelete = !pair.disabled && (pair.num_rows === "dynamic" || pair.num_rows === "delete");
  return (
    <>
      <FrameView
        id={id}
        look={props}
        canExport={props.can_export}
        modes={{
          rows: canDelete ? "multi" : "none",
          columns: "none",
          cells: "none",
          isRequired: false,
        }}
        choice={choice}
        choose={choose}
        press={(press, row, label) => session.press(press, { row, label })}
        edited={edited}
      />
      <Notes frame={props.frame} missing={missing} left={left} refused={refused} stuck={stuck} />
    </>
  );
});
