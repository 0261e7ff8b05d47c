/** Link button: a button that leads to another page. */

import "./link_button.css";

import { type ComponentProps, type ReactElement, useRef } from "react";

import type { LinkButton } from "../core/wire.gen";
import { define } from "../view/define";
import { ButtonBox } from "../view/parts/button_box";
import { safeLink } from "../view/parts/markdown/links";
import { ShortcutHint, useShortcut } from "../view/shortcut";

export default define<LinkButton>(({ props, press }) => {
  const { url, type, icon_position, is_silent, shortcut } = props;
  const link = useRef<HTMLAnchorElement>(null);
  const address = props.disabled ? null : safeLink(url);
  const disabled = address === null;
  const tell = () => void (is_silent || disabled || press());

  useShortcut(disabled ? null : shortcut, () => link.current!.click());

  /** Make a link of the button: how it looks and what is in it stay. */
  function asLink(button: ReactElement): ReactElement {
    return (
      <a
        {...(button.props as ComponentProps<"a">)}
        ref={link}
        type={undefined}
        role={disabled ? "link" : undefined}
        aria-disabled={disabled || undefined}
        href={address ?? undefined}
        target="_blank"
        rel="noreferrer"
        onClick={tell}
        // The middle button opens a link, too.
        onAuxClick={({ button: which }) => which === 1 && tell()}
      />
    );
  }

  return (
    <ButtonBox
      name="stLinkButton"
      testId={`stBaseLinkButton-${type}`}
      props={{ ...props, disabled }}
      iconPosition={icon_position}
      end={<ShortcutHint text={shortcut} />}
      as={asLink}
    />
  );
});
