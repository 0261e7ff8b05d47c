import { beforeEach, describe, expect, it } from "vitest";

import { insert } from "../../test/edits";
import type { FakeSocket } from "../../test/fakes";
import { FakeClock, fakePorts, welcome } from "../../test/fakes";
import { Session, type Saved } from "./session";
import { PROTOCOL, type Props, type ServerMessage } from "./wire.gen";

let sockets: FakeSocket[];
let clock: FakeClock;
let session: Session;

const here = () => sockets.at(-1)!;
const hello = () => here().sent[0];

function begin(saved: Saved | null = null): void {
  sockets = [];
  clock = new FakeClock();
  session = new Session(fakePorts(sockets, clock), saved);
  session.open();
}

function connect(...messages: ServerMessage[]): void {
  here().opens();
  here().says(0, welcome(), ...messages);
}

function reload(): void {
  begin(JSON.parse(JSON.stringify(session.save())) as Saved);
}

beforeEach(() => begin());

describe("numbers of events", () => {
  it("go on after the last that the server has had, which a killed tab no longer knows", () => {
    begin({ session: "s1", how: "resume", next: 3, events: [], drafts: {}, view: {} });
    here().opens();
    here().says(0, welcome({ resumed: true, applied: 2, received: 5 }));
    session.inputs.press("go");
    expect(here().sent.at(-1)).toEqual(["event", 6, {}, "go"]);
  });
});

describe("a restored session", () => {
  it("gets again what a run had applied but no store had", () => {
    connect();
    session.inputs.set("name", "Ada");
    here().says(1, ["run_started", 1, "event"], ["run_ended", "done"]);
    expect(session.busy.get()).toBe(false);
    here().breaks();
    clock.pass(100);
    connect();
    expect(here().sent.at(-1)).toEqual(["event", 1, { name: "Ada" }, null]);
    expect(session.busy.get()).toBe(true);
  });

  it("is saved again as far as anybody knows", () => {
    connect(["store_status", "away"]);
    expect(session.server.store.get()).toBe("away");
    here().breaks(4412);
    clock.pass(20);
    connect();
    expect(session.server.store.get()).toBe("ok");
  });
});

describe("what is saved for the next page load", () => {
  it("is nothing before there is a session, nor if the server will not go on with it", () => {
    expect(session.save()).toBeNull();
    here().opens();
    here().says(0, welcome({ lasts: false }));
    session.inputs.press("go");
    expect(session.save()).toBeNull();
    expect(session.lasting.get()).toBeNull();
  });

  it("is the session, the events not confirmed and the drafts", () => {
    connect();
    session.inputs.press("go");
    session.drafts.set("name", { text: "Ad", value: "", overrides: 0, isSecret: false });
    expect(session.save()).toEqual({
      session: "s1",
      how: "resume",
      next: 2,
      events: [["event", 1, {}, "go"]],
      drafts: { name: { text: "Ad", value: "" } },
      view: {},
    });
  });

  it("is as it was if the page is left before the server has answered", () => {
    connect();
    session.inputs.press("go");
    const saved = session.save();
    reload();
    expect(session.save()).toEqual(saved);
  });
});

describe("a duplicated tab", () => {
  it("asks for a copy until it has one, then lives by its own id", () => {
    begin({ session: "s1", how: "fork", next: 1, events: [], drafts: {}, view: {} });
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, "s1", 0, 1, "fork", "", 0, false, ""]);
    here().breaks();
    clock.pass(100);
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, "s1", 0, 1, "fork", "", 0, false, ""]);
    here().says(0, welcome({ id: "s2" }));
    expect(session.lasting.get()).toBe("s2");
    here().breaks();
    clock.pass(200);
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, "s2", 0, 1, "resume", "", 0, false, ""]);
  });
});

describe("start over", () => {
  beforeEach(() => {
    connect();
    here().says(1, ["edits", [insert("a", { kind: "text", body: "a" })]]);
    session.inputs.press("go");
    session.drafts.set("name", { text: "Ad", value: "", overrides: 0, isSecret: false });
    session.startOver();
  });

  it("leaves page, events and drafts behind and has the session forgotten", () => {
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, "s1", 0, 1, "reset", "", 0, false, ""]);
    expect(session.tree.get("main")?.children).toEqual([]);
    expect(session.drafts.get("name")).toBeUndefined();
    expect(session.isUnsaved.get()).toBe(false);
  });

  it("is not forgotten by a reload that comes between", () => {
    reload();
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, "s1", 0, 1, "reset", "", 0, false, ""]);
    here().says(0, welcome({ id: "s2" }));
    expect(session.save()).toMatchObject({ session: "s2", how: "resume" });
  });

  it("of a tab that no server has met is a new tab", () => {
    begin();
    session.startOver();
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, null, 0, 1, "resume", "", 0, false, ""]);
  });
});

describe("a session that is another browser's", () => {
  it("is forgotten with the events that were for it, and the page begins anew", () => {
    connect();
    session.inputs.press("go");
    here().breaks();
    clock.pass(100);
    here().opens();
    here().says(0, ["refused", "not yours"]);
    here().breaks(4403);
    expect(session.save()).toBeNull();
    expect(session.lasting.get()).toBeNull();
    clock.pass(200);
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, null, 0, 1, "resume", "", 0, false, ""]);
    expect(session.server.restarted.get()).toBe("not yours");
    here().says(0, welcome({ id: "s2" }));
    expect(here().sent).toHaveLength(1);
    expect(session.isUnsaved.get()).toBe(false);
  });

  it("is not asked for again and again: a refusal without one is the end", () => {
    here().breaks(4403);
    clock.pass(60_000);
    expect(session.connectionStatus.get()).toBe("refused");
    expect(sockets).toHaveLength(1);
  });
});

describe("a session of somebody who has logged out", () => {
  it("is forgotten with all that it had shown and held, and the page begins anew at once", () => {
    connect();
    here().says(1, ["edits", [insert("t", { kind: "text", body: "secret" })]]);
    session.drafts.set("name", { text: "Ad", value: "", overrides: 0, isSecret: false });
    session.inputs.press("go");
    here().breaks(4401);
    expect(session.save()).toBeNull();
    expect(session.drafts.save()).toEqual({});
    expect(session.tree.get("t")).toBeUndefined();
    expect(session.isUnsaved.get()).toBe(false);
    clock.pass(20);
    here().opens();
    expect(hello()).toEqual(["hello", PROTOCOL, null, 0, 1, "resume", "", 0, false]);
    expect(session.server.restarted.get()).toBe("");
  });
});

describe("the end of a connection", () => {
  it.each([1012, 4412])("by code %i is followed by the next at once", (code) => {
    connect();
    here().breaks(code);
    clock.pass(20);
    expect(sockets).toHaveLength(2);
  });

  it.each([1012, 4412])("by code %i is followed more slowly if that does not help", (code) => {
    connect();
    here().breaks(code);
    clock.pass(20);
    here().breaks(code);
    clock.pass(199);
    expect(sockets).toHaveLength(2);
    clock.pass(1);
    expect(sockets).toHaveLength(3);
  });

  it("because another page took over waits for a person, whatever the network does", () => {
    connect();
    here().says(1, ["ack_event", 0]);
    here().breaks(4408);
    session.retry();
    session.renew();
    clock.pass(60_000);
    expect(session.connectionStatus.get()).toBe("replaced");
    expect(sockets).toHaveLength(1);
    session.reclaim();
    connect();
    expect(session.connectionStatus.get()).toBe("connected");
    expect(hello()).toEqual(["hello", PROTOCOL, "s1", 0, 1, "resume", "", 0, false, ""]);
  });

  it("that may not have been noticed is met by a new one", () => {
    connect();
    session.renew();
    expect(sockets).toHaveLength(2);
  });
});

describe("an event that is larger than the server takes", () => {
  it("is given up before it is sent, and its number stays used", () => {
    connect();
    session.inputs.set("name", "x".repeat(2000));
    session.inputs.set("name", "Ada");
    expect(session.server.tooBig.get()).toBe(true);
    expect(here().sent.slice(1)).toEqual([
      ["event", 1, {}, null],
      ["event", 2, { name: "Ada" }, null],
    ]);
    expect(here().readyState).toBe(1);
  });

  it("is given up alone, if it was made while there was no connection", () => {
    connect();
    here().breaks();
    session.inputs.set("a", "x".repeat(2000));
    session.inputs.set("b", "x".repeat(900));
    session.inputs.set("c", "x".repeat(3000));
    expect(session.server.tooBig.get()).toBe(false);
    clock.pass(100);
    connect();
    const values = here()
      .sent.slice(1)
      .map((message) => Object.keys(message[2] as object));
    expect(values).toEqual([[], ["b"], []]);
  });
});

describe("how the page is arranged", () => {
  it("goes on after a refresh, is never sent, and is gone when the session starts over", () => {
    connect();
    session.view.set("sidebar width", 400);
    reload();
    connect();
    expect(session.view.get("sidebar width")).toBe(400);
    expect(here().sent).toHaveLength(1);
    session.startOver();
    expect(session.view.get("sidebar width")).toBeUndefined();
  });
});

describe("an effect", () => {
  it("is shown once, whatever the connection does, and is no part of a new tree", () => {
    connect();
    const props = { kind: "text", body: "Saved" } as Props;
    here().says(1, ["effect", "toast-1", props]);
    const shown = () => session.effects.current.get().map(({ id }) => id);
    expect(shown()).toEqual(["toast-1"]);
    session.effects.end("toast-1");
    here().breaks();
    clock.pass(100);
    here().opens();
    here().says(0, welcome({ resumed: true }));
    here().says(1, ["effect", "toast-1", props]);
    expect(shown()).toEqual([]);
  });
});
