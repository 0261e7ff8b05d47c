import { beforeEach, expect, it, vi } from "vitest";

import { FakeClock, FakeSocket } from "../../test/fakes";
import { Session } from "../core/session";
import { recall, rememberWhileHidden } from "./memory";

let session: Session;

beforeEach(() => {
  sessionStorage.clear();
  const quiet = { random: () => 1, warm: () => {}, report: () => {} };
  session = new Session({ connect: () => new FakeSocket(), after: new FakeClock().after, ...quiet });
  rememberWhileHidden(session);
  session.inputs.pull("go");
});

function turn(state: "hidden" | "visible"): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

it("is empty in a new tab", () => {
  expect(recall()).toBeNull();
});

it("holds the session and its unconfirmed events for a refresh, once", () => {
  dispatchEvent(new Event("pagehide"));
  expect(recall()).toEqual({ session: null, next: 2, events: [["event", 1, {}, "go"]] });
  expect(recall()).toBeNull();
});

it("holds nothing that a duplicate of the visible tab could copy", () => {
  turn("hidden");
  expect(sessionStorage).toHaveLength(1);
  turn("visible");
  expect(sessionStorage).toHaveLength(0);
  dispatchEvent(new Event("pagehide"));
  dispatchEvent(new Event("pageshow"));
  expect(sessionStorage).toHaveLength(0);
});
