/** Find the part of the page that what opens beside an element is to lie in. */
export function landmarkOf(anchor: Element | null): HTMLElement | undefined {
  return anchor?.closest<HTMLElement>("main, section, dialog") ?? undefined;
}
