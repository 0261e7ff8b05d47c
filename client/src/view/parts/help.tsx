/** Help: a tooltip on a control, or on a small "?" beside a label. */

import "./help.css";

import {
  type ReactNode,
  type RefObject,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

import { Markdown } from "./markdown";

const MARGIN = 8;

interface TooltipProps {
  content: string;
  /** Draws the control; `describedBy` names the tooltip while it is shown. */
  children(describedBy: string | undefined, open: () => void): ReactNode;
}

/** Show `content` while the control is hovered or has keyboard focus; Escape puts it away. */
export function Tooltip({ content, children }: TooltipProps) {
  const id = useId();
  const target = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="stTooltipIcon" data-testid="stTooltipIcon">
      <span
        ref={target}
        className="stTooltipHoverTarget"
        data-testid="stTooltipHoverTarget"
        onPointerEnter={(event) => event.pointerType !== "touch" && setOpen(true)}
        onPointerLeave={() => setOpen(false)}
        onFocus={(event) => event.target.matches(":focus-visible") && setOpen(true)}
        onBlur={() => setOpen(false)}
      >
        {children(isOpen ? id : undefined, () => setOpen(true))}
        {isOpen && (
          <Bubble id={id} target={target} content={content} close={() => setOpen(false)} />
        )}
      </span>
    </span>
  );
}

/** Show a "?" that explains what `label` names. */
export function Help({ label, help }: { label: string; help: string }) {
  return (
    <Tooltip content={help}>
      {(describedBy, open) => (
        <button
          type="button"
          className="st-help"
          aria-label={`Help for ${label}`}
          aria-describedby={describedBy}
          onClick={open}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="10" />
            <path d="M9.1 9a3 3 0 0 1 5.8 1c0 2-3 2.6-3 4.2M12 17.5v.1" />
          </svg>
        </button>
      )}
    </Tooltip>
  );
}

interface BubbleProps {
  id: string;
  target: RefObject<HTMLSpanElement | null>;
  content: string;
  close(): void;
}

function Bubble({ id, target, content, close }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  });
  const onPress = useEffectEvent((event: PointerEvent) => {
    if (!target.current!.contains(event.target as Node)) close();
  });
  useLayoutEffect(() => {
    // The top layer is cut off by no container, and yet the bubble stays within its landmark.
    bubble.current!.showPopover?.();
    const move = () => place(bubble.current!, target.current!.getBoundingClientRect());
    move();
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener("keydown", onKeyDown, { signal });
    document.addEventListener("pointerdown", onPress, { signal });
    document.addEventListener("scroll", move, { signal, capture: true, passive: true });
    window.addEventListener("resize", move, { signal });
    return () => controller.abort();
  }, [target]);
  return (
    <div ref={bubble} id={id} role="tooltip" popover="manual" className="st-tooltip">
      <div className="stTooltipContent" data-testid="stTooltipContent">
        <Markdown source={content} />
      </div>
    </div>
  );
}

/** Put the bubble above its target, or below it where there is no room above. */
function place(bubble: HTMLElement, target: DOMRect) {
  const { width, height } = bubble.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - width - MARGIN;
  const centred = target.left + (target.width - width) / 2;
  const above = target.top - height;
  bubble.style.left = `${Math.max(MARGIN, Math.min(centred, rightmost))}px`;
  bubble.style.top = `${above >= MARGIN ? above : target.bottom}px`;
}
