/** Button group: pills and segmented control, options that are buttons side by side. */

import "../view/parts/fading.css";
import "./button_group.css";

import { type KeyboardEvent, useId, useState } from "react";

import { type Choice, placeOf } from "../lib/options";
import type { ButtonGroup } from "../core/wire.gen";
import { define } from "../view/define";
import { revealCutText } from "../view/parts/cut_text";
import { Icon } from "../view/parts/icon";
import { Label } from "../view/parts/label";
import { InlineMarkdown } from "../view/parts/markdown";

type Value = Choice | Choice[] | null;

export default define<ButtonGroup, Value>(({ props, value, setValue }) => {
  const id = useId();
  const [visited, setVisited] = useState<number | null>(null);
  const { options, variant, selection_mode, required, width, wrap, disabled } = props;
  const isMulti = selection_mode === "multi";
  const choices = isMulti ? (value as Choice[]) : value ? [value as Choice] : [];
  const chosen = choices.map((each) => placeOf(each, options)).filter((place) => place >= 0);
  const stop = Math.min(visited ?? chosen[0] ?? 0, options.length - 1);

  function toggle(place: number) {
    const isChosen = chosen.includes(place);
    if (isMulti) {
      const next = isChosen ? chosen.filter((each) => each !== place) : [...chosen, place];
      setValue(next.map((each): Choice => [each, options[each]!]));
    } else if (!isChosen) setValue([place, options[place]!]);
    else if (!required) setValue(null);
  }

  const empty = options.length === 0;
  return (
    <div
      className="st-field stButtonGroup"
      data-testid="stButtonGroup"
      data-wrap={wrap ?? "auto"}
      data-width={width === "content" ? "content" : "full"}
    >
      <Label props={{ ...props, required: false }} id={id} />
      <div
        className={`st-choices st-fading st-${variant === "pills" ? "pills" : "segments"}`}
        role={empty ? "group" : isMulti ? "toolbar" : "radiogroup"}
        aria-labelledby={id}
        aria-disabled={disabled || undefined}
        aria-required={!empty && required ? true : undefined}
        onKeyDown={moveFocus}
      >
        {empty && <span className="st-choices-empty">No options to select.</span>}
        {options.map((text, place) => (
          <button
            key={place}
            type="button"
            className="st-choice"
            data-variant={variant}
            data-selected={chosen.includes(place) || undefined}
            {...stateOf(chosen.includes(place), isMulti)}
            tabIndex={place === stop ? 0 : -1}
            disabled={disabled}
            onFocus={() => setVisited(place)}
            onClick={() => toggle(place)}
            onPointerEnter={revealCutText}
          >
            <Text source={text} />
          </button>
        ))}
      </div>
    </div>
  );
});

function stateOf(isChosen: boolean, isMulti: boolean) {
  return isMulti ? { "aria-pressed": isChosen } : { role: "radio", "aria-checked": isChosen };
}

/** Arrows move between options and choose none: a choice may be taken back, or start much work. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const { key, currentTarget: group } = event;
  const buttons = [...group.querySelectorAll("button")];
  const at = buttons.findIndex((each) => each === document.activeElement);
  const isReversed = getComputedStyle(group).direction === "rtl";
  const places: Record<string, number> = {
    ArrowRight: at + (isReversed ? -1 : 1),
    ArrowLeft: at - (isReversed ? -1 : 1),
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const place = places[key];
  if (place === undefined || at < 0) return;
  event.preventDefault();
  buttons[place]?.focus();
}

const SYMBOL = /^\s*(:material\/\w+:)\s*/;

/** The text of an option; a symbol that it begins with is its icon. */
function Text({ source }: { source: string }) {
  const symbol = SYMBOL.exec(source);
  const text = symbol ? source.slice(symbol[0].length) : source;
  if (!symbol || !text) return <InlineMarkdown source={source} links={false} />;
  return (
    <>
      <Icon icon={symbol[1]!} />
      <InlineMarkdown source={text} links={false} />
    </>
  );
}
