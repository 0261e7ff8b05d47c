import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { stubMedia } from "../../test/screen";
import { flaws, stageWidget } from "../../test/stage";
import type { PydeckChart } from "../core/wire.gen";
import chart from "./pydeck_chart";

type Choice = { indices: Record<string, number[]>; objects: Record<string, unknown[]> };

// It needs WebGL, which jsdom has not.
const made = vi.hoisted(() => ({
  tell: null as unknown as (state: object) => void,
  choose: null as unknown as (choice: object) => void,
  update: vi.fn(),
  select: vi.fn(),
  recolor: vi.fn(),
  remove: vi.fn(),
}));
vi.mock("../view/parts/deck/deck_map", () => ({
  DeckMap: class {
    update = made.update;
    select = made.select;
    recolor = made.recolor;
    remove = made.remove;
    constructor(_: HTMLElement, ...told: [typeof made.tell, typeof made.choose]) {
      [made.tell, made.choose] = told;
    }
  },
}));

const CHOICE: Choice = { indices: { cities: [1] }, objects: { cities: [{ city: "Roma" }] } };
const stage = (props: Partial<PydeckChart> = {}, value: Choice | null = null) =>
  stageWidget<PydeckChart, Choice | null>(
    chart,
    { kind: "pydeck_chart", spec: "{}", room: 500, ...props },
    value,
  );

beforeEach(() => stubMedia());
afterEach(() => void vi.clearAllMocks());

const ready = async () => {
  await waitFor(() => expect(made.update).toHaveBeenCalled());
  act(() => made.tell({ label: "Map with a layer", isReady: true, problem: null }));
};

it("sends what is selected, shows what was, and lets it be cleared", async () => {
  const view = stage({ selects: true, mode: "single-object" }, CHOICE);
  await ready();
  expect(made.select).toHaveBeenCalledWith(CHOICE);
  act(() => made.choose({ indices: { cities: [0] }, objects: { cities: [{}] } }));
  expect(view.sent).toEqual([{ indices: { cities: [0] }, objects: { cities: [{}] } }]);
  await view.user.click(screen.getByRole("button", { name: /^Clear selection/ }));
  expect(view.sent.at(-1)).toEqual({ indices: {}, objects: {} });
  expect(screen.queryByRole("button", { name: /^Clear selection/ })).toBeNull();
  expect(await flaws()).toEqual([]);
});

it("has the data of its first layer behind it", async () => {
  const json = JSON.stringify([{ city: "Wien" }, { city: "Roma", at: [12, 42] }]);
  const view = stage({ data: [{ place: 0, json } as never] });
  await ready();
  await view.user.click(screen.getByRole("button", { name: /^Show data/ }));
  expect(await screen.findByRole("cell", { name: "[12,42]" })).toBeTruthy();
});

it("says so where the browser cannot draw", async () => {
  stage();
  await waitFor(() => expect(made.update).toHaveBeenCalled());
  act(() => made.tell({ label: "Map", isReady: false, problem: null, isBlind: true }));
  expect(await screen.findByText(/WebGL is switched off or missing/)).toBeTruthy();
});

it("says what is wrong in its place", async () => {
  stage();
  await waitFor(() => expect(made.update).toHaveBeenCalled());
  act(() => made.tell({ label: "Map", isReady: true, problem: "deck.gl has no FooLayer" }));
  expect((await screen.findByRole("alert")).textContent).toContain("deck.gl has no FooLayer");
});
