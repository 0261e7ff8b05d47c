/** Download button: a button that saves a file. */

import "./download_button.css";

import { cloneElement, type ReactElement, useEffect } from "react";

import type { Effect } from "../core/effects";
import type { Session } from "../core/session";
import type { Download, DownloadButton } from "../core/wire.gen";
import { define } from "../view/define";
import { useSession, useSignal } from "../view/hooks";
import { useKept } from "../view/kept";
import { ButtonBox } from "../view/parts/button_box";
import { saveFile, Unsaved } from "../view/saving";
import { ShortcutHint, useShortcut } from "../view/shortcut";

/** Stands for the press of a file that is there: nobody has to make it. */
const NONE = 0;

export default define<DownloadButton>(({ id, props }) => {
  const { shortcut, type, disabled, is_made } = props;
  const session = useSession();
  // The number of the press whose file is yet to come: it outlasts a refresh.
  const [asked, setAsked] = useKept(`${id}/download`, 0);
  const effects = useSignal(session.effects.current);
  const current = effects.map(downloadOf).find((download) => download?.button === id);
  const isBusy = current !== undefined && !current.problem;

  useEffect(() => {
    if (asked && is_made) wait(session, id, asked);
  }, [session, id, asked, is_made]);

  function press() {
    if (isBusy) return;
    session.drafts.commit();
    end(session, id);
    if (is_made) {
      const number = session.inputs.next;
      session.make(id, number); // before its event: what the page shows now can be made at once
      setAsked(number);
      wait(session, id, number);
    } else void saveShown(session, id, props.url);
    if (!props.is_silent) session.press(id);
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
      {current?.problem && (
        <div role="alert" className="st-download-problem" data-testid="stDownloadButtonError">
          {current.problem}
        </div>
      )}
    </>
  );
});

function downloadOf({ props }: Effect): Download | undefined {
  return props.kind === "download" ? ({ url: "", problem: "", ...props } as Download) : undefined;
}

/** Show that a file is on its way, and have it asked for until it has come. */
function wait(session: Session, button: string, press: number) {
  const id = `download-${button}-${press}`;
  if (session.effects.current.get().some((effect) => effect.id === id)) return;
  session.effects.take(["effect", id, { kind: "download", button, press } as Download]);
}

/** Forget what there is to say of earlier presses. */
function end(session: Session, button: string) {
  for (const effect of session.effects.current.get()) {
    if (downloadOf(effect)?.button === button) session.effects.end(effect.id);
  }
}

/** Save the file that the page shows, once it shows what was entered before the press. */
async function saveShown(session: Session, id: string, url: string) {
  const { applied, unconfirmed } = session.inputs;
  const isBehind = unconfirmed.some(([, number, , by]) => number > applied && by !== id);
  const say = (problem: string) => {
    const download = { kind: "download", button: id, press: NONE, problem } as Download;
    session.effects.take(["effect", `download-${id}-${NONE}`, download]);
  };
  say("");
  try {
    await saveFile(isBehind ? await shown(session, id, url) : url);
    end(session, id);
  } catch (problem) {
    if (!(problem instanceof Unsaved)) throw problem;
    say(problem.message);
  }
}

/** Wait until a run has applied all that was done, and return the address that the button has. */
function shown(session: Session, id: string, url: string): Promise<string> {
  return new Promise((settle) => {
    const look = () => {
      if (session.busy.get()) return;
      leave();
      settle((session.tree.get(id)?.props as DownloadButton | undefined)?.url || url);
    };
    const leave = session.busy.subscribe(look);
    look();
  });
}
