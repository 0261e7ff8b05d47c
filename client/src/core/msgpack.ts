/**
 * MessagePack, as much of it as the protocol needs: no extensions, no whole numbers beyond 2^63.
 *
 * See https://github.com/msgpack/msgpack/blob/master/spec.md
 */

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encodeInto(text: string, target: Uint8Array): { written: number };
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Up to here letters are read one by one: to call for a decoder would take longer. */
const SHORT = 24;

/**
 * Read one value that fills `bytes`.
 *
 * @throws Error if it does not.
 */
export function decode(bytes: Uint8Array): unknown {
  const reader = new Reader(bytes);
  const value = reader.value();
  if (reader.at !== bytes.length) throw malformed(reader.at);
  return value;
}

/** Write one value. */
export function encode(value: unknown): Uint8Array {
  const writer = new Writer();
  writer.value(value);
  return writer.bytes.slice(0, writer.at);
}

class Reader {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  value(): unknown {
    const first = this.#uint(1);
    if (first < 0x80) return first;
    if (first < 0x90) return this.#map(first & 0x0f);
    if (first < 0xa0) return this.#list(first & 0x0f);
    if (first < 0xc0) return this.#text(first & 0x1f);
    if (first >= 0xe0) return first - 0x100;
    if (first === 0xc0) return null;
    if (first === 0xc2) return false;
    if (first === 0xc3) return true;
    if (first >= 0xc4 && first <= 0xc6) return this.#take(this.#uint(1 << (first - 0xc4)));
    if (first === 0xca) return this.#view.getFloat32(this.#skip(4));
    if (first === 0xcb) return this.#view.getFloat64(this.#skip(8));
    if (first >= 0xcc && first <= 0xcf) return this.#uint(1 << (first - 0xcc));
    if (first >= 0xd0 && first <= 0xd3) return this.#int(1 << (first - 0xd0));
    if (first >= 0xd9 && first <= 0xdb) return this.#text(this.#uint(1 << (first - 0xd9)));
    if (first >= 0xdc && first <= 0xdd) return this.#list(this.#uint(2 << (first - 0xdc)));
    if (first >= 0xde) return this.#map(this.#uint(2 << (first - 0xde)));
    throw malformed(this.at - 1);
  }

  #skip(size: number): number {
    const at = this.at;
    this.at += size;
    if (this.at > this.#bytes.length) throw malformed(at);
    return at;
  }

  #take(size: number): Uint8Array {
    const at = this.#skip(size);
    return this.#bytes.subarray(at, at + size);
  }

  #uint(size: number): number {
    const at = this.#skip(size);
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#view.getUint16(at);
    if (size === 4) return this.#view.getUint32(at);
    return Number(this.#view.getBigUint64(at));
  }

  #int(size: number): number {
    const at = this.#skip(size);
    if (size === 1) return this.#view.getInt8(at);
    if (size === 2) return this.#view.getInt16(at);
    if (size === 4) return this.#view.getInt32(at);
    return Number(this.#view.getBigInt64(at));
  }

  #text(size: number): string {
    const at = this.#skip(size);
    let text = "";
    for (let index = at; index < this.at && size <= SHORT; index += 1) {
      const byte = this.#bytes[index]!;
      if (byte > 0x7f) break;
      text += String.fromCharCode(byte);
    }
    // What is longer, or has other letters than the plain ones, is not read one by one.
    return text.length === size ? text : decoder.decode(this.#bytes.subarray(at, this.at));
  }

  #list(length: number): unknown[] {
    const list = [];
    for (let index = 0; index < length; index += 1) list.push(this.value());
    return list;
  }

  #map(length: number): object {
    const map: Record<string, unknown> = {};
    for (let index = 0; index < length; index += 1) {
      const key = this.value() as string;
      const value = this.value();
      // To assign it would make the value the prototype.
      if (key === "__proto__") Object.defineProperty(map, key, { value, enumerable: true });
      else map[key] = value;
    }
    return map;
  }
}

class Writer {
  at = 0;
  bytes = new Uint8Array(1024);
  #view = viewOf(this.bytes);

  value(value: unknown): void {
    if (typeof value === "string") this.#text(value);
    else if (typeof value === "number") this.#number(value);
    else if (value === true || value === false) this.#byte(value ? 0xc3 : 0xc2);
    else if (Array.isArray(value)) {
      this.#head(value.length, 0x90, 15, 0xdc);
      for (const each of value) this.value(each);
    } else if (value instanceof Uint8Array) {
      this.#head(value.length, 0, -1, 0xc5);
      const at = this.#room(value.length);
      this.bytes.set(value, at);
    } else if (typeof value === "object" && value) {
      const entries = Object.entries(value);
      this.#head(entries.length, 0x80, 15, 0xde);
      for (const [key, each] of entries) {
        this.#text(key);
        this.value(each);
      }
    } else this.#byte(0xc0);
  }

  #text(text: string): void {
    // No letter takes more than three bytes, so there is room for the text where it will be.
    const start = this.#room(5 + 3 * text.length);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(start + 5));
    this.at = start;
    this.#head(written, 0xa0, 31, 0xda);
    this.bytes.copyWithin(this.at, start + 5, start + 5 + written);
    this.at += written;
  }

  #number(value: number): void {
    const isWhole = Number.isInteger(value) && Math.abs(value) < 2 ** 63;
    if (isWhole && value >= 0 && value < 2 ** 32) return this.#head(value, 0, 127, 0xcd);
    if (isWhole && value >= -32 && value < 0) return this.#byte(value & 0xff);
    this.#byte(isWhole ? 0xd3 : 0xcb);
    const at = this.#room(8);
    if (isWhole) this.#view.setBigInt64(at, BigInt(value));
    else this.#view.setFloat64(at, value);
  }

  /** Write a count: into one byte with `tiny` if it is at most `most`, else behind `wide`. */
  #head(count: number, tiny: number, most: number, wide: number): void {
    if (count <= most) return this.#byte(tiny | count);
    const isShort = count < 0x10000;
    this.#byte(isShort ? wide : wide + 1);
    const at = this.#room(isShort ? 2 : 4);
    if (isShort) this.#view.setUint16(at, count);
    else this.#view.setUint32(at, count);
  }

  #byte(value: number): void {
    const at = this.#room(1);
    this.bytes[at] = value;
  }

  /** Make room for so many bytes, and return where they begin. It may replace all buffers. */
  #room(size: number): number {
    const at = this.at;
    this.at += size;
    if (this.at > this.bytes.length) {
      const larger = new Uint8Array(2 * this.at);
      larger.set(this.bytes);
      this.bytes = larger;
      this.#view = viewOf(larger);
    }
    return at;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function malformed(at: number): Error {
  return new Error(`msgpack: the bytes must be one whole value, got something else at byte ${at}`);
}
