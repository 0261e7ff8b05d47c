/** The lexer of the page's Markdown, under the name by which Mermaid knows it (scripts/mermaid.ts). */

import { Lexer } from "marked";

export const marked = { lexer: (text: string) => new Lexer().lex(text) };
