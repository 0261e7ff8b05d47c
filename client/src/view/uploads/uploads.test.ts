import { expect, it } from "vitest";

import { fakePorts } from "../../../test/fakes";
import { Session } from "../../core/session";
import { fits, sizeOf, uploadsOf } from "./uploads";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 KB"],
  [1234, "1.2 KB"],
  [200_000_000, "200 MB"],
  [9_960_000_000, "10 GB"],
])("writes %d bytes as %s", (bytes, text) => expect(sizeOf(bytes)).toBe(text));

it.each([
  ["a.csv", "", [], true],
  ["A.CSV", "", [".csv"], true],
  ["a.csv.exe", "text/csv", [".csv"], false],
  ["a.png", "image/png", ["image/*"], true],
  ["a.png", "image/png", ["image/jpeg"], false],
  ["a", "", ["image/*"], true],
])("tells whether %s of type %s is one of %j: %j", (name, type, types, is) =>
  expect(fits(name, type, types)).toBe(is),
);

it.each([
  [["a.csv"], "“a.csv” was not uploaded: the input is not on the page any more."],
  [
    ["a.csv", "b.csv"],
    "“a.csv” and 1 more were not uploaded: the input is not on the page any more.",
  ],
])("says that %j are dropped when their input has gone", (names, text) => {
  const session = new Session(fakePorts());
  let isThere = true;
  const uploads = uploadsOf(session, "w", () => isThere);
  uploads.follow({ types: [".csv"], limit: 9, permit: "", multiple: true });
  uploads.add([new File(["long enough"], "large.csv")]);
  isThere = false;
  uploads.settle();
  expect(session.server.notifications.get()).toEqual([]);
  isThere = true;
  uploads.add(names.map((name) => new File([], name)));
  isThere = false;
  uploads.settle();
  expect(session.server.notifications.get()).toEqual([["notification", "dropped", text]]);
  expect(uploads.items.get()).toEqual([]);
});
