/** Download button: a button that saves a file. */

import "./download_button.css";

import { cloneElement, type ReactElement, useEffect } from "react";

import type { DownloadButton } from "../core/wire.gen";
import { define } from "../view/define";
import { downloadsOf } from "../view/downloads";
import { useSession, useSignal } from "../view/hooks";
import { ButtonBox } from "../view/parts/button_box";
import { ShortcutHint, useShortcut } from "../view/shortcut";

export default define<DownloadButton>(({ id, props, press: tell }) => {
  const { shortcut, type, disabled, is_made } = props;
  const session = useSession();
  const downloads = downloadsOf(session);
  const problem = useSignal(downloads.problems).get(id);
  const isBusy = problem === "";

  useEffect(() => downloads.resume(id), [downloads, id]);

  function press() {
    if (isBusy) return;
    session.drafts.commit();
    if (is_made) downloads.ask(id);
    else downloads.save(id, props.url);
    if (!props.is_silent) tell();
  }

  useShortcut(disabled ? null : shortcut, press);

  const asBusy = (button: ReactElement<object>) =>
    cloneElement(button, { "aria-busy": true, "aria-disabled": true } as object);
  return (
    <>
      <ButtonBox
        name="stDownloadButton"
        testId={`stBaseButton-${type}`}
        props={isBusy ? { ...props, icon: "spinner" } : props}
        iconPosition={props.icon_position}
        end={<ShortcutHint text={shortcut} />}
        onPress={press}
        {...(isBusy ? { as: asBusy } : {})}
      />
      <div role="status" className="st-hidden">
        {isBusy && "The file is on its way"}
      </div>
      {problem && (
        <div role="alert" className="st-download-problem" data-testid="stDownloadButtonError">
          {problem}
        </div>
      )}
    </>
  );
});
