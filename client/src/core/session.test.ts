import { encode } from "@msgpack/msgpack";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { insert } from "../../test/edits";
import { noAddress, FakeClock, FakeSocket, welcome } from "../../test/fakes";
import type { Ports } from "./connection";
import { Session, type Saved } from "./session";
import { PROTOCOL, type ServerMessage } from "./wire.gen";

let sockets: FakeSocket[];
let clock: FakeClock;
let problems: unknown[];
let preloaded: string[];
let session: Session;

const here = () => sockets.at(-1) as FakeSocket;
const put = (id: string, after = "") => insert(id, { kind: "text", body: id }, "main", after);
const field = (value: string) => insert("name", { kind: "text_input", label: "Name", value });

function begin(saved: Saved | null = null): void {
  sockets = [];
  clock = new FakeClock();
  problems = [];
  preloaded = [];
  const ports: Ports = {
    connect: () => {
      sockets.push(new FakeSocket());
      return here();
    },
    after: clock.after,
    random: () => 1,
    address: noAddress,
    preload: (kind) => preloaded.push(kind),
    report: (problem) => problems.push(problem),
  };
  session = new Session(ports, saved);
  session.open();
}

function connect(...messages: ServerMessage[]): void {
  here().opens();
  here().says(0, messages.length > 0 ? (messages[0] as ServerMessage) : welcome());
}

beforeEach(() => begin());

describe("hello", () => {
  it("of a new tab names no session and event 1", () => {
    here().opens();
    expect(here().sent).toEqual([["hello", PROTOCOL, null, 0, 1, "resume", "", 0, false, ""]]);
  });

  it("after a break names the session, the last batch and the oldest unconfirmed event", () => {
    connect();
    session.inputs.press("go");
    session.inputs.press("go");
    here().says(1, ["run_started", 1, "event"], ["run_ended", "done"], ["ack_event", 1]);
    here().breaks();
    clock.pass(100);
    here().opens();
    expect(here().sent).toEqual([["hello", PROTOCOL, "s1", 1, 2, "resume", "", 0, false, ""]]);
  });

  it("after a page refresh goes on with the saved session and events", () => {
    connect();
    session.inputs.press("go");
    const saved = session.save();
    begin(JSON.parse(JSON.stringify(saved)) as Saved);
    connect(welcome({ resumed: true }));
    expect(here().sent).toEqual([
      ["hello", PROTOCOL, "s1", 0, 1, "resume", "", 0, false, ""],
      ["event", 1, {}, "go"],
    ]);
  });

  it.each([
    ["is sent once on a socket that was open before", null, 1],
    ["is not sent where it was sent before, and early answers are heard", [[0, [welcome()]]], 0],
  ])("%s", (_, early, count) => {
    const socket = new FakeSocket();
    socket.readyState = 1;
    socket.early = early?.map((batch) => encode(batch)) ?? null;
    socket.onopen = () => socket.send(encode("the early hello"));
    const ports = {
      connect: () => socket,
      after: clock.after,
      random: () => 1,
      address: noAddress,
    };
    const other = new Session({ ...ports, preload: () => {}, report: () => {} });
    other.open();
    expect(socket.sent).toHaveLength(count);
    expect(other.connectionStatus.get()).toBe(early ? "connected" : "connecting");
  });
});

describe("welcome", () => {
  it("connects and tells title and version", () => {
    expect(session.connectionStatus.get()).toBe("connecting");
    connect();
    expect(session.connectionStatus.get()).toBe("connected");
    expect(session.server.facts.get()).toEqual({
      title: "My app",
      version: "1.0",
      isDeveloper: false,
      isAsked: false,
      theme: "",
      limit: 1000,
    });
  });

  it("has all unconfirmed events sent again, in order", () => {
    connect();
    here().breaks();
    session.inputs.set("name", "Bob");
    session.inputs.press("go");
    clock.pass(100);
    connect(welcome({ resumed: true }));
    expect(here().sent.slice(1)).toEqual([
      ["event", 1, { name: "Bob" }, null],
      ["event", 2, {}, "go"],
    ]);
  });

  it("l02: has no more events sent than the server reads, however long one was offline", () => {
    connect();
    here().breaks();
    for (let n = 0; n < 1200; n += 1) session.inputs.press("go");
    clock.pass(100);
    connect(welcome({ resumed: true }));
    const numbers = () => here().sent.flatMap((each) => (each[0] === "event" ? [each[1]] : []));
    expect(numbers().at(-1)).toBe(500);
    here().says(1, ["run_started", 1, "event"], ["run_ended", "done"]);
    expect(numbers().at(-1)).toBe(501);
    here().says(2, ["run_started", 600, "event"], ["run_ended", "done"], ["ack_event", 600]);
    expect(numbers().at(-1)).toBe(1100);
    session.inputs.press("go");
    here().says(3, ["run_started", 1100, "event"], ["run_ended", "done"]);
    expect(numbers()).toEqual(Array.from({ length: 1201 }, (_, n) => n + 1));
  });

  it("that does not resume keeps the page until the new one is there", () => {
    connect();
    here().says(1, ["edits", [put("a"), put("b", "a")]]);
    here().breaks();
    clock.pass(100);
    connect(welcome());
    expect(session.tree.get("main")?.children).toEqual(["a", "b"]);
    here().says(1, ["reset"], ["run_started", 0, "event"], ["edits", [put("a")]]);
    expect(session.tree.get("main")?.children).toEqual(["a", "b"]);
    here().says(2, ["run_ended", "done"]);
    expect(session.tree.get("main")?.children).toEqual(["a"]);
  });

  it("that does not resume keeps the page when its first run is stopped", () => {
    connect();
    here().says(1, ["edits", [put("a"), put("b", "a")]]);
    here().breaks();
    clock.pass(100);
    connect(welcome());
    here().says(1, ["reset"], ["run_started", 0, "event"], ["run_ended", "superseded"]);
    expect(session.tree.get("main")?.children).toEqual(["a", "b"]);
    here().says(2, ["run_started", 0, "event"], ["edits", [put("a")]], ["run_ended", "stopped"]);
    expect(session.tree.get("main")?.children).toEqual(["a"]);
  });

  it("l07: folds what was missed in the order of the runs", () => {
    connect();
    here().says(1, ["edits", [field("Ada")]]);
    session.inputs.press("go");
    session.inputs.set("name", "Bob");
    here().breaks();
    clock.pass(100);
    connect(welcome({ resumed: true, applied: 2, received: 2 }));
    here().says(2, ["run_started", 1, "event"], ["edits", [["set", "name", "Eve"]]]);
    here().says(3, ["run_started", 2, "event"], ["run_ended", "done"]);
    expect(session.tree.get("name")).toMatchObject({ value: "Bob" });
    expect(session.inputs.isWaiting).toBe(false);
  });
});

describe("batches", () => {
  it("have the kinds that they bring preloaded before anybody draws them", () => {
    connect();
    let known = false;
    session.tree.subscriptions.subscribe("main", () => (known = preloaded.includes("text")));
    here().says(1, ["edits", [put("a")]]);
    expect(known).toBe(true);
  });

  it("that were applied before are skipped", () => {
    connect();
    here().says(1, ["edits", [put("a")]]);
    here().says(1, ["edits", [put("a")]]);
    expect(session.tree.get("main")?.children).toEqual(["a"]);
    expect(problems).toEqual([]);
  });

  it("are applied as one step", () => {
    connect();
    here().says(1, ["edits", [field("Ada")]]);
    session.inputs.set("name", "Bob");
    const seen: unknown[] = [];
    session.tree.subscriptions.subscribe("name", () =>
      seen.push(session.inputs.node("name")?.value),
    );
    here().says(
      2,
      ["run_started", 1, "event"],
      ["edits", [["set", "name", "BOB"]]],
      ["run_ended", "done"],
    );
    expect(seen).toEqual(["BOB"]);
  });

  it("are acknowledged within a second, together", () => {
    connect();
    here().says(1, ["edits", [put("a")]]);
    here().says(2, ["edits", [put("b")]]);
    clock.pass(999);
    expect(here().sent).toHaveLength(1);
    clock.pass(1);
    expect(here().sent.slice(1)).toEqual([["ack_batch", 2]]);
  });

  it("are acknowledged at once when 64 have come", () => {
    connect();
    for (let number = 1; number <= 64; number += 1) here().says(number, ["ack_event", 0]);
    expect(here().sent.slice(1)).toEqual([["ack_batch", 64]]);
  });

  it("that do not fit the tree are reported, and the whole tree is asked for", () => {
    connect();
    here().says(1, ["edits", [put("a")]]);
    here().says(2, ["edits", [["update", "ghost", {}]]]);
    expect(String(problems[0])).toContain('got id="ghost"');
    expect(session.connectionStatus.get()).toBe("lost");
    clock.pass(100);
    here().opens();
    expect(here().sent).toEqual([["hello", PROTOCOL, "s1", 0, 1, "resume", "", 0, false, ""]]);
  });
});

describe("a listener that throws", () => {
  it("cuts no connection, and what it has not heard is not sent again", () => {
    const later = vi.fn();
    vi.stubGlobal("queueMicrotask", later);
    connect();
    session.tree.subscriptions.subscribe("a", () => {
      throw new Error("cannot be shown");
    });
    here().says(1, ["edits", [put("a")]]);
    expect(later).toHaveBeenCalledOnce();
    expect(session.connectionStatus.get()).toBe("connected");
    expect(problems).toEqual([]);
    here().says(1, ["edits", [put("a")]]);
    expect(later).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});

describe("busy", () => {
  it("lasts from the click to the end of its run", () => {
    connect();
    session.inputs.press("go");
    expect(session.busy.get()).toBe(true);
    here().says(1, ["run_started", 1, "event"]);
    expect(session.busy.get()).toBe(true);
    here().says(2, ["run_ended", "done"]);
    expect(session.busy.get()).toBe(false);
  });

  it("lasts from the welcome of a new page until what it shows is whole", () => {
    connect();
    expect(session.busy.get()).toBe(true);
    here().says(1, ["reset"], ["run_started", 0, "visit"]);
    expect(session.busy.get()).toBe(true);
    here().says(2, ["run_ended", "done"]);
    expect(session.busy.get()).toBe(false);
  });

  it("does not end while a newer event waits for its run", () => {
    connect();
    session.inputs.press("go");
    session.inputs.press("go");
    here().says(1, ["run_started", 1, "event"], ["run_ended", "done"]);
    expect(session.busy.get()).toBe(true);
  });
});

describe("reconnecting", () => {
  it("waits longer each time, up to ten seconds", () => {
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const [count, since] = [sockets.length, clock.now];
      here().breaks();
      while (sockets.length === count) clock.pass(50);
      waits.push(clock.now - since);
    }
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10000, 10000]);
  });

  it("starts over with short waits after a connection that held", () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      here().breaks();
      clock.pass(10_000);
    }
    connect();
    clock.pass(2000);
    here().breaks();
    const count = sockets.length;
    clock.pass(100);
    expect(sockets).toHaveLength(count + 1);
  });

  it("happens at once when the tab or the network comes back", () => {
    here().breaks();
    session.retry();
    expect(sockets).toHaveLength(2);
    clock.pass(60_000);
    expect(session.connectionStatus.get()).toBe("lost");
  });

  it("comes within a second for somebody who does something, and no more often for much", () => {
    for (let attempt = 0; attempt < 9; attempt += 1) {
      here().breaks();
      if (attempt < 8) clock.pass(10_000);
    }
    let count = sockets.length;
    for (let key = 0; key < 8; key += 1) {
      expect(sockets).toHaveLength(count);
      session.inputs.press("go");
      clock.pass(100);
    }
    expect(sockets).toHaveLength(count + 1);
    session.inputs.press("go");
    expect(here().readyState).not.toBe(3);
    here().breaks();
    count = sockets.length;
    clock.pass(1500);
    expect(sockets).toHaveLength(count);
    clock.pass(100);
    expect(sockets).toHaveLength(count + 1);
  });

  it("gives up a socket that says nothing", () => {
    here().opens();
    clock.pass(8000);
    expect(here().readyState).toBe(3);
    clock.pass(100);
    expect(sockets).toHaveLength(2);
  });

  it("does not hear from a socket it has left", () => {
    const first = here();
    connect();
    session.open();
    const { onmessage } = first;
    expect(onmessage).toBeNull();
  });

  it.each([
    [4400, "refused"],
    [4409, "outdated"],
  ])("ends for good after code %i", (code, link) => {
    connect();
    here().says(0, ["refused", "bad message"]);
    here().breaks(code);
    clock.pass(60_000);
    expect(session.connectionStatus.get()).toBe(link);
    expect(sockets).toHaveLength(1);
    expect(session.server.reason.get()).toBe("bad message");
  });

  it("does not send again what was too big, but keeps its number", () => {
    connect();
    session.inputs.set("name", "x".repeat(5000));
    here().breaks(1009);
    expect(session.server.tooBig.get()).toBe(true);
    clock.pass(100);
    connect(welcome({ resumed: true }));
    expect(here().sent.slice(1)).toEqual([["event", 1, {}, null]]);
  });
});

describe("the script", () => {
  it("that changed on disk is known until it runs again", () => {
    connect();
    here().says(1, ["script_changed"]);
    expect(session.server.scriptChanged.get()).toBe(true);
    here().says(2, ["run_started", 0, "event"]);
    expect(session.server.scriptChanged.get()).toBe(false);
  });

  it("is stopped by a message", () => {
    connect();
    session.stop();
    expect(here().sent.at(-1)).toEqual(["stop"]);
  });
});
