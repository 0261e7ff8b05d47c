/** Keys: what of a drawn figure the keyboard reaches, and a screen reader can name. */

/** Have the entries of the legend be buttons that show and hide what they stand for. */
export function openLegend(host: HTMLElement): void {
  for (const toggle of host.querySelectorAll<SVGElement>(".legendtoggle")) {
    const entry = toggle.parentElement;
    toggle.setAttribute("role", "button");
    toggle.setAttribute("tabindex", "0");
    toggle.setAttribute("aria-label", entry?.querySelector(".legendtext")?.textContent || "Series");
    const opacity = (entry as unknown as SVGElement | null)?.style.opacity;
    toggle.setAttribute("aria-pressed", String(opacity === "" || opacity === "1"));
  }
}

/** Press the entry of a legend that a key is pressed on. */
export function pressLegend(event: KeyboardEvent): void {
  const target = event.target as Element;
  if (!target.classList?.contains("legendtoggle") || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  for (const type of ["mousedown", "mouseup"])
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0 }));
}
