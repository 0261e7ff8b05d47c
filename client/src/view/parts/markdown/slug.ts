/** Names of headings in addresses: "My Title" becomes "my-title". */

const LETTERS: Record<string, string> = {
  "&": " and ",
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ł: "l",
  Ł: "L",
  ð: "d",
  þ: "th",
  "€": "E",
};

/** Make the name of a heading; one without any Latin letter or digit is named by its hash. */
export function slug(title: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[^\u0000-\u007e]|&/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
  return name || hash(title).toString(16);
}

/** xxHash32, as existing links to such headings expect it. */
function hash(text: string): number {
  const bytes = new TextEncoder().encode(text);
  const data = new DataView(bytes.buffer);
  const [p1, p2, p3, p4, p5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
  const seed = 0xabcd;
  const mix = (lane: number, word: number) => Math.imul(rotate(lane + Math.imul(word, p2), 13), p1);
  let at = 0;
  let sum = seed + p5;
  if (bytes.length >= 16) {
    const lanes = [seed + p1 + p2, seed + p2, seed, seed - p1];
    for (; at + 16 <= bytes.length; at += 16) {
      lanes.forEach((lane, i) => (lanes[i] = mix(lane, data.getUint32(at + 4 * i, true))));
    }
    sum = lanes.reduce((total, lane, i) => total + rotate(lane, [1, 7, 12, 18][i] ?? 0), 0);
  }
  sum += bytes.length;
  for (; at + 4 <= bytes.length; at += 4) {
    sum = Math.imul(rotate(sum + Math.imul(data.getUint32(at, true), p3), 17), p4);
  }
  for (; at < bytes.length; at += 1) {
    sum = Math.imul(rotate(sum + Math.imul(data.getUint8(at), p5), 11), p1);
  }
  sum = Math.imul(sum ^ (sum >>> 15), p2);
  sum = Math.imul(sum ^ (sum >>> 13), p3);
  return (sum ^ (sum >>> 16)) >>> 0;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
