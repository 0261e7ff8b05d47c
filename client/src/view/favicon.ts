/** The icon of the page in the browser's tab. */

import { loadEmoji } from "./parts/markdown/emoji";

const SHORT_CODE = /^:([\w+-]+):$/;
const SYMBOL = /^:material\/([a-z\d_]+):$/i;

/** Show an icon; the answer brings back what was there before. */
export async function showIcon(icon: string): Promise<() => void> {
  const short = SHORT_CODE.exec(icon)?.[1];
  if (short) icon = (await loadEmoji()).get(short) ?? "";
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (!link || !icon) return () => {};
  const before = link.href;
  link.href = addressOf(icon);
  return () => {
    link.href = before;
  };
}

/** Return the address of an icon: an emoji, a Material symbol by name, or an address already. */
function addressOf(icon: string): string {
  const symbol = SYMBOL.exec(icon)?.[1];
  if (symbol) return new URL(`_stcore/icons/${symbol.toLowerCase()}.svg`, document.baseURI).href;
  if (/[a-z./]/i.test(icon)) return icon;
  const text = `<text y="0.9em" font-size="90">${icon}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
