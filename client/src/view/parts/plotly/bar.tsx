/** Bar: what Plotly's own bar of buttons can do, as buttons of the page's toolbar. */

import { ToolbarButton } from "../toolbar_button";

/** One of Plotly's buttons, which stands in its bar, unseen. */
export interface Tool {
  /** What tells it from others. */
  name: string;
  label: string;
  icon: string;
  isOn: boolean;
  press(): void;
}

const ZOOM = "M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM15 15l6 6";

/** The lines of icons, in a square of 24, by what Plotly's button sets. */
const ICONS: Record<string, string> = {
  "dragmode zoom": `${ZOOM}M7 10h.01M10 10h.01M13 10h.01`,
  "dragmode pan": "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  "dragmode select": "M4 8V4h4M12 4h1M17 4h3v4M20 12v1M20 17v3h-3M13 20h-1M8 20H4v-3M4 13v-1",
  "dragmode lasso": "M12 4c5 0 9 2.500 9 6s-4 6-9 6-9-2.500-9-6 4-6 9-6zM7 15c-2 2 0 5 2 5",
  "zoom in": `${ZOOM}M7 10h6M10 7v6`,
  "zoom out": `${ZOOM}M7 10h6`,
  "zoom auto": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  "zoom reset": "M4 11l8-7 8 7M6 9.500V20h12V9.500",
  "dragmode drawline": "M4 20L20 4",
  "dragmode drawopenpath": "M3 17c4-10 8 6 18-10",
  "dragmode drawclosedpath": "M4 14c0-8 14-12 16-4s-16 14-16 4z",
  "dragmode drawcircle": "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16z",
  "dragmode drawrect": "M4 6h16v12H4z",
  "dragmode orbit": "M12 3a9 9 0 1 0 9 9M12 3c-3 3-3 15 0 18M3 12h10M18 3l3 3-3 3",
  "dragmode turntable": "M3 12c0 3 18 3 18 0M12 3v12M18 8l3 4-4 1",
};

const RESET = ICONS["zoom reset"]!;
const OTHER = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM8 12h.01M12 12h.01M16 12h.01";

/** What the page's own toolbar does. */
const OWN = /^(toImage|sendChartToCloud)$/;

/** Return the buttons that Plotly has for a figure. */
export function toolsOf(host: HTMLElement): Tool[] {
  return [...host.querySelectorAll<HTMLElement>(".modebar-btn")]
    .map((button) => {
      const { attr = "", val = "", title = "" } = button.dataset;
      const label = button.getAttribute("aria-label") ?? title;
      const name = `${attr.replace(/^.*\./, "")} ${val}`.trim();
      return {
        name: `${name} ${label}`,
        label,
        icon: ICONS[name] ?? (/reset/i.test(`${name} ${label}`) ? RESET : OTHER),
        isOn: button.classList.contains("active"),
        press: () => button.click(),
      };
    })
    .filter(({ label }) => label && !OWN.test(label) && !/download|png/i.test(label));
}

/** Draw them. */
export function PlotTools({ tools, of }: { tools: readonly Tool[]; of: string }) {
  return tools.map(({ name, label, icon, isOn, press }) => (
    <ToolbarButton
      key={name}
      label={label}
      of={of}
      icon={icon}
      className={isOn ? "st-plotly-tool-on" : ""}
      onClick={press}
    />
  ));
}
