/** Part: sends one part of a file, and gets a receipt for it. */

/** What goes wrong with a part: the status of the answer, 0 without one, and the reason for people. */
export class PartError extends Error {
  readonly status: number;

  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
  }

  /** Whether the next try may do better. */
  get isPassing(): boolean {
    return this.status === 0 || [408, 422, 429].includes(this.status) || isOfServer(this.status);
  }
}

/** What the server is told of a part. */
export interface PartOf {
  readonly permit: string;
  /** Bytes of the whole file. */
  readonly size: number;
  /** Where in the file it begins. */
  readonly offset: number;
}

/** Milliseconds without any progress after which a request is given up. */
const SILENT = 30_000;
const NO_ROOM = 507;

/**
 * Send a part; `signal` ends that, `onProgress` hears how many bytes have left the browser.
 *
 * Rejects with a PartError, or with the signal's reason.
 */
export async function sendPart(
  part: Blob,
  { permit, size, offset }: PartOf,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<string> {
  const content = await part.arrayBuffer();
  const digest = await digestOf(content);
  signal.throwIfAborted();
  return new Promise((settle, fail) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout>;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), SILENT);
    };
    const stop = () => request.abort();
    const lost = () => fail(signal.aborted ? signal.reason : new PartError(0, "connection lost"));
    request.open("POST", new URL("_stcore/uploads", document.baseURI));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Ostinato-Permit", permit);
    request.setRequestHeader("X-Ostinato-Size", `${size}`);
    request.setRequestHeader("X-Ostinato-Offset", `${offset}`);
    if (digest) request.setRequestHeader("Content-Digest", `sha-256=:${digest}:`);
    request.upload.onprogress = (event) => {
      watch();
      onProgress(event.loaded);
    };
    request.onload = () => {
      if (request.status === 200) settle(request.responseText);
      else fail(new PartError(request.status, request.responseText.slice(0, LONGEST)));
    };
    request.onerror = request.onabort = lost;
    request.onloadend = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    };
    signal.addEventListener("abort", stop);
    watch();
    request.send(content);
  });
}

const LONGEST = 200;

function isOfServer(status: number): boolean {
  return status >= 500 && status !== NO_ROOM;
}

/** Return the SHA-256 of bytes, in base64; null where the browser has none, as without HTTPS. */
async function digestOf(content: ArrayBuffer): Promise<string | null> {
  // The types say that it is there; it is not in pages that came by plain HTTP.
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (!subtle) return null;
  const bytes = new Uint8Array(await subtle.digest("SHA-256", content));
  return btoa(String.fromCharCode(...bytes));
}
