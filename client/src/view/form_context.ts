/** Form context: how elements know the form that they stand in. */

import { createContext, type FC } from "react";

import type { Drawable } from "./element";

export interface Form {
  /** Draws an element of the form, with what is held back for it until the form is submitted. */
  readonly Element: FC<{ node: Drawable }>;
  /** Whether Enter in a field submits the form. */
  readonly takesEnter: boolean;
  /** Submit it by one of its buttons, else by the first. */
  submit(button?: string): void;
}

/** Null outside of any form. */
export const FormContext = createContext<Form | null>(null);
