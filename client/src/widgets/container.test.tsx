import { waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";

import { insert, type Drawn } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { flaws } from "../../test/stage";

beforeEach(() => stubMedia());

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

it.each([
  ["follows what is added", { autoscroll: true }, true],
  ["does not follow", { autoscroll: false }, false],
  ["does not follow what is no chat", {}, false],
])("of fixed height %s with %j", async (_, props, follows) => {
  const seen: unknown[] = [];
  HTMLElement.prototype.scrollTo = (to: unknown) => void seen.push(to);
  const { says } = openPage(drawn({ height: 100, ...props }), text("a"));
  if (follows) await waitFor(() => expect(seen).toHaveLength(1));
  says(["edits", [text("b")]]);
  if (follows) await waitFor(() => expect(seen.length).toBeGreaterThan(1));
  else expect(seen).toEqual([]);
});
