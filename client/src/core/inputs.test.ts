import { beforeEach, describe, expect, it } from "vitest";

import { insert } from "../../test/edits";
import { Inputs } from "./inputs";
import { Tree } from "./tree";
import type { Event } from "./wire.gen";

let tree: Tree;
let sent: Event[];
let inputs: Inputs;

beforeEach(() => {
  tree = new Tree();
  tree.apply([insert("name", { kind: "text_input", label: "Name", value: "Ada" })]);
  sent = [];
  inputs = new Inputs(tree, (event) => sent.push(event));
});

const onPage = () => tree.get("name")?.value;
const shownName = () => inputs.node("name")?.value;

describe("events", () => {
  it("are numbered 1, 2, 3 and sent at once", () => {
    inputs.set("name", "Bob");
    inputs.press("go");
    inputs.rerun();
    expect(sent).toEqual([
      ["event", 1, { name: "Bob" }, null],
      ["event", 2, {}, "go"],
      ["event", 3, {}, null],
    ]);
  });

  it("stay until they are confirmed, in order", () => {
    for (let click = 0; click < 4; click += 1) inputs.press("go");
    inputs.apply(3);
    inputs.confirm(2);
    expect(inputs.unconfirmed.map(([, number]) => number)).toEqual([3, 4]);
  });

  it("that are confirmed before they are applied are not sent again, yet still folded", () => {
    inputs.set("name", "Bob");
    inputs.confirm(1);
    expect(inputs.unconfirmed).toEqual([]);
    expect(shownName()).toBe("Bob");
    inputs.apply(1);
    expect(onPage()).toBe("Bob");
  });

  it("go on after those that the session knows of", () => {
    inputs.apply(7);
    inputs.press("go");
    expect(sent).toEqual([["event", 8, {}, "go"]]);
  });

  it("of an earlier page load are shown and sent again", () => {
    const again = new Inputs(tree, () => {}, 5, [["event", 4, { name: "Zoe" }, null]]);
    expect(again.node("name")?.value).toBe("Zoe");
    expect(again.unconfirmed).toHaveLength(1);
    expect(again.next).toBe(5);
  });
});

describe("shown value", () => {
  it("is the newest one that no run has applied, else the tree's", () => {
    inputs.set("name", "B");
    inputs.set("name", "Bo");
    expect(shownName()).toBe("Bo");
    inputs.apply(1);
    expect(shownName()).toBe("Bo");
    expect(onPage()).toBe("B");
    inputs.apply(2);
    expect(onPage()).toBe("Bo");
  });

  it("is the script's once the person's has been applied", () => {
    inputs.set("name", "Bob");
    inputs.apply(1);
    tree.apply([["set", "name", "BOB"]]);
    expect(shownName()).toBe("BOB");
  });

  it("stays the person's while a newer event is under way", () => {
    inputs.set("name", "Bob");
    inputs.set("name", "Bobby");
    inputs.apply(1);
    tree.apply([["set", "name", "BOB"]]);
    expect(shownName()).toBe("Bobby");
  });

  it("may be null", () => {
    inputs.set("name", null);
    expect(shownName()).toBeNull();
  });

  it("tells the listeners of its widget", () => {
    let told = 0;
    tree.subscriptions.subscribe("name", () => (told += 1));
    inputs.set("name", "Bob");
    expect(told).toBe(1);
  });
});

describe("a press with a payload", () => {
  it("carries its value for the run alone: it is neither shown nor folded", () => {
    inputs.press("name", [0, "Copy"]);
    expect(sent).toEqual([["event", 1, { name: [0, "Copy"] }, "name"]]);
    expect(shownName()).toBe("Ada");
    inputs.apply(1);
    expect(onPage()).toBe("Ada");
  });
});

describe("a submit", () => {
  it("is one event with all values, which last", () => {
    inputs.submit("go", { name: "Bob" });
    expect(sent).toEqual([["event", 1, { name: "Bob" }, "go"]]);
    expect(shownName()).toBe("Bob");
    inputs.apply(1);
    expect(onPage()).toBe("Bob");
  });
});

describe("a node with a value that waits", () => {
  it("is the same object until something of it changes", () => {
    inputs.set("name", "Bob");
    const shown = inputs.node("name");
    expect(shown).toMatchObject({ value: "Bob", props: { label: "Name" } });
    expect(inputs.node("name")).toBe(shown);
    tree.apply([["update", "name", { help: "?" }]]);
    expect(inputs.node("name")).toMatchObject({ value: "Bob", props: { help: "?" } });
  });
});

describe("waiting", () => {
  it("lasts from the event to the run that applies it", () => {
    expect(inputs.isWaiting).toBe(false);
    inputs.press("go");
    expect(inputs.isWaiting).toBe(true);
    inputs.apply(1);
    expect(inputs.isWaiting).toBe(false);
  });
});

describe("giving up", () => {
  it("empties the event, keeps its number and shows the old value", () => {
    inputs.press("go");
    inputs.set("name", "x".repeat(1000));
    inputs.giveUp(inputs.unconfirmed[1]!);
    expect(inputs.unconfirmed).toEqual([
      ["event", 1, {}, "go"],
      ["event", 2, {}, null],
    ]);
    expect(shownName()).toBe("Ada");
  });
});

describe("a session that was restored to before an applied event", () => {
  beforeEach(() => {
    inputs.set("name", "Bob");
    inputs.apply(1);
    inputs.restart(0);
  });

  it("has it waiting again", () => {
    expect(inputs.isWaiting).toBe(true);
    inputs.apply(1);
    expect(inputs.isWaiting).toBe(false);
  });

  it("shows its value over the older one that is drawn", () => {
    tree.apply([["set", "name", "Ada"]]);
    expect(shownName()).toBe("Bob");
  });
});
