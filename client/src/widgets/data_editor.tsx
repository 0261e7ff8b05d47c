/** Data editor: a table whose cells can be set, and rows added and deleted. */

import { useState } from "react";

import type { DataEditor } from "../core/wire.gen";
import { define } from "../view/define";
import type { EditState } from "../view/frames/edits";
import { FrameView, type Choice } from "../view/parts/frame";
import { useEditing, usePair } from "../view/parts/frame/editing";
import { load } from "../view/parts/grid/lazy_editor";
import { Notes } from "../view/parts/frame/notes";
import { useSession } from "../view/hooks";

// It comes along with the grid: who types at once is to be heard.
void load().catch(() => null);

const NOTHING: Choice = { rows: [], columns: [], cells: [] };

export default define<DataEditor, EditState | null>(({ id, props: latest, value, setValue }) => {
  const [props, state] = usePair(latest, value);
  const { edited, missing, left, refused } = useEditing({ id, props, value: state, setValue });
  const [choice, choose] = useState(NOTHING);
  const session = useSession();
  const canDelete =
    !props.disabled && (props.num_rows === "dynamic" || props.num_rows === "delete");
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
      <Notes frame={props.frame} missing={missing} left={left} refused={refused} />
    </>
  );
});
