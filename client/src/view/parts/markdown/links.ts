/** Which addresses text may point to. */

const LINK_SCHEMES = new Set(["http", "https", "mailto", "tel"]);
const IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp|avif|x-icon|svg\+xml)[;,]/i;

/** Return the address back if a link may lead there, else null. */
export function safeLink(address: string): string | null {
  const scheme = schemeOf(address);
  return scheme === null || LINK_SCHEMES.has(scheme) ? address : null;
}

/** Return the address back if an image may come from there, else null. */
export function safeImage(address: string): string | null {
  const scheme = schemeOf(address);
  if (scheme === null || scheme === "http" || scheme === "https") return address;
  return IMAGE_DATA.test(address) ? address : null;
}

/** Find the scheme as a browser would: it ignores control characters and leading space. */
function schemeOf(address: string): string | null {
  const bare = address.replace(/[\u0000-\u0020\u007f-\u009f]+/g, "");
  const colon = bare.search(/[:/?#]/);
  return colon >= 0 && bare[colon] === ":" ? bare.slice(0, colon).toLowerCase() : null;
}
