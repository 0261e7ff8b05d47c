/** Arranged: how a person has a chart, zoomed and with series left out, which it keeps when it changes. */

import { firstOf, objects, type Said } from "./parts";

/** What says what is in sight: by shares, which stay, or by values, which count more. */
const SHARES = ["start", "end"];
const VALUES = ["startValue", "endValue"];

/** Put how a chart is arranged now into what it is to draw next, where both have the same to arrange. */
export function keepArranged(last: Said, next: Said, arranged: () => Said): void {
  const part = firstOf(next);
  const isSame = (name: string) =>
    JSON.stringify(firstOf(last)[name]) === JSON.stringify(part[name]) && part[name] !== undefined;
  const zooms = isSame("dataZoom");
  const legends = isSame("legend");
  if (!zooms && !legends) return;
  const now = arranged();
  if (zooms)
    objects(part.dataZoom).forEach((zoom, place) => {
      const own = objects(now.dataZoom)[place] ?? {};
      for (const name of SHARES) if (own[name] !== undefined) zoom[name] = own[name];
      for (const name of VALUES) delete zoom[name];
    });
  if (legends)
    objects(part.legend).forEach((legend, place) => {
      const own = objects(now.legend)[place];
      if (own?.selected) legend.selected = own.selected;
    });
}
