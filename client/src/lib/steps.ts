/** Arithmetic of steps, free of the dust of binary fractions: 0.1 + 0.2 is 0.3. */

/** Count the decimal places of a number as it is written. */
export function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = `${value}`.split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** Add two numbers, exactly as their decimal forms would. */
export function addExactly(left: number, right: number): number {
  return toDecimals(left + right, Math.max(decimalsOf(left), decimalsOf(right)));
}

/** Take `value` to the nearest step from `low`, or to `high` if that is nearer. */
export function snap(value: number, low: number, high: number, step: number): number {
  if (value >= high || step <= 0) return Math.max(low, Math.min(value, high));
  const steps = Math.round((value - low) / step);
  const places = Math.max(decimalsOf(low), decimalsOf(step));
  const nearest = toDecimals(low + steps * step, places);
  return high - value < Math.abs(value - nearest) ? high : Math.max(low, Math.min(nearest, high));
}

function toDecimals(value: number, places: number): number {
  return Number(value.toFixed(Math.min(places, 100)));
}
