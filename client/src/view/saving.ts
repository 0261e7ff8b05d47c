/** Saving: brings files to the person's disk: the app's, whole, also if the server is away, and the page's own, as what it has drawn. */

/** Bytes of a file that is fetched here first; a larger one is the browser's own business. */
const MOST = 64 * 1024 * 1024;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4000;
/** How long a server that is away is waited for. */
const PATIENCE = 120_000;
/** The browser reads what it saves some time after it was told to. */
const READ_WITHIN = 60_000;

/** What keeps a file from being saved. */
export class Unsaved extends Error {}

/** Who was asked has it no more, or not yet. */
export class Gone extends Unsaved {}

/** The server is there, and has said that it makes sense to ask again. */
class Away extends Error {}

/**
 * Save the file of this address, and call `onSave` in the moment in which the browser has it.
 *
 * Throws `Unsaved` with a sentence for the person.
 */
export async function saveFile(url: string, onSave = () => {}): Promise<void> {
  const blob = await fetched(url);
  onSave();
  if (blob === null) follow(url, nameOf(url));
  else saveBlob(blob, nameOf(url));
}

/** Have the browser keep what is here, as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN);
  follow(address, name);
}

/** Have the browser keep what is painted, as a file of this name. */
export function savePicture(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((blob) => blob && saveBlob(blob, `${name}.png`));
}

/** Return the name for the file of what is called this, without an ending. */
export function fileNameOf(label: string, otherwise: string): string {
  const words = label.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  return words.replace(/^-|-$/g, "").toLowerCase() || otherwise;
}

function follow(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Return the content of a file; null if it is too large to be held here. */
async function fetched(url: string): Promise<Blob | null> {
  let end = Date.now() + PATIENCE;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await attempt(url);
    } catch (problem) {
      if (problem instanceof Unsaved) throw problem;
      if (problem instanceof Away) end = Date.now() + PATIENCE;
      if (Date.now() > end) throw new Unsaved("The server cannot be reached.");
    }
    await new Promise((wake) => setTimeout(wake, wait));
  }
}

async function attempt(url: string): Promise<Blob | null> {
  const controller = new AbortController();
  const answer = await fetch(url, { signal: controller.signal });
  if (answer.status === 503) throw new Away();
  if (answer.status >= 500) throw new Error(answer.statusText);
  if (!answer.ok) throw new Gone("The file is not there any more.");
  if (Number(answer.headers.get("content-length")) > MOST) {
    controller.abort();
    return null;
  }
  return answer.blob();
}

/** Return the name of a file, as the end of its address has it. */
export function nameOf(url: string): string {
  const last = url.slice(url.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
