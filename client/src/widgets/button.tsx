/** Button: something to press. */

import "./button.css";

import { useEffect, useEffectEvent } from "react";

import { isPressed, parseShortcut, shortcutLabel, typesNothing } from "../lib/shortcut";
import type { Button } from "../core/wire.gen";
import { define } from "../view/define";
import { revealCutText } from "../view/parts/cut_text";
import { Tooltip } from "../view/parts/help";
import { Icon } from "../view/parts/icon";
import { InlineMarkdown } from "../view/parts/markdown";

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

export default define<Button>(({ props, press }) => {
  const { type, width, wrap, help } = props;
  useShortcut(props.disabled ? null : props.shortcut, press);
  const face = (describedBy?: string) => (
    <button
      type="button"
      {...{ kind: type }} // apps' own style sheets look for it
      className={`st-button st-button-${type}`}
      data-testid={`stBaseButton-${type}`}
      disabled={props.disabled}
      aria-describedby={describedBy}
      onClick={() => press()}
    >
      <Face props={props} />
    </button>
  );
  return (
    <div
      className="stButton"
      data-testid="stButton"
      data-width={width === "content" ? "content" : "full"}
      data-wrap={wrap ?? "auto"}
    >
      {help ? <Tooltip content={help}>{face}</Tooltip> : face()}
    </div>
  );
});

function Face({ props }: { props: Button }) {
  const { label, icon, icon_position, shortcut, help } = props;
  const sign = icon && <Icon icon={icon} />;
  return (
    <>
      {icon_position !== "right" && sign}
      {label && (
        <span className="st-button-label st-line" onPointerEnter={help ? undefined : revealCutText}>
          <InlineMarkdown source={label} links={false} />
        </span>
      )}
      {icon_position === "right" && sign}
      {shortcut && <kbd className="st-shortcut">{shortcutLabel(parseShortcut(shortcut), IS_APPLE)}</kbd>}
    </>
  );
}

function useShortcut(text: string | null, press: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = parseShortcut(text ?? "");
    if (event.repeat || event.isComposing || !isPressed(shortcut, event)) return;
    if (isBusy(event.target) && !typesNothing(shortcut)) return;
    event.preventDefault();
    press();
  });
  useEffect(() => {
    if (!text) return;
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [text]);
}

/** Tell whether a key pressed on `target` means something there already. */
function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, button, a, [contenteditable]") !== null;
}
