/** Checkbox: one yes or no. */

import "./checkbox.css";

import { useId } from "react";

import type { Checkbox } from "../core/wire.gen";
import { define } from "../view/define";
import { revealCutText } from "../view/parts/cut_text";
import { Help } from "../view/parts/help";
import { InlineMarkdown } from "../view/parts/markdown";

export default define<Checkbox, boolean>(({ props, value, setValue }) => {
  const id = useId();
  const { label, label_visibility, disabled, help, wrap } = props;
  const look = label_visibility === "visible" ? "st-check-label st-line" : "st-hidden";
  return (
    <div className="stCheckbox" data-testid="stCheckbox" data-wrap={wrap ?? "auto"}>
      <label className="st-check" htmlFor={id} data-disabled={disabled || undefined}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          disabled={disabled}
          onChange={(event) => setValue(event.currentTarget.checked)}
        />
        <span className={look} data-testid="stWidgetLabel" onPointerEnter={revealCutText}>
          <InlineMarkdown source={label} />
        </span>
      </label>
      {label_visibility === "visible" && help && <Help label={label} help={help} />}
    </div>
  );
});
