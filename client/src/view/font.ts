/** Font: the face that text is set in. Until it is there, others take its room (theme.css). */

import url from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";

/** What the file has; the system's fonts have the rest. */
const LATIN =
  "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122," +
  "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";

/** Load the font once the page stands: nothing waits for it, and nothing moves when it comes. */
export function loadFont() {
  const face = new FontFace("Inter", `url(${url})`, {
    weight: "100 900",
    unicodeRange: LATIN,
    display: "swap",
  });
  requestAnimationFrame(() => setTimeout(() => document.fonts.add(face)));
}
