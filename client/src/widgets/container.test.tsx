import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { insert, type Drawn } from "../../test/edits";
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
])("with %j scrolls: %j, and can then be reached by the keyboard", async (props, scrolls) => {
  openPage(drawn(props), text("a"));
  expect(box().className.includes("st-scroll")).toBe(scrolls);
  expect(box().tabIndex).toBe(scrolls ? 0 : -1);
  expect(await flaws()).toEqual([]);
});

it.each<[string, { autoscroll?: boolean }, Edit[], boolean]>([
  ["follows what is added", { autoscroll: true }, [], true],
  ["follows a chat", {}, [insert("m", { kind: "chat_message", name: "user" }, "c")], true],
  ["does not follow", { autoscroll: false }, [], false],
  ["does not follow what is no chat", {}, [], false],
])("of fixed height %s with %j", async (_, props, more, follows) => {
  const grow = growing();
  openPage(drawn({ height: 100, ...props }), text("a"), ...more);
  if (more.length > 0) await screen.findByTestId("stChatMessage");
  Object.defineProperty(box(), "scrollHeight", { value: 300 });
  await waitFor(() => expect(grow.observed.length > 0).toBe(props.autoscroll !== false));
  grow.all();
  expect(box().scrollTop).toBe(follows ? 300 : 0);
});

/** Stand in for what tells of sizes: `all` says that everything has grown. */
function growing() {
  const tellers = new Set<() => void>();
  const observed: Element[] = [];
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(readonly tell: () => void) {}
      observe(element: Element) {
        observed.push(element);
        tellers.add(this.tell);
      }
      unobserve() {}
      disconnect() {
        tellers.delete(this.tell);
      }
    },
  );
  return { observed, all: () => tellers.forEach((tell) => tell()) };
}
