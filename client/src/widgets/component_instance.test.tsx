import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubMedia } from "../../test/screen";
import { stageWidget } from "../../test/stage";
import type { ComponentInstance } from "../core/wire.gen";
import component from "./component_instance";

const PLACE = "0123456789abcdef0123456789abcdef";
const HERE = "http://localhost:3000";

const stage = (props: Partial<ComponentInstance> = {}) =>
  stageWidget(
    component,
    {
      kind: "component_instance",
      name: "app.clock",
      label: "clock",
      src: `component/app.clock/${PLACE}/index.html`,
      ...props,
    },
    null,
  );
const frame = () => screen.getByTitle<HTMLIFrameElement>("app.clock");

/** Say something to the page, as the component does. */
const say = (
  type: string,
  more: object = {},
  { source = frame().contentWindow as MessageEventSource | null, origin = HERE } = {},
) => {
  const data = { isStreamlitMessage: true, type: `streamlit:${type}`, ...more };
  return act(async () => {
    fireEvent(window, new MessageEvent("message", { data, source, origin }));
    await Promise.resolve();
  });
};
const ready = () => say("componentReady", { apiVersion: 1 });

beforeEach(() => {
  vi.useFakeTimers();
  stubMedia();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const heard = () => {
  const post = vi.spyOn(frame().contentWindow!, "postMessage");
  return () => post.mock.calls.map(([message]) => message as Record<string, unknown>);
};

it("shows its page, and says what to render once that is ready, and when it is another (M02)", async () => {
  const { rerun } = stage({ args: '{"a":1}' });
  expect(frame().src).toBe(
    `${HERE}/component/app.clock/${PLACE}/index.html?streamlitUrl=${encodeURIComponent(`${HERE}/`)}`,
  );
  const messages = heard();
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(messages()).toEqual([]);
  await ready();
  const render = { type: "streamlit:render", args: { a: 1 }, dfs: [], disabled: false };
  await vi.waitFor(() => expect(messages()).toEqual([expect.objectContaining(render)]));
  rerun();
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(messages()).toHaveLength(1);
  rerun({ args: '{"a":2}' });
  await vi.waitFor(() => expect(messages()[1]).toMatchObject({ args: { a: 2 } }));
  await ready(); // it has loaded itself again
  await vi.waitFor(() => expect(messages()[2]).toMatchObject({ args: { a: 2 } }));
});

it("tells the theme, and tells it again when it is another (M08)", async () => {
  stage();
  const messages = heard();
  await ready();
  await vi.waitFor(() => expect(messages()).toHaveLength(1));
  const theme = messages()[0]!.theme as object;
  expect(Object.keys(theme)).toEqual(
    expect.arrayContaining(["base", "primaryColor", "backgroundColor", "textColor", "font"]),
  );
  document.documentElement.dataset.theme = "dark";
  await vi.waitFor(() => expect(messages()).toHaveLength(2));
  delete document.documentElement.dataset.theme;
});

it("passes on each value that it says (M03)", async () => {
  const { sent } = stage();
  await ready();
  await say("setComponentValue", { value: [1], dataType: "json" });
  await say("setComponentValue", { value: [1], dataType: "json" });
  await say("setComponentValue", { value: new Uint8Array([1]), dataType: "bytes" });
  expect(sent).toEqual(["json:[1]", "json:[1]", "bytes:AQ=="]);
});

it("hears nobody but its own frame, of the origin that this has (M10)", async () => {
  const { sent } = stage();
  const value = { value: 1, dataType: "json" };
  await say("setComponentValue", value, { source: window });
  await say("setComponentValue", value, { source: null });
  await say("setComponentValue", value, { origin: "https://elsewhere.example" });
  expect(sent).toEqual([]);
});

it("has an origin of its own if it is isolated (M13)", async () => {
  const { sent } = stage({ is_isolated: true });
  expect(frame().getAttribute("sandbox")).not.toContain("allow-same-origin");
  const value = { value: 1, dataType: "json" };
  await say("setComponentValue", value);
  expect(sent).toEqual([]);
  await say("setComponentValue", value, { origin: "null" });
  expect(sent).toEqual(["json:1"]);
});

it("is as high as it says, and never refuses the page for garbage (M09, M10)", async () => {
  const { sent } = stage();
  expect(frame().style.height).toBe("0px");
  await ready();
  await say("setFrameHeight", { height: 70 });
  expect(frame().style.height).toBe("70px");
  await say("setFrameHeight", { height: -7 });
  await say("setComponentValue", { value: 1n });
  await say("what");
  expect(frame().style.height).toBe("70px");
  expect(sent).toEqual([]);
  expect(console.warn).toHaveBeenCalledTimes(3);
});

it("begins as high as its argument says, until it says something else (M09)", async () => {
  const { rerun } = stage({ args: '{"height":90}' });
  expect(frame().style.height).toBe("0px");
  await ready();
  expect(frame().style.height).toBe("90px");
  await say("setFrameHeight", { height: 40 });
  rerun({ args: '{"height":90,"a":1}' });
  expect(frame().style.height).toBe("40px");
  rerun({ args: '{"height":91}' });
  expect(frame().style.height).toBe("91px");
});

it("tells when it is not there, and takes that back when it comes (M10)", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve({ ok: false, status: 404 }));
  stage();
  expect(screen.queryByRole("alert")).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.getByRole("alert").textContent).toBe(
    "The component “app.clock” does not work: its page is not there: the server answers 404",
  );
  await ready();
  expect(screen.queryByRole("alert")).toBeNull();
  vi.unstubAllGlobals();
});

it("tells that a server for it does not answer (M07)", async () => {
  stage({ src: "http://localhost:3001/x" });
  expect(frame().src).toContain("http://localhost:3001/x?streamlitUrl=");
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(screen.getByRole("alert").textContent).toContain("is http://localhost:3001 running?");
});

it("tells that its data do not come, until others do (M10)", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response("", { status: 410 })));
  vi.stubGlobal("fetch", fetch);
  const { rerun } = stage({ blobs: { a: { file: "_stcore/media/1.bin" } } });
  await ready();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(fetch).toHaveBeenCalledTimes(2);
  const words = "its data cannot be loaded: the server answers 410";
  expect(screen.getByRole("alert").textContent).toContain(words);
  rerun({ blobs: null });
  await vi.waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  vi.unstubAllGlobals();
});

it("refuses another version of the protocol (M10)", async () => {
  stage();
  await say("componentReady", { apiVersion: 2 });
  expect(screen.getByRole("alert").textContent).toContain("version 2");
  await say("setComponentValue", { value: 1 });
  expect(screen.getByRole("alert").textContent).toContain("version 2");
  await ready();
  expect(screen.queryByRole("alert")).toBeNull();
});

it("takes a refusal back with the next value of who was ready (M10)", async () => {
  const { sent } = stage();
  await ready();
  await say("componentReady", { apiVersion: 2 });
  expect(screen.getByRole("alert").textContent).toContain("version 2");
  await say("setComponentValue", { value: 1 });
  expect(screen.queryByRole("alert")).toBeNull();
  expect(sent).toEqual(["json:1"]);
});

it("leaves a value unsent that is larger than the server takes, and says so (M10)", async () => {
  const { sent, session } = stage();
  await ready();
  session.server.facts.set({ ...session.server.facts.get(), limit: 1_000_000 });
  await say("setComponentValue", { value: "x".repeat(1_000_000) });
  expect(sent).toEqual([]);
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("takes at most 1 MB"));
});
