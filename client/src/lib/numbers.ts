/** Numbers as people read them: the named formats, and printf patterns for the rest. */

import { printf } from "./printf";

const BYTE_UNITS = ["B", "KB", "MB", "GB", "TB", "PB"];

/** Each name is a `format` that Streamlit documents. */
const NAMED: Record<string, (locale?: string) => (value: number) => string> = {
  plain: (locale) => intl(locale, { maximumFractionDigits: 20, useGrouping: false }),
  localized: (locale) => intl(locale, {}),
  percent: (locale) => intl(locale, { style: "percent", maximumFractionDigits: 2 }),
  dollar: (locale) => currency(locale, "USD"),
  euro: (locale) => currency(locale, "EUR"),
  yen: (locale) => currency(locale, "JPY"),
  accounting: accounting,
  bytes: bytes,
  compact: (locale) => intl(locale, { notation: "compact" }),
  scientific: (locale) => intl(locale, { notation: "scientific" }),
  engineering: (locale) => intl(locale, { notation: "engineering" }),
};

const formatters = new Map<string, (value: number) => string>();

/**
 * Write `value` in a named format or a printf pattern.
 *
 * Names follow `locale`, the browser's own if it is left out.
 */
export function formatNumber(value: number, format: string, locale?: string): string {
  const make = NAMED[format];
  if (make === undefined) return printf(format, value);
  const key = `${format} ${locale}`;
  const known = formatters.get(key) ?? make(locale);
  formatters.set(key, known); // making an Intl formatter costs far more than using it
  return known(value);
}

function intl(locale: string | undefined, options: Intl.NumberFormatOptions) {
  const formatter = new Intl.NumberFormat(locale, options);
  return (value: number) => formatter.format(value);
}

function currency(locale: string | undefined, code: string) {
  return intl(locale, { style: "currency", currency: code, currencyDisplay: "narrowSymbol" });
}

function accounting(locale?: string) {
  const write = intl(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (value: number) => (value < 0 ? `(${write(-value)})` : write(value));
}

function bytes(locale?: string) {
  const write = intl(locale, { maximumFractionDigits: 1 });
  return (value: number) => {
    const power = Math.floor(Math.log10(Math.max(Math.abs(value), 1)) / 3);
    const step = Math.min(power, BYTE_UNITS.length - 1);
    return write(value / 1000 ** step) + BYTE_UNITS[step];
  };
}
