import { screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { flaws, stageWidget } from "../../test/stage";
import type { Pdf } from "../core/wire.gen";
import pdf from "./pdf";

const BILL = "_stcore/media/12ab.pdf";
const stage = (props: Partial<Pdf> = {}) =>
  stageWidget(pdf, { kind: "pdf", src: BILL, ...props }, null);

afterEach(() => vi.unstubAllGlobals());

it("is shown by the browser's viewer, and can be opened apart", () => {
  vi.stubGlobal("navigator", { pdfViewerEnabled: true });
  const { rerun } = stage({ name: "bill.pdf" });
  const frame = screen.getByTitle<HTMLIFrameElement>("bill.pdf");
  expect([frame.getAttribute("src"), frame.style.height]).toEqual([BILL, "500px"]);
  const link = screen.getByRole("link", { name: "Open in a new tab" });
  expect(link.getAttribute("href")).toBe(BILL);
  rerun({ height: "stretch", alt: "A bill" });
  expect(screen.getByTitle<HTMLIFrameElement>("A bill").style.height).toBe("");
  expect(screen.getByTestId("stPdf").dataset.height).toBe("stretch");
});

it("is a link where the browser shows none", async () => {
  vi.stubGlobal("navigator", { pdfViewerEnabled: false });
  stage();
  expect(document.querySelector("iframe")).toBeNull();
  const link = screen.getByRole("link", { name: "Open PDF document" });
  expect(link.getAttribute("href")).toBe(BILL);
  expect(await flaws()).toEqual([]);
});
