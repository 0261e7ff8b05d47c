/** Label: the name of an input, with its help. */

import "./label.css";

import { Help } from "./help";
import { InlineMarkdown } from "./markdown";

/** What a label needs to know of an input's props. */
export interface LabelledProps {
  label: string;
  label_visibility: "visible" | "hidden" | "collapsed";
  help: string | null;
  disabled: boolean;
  required?: boolean;
}

interface LabelProps {
  props: LabelledProps;
  /** The id of the control, for one that is a native form control. */
  control?: string | undefined;
  /** The id of the label itself, for controls that refer to it. */
  id?: string;
  /** What a click on it does, for one that names a group of controls. */
  focus?: (() => void) | undefined;
}

/**
 * Draw the label of an input.
 *
 * A hidden label keeps its room and a collapsed one does not; both still name the control.
 */
export function Label({ props, control, id, focus }: LabelProps) {
  const { label, label_visibility: visibility, help, disabled, required } = props;
  const text = (
    <label
      id={id}
      htmlFor={control}
      onClick={focus}
      className={visibility === "visible" ? "st-label" : "st-hidden"}
      data-testid="stWidgetLabel"
      data-disabled={disabled || undefined}
    >
      <InlineMarkdown source={label} />
    </label>
  );
  if (visibility === "collapsed") return text;
  return (
    <div className="st-label-row">
      {text}
      {visibility === "visible" && required && (
        <span className="st-required" data-testid="stWidgetLabelRequired" aria-hidden="true">
          (required)
        </span>
      )}
      {visibility === "visible" && help && <Help label={label} help={help} />}
    </div>
  );
}
