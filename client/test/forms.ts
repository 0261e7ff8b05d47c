/** A page with a form, and what a person does with it. */

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";

import type { Session } from "../src/core/session";
import type { Edit, Form, FormSubmitButton } from "../src/core/wire.gen";
import { insert, type Drawn } from "./edits";
import { openPageAs } from "./page";

export const NAME = { kind: "text_input", label: "Name", value: "A" } satisfies Drawn;
export const TICK = { kind: "checkbox", label: "Tick", value: false } satisfies Drawn;
export const AGE = {
  kind: "number_input",
  label: "Age",
  value: 7,
  is_integer: true,
} satisfies Drawn;
export const DAY = {
  kind: "date_input",
  label: "Day",
  min_value: Date.parse("2026-01-01"),
  max_value: Date.parse("2026-12-31"),
  value: [Date.parse("2026-02-05")],
} as Drawn;
export const SIZE = {
  kind: "radio",
  label: "Size",
  options: ["S", "L"],
  value: [0, "S"],
} satisfies Drawn;

export interface Given {
  form?: Partial<Form>;
  inputs?: Drawn[];
  buttons?: Partial<FormSubmitButton>[];
}

/** The edits of a form "f" with inputs "i0", "i1" ... and buttons "b0", "b1" ... */
export function edits({ form = {}, inputs = [NAME, TICK], buttons = [{}] }: Given = {}): Edit[] {
  const children: [string, Drawn][] = [
    ...inputs.map((each, at): [string, Drawn] => [`i${at}`, each]),
    ...buttons.map((each, at): [string, Drawn] => [
      `b${at}`,
      { kind: "form_submit_button", label: "Save", ...each },
    ]),
  ];
  return [
    insert("f", { kind: "form", key: "f", ...form } as Drawn),
    ...children.map(([id, each], at) => insert(id, each, "f", children[at - 1]?.[0])),
    insert("o", { kind: "button", label: "Other" }, "main", "f"),
  ];
}

type Page = ReturnType<typeof openPageAs>;

export const events = (page: Page) =>
  page
    .here()
    .sent.filter(([tag]) => tag === "event")
    .map(([, , ...rest]) => rest);
export const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
export const save = () => screen.findByRole("button", { name: "Save" });

export async function type(label: string, text: string): Promise<void> {
  await userEvent.type(await field(label), text, { initialSelectionStart: 9 });
}

/** Load the page again, which draws `drawn`. */
export function reload(session: Session, drawn: Edit[]): Page {
  document.body.replaceChildren();
  const saved = JSON.parse(JSON.stringify(session.save())) as ReturnType<Session["save"]>;
  return openPageAs({ saved }, ...drawn);
}
