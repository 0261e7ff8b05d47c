import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { insert } from "../../test/edits";
import { flaws, stageWidget } from "../../test/stage";
import { StubRequest } from "../../test/requests";
import type { FileUploader } from "../core/wire.gen";
import type { Uploaded } from "../view/uploads/upload";
import fileUploader from "./file_uploader";

const FILE: Uploaded = ["id1", "a.csv", "text/csv", 3, ["receipt"]];

// jsdom knows no way to read a blob but the oldest.
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise((settle) => {
    const reader = new FileReader();
    reader.onload = () => settle(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};

beforeEach(() => {
  StubRequest.begin();
  // As in a page that came without HTTPS: there is no digest.
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  vi.stubGlobal("XMLHttpRequest", StubRequest);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function stage(props: Partial<FileUploader> = {}, value: readonly Uploaded[] = []) {
  const whole = {
    kind: "file_uploader" as const,
    label: "Orders",
    limit: 1_000_000,
    permit: "permit",
    ...props,
  };
  const staged = stageWidget(fileUploader, whole, [...value]);
  // What is uploaded to an input that has gone goes too.
  staged.session.tree.apply([insert("w", whole)]);
  return staged;
}

const field = () => screen.getByTestId<HTMLInputElement>("stFileUploaderDropzoneInput");
const zone = () => screen.getByTestId("stFileUploaderDropzone");
const file = (name: string, size = 3, type = "text/csv") =>
  new File([new Uint8Array(size)], name, { type });

function choose(...files: File[]): void {
  fireEvent.change(field(), { target: { files } });
}

describe("a file uploader", () => {
  it("says what fits, and opens the browser's own dialog by a button (U01)", async () => {
    const { user } = stage({ types: [".csv", "image/*"] });
    expect(zone().textContent).toContain("1 MB per file • CSV, image");
    expect(field().accept).toBe(".csv,image/*");
    const opened = vi.spyOn(field(), "click");
    await user.click(screen.getByRole("button", { name: "Choose file Orders" }));
    expect(opened).toHaveBeenCalledOnce();
  });

  it("sends a file in a part, and makes it the value when it is whole (U01)", async () => {
    const { sent } = stage();
    choose(file("a.csv"));
    const request = await StubRequest.next();
    expect(request.headers).toMatchObject({
      "X-Ostinato-Permit": "permit",
      "X-Ostinato-Size": "3",
      "X-Ostinato-Offset": "0",
    });
    expect(screen.getByRole("progressbar", { name: "Uploading a.csv" })).toBeTruthy();
    expect(sent).toEqual([]);
    act(() => request.answer(200, "receipt"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual([
      [expect.stringMatching(/^[0-9a-f]{32}$/), "a.csv", "text/csv", 3, ["receipt"]],
    ]);
  });

  it("sends on in smaller parts where something between takes no large ones (U02)", async () => {
    const { sent } = stage({ limit: 5_000_000 });
    choose(file("a.csv", 600_000));
    (await StubRequest.next()).answer(413, "<html>");
    const sizes = [];
    while (sizes.reduce((sum, each) => sum + each, 0) < 600_000) {
      const request = await StubRequest.next();
      sizes.push(request.size);
      request.answer(200, `receipt ${sizes.length}`);
    }
    expect(sizes).toEqual([262144, 262144, 75712]);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect((sent[0] as Uploaded[])[0]?.[4]).toEqual(["receipt 1", "receipt 2", "receipt 3"]);
  });

  it("tries again by itself when the connection is lost (U02)", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { sent } = stage();
    choose(file("a.csv"));
    await vi.waitFor(() => expect(StubRequest.all).toHaveLength(1));
    act(() => StubRequest.all[0]!.fail());
    await vi.waitFor(() => expect(screen.getByText("Waiting for the connection …")).toBeTruthy());
    await act(() => vi.advanceTimersByTimeAsync(600));
    await vi.waitFor(() => expect(StubRequest.all).toHaveLength(2));
    act(() => StubRequest.all[1]!.answer(200, "receipt"));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
  });

  it("names what is refused, and tries it again when asked (U01)", async () => {
    const { user, sent } = stage();
    choose(file("a.csv"));
    act(() => void StubRequest.next().then((request) => request.answer(507, "no room")));
    expect(await screen.findByRole("alert")).toHaveProperty("textContent", "no room");
    await user.click(screen.getByRole("button", { name: /^Try again.*a\.csv$/ }));
    (await StubRequest.next()).answer(200, "receipt");
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it.each([
    [{ limit: 2 }, "File must be 2 B or smaller."],
    [{ types: [".txt"] }, ".csv files are not allowed."],
  ])("sends nothing of what does not fit: %j (U01)", (props, problem) => {
    const { sent } = stage(props);
    choose(file("a.csv"));
    expect(screen.getByRole("alert").textContent).toBe(problem);
    expect(StubRequest.all).toEqual([]);
    expect(sent).toEqual([]);
    expect(screen.queryByRole("button", { name: /Try again/ })).toBeNull();
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("says what it has, and what is on its way, beside what was refused (U01)", async () => {
    stage({ limit: 4 }, [FILE]);
    choose(file("large.csv", 5));
    expect(screen.getByRole("alert").textContent).toBe("File must be 4 B or smaller.");
    expect(screen.getByText("a.csv")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("a.csv is uploaded");
    choose(file("b.csv"));
    await StubRequest.next();
    expect(screen.queryByText("a.csv")).toBeNull();
    expect(screen.getByRole("status").textContent).toBe("1 on the way");
  });

  it("removes a file of several, and cancels one on its way (U01)", async () => {
    const other: Uploaded = ["id2", "b.csv", "text/csv", 3, []];
    const { user, sent } = stage({ multiple: true }, [FILE, other]);
    await user.click(screen.getByRole("button", { name: "Remove a.csv" }));
    expect(sent).toEqual([[other]]);
    choose(file("c.csv"));
    const request = await StubRequest.next();
    await user.click(screen.getByRole("button", { name: "Cancel c.csv" }));
    expect(request.isAborted).toBe(true);
    expect(screen.queryByText("c.csv")).toBeNull();
  });

  it("takes what is dropped, unless it is disabled (W16)", async () => {
    const drop = { dataTransfer: { types: ["Files"], files: [file("a.csv")], items: [] } };
    stage({ disabled: true });
    fireEvent.drop(zone(), drop);
    expect(screen.queryByText("a.csv")).toBeNull();
  });

  it("has no flaw that axe finds, and nothing of it can be used while it is disabled", async () => {
    stage({ disabled: true }, [FILE]);
    expect(screen.queryByRole("button", { name: "Remove a.csv" })).toBeNull();
    expect(await flaws()).toEqual([]);
  });
});
