/** Keys of a grid, beside those that the library has itself. */

import { flushSync } from "react-dom";

import type { GridKeyEventArgs, Item } from "./library";
import type { GridProps } from "./view";

/** With Shift it opens the menu of what has the focus, as the key for menus does. */
const MENU_KEY = `F${10}`;

/** Do what a key says that is pressed on the grid, if it says something there. */
export function pressKey(event: GridKeyEventArgs, props: GridProps): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, location, bounds } = event;
  const command = ctrlKey || metaKey;
  const take = (act: () => void) => {
    event.cancel();
    event.preventDefault();
    act();
  };
  const { editing } = props;
  if (command && key.toLowerCase() === "z" && editing) take(shiftKey ? editing.redo : editing.undo);
  else if (command && key.toLowerCase() === "y" && editing) take(editing.redo);
  else if (location && bounds && (key === "ContextMenu" || (shiftKey && key === MENU_KEY)))
    take(() => props.onMenu(location[0], bounds));
  else if (location && bounds && altKey && key === "ArrowDown")
    take(() => props.onMenu(location[0], bounds));
  else if (editing?.addRows && isInNewRow(location, props) && isTyped(event))
    take(() => {
      // The row is there before the next key comes, and this one opens its cell.
      flushSync(() => void editing.addRows!([new Map()]));
      const opens = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      event.rawEvent?.currentTarget.dispatchEvent(opens);
    });
}

/** Whether a place is in the row that is not there yet, where something can be entered. */
function isInNewRow(place: Item | undefined, { columns, rows }: GridProps): boolean {
  return place !== undefined && place[1] === rows && columns[place[0]]?.isEditable === true;
}

/** Whether a key is the first of a text. */
function isTyped({ key, ctrlKey, metaKey, altKey }: GridKeyEventArgs): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}
