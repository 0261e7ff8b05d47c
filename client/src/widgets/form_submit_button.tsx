/** Form submit button: submits the form it stands in. */

import { useContext } from "react";

import type { FormSubmitButton } from "../core/wire.gen";
import { define } from "../view/define";
import { FormContext } from "../view/form_context";
import { ButtonBox } from "../view/parts/button_box";
import { ShortcutHint, useShortcut } from "../view/shortcut";

export default define<FormSubmitButton>(({ id, props }) => {
  const { shortcut } = props;
  const form = useContext(FormContext);
  const submit = () => form?.submit(id);
  useShortcut(props.disabled ? null : shortcut, submit);
  return (
    <ButtonBox
      name="stFormSubmitButton"
      testId={`stBaseButton-${props.type}FormSubmit`}
      props={props}
      iconPosition={props.icon_position}
      end={<ShortcutHint text={shortcut} />}
      onPress={submit}
    />
  );
});
