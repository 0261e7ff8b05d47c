import { describe, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { Tree } from "./tree";
import type { Edit } from "./wire.gen";

const text = (body: string): Drawn => ({ kind: "text", body });
const field = (value: string): Drawn => ({ kind: "text_input", label: "Name", value });
const put = (id: string, after = "", parent = "main", drawn = text(id)) =>
  insert(id, drawn, parent, after);

function treeOf(...edits: Edit[]): Tree {
  const tree = new Tree();
  tree.apply(edits);
  return tree;
}

const order = (tree: Tree, id = "main") => tree.get(id)?.children;

describe("edits", () => {
  it("insert places a node after its sibling, or first", () => {
    const tree = treeOf(put("a"), put("c", "a"), put("b", "a"), put("z"));
    expect(order(tree)).toEqual(["z", "a", "b", "c"]);
  });

  it("move takes a node and what is below it to another parent", () => {
    const box: Drawn = { kind: "container" };
    const tree = treeOf(put("a"), put("box", "a", "main", box), put("in", "", "box"));
    tree.apply([["move", "box", "sidebar", ""]]);
    expect(order(tree)).toEqual(["a"]);
    expect(order(tree, "sidebar")).toEqual(["box"]);
    expect(order(tree, "box")).toEqual(["in"]);
  });

  it("move within a parent counts places after the node has left its own", () => {
    const tree = treeOf(put("a"), put("b", "a"), put("c", "b"));
    tree.apply([["move", "a", "main", "b"]]);
    expect(order(tree)).toEqual(["b", "a", "c"]);
  });

  it("update merges fields and leaves the others", () => {
    const tree = treeOf(put("a"));
    tree.apply([["update", "a", { width: 300 }]]);
    expect(tree.get("a")?.props).toEqual({ kind: "text", body: "a", width: 300 });
  });

  it("append adds to a text, and leaves the rest", () => {
    const tree = treeOf(put("a"));
    tree.apply([
      ["append", "a", "body", "b"],
      ["append", "a", "body", "c"],
    ]);
    expect(tree.get("a")?.props).toEqual({ kind: "text", body: "abc" });
  });

  it("remove removes all below, but not what was moved out before", () => {
    const box: Drawn = { kind: "container" };
    const tree = treeOf(put("box", "", "main", box), put("x", "", "box"), put("y", "x", "box"));
    tree.apply([
      ["move", "y", "main", "box"],
      ["remove", ["box"]],
    ]);
    expect(order(tree)).toEqual(["y"]);
    expect(tree.get("x")).toBeUndefined();
    expect(tree.get("y")?.props).toMatchObject(text("y"));
  });

  it.each<[string, Edit]>([
    ["update", ["update", "ghost", {}]],
    ["append", ["append", "ghost", "body", "x"]],
    ["move", ["move", "ghost", "main", ""]],
    ["insert", put("a", "", "ghost")],
    ["insert", put("a", "ghost")],
  ])("%s of an unknown node is refused", (_, edit) => {
    expect(() => treeOf(edit)).toThrow('got id="ghost"');
  });

  it("hands out new objects for what changed and the same for the rest", () => {
    const tree = treeOf(put("a"), put("b", "a"));
    const [a, b, main] = [tree.get("a"), tree.get("b"), tree.get("main")];
    tree.apply([["update", "a", { body: "new" }]]);
    expect(tree.get("a")).not.toBe(a);
    expect(tree.get("b")).toBe(b);
    expect(tree.get("main")).toBe(main);
  });

  it("never alters a list of children that a reader may hold", () => {
    const tree = treeOf(put("a"));
    const before = order(tree);
    tree.apply([put("b", "a"), put("c", "b")]);
    expect(before).toEqual(["a"]);
    expect(order(tree)).toEqual(["a", "b", "c"]);
  });
});

describe("preloading", () => {
  it("begins when an element is announced, and when it comes", () => {
    const asked: string[] = [];
    const tree = new Tree((kind) => asked.push(kind));
    tree.apply([["announce", "dataframe"], put("a")]);
    expect(asked).toEqual(["dataframe", "text"]);
    expect(order(tree)).toEqual(["a"]);
  });
});

describe("a page that stood in", () => {
  it("is left, node by node, for the one that comes", () => {
    const tree = treeOf(put("a"), put("b"));
    expect(tree.isOfStandIn("a")).toBe(false);
    tree.leaveStandIn();
    tree.reset();
    tree.apply([put("a")]);
    expect(tree.isOfStandIn("a")).toBe(false);
    expect(tree.isOfStandIn("b")).toBe(true);
    tree.sweep();
    expect(tree.isOfStandIn("b")).toBe(false);
  });
});

describe("the page", () => {
  const page = (tree: Tree) => tree.get("main")?.props;

  it("begins as usual, and is as the script updates it", () => {
    const tree = treeOf(["update", "main", { title: "Home" }]);
    expect(page(tree)).toMatchObject({ kind: "page", title: "Home", layout: "centered" });
  });

  it("forgets on a reset what the new tree does not say again, without a flicker", () => {
    const tree = treeOf(["update", "main", { title: "Home", layout: "wide" }]);
    tree.reset();
    expect(page(tree)).toMatchObject({ title: "Home", layout: "wide" });
    tree.apply([
      ["update", "main", { title: "Home" }],
      ["update", "main", { icon: "🎉" }],
    ]);
    expect(page(tree)).toMatchObject({ title: "Home", icon: "🎉", layout: "centered" });
    tree.sweep();
    expect(page(tree)).toMatchObject({ title: "Home" });
  });

  it("is as usual after a reset that says nothing of it", () => {
    const tree = treeOf(["update", "main", { title: "Home" }], put("a"));
    tree.reset();
    tree.apply([put("a")]);
    tree.sweep();
    expect(page(tree)).toMatchObject({ title: null });
    expect(order(tree)).toEqual(["a"]);
  });
});

describe("listeners", () => {
  it("hear once of a change with many edits, and only where something changed", () => {
    const tree = treeOf(put("a"), put("b", "a"));
    const heard: string[] = [];
    for (const id of ["main", "a", "b"]) tree.subscriptions.subscribe(id, () => heard.push(id));
    tree.apply([
      ["update", "a", { body: "1" }],
      ["update", "a", { body: "2" }],
    ]);
    expect(heard).toEqual(["a"]);
  });

  it("hear nothing after they have left", () => {
    const tree = treeOf(put("a"));
    let count = 0;
    const leave = tree.subscriptions.subscribe("a", () => (count += 1));
    leave();
    tree.apply([["update", "a", { body: "1" }]]);
    expect(count).toBe(0);
  });

  it("see the outcome only, also when changes nest", () => {
    const tree = treeOf(put("a"));
    const seen: unknown[] = [];
    tree.subscriptions.subscribe("main", () => seen.push(order(tree)));
    tree.change(() => {
      tree.apply([put("b", "a")]);
      tree.apply([put("c", "b")]);
    });
    expect(seen).toEqual([["a", "b", "c"]]);
  });
});

describe("overrides", () => {
  it("count settings of the value and no other edits", () => {
    const tree = treeOf(put("n", "", "main", field("Ada")));
    tree.apply([["update", "n", { help: "?" }]]);
    expect(tree.get("n")?.overrides).toBe(0);
    tree.apply([["set", "n", "Bob"]]);
    expect(tree.get("n")?.overrides).toBe(1);
  });

  it("do not count folded values: they came from here", () => {
    const tree = treeOf(put("n", "", "main", field("Ada")));
    tree.fold({ n: "Bob", gone: 1 });
    expect(tree.get("n")).toMatchObject({ value: "Bob", overrides: 0 });
  });

  it("do not count what a form is cleared of: what was entered since stays", () => {
    const tree = treeOf(put("n", "", "main", field("Ada")));
    tree.apply([["clear", "n", ""]]);
    expect(tree.get("n")).toMatchObject({ value: "", overrides: 0 });
  });
});

describe("reset", () => {
  it("keeps showing the old tree, in place, until the new one is complete", () => {
    const tree = treeOf(put("a"), put("b", "a"), put("c", "b"));
    tree.reset();
    tree.apply([put("a"), put("d", "a")]);
    expect(order(tree)).toEqual(["a", "d", "b", "c"]);
    tree.sweep();
    expect(order(tree)).toEqual(["a", "d"]);
  });

  it("keeps a widget's overrides if its value is the same, and counts one if it is not", () => {
    const tree = treeOf(put("n", "", "main", field("Ada")), put("m", "n", "main", field("Ada")));
    tree.reset();
    tree.apply([put("n", "", "main", field("Ada")), put("m", "n", "main", field("Eve"))]);
    expect(tree.get("n")?.overrides).toBe(0);
    expect(tree.get("m")?.overrides).toBe(1);
  });

  it("clear leaves the roots alone", () => {
    const tree = treeOf(put("a"), put("s", "", "sidebar"));
    tree.clear();
    expect(order(tree)).toEqual([]);
    expect(order(tree, "sidebar")).toEqual([]);
  });
});
