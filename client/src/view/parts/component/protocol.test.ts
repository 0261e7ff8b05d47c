import { expect, it, vi } from "vitest";

import { argumentsOf, heightIn, read } from "./protocol";

const LIMIT = 20_000_000;
const say = (type: string, more: object = {}, limit = LIMIT) =>
  read({ isStreamlitMessage: true, type: `streamlit:${type}`, ...more }, limit);
const value = (value: unknown, dataType?: string) => say("setComponentValue", { value, dataType });

it.each([
  [{ a: [1, null, "é"] }, "json", 'json:{"a":[1,null,"é"]}'],
  [undefined, "json", "json:null"],
  [NaN, "json", "json:null"],
  [5, undefined, "json:5"],
  [new Uint8Array([1, 2, 255]), "bytes", "bytes:AQL/"],
  [new Uint8Array([9, 1, 2, 255]).subarray(1), "bytes", "bytes:AQL/"],
  [new Uint8Array([1]).buffer, "bytes", "bytes:AQ=="],
  [
    { data: new Uint8Array([1]), index: new Uint8Array(), columns: new Uint8Array([2]) },
    "dataframe",
    'dataframe:{"data":"AQ==","index":"","columns":"Ag=="}',
  ],
])("a value travels as text that says its form: %o (M03)", (given, form, wire) => {
  expect(value(given, form)).toEqual({ type: "value", value: wire });
});

it("writes bytes of any length (M03)", () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => at % 251);
  const said = value(bytes, "bytes");
  const text = said?.type === "value" ? said.value.slice("bytes:".length) : "";
  expect(Uint8Array.from(atob(text), (each) => each.charCodeAt(0))).toEqual(bytes);
});

const circle: { self?: object } = {};
circle.self = circle;

it.each([
  value("AQ==", "bytes"),
  value(null, "dataframe"),
  value({ data: 1 }, "dataframe"),
  value(1, "pickle"),
  value(circle),
  value(1n),
  say("setFrameHeight", { height: -1 }),
  say("setFrameHeight", { height: NaN }),
  say("setFrameHeight", { height: Infinity }),
  say("setFrameHeight", { height: "high" }),
  say("setFrameHeight", { height: "" }),
  say("setFrameHeight"),
  say("nope"),
  read({ isStreamlitMessage: true }, LIMIT),
  say("setFrameHeight", { height: 1n }),
  say("componentReady", { apiVersion: Object.create(null) as unknown }),
  read({ isStreamlitMessage: true, type: 1n }, LIMIT),
])("garbage says what is wrong with it, and does nothing else: %o (M10)", (said) => {
  expect(said).toEqual({ type: "nonsense", problem: expect.any(String) as string });
});

it.each([null, undefined, 5, "x", [], {}, { isStreamlitMessage: "yes", type: "streamlit:render" }])(
  "messages of other kinds are none of ours: %o (M10)",
  (message) => expect(read(message, LIMIT)).toBeNull(),
);

it.each([
  [LIMIT, "it is 25.1 MB, and the server takes at most 20 MB (server.maxMessageSize)"],
  [5 * LIMIT, null],
])("says what is larger than a server takes that takes %d bytes (M10)", (limit, words) => {
  const said = say("setComponentValue", { value: "x".repeat(25_000_001) }, limit);
  if (words === null) expect(said?.type).toBe("value");
  else expect(said).toEqual({ type: "nonsense", problem: `its value cannot be sent: ${words}` });
});

it("says what is larger than any server takes (M10)", () => {
  const said = say("setComponentValue", { value: "x".repeat(68_000_000) }, 5 * LIMIT);
  const words = "it is 68.1 MB, and the server takes at most 67.2 MB";
  expect(said).toEqual({ type: "nonsense", problem: `its value cannot be sent: ${words}` });
});

it("replaces halves of characters, which no other language knows (M03)", () => {
  const value = { "a\ud83d": ["\udfff x", "\ud83d\ude00", "\\ud800"] };
  const wire = 'json:{"a\ufffd":["\ufffd x","\ud83d\ude00","\\\\ud800"]}';
  expect(say("setComponentValue", { value })).toEqual({ type: "value", value: wire });
});

it("bounds a height, and takes 0 (M09)", () => {
  expect(say("setFrameHeight", { height: 0 })).toEqual({ type: "height", height: 0 });
  expect(say("setFrameHeight", { height: 12.5 })).toEqual({ type: "height", height: 12.5 });
  expect(say("setFrameHeight", { height: "66" })).toEqual({ type: "height", height: 66 });
  expect(heightIn('{"height":77}')).toBe(77);
  expect(heightIn('{"height":null}')).toBe(0);
  expect(heightIn('{"height":-1}')).toBe(0);
  expect(say("setFrameHeight", { height: 1e9 })).toEqual({ type: "height", height: 30_000 });
});

it("hands on what is called with, and fetches what is in files (M02)", async () => {
  const fetch = vi.fn((address: URL) => Promise.resolve(new Response(address.pathname)));
  vi.stubGlobal("fetch", fetch);
  const inline = new Uint8Array([0, 1, 2]).subarray(1, 2);
  const found = await argumentsOf({
    args: '{"a":1}',
    blobs: { b: { data: inline }, c: { file: "F" } },
    tables: { t: { data: { file: "G" }, index: { data: inline }, columns: {} } },
  });
  vi.unstubAllGlobals();
  const [F, G] = ["/F", "/G"].map((each) => Uint8Array.from(each, (one) => one.charCodeAt(0)));
  expect(found.args).toEqual({ a: 1, b: inline, c: F });
  const data = { data: G, index: inline, columns: new Uint8Array() };
  expect(found.dfs).toEqual([{ key: "t", value: { data } }]);
  // What it came with is nobody's business.
  expect((found.args.b as Uint8Array).buffer.byteLength).toBe(1);
  expect(fetch).toHaveBeenCalledTimes(2);
});
