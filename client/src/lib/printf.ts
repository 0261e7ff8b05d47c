/** Numbers in a printf-like pattern: "%.2f km", "%,d", "%05d", "%e", "%%". */

const CONVERSION = /%(?:%|((?:[-+0, ]|'.)*)([1-9]\d*)?(?:\.(\d{1,2}))?([a-zA-Z]))/g;

type Convert = (value: number, precision: number | undefined) => string;

const CONVERSIONS: Record<string, Convert> = {
  d: (value) => whole(value).toString(),
  i: (value) => whole(value).toString(),
  u: (value) => (whole(value) >>> 0).toString(),
  x: (value) => (whole(value) >>> 0).toString(16),
  X: (value) => (whole(value) >>> 0).toString(16).toUpperCase(),
  o: (value) => (whole(value) >>> 0).toString(8),
  b: (value) => whole(value).toString(2),
  f: (value, precision) => (precision === undefined ? `${value}` : value.toFixed(precision)),
  e: (value, precision) => value.toExponential(precision),
  E: (value, precision) => value.toExponential(precision).toUpperCase(),
  g: (value, precision) => `${precision ? Number(value.toPrecision(precision)) : value}`,
  s: (value, precision) => `${value}`.slice(0, precision),
};

/** Write `value` in `pattern`; every conversion in it shows the same value. */
export function printf(pattern: string, value: number): string {
  return pattern.replace(CONVERSION, (found, flags = "", width = 0, precision, letter = "") => {
    if (found === "%%") return "%";
    const convert = CONVERSIONS[letter];
    if (convert === undefined) return `${value}`;
    const text = convert(value, precision === undefined ? undefined : Number(precision));
    return decorate(text, flags, Number(width));
  });
}

/** Tell whether `text` is a number that a number field can show. */
export function isNumeric(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

function whole(value: number): number {
  return Math.trunc(value) || 0; // never -0
}

function decorate(text: string, flags: string, width: number): string {
  const custom = /'(.)/.exec(flags)?.[1];
  const plain = flags.replace(/'./, "");
  const isNegative = text.startsWith("-");
  const bare = isNegative ? text.slice(1) : text;
  const digits = plain.includes(",") ? grouped(bare) : bare;
  const sign = isNegative ? "-" : plain.includes("+") ? "+" : plain.includes(" ") ? " " : "";
  if (plain.includes("-")) return (sign + digits).padEnd(width);
  if (custom === undefined && plain.includes("0")) {
    return sign + digits.padStart(width - sign.length, "0");
  }
  return (sign + digits).padStart(width, custom ?? " ");
}

function grouped(digits: string): string {
  const [integer = "", ...rest] = digits.split(".");
  return [integer.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}
