import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { FakeSocket } from "../../test/fakes";
import { FakeClock, FakeLocks, fakePorts, welcome } from "../../test/fakes";
import { SessionPersistence } from "../core/session_persistence";
import { Session } from "../core/session";
import type { Hello } from "../core/wire.gen";
import { liveWithThePage, locksOf, storage } from "./persistence";

/** The lock manager of a browser, as far as it is used. */
class FakeLockManager {
  readonly held = new Map<string, Promise<void>>();

  request = async (name: string, { signal }: LockOptions, task: () => Promise<void>) => {
    while (this.held.has(name)) await Promise.race([this.held.get(name), aborted(signal!)]);
    const done = task();
    this.held.set(name, done);
    await done;
    this.held.delete(name);
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, refuse) => {
    signal.addEventListener("abort", () => refuse(signal.reason));
  });
}

describe("the locks of a browser", () => {
  const made = () => locksOf({ locks: new FakeLockManager() } as unknown as Navigator)!;

  it("are none where there are none", () => expect(locksOf({})).toBeNull());

  it("have one holder at a time", async () => {
    const locks = made();
    const release = await locks.take("s1", 20);
    expect(release).not.toBeNull();
    expect(await locks.take("s1", 20)).toBeNull();
    expect(await locks.take("s2", 20)).not.toBeNull();
    release!();
    expect(await locks.take("s1", 20)).not.toBeNull();
  });

  it("wait for a holder that is about to let go", async () => {
    const locks = made();
    const release = await locks.take("s1", 20);
    const second = locks.take("s1", 10_000);
    release!();
    expect(await second).not.toBeNull();
  });
});

describe("a page", () => {
  const locks = new FakeLocks();
  const sockets: FakeSocket[] = [];
  const clock = new FakeClock();
  const session = new Session(fakePorts(sockets, clock));
  const persistence = new SessionPersistence({
    storage,
    locks,
    isReload: false,
    after: clock.after,
  });
  persistence.follow(session);
  liveWithThePage(persistence, session);
  session.open();

  beforeEach(() => {
    session.open();
    sockets.at(-1)!.opens();
    sockets.at(-1)!.says(0, welcome({ resumed: true }));
  });
  afterEach(() => vi.restoreAllMocks());

  function turn(state: "hidden" | "visible"): void {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
    document.dispatchEvent(new Event("visibilitychange"));
  }

  const events = () => (JSON.parse(storage.read("")!) as { events: unknown[] }).events;

  it("that is hidden has written all down", () => {
    session.inputs.press("go");
    expect(events()).toHaveLength(0);
    turn("hidden");
    expect(events()).toHaveLength(1);
  });

  it("that leaves lets go of its session, and takes it back when it returns", async () => {
    sockets.at(-1)!.says(5, ["reset"]);
    dispatchEvent(new Event("pagehide"));
    expect([...locks.taken]).toEqual([]);
    const count = sockets.length;
    dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    await vi.waitFor(() => expect(sockets).toHaveLength(count + 1));
    expect([...locks.taken]).toEqual(["s1"]);
    // It has seen nothing, as far as the server hears: that is a page load.
    sockets.at(-1)!.opens();
    const [tag, , id, seen] = sockets.at(-1)!.sent[0] as Hello;
    expect([tag, id, seen]).toEqual(["hello", "s1", 0]);
  });

  it("renews its connection when the network is back, and does not wait when it is looked at", () => {
    const count = sockets.length;
    dispatchEvent(new Event("online"));
    expect(sockets).toHaveLength(count + 1);
    sockets.at(-1)!.breaks();
    turn("visible");
    expect(sockets).toHaveLength(count + 2);
  });

  it("whose storage is full or forbidden says that nothing was written", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(storage.write("", "x")).toBe(false);
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    expect(storage.read("")).toBeNull();
  });
});
