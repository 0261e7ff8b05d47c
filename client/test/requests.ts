/** Requests that a test answers, in the place of the browser's own. */

export class StubRequest {
  static all: StubRequest[] = [];
  static #seen = 0;

  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress: ((event: { loaded: number }) => void) | null } = {
    onprogress: null,
  };
  status = 0;
  responseText = "";
  size = 0;
  isAborted = false;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  onloadend: (() => void) | null = null;

  /** Forget those of other tests. */
  static begin(): void {
    StubRequest.all = [];
    StubRequest.#seen = 0;
  }

  /** Wait for the next one that is sent. */
  static async next(): Promise<StubRequest> {
    const { waitFor } = await import("@testing-library/react");
    const number = StubRequest.#seen;
    StubRequest.#seen += 1;
    return waitFor(() => {
      const request = StubRequest.all[number];
      if (!request) throw new Error("no request yet");
      return request;
    });
  }

  open(): void {}

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(content: ArrayBuffer): void {
    this.size = content.byteLength;
    StubRequest.all.push(this);
  }

  answer(status: number, text: string): void {
    this.status = status;
    this.responseText = text;
    this.onload?.();
    this.onloadend?.();
  }

  fail(): void {
    this.onerror?.();
    this.onloadend?.();
  }

  abort(): void {
    this.isAborted = true;
    this.onabort?.();
    this.onloadend?.();
  }
}
