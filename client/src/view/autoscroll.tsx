/** Has a box of the page follow its end; loaded with the first box that does. */

import { useEffect, type RefObject } from "react";

import { follow } from "./follow";

interface AutoscrollProps {
  box: RefObject<HTMLElement | null>;
  /** Follow only while something in the box matches this selector. */
  only?: string;
}

export default function Autoscroll({ box, only }: AutoscrollProps) {
  useEffect(() => follow(box.current!, only).stop, [box, only]);
  return null;
}
