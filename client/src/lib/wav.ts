/** WAV: sound as a file that everything can play, of one channel and 16 bits. */

const HEAD = 44;
const BITS = 16;
const PCM = 1;

/** Return a WAV file of samples from -1 to 1, of which there are so many in a second. */
export function wavOf(parts: readonly Float32Array[], rate: number): ArrayBuffer {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const size = (count * BITS) / 8;
  const file = new ArrayBuffer(HEAD + size);
  const view = new DataView(file);
  const word = (at: number, text: string) =>
    [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, HEAD - 8 + size, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, (rate * BITS) / 8, true);
  view.setUint16(32, BITS / 8, true);
  view.setUint16(34, BITS, true);
  word(36, "data");
  view.setUint32(40, size, true);
  let at = HEAD;
  for (const part of parts)
    for (const sample of part) {
      const cut = Math.max(-1, Math.min(1, sample));
      view.setInt16(at, Math.round(cut * (cut < 0 ? 0x8000 : 0x7fff)), true);
      at += 2;
    }
  return file;
}

/** Return how loud samples are in so many steps, from 0 to 1. */
export function levelsOf(parts: readonly Float32Array[], steps: number): number[] {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  const levels = new Array<number>(steps).fill(0);
  let at = 0;
  for (const part of parts)
    for (const sample of part) {
      const step = Math.min(steps - 1, Math.floor((at / count) * steps));
      levels[step] = Math.max(levels[step] ?? 0, Math.abs(sample));
      at += 1;
    }
  return levels;
}

/** Write a length of time as minutes and seconds. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return [Math.floor(whole / 60), whole % 60].map((each) => `${each}`.padStart(2, "0")).join(":");
}
