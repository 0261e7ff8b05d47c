/** Colour panel: sliders for a colour, and a field to write it in. */

import "./color_panel.css";

import { type CSSProperties, useId, useState } from "react";

import { type Hsv, parseHex, toHex, toHsv } from "../../lib/colors";

interface ColorPanelProps {
  /** As "#rrggbb". */
  color: string;
  choose(color: string): void;
}

const SLIDERS: [keyof Hsv, string, number, string][] = [
  ["hue", "Hue", 359, "°"],
  ["saturation", "Saturation", 100, "%"],
  ["brightness", "Brightness", 100, "%"],
];

const WHOLE = /^#[\da-f]{6}$/i;

/** Draw the panel; `choose` hears of every step. */
export function ColorPanel({ color, choose }: ColorPanelProps) {
  // Grey has no hue, and black no saturation: what they were is kept while the colour is its own.
  const [kept, keep] = useState(() => toHsv(color));
  const hsv = toHex(kept) === color ? kept : toHsv(color);
  const id = useId();

  function move(part: Partial<Hsv>) {
    const moved = { ...hsv, ...part };
    keep(moved);
    choose(toHex(moved));
  }

  return (
    <div className="st-color-panel" style={{ "--color": color } as CSSProperties}>
      {SLIDERS.map(([part, label, most, unit]) => (
        <div key={part} className="st-color-part">
          <label htmlFor={`${id}-${part}`}>{label}</label>
          <input
            id={`${id}-${part}`}
            type="range"
            min={0}
            max={most}
            value={Math.round(hsv[part])}
            aria-valuetext={`${Math.round(hsv[part])}${unit}`}
            style={{ backgroundImage: gradient(hsv, part, most) }}
            onChange={(event) => move({ [part]: event.currentTarget.valueAsNumber })}
          />
        </div>
      ))}
      <HexField color={color} choose={choose} />
    </div>
  );
}

function HexField({ color, choose }: ColorPanelProps) {
  const id = useId();
  const [kept, keep] = useState({ text: color, over: color, isWrong: false });
  const { text, isWrong } = kept.over === color ? kept : { text: color, isWrong: false };

  function send() {
    const found = parseHex(text);
    if (found === null) keep({ text, over: color, isWrong: true });
    else if (found !== color) choose(found);
  }

  return (
    <div className="st-color-part">
      <label htmlFor={id}>Hex</label>
      <input
        id={id}
        type="text"
        className="st-color-hex"
        value={text}
        maxLength={9}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-error` : undefined}
        onChange={({ currentTarget: { value } }) => {
          keep({ text: value, over: color, isWrong: false });
          // Three digits may be half of six: they wait for Enter.
          if (WHOLE.test(value)) choose(value.toLowerCase());
        }}
        onBlur={send}
        onKeyDown={({ key }) => key === "Enter" && send()}
      />
      {isWrong && (
        <span id={`${id}-error`} role="alert" className="st-color-error">
          Write it like #00ffaa
        </span>
      )}
    </div>
  );
}

/** The colours that a slider passes on its way. */
function gradient(hsv: Hsv, part: keyof Hsv, most: number): string {
  const places = part === "hue" ? [0, 60, 120, 180, 240, 300, most] : [0, most];
  const bright = part === "hue" ? { hue: 0, saturation: 100, brightness: 100 } : hsv;
  return `linear-gradient(to right, ${places.map((each) => toHex({ ...bright, [part]: each })).join()})`;
}
