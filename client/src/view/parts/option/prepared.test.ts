import { describe, expect, it } from "vitest";

import { momentText, usual, writerOf } from "./formats";
import { needsOf, wrongIn } from "./needs";
import { prepared, type Wish } from "./prepared";
import type { Said } from "./parts";
import { tableOf } from "./table";
import { plainOf } from "./tooltips";
import { labelOf } from "./words";

const wish: Omit<Wish, "spec"> = {
  sources: [],
  hasTheme: true,
  selects: false,
  alt: null,
  text: "black",
  isForced: false,
};

const made = (spec: Said, more: Partial<Wish> = {}) =>
  prepared({ ...wish, ...more, spec: JSON.stringify(spec) });

const seriesOf = (option: Said) => (option.series as Said[])[0]!;
const many = (count: number) => Array.from({ length: count }, (_, n) => [n, n]);
const axes = { xAxis: {}, yAxis: {} };

it("tells lines apart by dashes where the system forces colors (E11)", () => {
  const line = { type: "line" };
  const spec = { series: [line, { type: "bar" }, { ...line, lineStyle: { width: 3 } }, line] };
  const types = (more: Partial<Wish>) =>
    (made(spec, more).series as { lineStyle?: Said }[]).map(({ lineStyle }) => lineStyle?.type);
  expect(types({ isForced: true })).toEqual(["solid", undefined, "dashed", "dotted"]);
  expect(types({ isForced: false })).toEqual([undefined, undefined, undefined, undefined]);
  expect(types({ isForced: true, hasTheme: false })[0]).toBe(undefined);
});

it("has areas that are told at once: what is late would be lost in a chart drawn anew (E09)", () => {
  const brush = { throttleType: "debounce", throttleDelay: 500, xAxisIndex: 0 };
  const option = made({ brush, options: [{ brush: [brush] }] });
  expect(option.brush).toEqual({ xAxisIndex: 0 });
  expect((option.options as Said[])[0]!.brush).toEqual([{ xAxisIndex: 0 }]);
});

describe("sources", () => {
  it("are put where they were, with the order of their columns (E04)", () => {
    const source = { path: ["options", 0, "dataset", 1], names: ["b", "a"], rows: [[1, "x"]] };
    const option = made({ options: [{ dataset: [{}, { id: "t" }] }] }, { sources: [source] });
    expect((option.options as Said[])[0]!.dataset).toEqual([
      {},
      { id: "t", source: [[1, "x"]], sourceHeader: false, dimensions: ["b", "a"] },
    ]);
    const said = made(
      { dataset: { dimensions: ["p", "q"] } },
      { sources: [{ ...source, path: ["dataset"] }] },
    );
    expect(said.dataset).toMatchObject({ dimensions: ["p", "q"] });
  });
});

describe("tooltips (E15)", () => {
  const tooltipOf = (tooltip: Said, hasTheme = true) =>
    made({ tooltip }, { hasTheme }).tooltip as Record<string, (...values: unknown[]) => string>;

  it("have no tags", () => {
    expect(plainOf("<b style='x'>{b}</b><br/>{c} &amp; 1 < 2")).toBe("{b}\n{c} & 1 < 2");
    expect(tooltipOf({ formatter: "<i>{b}</i>" })).toMatchObject({
      formatter: "{b}",
      renderMode: "richText",
      confine: true,
    });
    const item = { value: 1, tooltip: { formatter: "<b>x</b>" } };
    const option = made({ series: [{ type: "pie", data: [item, 2] }] });
    expect((seriesOf(option).data as Said[])[0]!.tooltip).toEqual({ formatter: "x" });
  });

  it("have values of dimensions", () => {
    const { formatter } = tooltipOf({ formatter: "{b}: {@sales} {@[0]} {@none} {c}" });
    const item = { name: "Mon", value: ["Mon", 3], dimensionNames: ["day", "sales"] };
    expect(formatter!(item)).toBe("Mon: 3 Mon - Mon,3");
    expect(formatter!([item, { name: "Tue" }])).toBe("Mon: 3 Mon - Mon,3");
    const row = { name: "Mon", value: { day: "Mon", sales: 4 }, dimensionNames: ["day", "sales"] };
    expect(formatter!(row)).toContain("Mon: 4 Mon -");
  });

  it("have numbers in formats, and none that are no format", () => {
    expect(tooltipOf({ valueFormatter: "dollar" }).valueFormatter!(3)).toContain("$3");
    expect(tooltipOf({ valueFormatter: "%,d sessions" }).valueFormatter!(1234)).toBe(
      "1,234 sessions",
    );
    expect(writerOf("percent")!([0.5, 0.25])).toContain("50%");
    for (const none of ["%", "%d %d", "nonsense", 3, null]) expect(writerOf(none)).toBeNull();
    expect(tooltipOf({ valueFormatter: "nonsense" }, false).valueFormatter).toBeUndefined();
    expect(tooltipOf({ valueFormatter: "nonsense" }).valueFormatter!(1.23456789)).toBe("1.2346");
  });

  it("have short numbers and moments as the theme has them", () => {
    expect(usual(1234567.891234)).toBe("1,234,567.8912");
    expect(usual(0.000012345678)).toBe("0.00001235");
    expect(usual(null)).toBe("-");
    expect(usual("2026-08-18T00:00:00")).toBe("2026-08-18");
    expect(usual("2026-08-18T10:20:30.5")).toBe("2026-08-18 10:20:30");
    expect(momentText(new Date(Date.UTC(2026, 7, 18, 1)), true)).toBe("2026-08-18 01:00:00");
    expect(tooltipOf({}, false).valueFormatter).toBeUndefined();
  });

  it("begin with the moment, unless somebody says how", () => {
    const labelled = (more: Said) => {
      const option = made({ xAxis: { type: "time" }, yAxis: {}, useUTC: true, ...more });
      return (option.xAxis as { axisPointer?: { label: { formatter: (of: Said) => string } } })
        .axisPointer;
    };
    expect(labelled({})!.label.formatter({ value: Date.UTC(2026, 0, 2) })).toBe("2026-01-02");
    expect(labelled({ axisPointer: { label: { formatter: "{value}" } } })).toBeUndefined();
    const inner = { axisPointer: { label: { formatter: "x" } } };
    expect(labelled({ tooltip: inner })).toBeUndefined();
    expect(labelled({ grid: { tooltip: inner } })).toBeUndefined();
  });
});

describe("axes", () => {
  it("hide labels that would overlap, of numbers and times, with the theme", () => {
    const option = { xAxis: { data: ["a"] }, yAxis: [{}, { axisLabel: { hideOverlap: false } }] };
    expect(made(option)).toMatchObject({
      xAxis: { data: ["a"] },
      yAxis: [{ axisLabel: { hideOverlap: true } }, { axisLabel: { hideOverlap: false } }],
    });
    expect(made(option).xAxis).toEqual({ data: ["a"] });
    expect(made(option, { hasTheme: false }).yAxis).toEqual(option.yAxis);
  });
});

describe("many items (E16)", () => {
  const large = (type: string, count: number, more: Said = {}, wishes: Partial<Wish> = {}) =>
    seriesOf(made({ ...axes, series: [{ type, data: many(count), ...more }] }, wishes));

  it("are drawn together", () => {
    expect(large("scatter", 20_000)).not.toHaveProperty("large");
    expect(large("scatter", 20_001)).toMatchObject({ large: true });
    expect(large("bar", 2_001)).toMatchObject({ large: true });
    expect(large("bar", 2_001, { large: false })).toMatchObject({ large: false });
    expect(large("bar", 2_001, { colorBy: "data" })).not.toHaveProperty("large");
    expect(large("bar", 2_001, { selectedMode: true })).not.toHaveProperty("large");
    expect(large("bar", 2_001, {}, { selects: true })).not.toHaveProperty("large");
    const objects = many(2_001).map((value) => ({ value }));
    expect(large("bar", 1, { data: objects })).not.toHaveProperty("large");
    const mapped = made({ ...axes, visualMap: {}, series: [{ type: "bar", data: many(2_001) }] });
    expect(seriesOf(mapped)).not.toHaveProperty("large");
  });

  it("have no symbols on lines", () => {
    expect(large("line", 2_001)).toMatchObject({ showSymbol: false });
    expect(large("line", 2_000)).not.toHaveProperty("showSymbol");
    expect(large("line", 1, { data: [...many(2_001), [1, null]] })).not.toHaveProperty(
      "showSymbol",
    );
    const line = { type: "line", data: many(2_001) };
    expect(seriesOf(made({ ...axes, tooltip: {}, series: [line] }))).not.toHaveProperty(
      "showSymbol",
    );
    const onAxis = made({ ...axes, tooltip: { trigger: "axis" }, series: [line] });
    expect(seriesOf(onAxis)).toMatchObject({ showSymbol: false });
    const named = made({ xAxis: { type: "category" }, yAxis: {}, series: [line] });
    expect(seriesOf(named)).not.toHaveProperty("showSymbol");
  });

  it("are counted in datasets, too", () => {
    const source = { path: ["dataset"], names: ["x", "y"], rows: many(2_001) };
    const option = made({ dataset: {}, ...axes, series: [{ type: "bar" }] }, { sources: [source] });
    expect(seriesOf(option)).toMatchObject({ large: true });
  });
});

describe("names", () => {
  it("are what the script says, and ECharts' own where it says nothing", () => {
    expect(made({}).aria).toEqual({ enabled: true, label: { enabled: true } });
    expect(made({ aria: { enabled: false } }).aria).toMatchObject({ enabled: false });
    expect(made({ aria: { label: { description: "x" } } }, { alt: "A" }).aria).toEqual({
      enabled: true,
      label: { enabled: true, description: "A" },
    });
  });

  it("are a sentence for the box around it", () => {
    expect(labelOf({}, "A")).toBe("A");
    expect(labelOf({ aria: { label: { description: "x" } } }, null)).toBe("x");
    const series = [{ type: "bar", name: "Cost" }, { type: "effectScatter" }];
    expect(labelOf({ series }, null)).toBe("Bar and effect scatter chart: Cost");
    expect(labelOf({ baseOption: { title: { text: "T" }, series } }, null)).toBe(
      "T: bar and effect scatter chart",
    );
    expect(labelOf({}, null)).toBe("Empty chart");
  });

  it("have no hand over what cannot be clicked", () => {
    const series = [{ type: "pie" }, { type: "pie", cursor: "help" }];
    expect(made({ series }).series).toEqual([
      { type: "pie", cursor: "default" },
      { type: "pie", cursor: "help" },
    ]);
    expect(seriesOf(made({ series }, { selects: true }))).not.toHaveProperty("cursor");
  });
});

describe("the table of a specification", () => {
  it("has a column for each series of an axis", () => {
    const xAxis = { name: "Day", data: ["Mon", { value: "Tue" }] };
    const series = [
      { type: "bar", name: "A", data: [1, { value: 2 }] },
      { type: "line", data: [3] },
    ];
    expect(tableOf({ xAxis, series })).toEqual({
      columns: ["Day", "A", "line 2"],
      rows: [
        ["Mon", 1, 3],
        ["Tue", 2, undefined],
      ],
    });
  });

  it("has a row for each item of others", () => {
    const series = { type: "pie", data: [{ name: "a", value: 1 }, 2] };
    expect(tableOf({ series }).rows).toEqual([
      ["pie 1", "a", 1],
      ["pie 1", null, 2],
    ]);
    expect(tableOf({ series: { type: "scatter", data: [[1, 2]] } })).toEqual({
      columns: ["Series", "Value 1", "Value 2"],
      rows: [["scatter 1", 1, 2]],
    });
  });

  it("is the source of a dataset", () => {
    expect(
      tableOf({
        dataset: {
          source: [
            ["a", "b"],
            [1, 2],
          ],
        },
      }),
    ).toEqual({
      columns: ["a", "b"],
      rows: [[1, 2]],
    });
    expect(tableOf({ dataset: { source: [{ a: 1 }, { b: 2 }] } }).rows).toEqual([
      [1, undefined],
      [undefined, 2],
    ]);
  });
});

it("loads what a specification names (E13)", () => {
  expect(
    needsOf({ ...axes, series: [{ type: "line" }], dataZoom: { type: "inside" } }, "canvas"),
  ).toEqual([]);
  expect(needsOf({ title: {}, series: { type: "pie" } }, "svg")).toEqual([
    "legend",
    "round",
    "svg",
  ]);
  expect(needsOf({ media: [{ option: { dataZoom: {} } }] }, "canvas")).toEqual(["components"]);
  expect(needsOf({ series: [{ type: "line", markLine: {} }] }, "canvas")).toEqual(["components"]);
  expect(
    needsOf({ options: [{ series: [{ type: "tree" }, { type: "heatmap" }] }] }, "canvas"),
  ).toEqual(["axes", "networks"]);
});

it("says what ECharts cannot draw (E14)", () => {
  expect(wrongIn({ series: [{ type: "barr" }] })).toContain(
    'no series of the type "barr": use one',
  );
  expect(wrongIn({ series: [{ type: "bar" }], xAxis: {} })).toContain("needs an yAxis");
  expect(wrongIn({ series: [{ type: "bar", coordinateSystem: "polar" }] })).toBeNull();
  expect(wrongIn({ series: [{ type: "pie" }] })).toBeNull();
  expect(wrongIn({ options: [{ series: [{ data: [1] }] }] })).toBeNull();
});

it("draws texts in the colour of the page", () => {
  const option = made({ graphic: [{ type: "text" }, { type: "text", style: { fill: "red" } }] });
  expect(option.graphic).toEqual([
    { type: "text", style: { fill: "black" } },
    { type: "text", style: { fill: "red" } },
  ]);
});
