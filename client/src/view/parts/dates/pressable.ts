/**
 * Keep the library from adding a style element, which our content security policy refuses.
 *
 * It adds none if there is an element with this id; the one rule of that style is in fields.css.
 */
const ID = "react-aria-pressable-style";

if (!document.getElementById(ID)) {
  const mark = document.createElement("meta");
  mark.id = ID;
  document.head.append(mark);
}
