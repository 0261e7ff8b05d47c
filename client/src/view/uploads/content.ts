/** Content: what a file that was uploaded has in it, for the browser that has sent it. */

import { useEffect, useState } from "react";

import type { Uploaded } from "./upload";

/** What was sent from this page need not be fetched again. */
const known = new Map<string, Blob>();
const MOST_KNOWN = 20;

/** Note the content of a file that was made here. */
export function noteContent(id: string, content: Blob): void {
  known.set(id, content);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

interface Content {
  content: Blob;
  /** Under which the page can show it. */
  address: string;
}

/** Follow the content of a file; null until it is there. */
export function useContent(file: Uploaded | undefined): Content | null {
  const [shown, setShown] = useState<(Content & { id: string }) | null>(null);
  const id = file?.[0];
  useEffect(() => {
    if (!file) return;
    let address: string | null = null;
    let isOver = false;
    const show = (content: Blob) => {
      if (isOver) return;
      address = URL.createObjectURL(content);
      setShown({ id: file[0], content, address });
    };
    contentOf(file).then(show, () => {});
    return () => {
      isOver = true;
      if (address) URL.revokeObjectURL(address);
    };
    // A file never changes under its id.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  return shown && shown.id === id ? shown : null;
}

async function contentOf([id, , type, , parts]: Uploaded): Promise<Blob> {
  const found = known.get(id);
  if (found) return found;
  const pieces: Blob[] = [];
  for (const receipt of parts) {
    const answer = await fetch(new URL("_stcore/uploads", document.baseURI), {
      headers: { "X-Ostinato-Receipt": receipt },
    });
    if (!answer.ok) throw new Error(`uploads: ${answer.status}`);
    pieces.push(await answer.blob());
  }
  const content = new Blob(pieces, { type });
  noteContent(id, content);
  return content;
}
