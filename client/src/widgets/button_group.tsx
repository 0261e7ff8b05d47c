/** Button group: pills and segmented control, options that are buttons side by side. */

import "../view/parts/fading.css";
import "./button_group.css";

import { useId } from "react";

import { type Choice, placeOf } from "../lib/options";
import type { ButtonGroup } from "../core/wire.gen";
import { define } from "../view/define";
import { revealCutText } from "../view/parts/cut_text";
import { Icon } from "../view/parts/icon";
import { Label } from "../view/parts/label";
import { InlineMarkdown } from "../view/parts/markdown";
import { useRoving } from "../view/roving";

type Value = Choice | Choice[] | null;

export default define<ButtonGroup, Value>(({ props, value, setValue }) => {
  const id = useId();
  const { options, variant, selection_mode, required, width, wrap, disabled } = props;
  const isMulti = selection_mode === "multi";
  const choices = isMulti ? (value as Choice[]) : value ? [value as Choice] : [];
  const chosen = choices.map((each) => placeOf(each, options)).filter((place) => place >= 0);
  // Arrows choose none: a choice may be taken back, or start much work.
  const roving = useRoving({ count: options.length, first: chosen[0] ?? 0 });

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
        ref={showChosen}
        {...roving.group}
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
            {...roving.button(place)}
            disabled={disabled}
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

/** Scroll a row that is longer than its place to what is chosen in it, when it is first shown. */
function showChosen(row: HTMLElement | null) {
  const chosen = row?.querySelector("[data-selected]")?.getBoundingClientRect();
  if (!row || !chosen) return;
  const { left, width } = row.getBoundingClientRect();
  row.scrollLeft += chosen.left + chosen.width / 2 - left - width / 2;
}

function stateOf(isChosen: boolean, isMulti: boolean) {
  return isMulti ? { "aria-pressed": isChosen } : { role: "radio", "aria-checked": isChosen };
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
