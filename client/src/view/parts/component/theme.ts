/** The theme that components are told: the colours of the page where their frame stands. */

import { luminance, partsOf, withColors } from "../colors";

/** The words of Streamlit for them. */
export interface ComponentTheme {
  base: "light" | "dark";
  primaryColor: string;
  backgroundColor: string;
  secondaryBackgroundColor: string;
  textColor: string;
  font: string;
}

/** Return the theme as it is now where `box` is. */
export function themeAt(box: Element): ComponentTheme {
  const { fontFamily } = getComputedStyle(box);
  return withColors(box, (token) => {
    const [background, text] = [token("background"), token("text")];
    return {
      base: luminance(background) < luminance(text) ? "dark" : "light",
      primaryColor: hex(token("primary")),
      backgroundColor: hex(background),
      secondaryBackgroundColor: hex(token("secondary-background")),
      textColor: hex(text),
      font: fontFamily,
    };
  });
}

/** Return a computed color in the form that components know: some take it apart. */
export function hex(color: string): string {
  const [red, green, blue, alpha = 1] = partsOf(color);
  if (blue === undefined) return color;
  const bytes = [red!, green!, blue, ...(alpha < 1 ? [alpha * 255] : [])];
  return `#${bytes.map((each) => Math.round(each).toString(16).padStart(2, "0")).join("")}`;
}
