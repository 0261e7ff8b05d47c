import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Picture, type Wanted } from "./picture";
import type { Json } from "./spec";

const WANTED: Wanted = {
  spec: { mark: "bar", params: [{ name: "brush", select: "interval" }] },
  config: {},
  renderer: "svg",
  tables: {},
  clocks: () => null,
  size: { isSingle: true, fitsWidth: true, width: 700, height: 300 },
  selections: { brush: {} },
  kept: {},
};

let host: HTMLElement;
let told: unknown[];
let isDrawn: ReturnType<typeof vi.fn<() => void>>;
/** When the chart will have computed what it has heard. */
let computed: Promise<void>;
/** Have the chart select something, as it does while it hears an event. */
let select: (signal: Json) => void;

async function shown(wanted = WANTED): Promise<Picture> {
  let signal: Json = {};
  let hear = () => {};
  const view = {
    signal: () => signal,
    addSignalListener: (_: string, listener: () => void) => (hear = listener),
    finalize: () => {},
    runAsync: () => computed,
  };
  select = (next) => {
    signal = next;
    hear();
  };
  isDrawn = vi.fn();
  const picture = new Picture(
    host,
    {
      compiled: (spec: Json) => spec,
      viewOf: () => Promise.resolve(view),
      fillIn: () => {},
    } as never,
    { select: (each) => told.push(each), keep: () => {}, drawn: isDrawn, fail: () => {} },
  );
  picture.update(wanted);
  await vi.waitFor(() => expect(isDrawn).toHaveBeenCalled());
  return picture;
}

/** Have the chart compute what it has heard until the answer is called. */
function compute(): () => void {
  let end = () => {};
  computed = new Promise((resolve) => (end = resolve));
  return () => end();
}

const does = (type: string, at: EventTarget = host) =>
  at.dispatchEvent(new MouseEvent(type, { bubbles: true }));

beforeEach(() => {
  told = [];
  computed = Promise.resolve();
  host = document.createElement("div");
  document.body.append(host);
});
afterEach(() => {
  host.remove();
  vi.restoreAllMocks();
});

it("tells a drag when it is over, and at once", async () => {
  const picture = await shown();
  does("pointerdown");
  select({ a: [1, 2] });
  select({ a: [1, 3] });
  expect(told).toEqual([]);
  does("pointerup", document);
  expect(told).toEqual([{ brush: { a: [1, 3] } }]);
  picture.close();
  expect(told).toHaveLength(1);
});

it("tells at once what a click selects", async () => {
  const picture = await shown();
  does("pointerdown");
  does("pointerup");
  const inside = host.appendChild(document.createElement("span"));
  inside.addEventListener("click", () => select({ a: [1, 2] }));
  does("click", inside);
  expect(told).toEqual([{ brush: { a: [1, 2] } }]);
  picture.close();
});

describe("however long the chart computes", () => {
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  /** Have time pass while the chart computes, which no timer interrupts. */
  const block = (milliseconds: number) => {
    const now = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(now + milliseconds);
  };
  beforeEach(
    () => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }),
  );
  afterEach(() => void vi.useRealTimers());

  it("tells what a drag selects", async () => {
    const picture = await shown();
    does("pointerdown");
    await pass(10_000);
    select({ a: [1, 2] });
    does("pointerup", document);
    expect(told).toEqual([{ brush: { a: [1, 2] } }]);
    picture.close();
  });

  it("tells what is still to be computed when a drag ends beside it, before it changes", async () => {
    const picture = await shown();
    does("pointerdown");
    picture.update({ ...WANTED, spec: { ...WANTED.spec, title: "Other" } });
    const end = compute();
    does("pointerup", document);
    await pass(10_000);
    select({ a: [1, 2] });
    expect(isDrawn).toHaveBeenCalledTimes(1);
    end();
    await vi.waitFor(() => expect(isDrawn).toHaveBeenCalledTimes(2));
    expect(told).toEqual([{ brush: { a: [1, 2] } }]);
    picture.close();
  });

  it("tells what a press selects that was held, and is computed at once", async () => {
    const picture = await shown();
    does("pointerdown");
    await pass(10_000);
    does("pointerup", document);
    await pass(0);
    const inside = host.appendChild(document.createElement("span"));
    inside.addEventListener("click", () => {
      block(20_000);
      select({ a: [1, 2] });
    });
    does("click", inside);
    expect(told).toEqual([{ brush: { a: [1, 2] } }]);
    picture.close();
  });

  it.each(["wheel", "keydown", "pointermove"])("tells what a %s selects", async (type) => {
    const picture = await shown();
    does(type);
    block(20_000);
    select({ a: [1, 2] });
    await pass(200);
    expect(told).toEqual([{ brush: { a: [1, 2] } }]);
    picture.close();
  });

  it("tells what a press selects that is computed later", async () => {
    const picture = await shown();
    const end = compute();
    does("click");
    await pass(0);
    await pass(10_000);
    select({ a: [1, 2] });
    end();
    await vi.waitFor(() => expect(told).toEqual([{ brush: { a: [1, 2] } }]));
    picture.close();
  });

  it("tells what somebody has chosen in an input that waits", async () => {
    const bind = { input: "select", options: ["a", "b"], debounce: 5000 };
    const params = [{ name: "brush", select: "point", bind }];
    const picture = await shown({ ...WANTED, spec: { mark: "bar", params } });
    does("input");
    await pass(5000);
    select({ a: ["b"] });
    await pass(200);
    expect(told).toEqual([{ brush: { a: ["b"] } }]);
    picture.close();
  });

  it("tells no change of its own after that", async () => {
    const picture = await shown();
    does("click");
    await pass(0);
    await pass(10_000);
    select({ a: [1, 2] });
    does("pagehide", window);
    expect(told).toEqual([]);
    picture.close();
  });
});

it.each([
  ["it stands still", () => vi.waitFor(() => expect(told).toHaveLength(1))],
  ["the page goes", () => does("pagehide", window)],
  ["the chart goes", (picture: Picture) => picture.close()],
])("tells what a wheel selects when %s", async (_, happens) => {
  const picture = await shown();
  does("wheel");
  select({ a: [1, 2] });
  expect(told).toEqual([]);
  await happens(picture);
  expect(told).toEqual([{ brush: { a: [1, 2] } }]);
  picture.close();
});

it("stays as it is while something is dragged in it, and takes then what has come", async () => {
  const picture = await shown();
  const other = { ...WANTED, spec: { ...WANTED.spec, title: "Other" } };
  does("pointerdown");
  picture.update(other);
  select({ a: [1, 2] });
  await new Promise((settle) => setTimeout(settle));
  expect(isDrawn).toHaveBeenCalledTimes(1);
  does("pointerup", document);
  expect(told).toEqual([{ brush: { a: [1, 2] } }]);
  await vi.waitFor(() => expect(isDrawn).toHaveBeenCalledTimes(2));
  picture.close();
});

it("does not take the place of a view in which a drag has begun meanwhile", async () => {
  const picture = await shown();
  picture.update({ ...WANTED, spec: { ...WANTED.spec, title: "Other" } });
  does("pointerdown");
  await new Promise((settle) => setTimeout(settle));
  expect(isDrawn).toHaveBeenCalledTimes(1);
  // A press may end where nobody hears of it: the next move tells.
  dispatchEvent(new MouseEvent("pointermove", { buttons: 0 }));
  await vi.waitFor(() => expect(isDrawn).toHaveBeenCalledTimes(2));
  picture.close();
});
