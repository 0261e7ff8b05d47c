/** Checkbox: one yes or no. */

import "./checkbox.css";

import { useId } from "react";

import type { Checkbox } from "../core/wire.gen";
import { defineInput } from "../view/define";
import { revealCutText } from "../view/parts/cut_text";
import { Help } from "../view/parts/help";
import { InlineMarkdown } from "../view/parts/markdown";

export default defineInput<Checkbox, boolean>(({ props, value, setValue }) => {
  const id = useId();
  const { label, label_visibility = "visible", disabled, help, width, wrap } = props;
  const isLabelled = label_visibility === "visible";
  return (
    <div
      className="stCheckbox"
      data-testid="stCheckbox"
      data-width={width === undefined || width === "content" ? "content" : "full"}
      data-wrap={wrap ?? "auto"}
    >
      <label className="st-check" htmlFor={id} data-disabled={disabled || undefined}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          disabled={disabled}
          onChange={(event) => setValue(event.currentTarget.checked)}
        />
        <span
          className={isLabelled ? "st-check-label" : "st-hidden"}
          data-testid="stWidgetLabel"
          onPointerEnter={revealCutText}
        >
          <InlineMarkdown source={label} />
        </span>
      </label>
      {isLabelled && help && <Help label={label} help={help} />}
    </div>
  );
}, false);
