import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { stubGrowth } from "../../test/observers";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";
import type { Edit } from "../core/wire.gen";

beforeEach(() => stubMedia());
afterEach(() => vi.unstubAllGlobals());

const drawn = (props: object = {}) =>
  insert("c", { kind: "container", key: "box", ...props } as Drawn);
const text = (body: string) => insert(body, { kind: "text", body }, "c");
const box = () => document.querySelector<HTMLElement>(".st-key-box")!;

it.each([
  [{}, false],
  [{ height: 100 }, true],
  [{ horizontal: true }, false],
  [{ horizontal: true, wrap: false }, true],
])("with %j scrolls: %j, and the keyboard reaches it while it does", async (props, scrolls) => {
  const grow = stubGrowth();
  openPage(drawn(props), text("a"));
  expect(box().className.includes("st-scroll")).toBe(scrolls);
  expect(box().tabIndex).toBe(-1);
  Object.defineProperty(box(), "scrollHeight", { value: 300 });
  act(grow.all);
  expect(box().tabIndex).toBe(scrolls ? 0 : -1);
  expect(await flaws()).toEqual([]);
});

it.each<[string, { autoscroll?: boolean }, Edit[], boolean]>([
  ["follows what is added", { autoscroll: true }, [], true],
  ["follows a chat", {}, [insert("m", { kind: "chat_message", name: "user" }, "c")], true],
  ["does not follow", { autoscroll: false }, [], false],
  ["does not follow what is no chat", {}, [], false],
])("of fixed height %s with %j", async (_, props, more, follows) => {
  const grow = stubGrowth();
  openPage(drawn({ height: 100, ...props }), text("a"), ...more);
  if (more.length > 0) await screen.findByTestId("stChatMessage");
  Object.defineProperty(box(), "scrollHeight", { value: 300 });
  const times = () => grow.observed.filter((each) => each === box()).length;
  await waitFor(() => expect(times()).toBe(props.autoscroll === false ? 1 : 2));
  grow.all();
  expect(box().scrollTop).toBe(follows ? 300 : 0);
});
