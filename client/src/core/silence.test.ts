import { encode } from "@msgpack/msgpack";
import { beforeEach, describe, expect, it } from "vitest";

import { insert } from "../../test/edits";
import type { FakeSocket } from "../../test/fakes";
import { FakeClock, fakePorts, welcome } from "../../test/fakes";
import { Session } from "./session";

let sockets: FakeSocket[];
let clock: FakeClock;
let session: Session;

const here = () => sockets.at(-1)!;

function connect(): void {
  here().opens();
  here().says(0, welcome({ resumed: true }));
}

/** How many seconds, in steps of a tenth, until the socket that is open now is given up. */
function secondsUntilGivenUp(most = 200): number {
  const socket = here();
  const start = clock.now;
  while (socket.readyState === 1 && clock.now < start + most * 1000) clock.pass(100);
  return (clock.now - start) / 1000;
}

beforeEach(() => {
  sockets = [];
  clock = new FakeClock();
  session = new Session(fakePorts(sockets, clock));
  session.open();
  connect();
});

describe("n08: a connection that has gone silent", () => {
  it.each([0, 1000, 2400, 2600, 3_600_000])(
    "is given up within 10 s of a click that comes after %i ms, and what was done is sent again",
    (idle) => {
      clock.pass(idle);
      here().isSilent = true;
      session.inputs.press("go");
      expect(secondsUntilGivenUp()).toBeLessThanOrEqual(10);
      expect(session.connectionStatus.get()).toBe("lost");
      clock.pass(100);
      connect();
      expect(here().sent.slice(1)).toEqual([["event", 1, {}, "go"]]);
    },
  );

  it("is given up while a run goes on", () => {
    here().says(1, ["run_started", 0, "event"]);
    clock.pass(60_000);
    expect(sockets).toHaveLength(1);
    here().isSilent = true;
    expect(secondsUntilGivenUp()).toBeLessThanOrEqual(10);
  });

  it("is given up though frames still come, if nothing that is sent arrives", () => {
    here().isSilent = true;
    session.inputs.press("go");
    for (let batch = 1; batch < 100 && here().readyState === 1; batch += 1) {
      here().says(batch, ["edits", []]);
      clock.pass(100);
    }
    expect(clock.now).toBeLessThanOrEqual(10_000);
    expect(sockets[0]!.readyState).toBe(3);
  });

  it("costs nothing and disturbs nobody while nothing waits", () => {
    here().isSilent = true;
    here().says(1, ["run_started", 0, "event"], ["run_ended", "done"]);
    clock.pass(3_600_000);
    expect(here().pings).toBe(0);
    expect(sockets).toHaveLength(1);
  });

  it("is not one whose server answers, however long a run or the store takes", () => {
    session.inputs.press("go");
    here().says(1, ["run_started", 1, "event"]);
    clock.pass(600_000);
    expect(sockets).toHaveLength(1);
    here().says(2, ["run_ended", "done"]);
    clock.pass(600_000);
    expect(sockets).toHaveLength(1);
    const { pings } = here();
    here().says(3, ["ack_event", 1]);
    clock.pass(600_000);
    expect(here().pings).toBe(pings);
  });

  it("gets more time after each time that it was given up, until the server answers", () => {
    session.inputs.press("go");
    const waits = Array.from({ length: 7 }, () => {
      here().isSilent = true;
      const wait = secondsUntilGivenUp();
      clock.pass(10_000);
      connect();
      return wait;
    });
    expect(waits[0]).toBeLessThanOrEqual(10);
    expect(waits[3]).toBeGreaterThan(50);
    expect(Math.max(...waits)).toBeLessThan(130);
    clock.pass(10_000);
    here().isSilent = true;
    expect(secondsUntilGivenUp()).toBeLessThanOrEqual(10);
  });
});

describe("n08: a slow link", () => {
  it("is not given up while a large frame arrives, in parts of its own time", () => {
    const frame = encode([1, [["edits", [insert("a", { kind: "text", body: "x".repeat(900) })]]]]);
    session.inputs.press("go");
    here().isSilent = true;
    for (let at = 0; at < frame.length; at += 30) {
      clock.pass(7000);
      const more = at + 30 < frame.length ? 1 : 0;
      here().onmessage!({ data: new Uint8Array([0xc1, more, ...frame.slice(at, at + 30)]).buffer });
    }
    expect(sockets).toHaveLength(1);
    expect(session.tree.get("a")?.props).toMatchObject({ body: "x".repeat(900) });
  });

  it("is not given up while a large input leaves", () => {
    here().isSilent = true;
    here().bufferedAmount = 20_000_000;
    session.inputs.set("name", "x".repeat(900));
    for (let second = 0; second < 60; second += 1) {
      here().bufferedAmount -= 300_000;
      clock.pass(1000);
    }
    expect(sockets).toHaveLength(1);
    expect(secondsUntilGivenUp()).toBeLessThanOrEqual(10);
  });
});

describe("a frame in parts", () => {
  it("is none of a connection that came after", () => {
    here().onmessage!({ data: new Uint8Array([0xc1, 1, 0x92]).buffer });
    session.open();
    connect();
    here().onmessage!({
      data: new Uint8Array([0xc1, 0, ...encode([1, [["script_changed"]]])]).buffer,
    });
    expect(session.server.scriptChanged.get()).toBe(true);
  });

  it("lets others by", () => {
    const [head, ...tail] = encode([1, [["script_changed"]]]);
    here().onmessage!({ data: new Uint8Array([0xc1, 1, head!]).buffer });
    here().says(0, ["pong"]);
    expect(session.server.scriptChanged.get()).toBe(false);
    here().onmessage!({ data: new Uint8Array([0xc1, 0, ...tail]).buffer });
    expect(session.server.scriptChanged.get()).toBe(true);
  });
});

describe("a browser that is offline", () => {
  it("says so at once, and no more when the server is heard", () => {
    here().isSilent = true;
    session.goOffline();
    expect(session.isOffline.get()).toBe(true);
    session.renew();
    connect();
    expect(session.isOffline.get()).toBe(false);
  });

  it("is not, if its server is within reach all the same", () => {
    session.goOffline();
    expect(session.isOffline.get()).toBe(false);
    expect(sockets).toHaveLength(1);
  });
});
