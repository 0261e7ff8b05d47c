/** The colours of a graph: what has none of its own has those of the page. */

/** What Graphviz draws with if a graph says nothing, and what the page has for it. */
const INK = "currentColor";
const GROUND = "var(--st-secondary-background-color)";
const BLACK = new Set(["black", "#000000"]);
const GRAY = new Set(["lightgrey", "lightgray", "#d3d3d3"]);
const NO_FILL = new Set(["none", "transparent"]);

/** Text that says nothing of its color, on a ground that does. */
const ON_COLOR = "black";

/** A line from such a ground to the page. */
const ON_BOTH = "gray";

/** What Graphviz writes with, in points, and how much narrower than ours the font is it measures. */
const USUAL_SIZE = 14;
const NARROWER = 0.93;

/** A box of the picture that has a colour of its own, and all that is drawn in it. */
interface Ground {
  left: number;
  right: number;
  top: number;
  bottom: number;
  isColored: boolean;
}

/** Give the parts of a picture the colours of the page, unless they stand on one of their own. */
export function followPage(svg: SVGSVGElement): void {
  const graph = svg.querySelector(":scope > g");
  if (!graph) return;
  const grounds = groundsOf(graph);
  for (const group of graph.querySelectorAll("g.node, g.edge, g.cluster")) {
    const shapes = [...group.querySelectorAll("polygon, path, ellipse, polyline")];
    const isEdge = group.classList.contains("edge");
    for (const shape of shapes) {
      const [start, end] = endsOf(shape, isEdge).map((place) => isColoredAt(place, grounds));
      paint(shape, start === end ? (start ? ON_COLOR : INK) : ON_BOTH);
    }
    const own = isEdge ? undefined : shapes.map(fillOf).find((fill) => fill !== null);
    for (const text of group.querySelectorAll("text"))
      write(text, own ?? isColoredAt(placeOf(text), grounds));
  }
  for (const text of graph.children)
    if (text.localName === "text") write(text, isColoredAt(placeOf(text), grounds));
}

function groundsOf(graph: Element): Ground[] {
  const page = [...graph.children].find((each) => each.localName === "polygon");
  const grounds: Ground[] = [];
  if (page) {
    // Without a word of it the ground is white; here it is the page.
    if (["white", "#ffffff"].includes(page.getAttribute("fill") ?? "")) page.remove();
    else grounds.push({ ...EVERYWHERE, isColored: fillOf(page) === true });
  }
  for (const cluster of graph.querySelectorAll("g.cluster")) {
    const shape = cluster.querySelector("polygon, path");
    const isColored = shape && fillOf(shape);
    if (isColored !== null) grounds.push({ ...boundsOf(shape!), isColored: isColored! });
  }
  return grounds;
}

const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** Return whether a shape is filled with a colour that is not the page's; null if it is not filled. */
function fillOf(shape: Element): boolean | null {
  const fill = shape.getAttribute("fill") ?? "black";
  if (NO_FILL.has(fill)) return null;
  return !GRAY.has(fill) && !fill.startsWith("var(");
}

function paint(shape: Element, ink: string) {
  for (const name of ["fill", "stroke"]) {
    const color = shape.getAttribute(name) ?? (name === "fill" ? "black" : "none");
    if (BLACK.has(color)) shape.setAttribute(name, ink);
    else if (GRAY.has(color)) shape.setAttribute(name, GROUND);
  }
}

function write(text: Element, isOnColor: boolean) {
  const color = text.getAttribute("fill") ?? "black";
  if (BLACK.has(color)) text.setAttribute("fill", isOnColor ? ON_COLOR : INK);
  const font = text.getAttribute("font-family") ?? "";
  if (!font.startsWith("Helvetica")) return;
  text.setAttribute("font-family", "var(--st-font)");
  const size = Number(text.getAttribute("font-size") ?? USUAL_SIZE);
  text.setAttribute("font-size", String(size * NARROWER));
}

/** Return whether what stands at a place stands on a colour of its own: the innermost counts. */
function isColoredAt([x, y]: [number, number], grounds: Ground[]): boolean {
  const found = grounds.filter(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
  return found.at(-1)?.isColored ?? false;
}

function placeOf(element: Element): [number, number] {
  const [x, y] = [element.getAttribute("x"), element.getAttribute("y")];
  if (x !== null && y !== null) return [Number(x), Number(y)];
  const [cx, cy] = [element.getAttribute("cx"), element.getAttribute("cy")];
  if (cx !== null && cy !== null) return [Number(cx), Number(cy)];
  const [first = 0, second = 0] = numbersOf(element);
  return [first, second];
}

/** Return where a shape begins and where it ends, if it leads anywhere. */
function endsOf(shape: Element, isEdge: boolean): [number, number][] {
  const place = placeOf(shape);
  const [x, y] = numbersOf(shape).slice(-2);
  return [place, isEdge && x !== undefined && y !== undefined ? [x, y] : place];
}

function boundsOf(shape: Element): Omit<Ground, "isColored"> {
  const numbers = numbersOf(shape);
  const across = numbers.filter((_, place) => place % 2 === 0);
  const upright = numbers.filter((_, place) => place % 2 === 1);
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...upright),
    bottom: Math.max(...upright),
  };
}

function numbersOf(shape: Element): number[] {
  const text = shape.getAttribute("points") ?? shape.getAttribute("d") ?? "";
  return (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
}
