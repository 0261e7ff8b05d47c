/** Whether the colours of the page have changed, for what computes with them. */

import { useEffect, useState } from "react";

/** Return a number that is another one whenever the page's colours may be others. */
export function useColors(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const tell = () => setChanges((count) => count + 1);
    const observer = new MutationObserver(tell);
    observer.observe(document.documentElement, {
      attributeFilter: ["data-theme", "data-sheet", "style"],
    });
    const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((each) =>
      matchMedia(each),
    );
    for (const query of queries) query.addEventListener("change", tell);
    return () => {
      observer.disconnect();
      for (const query of queries) query.removeEventListener("change", tell);
    };
  }, []);
  return changes;
}
