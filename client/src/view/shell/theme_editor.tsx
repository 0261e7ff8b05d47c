/** Theme editor: for developers, colours, font, corners and size of the page, as they are tried. */

import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";

import { useSession, useSignal } from "../hooks";
import { CopyButton } from "../parts/copy";
import { putAway, tryOut, wear, worn, type Tried } from "./own_look";
import { theme as preference, type Theme } from "./preferences";
import "./dialog.css";
import "./theme_editor.css";

const COLORS = [
  ["primaryColor", "Primary"],
  ["backgroundColor", "Background"],
  ["secondaryBackgroundColor", "Second background"],
  ["textColor", "Text"],
] as const;
const FONTS = ["sans-serif", "serif", "monospace"];
const RADII: readonly (readonly [name: string, label: string])[] = [
  ["none", "None"],
  ["small", "Small"],
  ["medium", "Medium"],
  ["large", "Large"],
  ["full", "Full"],
];
const SIZES = [12, 13, 14, 15, 16, 17, 18, 20, 22, 24];
const MODES: Readonly<Record<string, string>> = {
  "": "Colors",
  "light.": "Light",
  "dark.": "Dark",
};
/** Milliseconds after the last change: a color is dragged over many. */
const SOON = 60;

export default function ThemeEditor({ close }: { close(): void }) {
  const { theme } = useSignal(useSession().server.facts);
  const [edits, setEdits] = useState(worn);
  const [tried, setTried] = useState<Tried | null>(null);
  const [problem, setProblem] = useState("");
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    const element = dialog.current!;
    element.show(); // beside the page, not over it: one looks at it
    return () => {
      element.close();
      opener?.focus();
    };
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      tryOut(edits, stop.signal).then(
        (answer) => {
          setTried(answer);
          setProblem("");
          if (Object.keys(edits).length > 0) wear(edits, answer, theme);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setProblem(`The server did not answer: ${String(error)}`);
        },
      );
    }, SOON);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [edits, theme]);
  const set = (name: string, value: string | number) => setEdits({ ...edits, [name]: value });
  const reset = () => {
    putAway(theme);
    setEdits({});
  };
  return (
    <dialog
      ref={dialog}
      className="st-dialog st-theme-editor"
      aria-labelledby="st-theme-title"
      data-testid="stThemeEditor"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <h2 id="st-theme-title">Theme</h2>
      <div className="st-theme-body">
        {tried && (
          <>
            {Object.entries(tried.colors).map(([prefix, colors]) => (
              <fieldset key={prefix} aria-label={MODES[prefix]}>
                <legend>
                  {MODES[prefix]}
                  <ShowMode mode={prefix.replace(".", "")} />
                </legend>
                {COLORS.map(([name, label]) => (
                  <ColorField
                    key={name}
                    label={label}
                    shown={colors[name] ?? ""}
                    edited={edits[`theme.${prefix}${name}`]}
                    problem={tried.problems[`theme.${prefix}${name}`]}
                    set={(value) => set(`theme.${prefix}${name}`, value)}
                  />
                ))}
              </fieldset>
            ))}
            <Whole tried={tried} set={set} />
            <Contrast tried={tried} />
            <Toml text={tried.toml} />
          </>
        )}
        {problem && (
          <p role="alert" className="st-theme-problem">
            {problem}
          </p>
        )}
      </div>
      <div className="st-dialog-buttons">
        <button
          type="button"
          className="st-shell-button"
          disabled={Object.keys(edits).length === 0}
          onClick={reset}
        >
          Reset
        </button>
        <button type="button" className="st-shell-button st-primary" onClick={close}>
          Close
        </button>
      </div>
    </dialog>
  );
}

/** Shows the mode that is edited, if the page shows the other one. */
function ShowMode({ mode }: { mode: string }) {
  const chosen = useSignal(preference.signal);
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const shown = chosen === "system" ? (isDark ? "dark" : "light") : chosen;
  if (!mode || mode === shown) return null;
  return (
    <button
      type="button"
      className="st-theme-show"
      onClick={() => preference.choose(mode as Theme)}
    >
      Show the {mode} mode
    </button>
  );
}

interface ColorFieldProps {
  label: string;
  /** The colour as it is. */
  shown: string;
  edited: string | number | undefined;
  problem: string | undefined;
  set(value: string): void;
}

function ColorField({ label, shown, edited, problem, set }: ColorFieldProps) {
  const id = useId();
  return (
    <div className="st-theme-row">
      <label htmlFor={id}>{label}</label>
      <input
        type="color"
        aria-label={`${label}, pick`}
        value={/^#[\da-f]{6}$/.test(shown) ? shown : "#000000"}
        onChange={(event) => set(event.target.value)}
      />
      <input
        id={id}
        type="text"
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        value={edited ?? shown}
        onChange={(event) => set(event.target.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className="st-theme-problem">
          It {problem}
        </p>
      )}
    </div>
  );
}

function Whole({ tried, set }: { tried: Tried; set(name: string, value: string | number): void }) {
  const { font = "", baseRadius = "", baseFontSize } = tried.whole;
  const radius = String(baseRadius);
  const fonts = FONTS.includes(String(font)) ? FONTS : [String(font), ...FONTS];
  const sizes = SIZES.includes(Number(baseFontSize)) ? SIZES : [Number(baseFontSize), ...SIZES];
  return (
    <fieldset>
      <legend>Page</legend>
      <label className="st-theme-row">
        Font
        <select value={font} onChange={(event) => set("theme.font", event.target.value)}>
          {fonts.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label className="st-theme-row">
        Corners
        <select value={radius} onChange={(event) => set("theme.baseRadius", event.target.value)}>
          {!RADII.some(([name]) => name === radius) && <option>{radius}</option>}
          {RADII.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="st-theme-row">
        Size of text
        <select
          value={baseFontSize}
          onChange={(event) => set("theme.baseFontSize", Number(event.target.value))}
        >
          {sizes.map((each) => (
            <option key={each} value={each}>
              {each} px
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** How many pairs are told, of those that can be read. */
const MAIN = 5;

function Contrast({ tried: { contrast, own } }: { tried: Tried }) {
  if (contrast.length === 0) return null;
  const failing = contrast.filter(([, , , , , isEnough]) => !isEnough);
  const places = [...new Set(contrast.map(([place]) => place))];
  const main = places.flatMap((place) =>
    contrast.filter(([where, , , , , isEnough]) => where === place && isEnough).slice(0, MAIN),
  );
  const name = (place: string) =>
    places.length < 2
      ? ""
      : own
        ? place.includes(".")
          ? " (sidebar)"
          : ""
        : ` (${place.replace(".", ", ")})`;
  return (
    <section aria-label="Contrast">
      <h3>Contrast</h3>
      <p role="status" className={failing.length > 0 ? "st-theme-problem" : "st-theme-fine"}>
        {failing.length === 0
          ? "Everything can be read."
          : failing.length === 1
            ? "One pair has too little."
            : `${failing.length} pairs have too little.`}
      </p>
      <ul>
        {[...failing, ...main].map(([place, what, on, ratio, needs, isEnough]) => (
          <li key={`${place} ${what} ${on}`} data-enough={isEnough}>
            <span>
              {what} on {on}
              {name(place)}
            </span>
            <span className="st-theme-ratio">
              {ratio.toFixed(1)}
              {!isEnough && <em> needs {needs}</em>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Toml({ text }: { text: string }) {
  if (!text) return <p className="st-theme-hint">What you change is shown here as TOML.</p>;
  return (
    <section aria-label="TOML">
      <h3>
        For .streamlit/config.toml
        <CopyButton text={text} of="the theme" />
      </h3>
      <pre data-testid="stThemeToml" tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
