/** Scale: how long a way on the map is. */

import { AROUND } from "./degrees";

/** The longest that its bar may be, in pixels. */
const LONGEST = 125;

export interface Scale {
  readonly pixels: number;
  readonly text: string;
}

/** Return a bar for a round number of metres. */
export function scaleAt(latitude: number, zoom: number): Scale {
  const metres = (AROUND * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
  const most = metres * LONGEST;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = ([5, 2, 1].find((each) => each * power <= most) ?? 1) * power;
  const text =
    round >= 1000
      ? `${(round / 1000).toLocaleString("en-US")} km`
      : round >= 1
        ? `${round} m`
        : `${Math.round(round * 100)} cm`;
  return { pixels: round / metres, text };
}
