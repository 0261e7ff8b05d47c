/** Button: something to press. */

import type { Button } from "../core/wire.gen";
import { define } from "../view/define";
import { ButtonBox } from "../view/parts/button_box";
import { ShortcutHint, useShortcut } from "../view/shortcut";

export default define<Button>(({ props, press }) => {
  const { shortcut } = props;
  useShortcut(props.disabled ? null : shortcut, press);
  return (
    <ButtonBox
      name="stButton"
      testId={`stBaseButton-${props.type}`}
      props={props}
      iconPosition={props.icon_position}
      end={<ShortcutHint text={shortcut} />}
      onPress={() => press()}
    />
  );
});
