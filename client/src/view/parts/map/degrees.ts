/** Degrees: places on the earth, as numbers, as texts, and on the square that maps are drawn on. */

/** The farthest north that a square map shows. */
export const TOP = 85.051129;

/** Metres around the equator. */
export const AROUND = 40_075_016.686;

/** Return where a longitude is on the square, from 0 to 1 for those from -180 to 180. */
export function across(longitude: number): number {
  return (longitude + 180) / 360;
}

/** Return where a latitude is on the square, from 0 in the north to 1. */
export function down(latitude: number): number {
  const angle = (Math.max(-TOP, Math.min(TOP, latitude)) * Math.PI) / 180;
  return (1 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / Math.PI) / 2;
}

/** Return a longitude from -180 to before 180. */
export function turned(longitude: number): number {
  return longitude >= -180 && longitude < 180
    ? longitude
    : ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** Return "48.86° N". */
export function latitudeText(value: number, digits = 2): string {
  return textOf(value, digits, "N", "S");
}

/** Return "2.35° E". */
export function longitudeText(value: number, digits = 2): string {
  const east = turned(value);
  return Math.abs(east) === 180 ? "180°" : textOf(east, digits, "E", "W");
}

function textOf(value: number, digits: number, over: string, under: string): string {
  const text = Math.abs(value).toFixed(digits);
  const end = Number(text) === 0 ? "" : ` ${value > 0 ? over : under}`;
  return `${text}°${end}`;
}
