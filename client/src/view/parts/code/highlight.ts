/** Finds the keywords, strings and so on of a source text; each language is a file of its own. */

import core from "highlight.js/lib/core";
import type { Piece } from ".";
import { languageOf, languages } from "./languages";

/** A longer text stays plain: colouring it would hold up the page. */
const MAX_LENGTH = 150_000;

/** Split source text into pieces by what they are to its language. */
export async function highlight(source: string, name: string): Promise<Piece[]> {
  const language = languageOf(name);
  if (!language || source.length > MAX_LENGTH) return [{ text: source, scope: null }];
  await Promise.all([language, ...(language === "xml" ? ["css", "javascript"] : [])].map(register));
  return piecesOf(core.highlight(source, { language, ignoreIllegals: true }).value);
}

async function register(name: string): Promise<void> {
  if (core.getLanguage(name)) return;
  const language = await languages[name]?.();
  if (language) core.registerLanguage(name, language.default);
}

/** Read the highlighter's answer: text in spans, with five characters escaped. */
function piecesOf(html: string): Piece[] {
  const pieces: Piece[] = [];
  const scopes: string[] = [];
  for (const [part] of html.matchAll(/<span class="[^"]*">|<\/span>|[^<]+/g)) {
    if (part === "</span>") scopes.pop();
    else if (part.startsWith("<"))
      scopes.push(/"(?:hljs-|language-)?([\w-]*)/.exec(part)?.[1] ?? "");
    else pieces.push({ text: unescape(part), scope: scopes.at(-1) ?? null });
  }
  return pieces;
}

const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function unescape(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#x27);/g,
    (whole, name: string) => CHARACTERS[name] ?? whole,
  );
}
