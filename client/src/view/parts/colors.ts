/** The colours of the page, as a canvas takes them: it knows neither variables nor `light-dark()`. */

/** What the system forces in place of the page's colours; of others, see `forced`. */
const FORCED: Record<string, string> = {
  "disabled-text": "GrayText",
  link: "LinkText",
  primary: "Highlight",
  "on-primary": "HighlightText",
};

/** What is drawn or written is to be told from the ground, and every ground is the same. */
function forced(name: string): string {
  return FORCED[name] ?? (name.endsWith("background") ? "Canvas" : "CanvasText");
}

/** Compute colours where `box` is, for as long as `read` goes on: by token, or by CSS. */
export function withColors<T>(
  box: Element,
  read: (
    token: (name: string) => string,
    computed: (color: string) => string,
    isForced: boolean,
  ) => T,
): T {
  const isForced = matchMedia("(forced-colors: active)").matches;
  const probe = document.createElement("span");
  box.append(probe);
  const computed = (color: string) => {
    probe.style.color = "";
    probe.style.color = color;
    return plain(getComputedStyle(probe).color);
  };
  const token = (name: string) => computed(isForced ? forced(name) : `var(--st-${name}-color)`);
  try {
    return read(token, computed, isForced);
  } finally {
    probe.remove();
  }
}

/** Return the parts of a computed color: red, green and blue up to 255, and alpha if it has one. */
export function partsOf(color: string): number[] {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

/** Return how bright a computed color is, up to 255. */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color);
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** Return a computed color as what draws knows it: a mixture is computed as `color(srgb 0.1 0.2 0.3)`. */
function plain(color: string): string {
  if (!color.startsWith("color(srgb")) return color;
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+(?:e-\d+)?/g) ?? []).map(
    Number,
  );
  const bytes = [red, green, blue].map((each) => Math.round(each * 255));
  return `rgba(${bytes.join(", ")}, ${alpha})`;
}
