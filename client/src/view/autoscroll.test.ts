import { expect, it, vi } from "vitest";

import { screen } from "@testing-library/react";
import { insert } from "../../test/edits";
import { openPage } from "../../test/page";
import { stubMedia } from "../../test/screen";
import { follow } from "./autoscroll";

/** A container whose content is as high as it has children, of which two are in sight. */
function container() {
  const element = document.createElement("div");
  Object.defineProperty(element, "scrollHeight", { get: () => 100 * element.childNodes.length });
  Object.defineProperty(element, "clientHeight", { get: () => 200 });
  const scrolled: number[] = [];
  element.scrollTo = (to?: ScrollToOptions | number) => {
    element.scrollTop = (to as ScrollToOptions).top! - 200;
    scrolled.push(element.scrollTop);
  };
  const add = async () => {
    element.append("more");
    await Promise.resolve();
  };
  return { element, scrolled, add };
}

it("follows what is added, until the reader scrolls away or it ends", async () => {
  const { element, scrolled, add } = container();
  const end = follow(element);
  for (let row = 0; row < 3; row++) await add();
  expect(scrolled.at(-1)).toBe(100);
  element.scrollTop = 0;
  element.dispatchEvent(new Event("scroll"));
  await add();
  expect(scrolled.at(-1)).toBe(100);
  element.scrollTop = 200;
  element.dispatchEvent(new Event("scroll"));
  await add();
  expect(scrolled.at(-1)).toBe(300);
  end();
  await add();
  expect(scrolled.at(-1)).toBe(300);
});

it("is loaded by a container that asks for it", async () => {
  stubMedia();
  const scrollTo = vi.fn();
  HTMLElement.prototype.scrollTo = scrollTo;
  openPage(
    insert("c", { kind: "container", height: 200, autoscroll: true }),
    insert("t", { kind: "text", body: "row" }, "c"),
  );
  expect(await screen.findByText("row")).toBeDefined();
  await vi.waitFor(() => expect(scrollTo).toHaveBeenCalled());
});
