/** The colours of the page, as a canvas takes them: it knows neither variables nor `light-dark()`. */

/** What the system forces in place of the page's colours; in place of others it is "Canvas". */
const FORCED: Record<string, string> = {
  text: "CanvasText",
  "muted-text": "CanvasText",
  "disabled-text": "GrayText",
  border: "CanvasText",
  "control-border": "CanvasText",
  link: "LinkText",
  primary: "Highlight",
  "on-primary": "HighlightText",
};

/** Compute colours where `box` is, for as long as `read` goes on: by token, or by CSS. */
export function withColors<T>(
  box: Element,
  read: (token: (name: string) => string, computed: (color: string) => string) => T,
): T {
  const isForced = matchMedia("(forced-colors: active)").matches;
  const probe = document.createElement("span");
  box.append(probe);
  const computed = (color: string) => {
    probe.style.color = "";
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const token = (name: string) =>
    computed(isForced ? (FORCED[name] ?? "Canvas") : `var(--st-${name}-color)`);
  try {
    return read(token, computed);
  } finally {
    probe.remove();
  }
}
