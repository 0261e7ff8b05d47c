import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { welcome } from "../../test/fakes";
import { stubMedia } from "../../test/screen";
import { openPage } from "../../test/page";
import { lazily } from "./lazily";

const away = vi.fn(() => Promise.reject<() => null>(new Error("404")));
const reload = () => screen.queryByRole("button", { name: "Reload the page" });

beforeEach(() => {
  vi.useFakeTimers();
  stubMedia();
  away.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what is awaited", () => {
  const awaited = () => screen.getByTestId("stApp").dataset["testAwaited"];

  it("is counted until it is drawn, or cannot come", async () => {
    openPage();
    expect(awaited()).toBe("0");
    let come: (part: () => string) => void = () => {};
    const coming = new Promise<() => string>((settle) => (come = settle));
    const Part = lazily(() => coming);
    const [one, other] = [render(<Part />), render(<Part />)];
    const Lost = lazily(away);
    render(<Lost />);
    expect(awaited()).toBe("3");
    other.unmount();
    expect(awaited()).toBe("2");
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(awaited()).toBe("1");
    come(() => "here");
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect([one.container.textContent, awaited()]).toEqual(["here", "0"]);
  });
});

describe("a part that cannot be loaded", () => {
  it("is told of after the second time, while it is wanted", async () => {
    openPage();
    const Part = lazily(away);
    const { unmount } = render(<Part />);
    await act(() => vi.advanceTimersByTimeAsync(999));
    expect(reload()).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(away).toHaveBeenCalledTimes(2);
    expect(screen.getByRole("status").textContent).toContain("could not be loaded");
    expect(reload()).not.toBeNull();
    unmount();
    expect(reload()).toBeNull();
  });

  it("is told of once, together with others", async () => {
    openPage();
    const [One, Other] = [lazily(away), lazily(away)];
    render([<One key={1} />, <Other key={2} />]);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getAllByRole("button", { name: "Reload the page" })).toHaveLength(1);
  });

  it("is not told of where something stands in for it", async () => {
    openPage();
    const Part = lazily(away, () => "plain");
    const { container } = render(<Part />);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(container.textContent).toBe("plain");
    expect(reload()).toBeNull();
  });

  it("is tried again the next time it is wanted", async () => {
    openPage();
    const load = vi.fn<() => Promise<() => string>>(() => Promise.reject(new Error("404")));
    const Part = lazily(load);
    render(<Part />).unmount();
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(reload()).toBeNull();
    load.mockResolvedValue(() => "here");
    const { container } = render(<Part />);
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(container.textContent).toBe("here");
  });

  it("is tried again when the server is back, and what stands in for it goes then", async () => {
    const { session, here } = openPage();
    const load = vi.fn<() => Promise<() => string>>(() => Promise.reject(new Error("away")));
    const [Part, Other] = [lazily(load), lazily(load, () => "plain")];
    const gone = render(<Part />);
    gone.unmount();
    const { container } = render([<Part key={1} />, <Other key={2} />]);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(container.textContent).toBe("plain");
    expect(reload()).not.toBeNull();
    load.mockResolvedValue(() => "here");
    load.mockClear();
    act(() => here().breaks());
    act(() => session.retry());
    expect(load).not.toHaveBeenCalled();
    act(() => {
      here().opens();
      here().says(0, welcome());
    });
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(container.textContent).toBe("herehere");
    expect(load).toHaveBeenCalledTimes(2);
    expect(reload()).toBeNull();
  });
});
