import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import type { Frame, Map } from "../core/wire.gen";
import type { MapState } from "../view/parts/map/frame";
import type { makePointMap as make } from "../view/parts/map/point_map";
import map from "./map";

// It needs WebGL, which jsdom has not.
const made = vi.hoisted(() => ({
  tell: null as ((state: MapState) => void) | null,
  update: vi.fn(),
  recolor: vi.fn(),
  showAll: vi.fn(),
  remove: vi.fn(),
  fails: false,
}));
vi.mock("../view/parts/map/point_map", () => {
  const makePointMap: typeof make = (_, tell) => {
    made.tell = tell;
    if (!made.fails) return made as never;
    tell({ label: "Map", isReady: false, problem: null, isBlind: true });
    return null;
  };
  return { makePointMap };
});

const FRAME = { rows: 0, columns: [], blocks: [] } as unknown as Frame;
const stage = (props: Partial<Map> = {}) =>
  stageWidget(map, { kind: "map", points: FRAME, data: FRAME, room: 500, ...props }, null);

beforeEach(() => stubMedia());

afterEach(() => {
  vi.clearAllMocks();
  made.fails = false;
});

it("is as high as it will be before anything is there", async () => {
  stage({ height: 320 });
  const figure = screen.getByTestId("stDeckGlJsonChart");
  expect(figure.style.height).toBe("320px");
  expect(figure.ariaBusy ?? figure.getAttribute("aria-busy")).toBe("true");
  expect(screen.getByTestId("stSkeleton")).toBeTruthy();
  await waitFor(() => expect(made.update).toHaveBeenCalled());
});

it("is called as it says where its points are, or as the script says", async () => {
  const view = stage();
  await waitFor(() => expect(made.update).toHaveBeenCalled());
  const label = "Map of 2 points";
  await waitFor(() => made.tell!({ label, isReady: true, problem: null }));
  expect(await screen.findByRole("figure", { name: label })).toBeTruthy();
  await view.user.click(screen.getByRole("button", { name: `Show all points: ${label}` }));
  expect(made.showAll).toHaveBeenCalled();
  expect(await flaws()).toEqual([]);
  view.rerun({ alt: "Cities" });
  expect(screen.getByRole("figure", { name: "Cities" })).toBeTruthy();
});

it("shows the data where the browser cannot draw", async () => {
  made.fails = true;
  stage();
  expect(await screen.findByText(/WebGL is switched off or missing/)).toBeTruthy();
  expect(screen.getByTestId("stDeckGlJsonChart").hasAttribute("aria-busy")).toBe(false);
});

it("says what is wrong in its place", async () => {
  stage();
  await waitFor(() => expect(made.update).toHaveBeenCalled());
  await waitFor(() => made.tell!({ label: "Map", isReady: true, problem: "cut short" }));
  expect((await screen.findByRole("alert")).textContent).toContain("cut short");
});

it("takes the map away with the element", async () => {
  const view = stage();
  await waitFor(() => expect(made.update).toHaveBeenCalled());
  made.remove.mockClear();
  view.unmount();
  expect(made.remove).toHaveBeenCalledOnce();
});
