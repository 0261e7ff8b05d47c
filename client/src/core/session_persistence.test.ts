import { beforeEach, describe, expect, it } from "vitest";

import type { FakeSocket } from "../../test/fakes";
import { insert } from "../../test/edits";
import { FakeClock, FakeLocks, fakePorts, FakeTabStorage, welcome } from "../../test/fakes";
import { SessionPersistence } from "./session_persistence";
import { Session, type Saved } from "./session";

/** One tab of a browser whose tabs share their locks. */
class Tab {
  readonly clock = new FakeClock();
  readonly sockets: FakeSocket[] = [];
  readonly persistence: SessionPersistence;
  session!: Session;
  saved: Saved | null = null;

  constructor(
    readonly locks: FakeLocks | null,
    readonly storage = new FakeTabStorage(),
    isReload = false,
  ) {
    this.persistence = new SessionPersistence({
      storage,
      locks,
      isReload,
      after: this.clock.after,
    });
  }

  /** What the person was told: topics and sentences. */
  get told(): [string, string][] {
    return this.session.server.notifications.get().map(([, topic, text]) => [topic, text]);
  }

  get server(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  async load(id = "s1", lasts = true): Promise<this> {
    this.saved = await this.persistence.recall();
    this.session = new Session(fakePorts(this.sockets, this.clock), this.saved);
    this.persistence.follow(this.session);
    this.session.open();
    this.server.opens();
    this.server.says(0, welcome({ id, lasts }));
    await settle();
    return this;
  }

  /** What loads next in this tab. */
  next(): Tab {
    return new Tab(this.locks, this.storage, true);
  }

  /** The tab that the browser makes as a copy of this one. */
  duplicate(): Tab {
    const copy = new Tab(this.locks);
    for (const [place, text] of this.storage.texts) copy.storage.texts.set(place, text);
    return copy;
  }
}

const field = (id: string, label: string) => insert(id, { kind: "text_input", label, value: "" });

/** Let all promises come to their end. */
const settle = () => new Promise((wake) => setTimeout(wake));

let locks: FakeLocks;

beforeEach(() => void (locks = new FakeLocks()));

describe("a tab", () => {
  it("begins with nothing and remembers its session from the first answer on", async () => {
    const tab = await new Tab(locks).load();
    expect(tab.saved).toBeNull();
    expect(tab.storage.content).toMatchObject({ session: "s1", how: "resume", events: [] });
    expect([...locks.taken]).toEqual(["s1"]);
  });

  it("goes on after a reload with its events", async () => {
    const tab = await new Tab(locks).load();
    tab.session.inputs.press("go");
    tab.persistence.leave();
    expect([...locks.taken]).toEqual([]);
    const next = await tab.next().load();
    expect(next.saved).toMatchObject({
      session: "s1",
      how: "resume",
      events: [["event", 1, {}, "go"]],
    });
    expect([...locks.taken]).toEqual(["s1"]);
  });

  it("goes on after it has crashed, which lets go of its lock", async () => {
    const tab = await new Tab(locks).load();
    locks.taken.clear();
    expect((await tab.next().load()).saved).toMatchObject({ session: "s1", how: "resume" });
  });

  it("goes on after a reload though the page before takes a second to let go", async () => {
    const slow = new (class extends FakeLocks {
      override async take(name: string, within = 0) {
        if (within > 1_000) this.taken.delete(name);
        return super.take(name);
      }
    })();
    const tab = await new Tab(slow).load();
    tab.session.drafts.set("name", { text: "Ad", value: "", overrides: 0, isSecret: false });
    tab.persistence.write();
    expect((await tab.next().load()).saved).toMatchObject({
      how: "resume",
      drafts: { name: { text: "Ad" } },
    });
    expect((await tab.duplicate().load("s2")).saved).toMatchObject({ how: "fork", drafts: {} });
  });

  it("that is a duplicate begins with a copy, without its twin's events and drafts", async () => {
    const tab = await new Tab(locks).load();
    tab.session.inputs.press("go");
    tab.session.drafts.set("name", { text: "Ad", value: "", overrides: 0, isSecret: false });
    tab.persistence.write();
    const copy = await tab.duplicate().load("s2");
    expect(copy.saved).toEqual({
      session: "s1",
      how: "fork",
      next: 1,
      events: [],
      drafts: {},
      view: {},
    });
    expect(copy.storage.content).toMatchObject({ session: "s2", how: "resume" });
    expect([...locks.taken].sort()).toEqual(["s1", "s2"]);
  });

  it("l02: that an upgrade of the server has made outdated loses no event by its reload", async () => {
    const tab = await new Tab(locks).load();
    tab.session.inputs.press("go");
    tab.session.drafts.set("name", { text: "Ad", value: "", overrides: 0, isSecret: false });
    tab.server.breaks(4409);
    expect(tab.session.connectionStatus.get()).toBe("outdated");
    tab.session.inputs.press("go");
    tab.persistence.leave();
    const next = await tab.next().load();
    expect(next.saved).toMatchObject({
      events: [
        ["event", 1, {}, "go"],
        ["event", 2, {}, "go"],
      ],
      drafts: { name: { text: "Ad" } },
    });
  });

  it("hands the arrangement of the page on, to the next load and to a duplicate", async () => {
    const tab = await new Tab(locks).load();
    tab.session.view.set("sidebar width", 400);
    tab.persistence.write();
    const copy = await tab.duplicate().load("s2");
    expect(copy.session.view.get("sidebar width")).toBe(400);
    tab.persistence.leave();
    const next = await tab.next().load();
    expect(next.session.view.get("sidebar width")).toBe(400);
    next.session.startOver();
    next.persistence.leave();
    expect(next.storage.read(":view")).toBeNull();
  });

  it("takes the lock of the session that it is given, and lets go of the one before", async () => {
    const tab = await new Tab(locks).load();
    tab.session.startOver();
    expect(tab.storage.content).toMatchObject({ session: "s1", how: "reset" });
    tab.server.opens();
    tab.server.says(0, welcome({ id: "s2" }));
    await settle();
    expect([...locks.taken]).toEqual(["s2"]);
    expect(tab.storage.content).toMatchObject({ session: "s2" });
  });

  it("remembers nothing if the server says that the session does not last", async () => {
    const tab = await new Tab(locks).load("s1", false);
    tab.session.inputs.press("go");
    tab.clock.pass(10_000);
    tab.persistence.leave();
    expect(tab.storage.text).toBeNull();
    expect([...locks.taken]).toEqual([]);
  });

  it("forgets a session that is another browser's", async () => {
    const tab = await new Tab(locks).load();
    tab.server.breaks(4403);
    await settle();
    expect(tab.storage.text).toBeNull();
    expect([...locks.taken]).toEqual([]);
  });

  it("that comes back from the browser's history takes its session back, if it is free", async () => {
    const tab = await new Tab(locks).load();
    tab.persistence.leave();
    expect(await tab.persistence.comeBack()).toBe(true);
    expect([...locks.taken]).toEqual(["s1"]);
    tab.persistence.leave();
    await tab.duplicate().load();
    expect(await tab.persistence.comeBack()).toBe(false);
  });
});

describe("events", () => {
  it("that are confirmed soon cost no write", async () => {
    const tab = await new Tab(locks).load();
    const { writes } = tab.storage;
    for (let number = 1; number <= 50; number += 1) {
      tab.session.inputs.set("name", "x".repeat(number));
      tab.clock.pass(10);
      tab.server.says(number, ["run_started", number, "event"], ["ack_event", number]);
      tab.clock.pass(90);
    }
    expect(tab.storage.writes).toBe(writes);
  });

  it("that stay unconfirmed are written down, though the page is in sight", async () => {
    const tab = await new Tab(locks).load();
    tab.session.inputs.press("go");
    tab.clock.pass(500);
    expect(tab.storage.content).toMatchObject({ next: 2, events: [["event", 1, {}, "go"]] });
    tab.session.inputs.press("go");
    tab.clock.pass(500);
    expect(tab.storage.content).toMatchObject({ next: 3 });
  });

  it("are written once, however long the store is late, and dropped when it is back", async () => {
    const tab = await new Tab(locks).load();
    tab.session.inputs.press("go");
    tab.clock.pass(500);
    const { writes } = tab.storage;
    tab.clock.pass(10_000);
    expect(tab.storage.writes).toBe(writes);
    tab.server.says(1, ["run_started", 1, "event"], ["ack_event", 1]);
    expect(tab.storage.content).toMatchObject({ next: 2, events: [] });
  });

  it("l02: that there is no room for are emptied, largest first, and no click is lost", async () => {
    const tab = await new Tab(locks).load();
    tab.server.says(1, ["edits", [field("name", "Name"), field("notes", "Notes")]]);
    tab.storage.room = 500;
    tab.session.inputs.set("name", "Ada");
    tab.session.inputs.set("notes", "x".repeat(600));
    tab.session.inputs.press("go");
    tab.persistence.leave();
    const next = await tab.next().load();
    expect(next.saved?.events).toEqual([
      ["event", 1, { name: "Ada" }, null],
      ["event", 2, {}, null],
      ["event", 3, {}, "go"],
    ]);
    expect(next.told).toEqual([
      ["dropped", "What you had entered in “Notes” was too large for this browser to keep."],
    ]);
  });
});

describe("half a text", () => {
  const type = (tab: Tab, id: string, text: string) =>
    tab.session.drafts.set(id, { text, value: "", overrides: 0, isSecret: false });

  it("l02: that there is no room for goes before any event, the largest first", async () => {
    const tab = await new Tab(locks).load();
    tab.server.says(1, ["edits", [field("name", "Name"), field("notes", "Notes")]]);
    tab.storage.room = 500;
    type(tab, "notes", "x".repeat(600));
    type(tab, "name", "Ad");
    tab.session.inputs.press("go");
    tab.persistence.leave();
    const next = await tab.next().load();
    expect(next.saved?.events).toEqual([["event", 1, {}, "go"]]);
    expect(Object.keys(next.saved!.drafts)).toEqual(["name"]);
    expect(next.told).toEqual([
      ["dropped", "What you had entered in “Notes” was too large for this browser to keep."],
    ]);
    next.persistence.leave();
    expect((await next.next().load()).told).toEqual([]);
  });

  it("l02: makes room for an event that comes after it", async () => {
    const tab = await new Tab(locks).load();
    type(tab, "notes", "x".repeat(300));
    tab.persistence.write();
    expect(tab.storage.drafts).toMatchObject({ notes: {} });
    tab.storage.room = 500;
    tab.session.inputs.set("name", "y".repeat(300));
    tab.persistence.write();
    expect(tab.storage.content).toMatchObject({ events: [["event", 1, {}, null]] });
    expect(tab.storage.drafts).toEqual({});
  });
});

describe("a browser that keeps nothing", () => {
  const NOTHING = "This browser keeps nothing for this page: a reload begins anew.";

  function blocked(isReload: boolean): Tab {
    const tab = new Tab(locks, new FakeTabStorage(), isReload);
    tab.storage.isThere = false;
    return new Tab(locks, tab.storage, isReload);
  }

  it("n09: says so once something was done, once", async () => {
    const tab = await blocked(false).load();
    expect(tab.told).toEqual([]);
    tab.session.inputs.press("go");
    expect(tab.told).toEqual([["unfound", NOTHING]]);
    tab.session.server.dismiss("unfound");
    tab.server.says(1, ["run_started", 1, "event"], ["ack_event", 1]);
    tab.session.inputs.press("go");
    expect(tab.session.isUnsaved.get()).toBe(true);
    expect(tab.told).toEqual([]);
  });

  it.each([true, false])("n09: says so on a reload if sessions last (%s)", async (lasts) => {
    expect((await blocked(true).load("s1", lasts)).told).toEqual(
      lasts ? [["unfound", NOTHING]] : [],
    );
  });
});

describe("damaged storage", () => {
  const ANEW = "What this browser had kept of the page is damaged: it begins anew.";

  it.each(["{", "null", "5", "[]", '"s1"', "{}", '{"session": 7, "how": "resume"}', ""])(
    "n09: such as %j is set aside, and the page begins anew and says so",
    async (text) => {
      const storage = new FakeTabStorage();
      storage.write("", text);
      const tab = await new Tab(locks, storage).load();
      expect(tab.saved).toBeNull();
      expect(tab.told).toEqual([["unfound", ANEW]]);
      expect(storage.read(":damaged")).toContain(text);
      tab.persistence.leave();
      expect((await tab.next().load()).told).toEqual([]);
    },
  );
});

describe("a browser without locks", () => {
  it("remembers only while the page is hidden or gone, so that no duplicate finds it", async () => {
    const tab = await new Tab(null).load();
    tab.session.inputs.press("go");
    tab.clock.pass(10_000);
    expect(tab.storage.text).toBeNull();
    tab.persistence.write();
    expect(tab.storage.content).toMatchObject({ session: "s1", next: 2 });
    tab.persistence.show();
    expect(tab.storage.text).toBeNull();
  });

  it("goes on after a reload", async () => {
    const tab = await new Tab(null).load();
    tab.persistence.leave();
    const next = await tab.next().load();
    expect(next.saved).toMatchObject({ session: "s1", how: "resume" });
    expect(next.storage.text).toBeNull();
  });
});
