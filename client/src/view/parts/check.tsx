/** Check: a yes or no with its label, drawn as a box or as a switch; and the mark that is ticked. */

import "./check.css";

import type { ComponentProps } from "react";

import type { Checkbox, Toggle } from "../../core/wire.gen";
import type { View } from "../define";
import { revealCutText } from "./cut_text";
import { Help } from "./help";
import { InlineMarkdown } from "./markdown";

interface CheckProps
  extends Pick<View<Checkbox | Toggle, boolean>, "props" | "value" | "setValue"> {
  /** "switch" says that it takes effect at once. */
  role?: "switch";
}

export function Check({ props, value, setValue, role }: CheckProps) {
  const { label, label_visibility, disabled, help, wrap } = props;
  const look = label_visibility === "visible" ? "st-check-label st-line" : "st-hidden";
  return (
    <div className="stCheckbox" data-testid="stCheckbox" data-wrap={wrap ?? "auto"}>
      <Mark
        type="checkbox"
        role={role}
        checked={value}
        disabled={disabled}
        onChange={(event) => setValue(event.currentTarget.checked)}
      >
        <span className={look} data-testid="stWidgetLabel" onPointerEnter={revealCutText}>
          <InlineMarkdown source={label} />
        </span>
      </Mark>
      {label_visibility === "visible" && help && <Help label={label} help={help} />}
    </div>
  );
}

/** Draw a native box, switch or circle, with what stands beside it. */
export function Mark({
  children,
  testId,
  ...input
}: ComponentProps<"input"> & { testId?: string }) {
  return (
    <label className="st-check" data-testid={testId} data-disabled={input.disabled || undefined}>
      <input {...input} />
      {children}
    </label>
  );
}
