/** Maths: a formula. What draws it is loaded with the first one, and until then it is plain text. */

import { lazily } from "../../lazily";

export interface MathsProps {
  /** The formula, in LaTeX. */
  source: string;
  /** Whether it stands on a line of its own. */
  display?: boolean;
}

/** Draw a formula. */
export const Maths = lazily<MathsProps>(
  async () => (await import("./formula")).default,
  ({ source }) => source,
);
