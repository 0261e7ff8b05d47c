/** Toast: a message that comes and goes. */

import "./toast.css";

import { useLayoutEffect, useRef, useState } from "react";

import type { Toast } from "../core/wire.gen";
import { useClock } from "../view/clock";
import { define } from "../view/define";
import { useSession } from "../view/hooks";
import { Icon } from "../view/parts/icon";
import { Markdown } from "../view/parts/markdown";

export default define<Toast>(
  ({ id, props }) => {
    const { body, icon, duration } = props;
    const { effects } = useSession();
    useClock(duration, props, () => effects.end(id));
    return (
      <div className="stToast" data-testid="stToast" role="status">
        {icon && <Icon icon={icon} testId="stToastDynamicIcon" />}
        <Body key={body} source={body} />
        <button
          type="button"
          aria-label="Close"
          onClick={({ currentTarget }) => {
            currentTarget.blur(); // or nobody would hear that the focus is gone
            effects.end(id);
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
    );
  },
  { framed: false },
);

/** A long text shows its first lines, and the others when a person asks for them. */
function Body({ source }: { source: string }) {
  const text = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [isWhole, setWhole] = useState(false);
  useLayoutEffect(() => {
    const measure = ({ scrollHeight, clientHeight }: HTMLElement) =>
      setLong(scrollHeight > clientHeight + 1);
    measure(text.current!);
  }, []);
  return (
    <div className="st-toast-body">
      <div ref={text} data-testid="stToastText" data-cut={!isWhole || undefined}>
        <Markdown source={source} />
      </div>
      {isLong && (
        <button type="button" data-testid="stToastViewButton" onClick={() => setWhole(!isWhole)}>
          {isWhole ? "view less" : "view more"}
        </button>
      )}
    </div>
  );
}
