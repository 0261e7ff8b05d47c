/** Text area: several lines of text. */

import "./text_area.css";

import { useState } from "react";

import type { TextArea } from "../core/wire.gen";
import { define } from "../view/define";
import { isEnter, useEnter } from "../view/enter";
import { useGrowing } from "../view/growing";
import { Control } from "../view/parts/control";
import { Field } from "../view/parts/field";
import { IS_APPLE } from "../view/shortcut";
import { emptyProblem, useTextField } from "../view/text_field";

/** The room that a label takes, in pixels: what the script says of the height counts it. */
const LABEL = 28;

export default define<TextArea, string | null>((view) => {
  const { props, value } = view;
  const { height, max_chars, disabled } = props;
  const { text, isDirty, problem, commit, native } = useTextField(
    // A browser ends all lines alike: text that has others is not changed by being shown.
    { ...view, value: value && value.replace(/\r\n?/g, "\n") },
    { problemOf: (entered) => emptyProblem(entered, props.required) },
  );
  // A finger has no such keys.
  const [hasKeys] = useState(() => !matchMedia("(pointer: coarse)").matches);
  const enter = useEnter(isDirty, IS_APPLE ? "⌘+Enter" : "Ctrl+Enter");
  const box = useGrowing(height === "content", text);
  return (
    <Field
      name="stTextArea"
      props={props}
      error={problem}
      instructions={[hasKeys && enter.hint, max_chars !== null && `${text.length}/${max_chars}`]}
    >
      {(control) => (
        <Control name="stTextArea" testId="stTextAreaRootElement" icon={null} disabled={disabled}>
          <textarea
            {...control}
            {...native}
            ref={box}
            rows={3}
            data-height={typeof height === "number" ? "fixed" : height}
            style={typeof height === "number" ? { height: boxHeight(height, props) } : undefined}
            maxLength={max_chars ?? undefined}
            placeholder={props.placeholder ?? undefined}
            onKeyDown={(event) => {
              const isMine = isEnter(event) && (event.ctrlKey || event.metaKey);
              if (isMine && commit(text)) enter.submit();
            }}
          />
        </Control>
      )}
    </Field>
  );
});

function boxHeight(height: number, { label_visibility }: TextArea): number {
  return label_visibility === "collapsed" ? height : height - LABEL;
}
