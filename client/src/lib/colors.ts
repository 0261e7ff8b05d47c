/** Colours: "#rrggbb" and back, by hue, saturation and brightness. */

/** Hue in degrees, saturation and brightness in percent. */
export interface Hsv {
  readonly hue: number;
  readonly saturation: number;
  readonly brightness: number;
}

/** Return a colour as "#rrggbb"; null if the text is none, as "#00ffaa", "0fa" and the like are. */
export function parseHex(text: string): string | null {
  const digits = /^\s*#?([\da-f]{3}|[\da-f]{6})\s*$/i.exec(text)?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

/** Return what a colour "#rrggbb" is made of. */
export function toHsv(hex: string): Hsv {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const sixth =
    range === 0
      ? 0
      : most === red
        ? ((green - blue) / range + 6) % 6
        : most === green
          ? (blue - red) / range + 2
          : (red - green) / range + 4;
  return {
    hue: sixth * 60,
    saturation: most === 0 ? 0 : (range / most) * 100,
    brightness: most * 100,
  };
}

/** Return the colour that is made of these as "#rrggbb". */
export function toHex({ hue, saturation, brightness }: Hsv): string {
  const channel = (offset: number) => {
    const sixth = (offset + hue / 60) % 6;
    const shade = (saturation / 100) * Math.max(0, Math.min(sixth, 4 - sixth, 1));
    return Math.round((brightness / 100) * (1 - shade) * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(5)}${channel(3)}${channel(1)}`;
}
