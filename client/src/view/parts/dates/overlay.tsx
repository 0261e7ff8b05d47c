/** Overlay: what stands below a box, above the page, until something else is used. */

import "../popup.css";
import "./overlay.css";

import type { ReactNode, RefObject } from "react";
import { Popover } from "react-aria-components/Popover";

import { landmarkOf } from "../landmark";
import type { Opened } from "./popup";

export interface OverlayProps extends Opened {
  label: string;
  testId: string;
  /** The box that it stands below. */
  anchor: RefObject<HTMLElement | null>;
}

export function Overlay({
  label,
  testId,
  anchor,
  button,
  close,
  children,
}: OverlayProps & { children: ReactNode }) {
  return (
    <Popover
      isNonModal
      isOpen
      onOpenChange={(isOpen) => isOpen || close()}
      triggerRef={anchor}
      placement="bottom start"
      offset={4}
      className="st-popup-place st-popup st-overlay"
      UNSTABLE_portalContainer={landmarkOf(anchor.current) ?? document.body}
      // Its button closes it by itself.
      shouldCloseOnInteractOutside={(element) => !button?.contains(element)}
    >
      <div role="dialog" aria-label={label} data-testid={testId}>
        {children}
      </div>
    </Popover>
  );
}
