/** The whole page, with a server that the test plays. */

import { act, render } from "@testing-library/react";

import { Session, type Saved } from "../src/core/session";
import type { Edit, ServerMessage } from "../src/core/wire.gen";
import { App } from "../src/view/app";
import { SessionContext } from "../src/view/hooks";
import type { FakeSocket } from "./fakes";
import { FakeClock, fakePorts, welcome } from "./fakes";

/** Open the page and let its first run draw `edits`. */
export function openPage(...edits: Edit[]) {
  return openPageAs({}, ...edits);
}

type Visitor = Parameters<typeof welcome>[0] & { saved?: Saved | null };

/** Open the page as one whom the server welcomes so. */
export function openPageAs({ saved = null, ...told }: Visitor, ...edits: Edit[]) {
  const sockets: FakeSocket[] = [];
  const clock = new FakeClock();
  const session = new Session(fakePorts(sockets, clock), saved);
  session.open();
  let batch = 0;
  const here = () => sockets.at(-1)!;
  const says = (...messages: ServerMessage[]) => act(() => here().says((batch += 1), ...messages));
  const view = render(
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  );
  act(() => {
    here().opens();
    here().says(0, welcome(told));
  });
  says(["reset"], ["run_started", 0, "event"], ["edits", edits], ["run_ended", "done"]);
  return { ...view, session, sockets, clock, here, says };
}
