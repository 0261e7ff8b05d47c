/** Locale: the browser's language for dates, in the calendar that the values are in. */

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";

/** The language of the browser, told by the Gregorian calendar. */
function localeOf(language: string): string {
  try {
    return new Intl.Locale(language, { calendar: "gregory" }).toString();
  } catch {
    return "en-US-u-ca-gregory"; // a system without a language calls it "C", or the like
  }
}

export function Localized({ children }: { children: ReactNode }) {
  return <I18nProvider locale={localeOf(navigator.language)}>{children}</I18nProvider>;
}
