import { afterEach, describe, expect, it, vi } from "vitest";

import { __vitePreload as preload } from "./preload";

const HERE = "http://localhost/assets/1/page.js";

const links = () => [...document.head.querySelectorAll("link")];
const sheet = () => links().find(({ rel }) => rel === "stylesheet")!;

afterEach(() => links().forEach((link) => link.remove()));

describe("preload", () => {
  it("asks for all that a file needs at the same time, and waits for its style sheet", async () => {
    const load = vi.fn().mockResolvedValue("module");
    const loaded = preload(load, ["./a.js", "./part.js", "./a.css"], HERE);
    expect(links().map(({ rel, href }) => [rel, href])).toEqual([
      ["modulepreload", "http://localhost/assets/1/a.js"],
      ["modulepreload", "http://localhost/assets/1/part.js"],
      ["stylesheet", "http://localhost/assets/1/a.css"],
    ]);
    expect(load).not.toHaveBeenCalled();
    sheet().dispatchEvent(new Event("load"));
    expect(await loaded).toBe("module");
  });

  it("asks once, also if two files need the same", async () => {
    const load = () => Promise.resolve("module");
    const first = preload(load, ["./b.css"], HERE);
    const second = preload(load, ["./b.css"], HERE);
    expect(links()).toHaveLength(1);
    sheet().dispatchEvent(new Event("load"));
    expect(await Promise.all([first, second])).toEqual(["module", "module"]);
    expect(await preload(load, ["./b.css"], HERE)).toBe("module");
    expect(links()).toHaveLength(1);
  });

  it("asks again for a style sheet that did not come", async () => {
    const load = () => Promise.resolve("module");
    const failed = preload(load, ["./c.css"], HERE);
    sheet().dispatchEvent(new Event("error"));
    await expect(failed).rejects.toThrow("could not load http://localhost/assets/1/c.css");
    const loaded = preload(load, ["./c.css"], HERE);
    expect(links()).toHaveLength(1);
    sheet().dispatchEvent(new Event("load"));
    expect(await loaded).toBe("module");
  });

  it("does not ask again for what the page came with: it would win over what came later", async () => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: "http://localhost/assets/1/page.css" });
    document.head.append(link);
    vi.resetModules();
    const { __vitePreload } = await import("./preload");
    const load = () => Promise.resolve("module");
    expect(await __vitePreload(load, ["./page.css"], HERE)).toBe("module");
    expect(links()).toEqual([link]);
  });

  it("loads at once what needs nothing", async () => {
    expect(await preload(() => Promise.resolve("module"))).toBe("module");
  });
});
