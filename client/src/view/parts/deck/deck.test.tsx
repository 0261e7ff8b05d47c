import { expect, it, vi } from "vitest";

import type { Frame } from "../../../core/wire.gen";
import { clicked, isEmpty, NOTHING } from "./choice";
import { dimmed, renamed } from "./dimming";
import { objectsOf } from "./rows";
import { dress, prepare, tipOf } from "./tips";

// It needs WebGL, and has an own parser that is tested with it.
vi.mock("@deck.gl/json", () => ({
  _parseExpressionString: (text: string) => (row: Record<string, unknown>) => row[text],
}));

const CITY = { city: "Wien & <b>", size: 1.9, properties: { country: "AT" } };

it("selects one object, and no longer when it is clicked again", () => {
  const one = clicked(NOTHING, "cities", 3, { a: 1 }, true);
  expect(one).toEqual({ indices: { cities: [3] }, objects: { cities: [{ a: 1 }] } });
  expect(clicked(one, "cities", 4, { a: 2 }, true).indices).toEqual({ cities: [4] });
  expect(isEmpty(clicked(one, "cities", 3, { a: 1 }, true))).toBe(true);
});

it("selects several objects, of several layers", () => {
  let choice = clicked(NOTHING, "cities", 3, { a: 1 }, false);
  choice = clicked(choice, "cities", 5, { a: 2 }, false);
  choice = clicked(choice, "roads", 0, null, false);
  expect(choice.indices).toEqual({ cities: [3, 5], roads: [0] });
  choice = clicked(choice, "cities", 3, { a: 1 }, false);
  expect(choice.objects).toEqual({ cities: [{ a: 2 }], roads: [null] });
  choice = clicked(choice, "cities", 5, { a: 2 }, false);
  expect(choice.indices).toEqual({ roads: [0] });
});

it("has what is not selected step back, by whatever color it has", () => {
  const kind = {
    defaultProps: { getFillColor: { value: [0, 0, 0, 255] }, getRadius: { value: 1 } },
  };
  const choice = { indices: { a: [1] }, objects: {} };
  const color = (props: Record<string, unknown>, index: number, of = choice) =>
    (dimmed(kind, { id: "a", ...props }, of).getFillColor as (...args: unknown[]) => number[])(
      { tint: [1, 2, 3] },
      { index },
    );
  expect(color({}, 1)).toEqual([0, 0, 0, 255]);
  expect(color({}, 0)).toEqual([0, 0, 0, 255 * 0.35]);
  expect(color({ getFillColor: "@@=tint" }, 0)).toEqual([1, 2, 3, 255 * 0.35]);
  expect(color({ getFillColor: [9, 9, 9] }, 0, { indices: {}, objects: {} } as never)).toEqual([
    9, 9, 9,
  ]);
  const hexagons = dimmed({ defaultProps: {} }, { id: "a" }, choice);
  expect(hexagons.highlightedObjectIndex).toBe(1);
});

it("knows names of long ago by those of today", () => {
  const kind = { defaultProps: { getColor: { deprecatedFor: ["getFillColor", "getLineColor"] } } };
  const made = renamed(kind, { getColor: [1], getLineColor: [2] });
  expect(made).toEqual({ getFillColor: [1], getLineColor: [2] });
  expect(renamed({}, { getColor: [1] })).toEqual({ getColor: [1] });
});

it("reads the columns of a frame as objects", () => {
  const column = (name: string, is_index = false) => ({ name, kind: "number", is_index });
  const frame = { rows: 2, columns: [column("", true), column("lat"), column("city")], blocks: [] };
  const rows = objectsOf(frame as unknown as Frame, [[0, 1], Float64Array.of(1, 2), ["a", "b"]]);
  expect((rows[1] as Record<string, unknown>).lat).toBe(2);
  expect(JSON.stringify(rows)).toBe('[{"lat":1,"city":"a"},{"lat":2,"city":"b"}]');
  const names = [];
  for (const name in rows[0]) names.push(name);
  expect(names).toEqual(["lat", "city"]);
});

const html = (nodes: readonly Node[]) => {
  const box = document.createElement("div");
  box.append(...nodes);
  return box.outerHTML.slice(5, -6);
};

it("fills a template, and lets nothing run", async () => {
  await prepare({ html: "<b>" });
  const text = '<b onclick="x()">{city}</b> {country}<script>x()</script><style>*{}</style>{no}';
  expect(html(tipOf({ html: text }, CITY))).toBe("<b>Wien &amp; &lt;b&gt;</b> AT{no}");
  const styled = tipOf({ html: '<i style="color: red">{size}</i>' }, CITY);
  expect((styled[0] as HTMLElement).style.color).toBe("red");
  expect(tipOf({ text: "{city}\n{properties.country}" }, CITY)[0]!.textContent).toBe(
    "Wien & <b>\nAT",
  );
});

it("lists what an object has, if nothing else is said, and nothing if that is", () => {
  expect(html(tipOf(true, { city: "Roma", points: [1], n: { a: 1 } }))).toBe(
    '<dl><dt>city</dt><dd>Roma</dd><dt>n</dt><dd>{"a":1}</dd></dl>',
  );
  expect(tipOf(false, CITY)).toEqual([]);
  expect(tipOf(null, CITY)).toEqual([]);
});

it("dresses a tip as the script says, but for where it stands", () => {
  const box = document.createElement("div");
  dress(box, { style: { backgroundColor: "steelblue", position: "fixed", "font-size": "12px" } });
  expect(box.style.cssText).toBe("background-color: steelblue; font-size: 12px;");
});
