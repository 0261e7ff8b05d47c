import { describe, expect, it, vi } from "vitest";

import { insist, loadWidget, returns, twice } from "./registry";

describe("loadWidget", () => {
  it("has the small widgets at hand", () => {
    expect(loadWidget("button").get()).toMatchObject({ isFramed: true });
  });

  it("loads the others, once", async () => {
    const slider = loadWidget("slider");
    expect(slider.get()).toBe("loading");
    expect(loadWidget("slider")).toBe(slider);
    await vi.waitFor(() => expect(slider.get()).toMatchObject({ isFramed: true }));
    expect(slider.get()).toMatchObject({ defaults: { disabled: false, width: "stretch" } });
  });

  it("knows no kind without a file", () => {
    expect(loadWidget("no_such_kind").get()).toBe("failed");
  });
});

describe("twice", () => {
  it("tries again a second later", async () => {
    vi.useFakeTimers();
    const task = vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue("here");
    const outcome = twice(task);
    await vi.advanceTimersByTimeAsync(999);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe("here");
    vi.useRealTimers();
  });
});

describe("insist", () => {
  it("begins again at once if the server came back meanwhile", async () => {
    vi.useFakeTimers();
    const task = vi.fn(() => Promise.reject<string>(new Error("away")));
    const [take, fail] = [vi.fn(), vi.fn()];
    insist(task, take, fail);
    await vi.advanceTimersByTimeAsync(0);
    returns.set(returns.get() + 1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(3);
    task.mockResolvedValue("here");
    await vi.advanceTimersByTimeAsync(1000);
    expect(take).toHaveBeenCalledWith("here");
    expect(fail).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it.each([
    ["brings", () => Promise.resolve("here")],
    ["fails", () => Promise.reject<string>(new Error("away"))],
  ])("says nothing once it is ended of what a task %s", async (_, task) => {
    vi.useFakeTimers();
    const [take, fail] = [vi.fn(), vi.fn()];
    insist(task, take, fail)();
    await vi.advanceTimersByTimeAsync(1000);
    expect([take, fail].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    vi.useRealTimers();
  });
});
