/** Dialog: a window over the page, until somebody closes it. */

import "./dialog.css";

import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from "react";

import type { Dialog } from "../core/wire.gen";
import { define } from "../view/define";
import { Icon } from "../view/parts/icon";
import { InlineMarkdown } from "../view/parts/markdown";
import { ToolbarButton } from "../view/parts/toolbar_button";

const CROSS = "M6 6 18 18M18 6 6 18";

export default define<Dialog, boolean>(
  ({ props, value, setValue, children }) => {
    if (!value) return null;
    return (
      <Window props={props} close={() => setValue(false)}>
        {children}
      </Window>
    );
  },
  { framed: false },
);

interface WindowProps {
  props: Dialog;
  close(): void;
  children: ReactNode;
}

function Window({ props, close, children }: WindowProps) {
  const { label, width, position, dismissible, icon } = props;
  const box = useRef<HTMLDialogElement>(null);
  const isPressedBeside = useRef(false);
  const title = useId();

  useLayoutEffect(() => {
    const element = box.current!;
    element.showModal();
    // Not its button, which would come first: what the window is called is read out.
    element.focus({ preventScroll: true });
    return () => {
      element.close(); // gives the focus back
      // Unless nobody had it, as after a refresh, or who had it is gone.
      const focused = document.activeElement;
      if (focused === document.body || element.contains(focused)) focusMain();
    };
  }, []);

  const ask = () => dismissible && close();
  function press(event: KeyboardEvent) {
    // What opens inside of it closes first; a browser would close the window at the second one.
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    ask();
  }

  return (
    <div className="st-modal-place" data-testid="stDialog">
      <dialog
        ref={box}
        className="st-modal"
        data-position={position}
        data-width={width}
        aria-modal="true"
        aria-labelledby={title}
        tabIndex={-1}
        onKeyDown={press}
        onCancel={(event) => {
          if (event.target !== box.current) return;
          event.preventDefault();
          ask();
        }}
        onPointerDown={(event) => (isPressedBeside.current = event.target === box.current)}
        onClick={(event) => {
          if (event.target === box.current && isPressedBeside.current) ask();
        }}
      >
        <div className="st-modal-window">
          <header className="st-modal-header">
            <h2 id={title}>
              {icon && <Icon icon={icon} testId="stDialogIcon" />}
              <InlineMarkdown source={label} />
            </h2>
            {dismissible && <ToolbarButton label="Close" icon={CROSS} onClick={close} />}
          </header>
          <div className="st-modal-body">
            <div className="stVerticalBlock" data-testid="stVerticalBlock">
              {children}
            </div>
          </div>
        </div>
      </dialog>
    </div>
  );
}

/** Go on where the page begins: the next Tab is to lead to what it holds. */
function focusMain() {
  document.getElementById("stMain")?.focus({ preventScroll: true });
}
