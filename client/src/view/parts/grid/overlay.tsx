/** Overlay: what opens over a cell, to edit it or to see all of it. */

import "./overlay.css";

import {
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";

import type { Cell } from "../../frames/cells";
import { isComposing } from "../../enter";
import { Markdown } from "../markdown";
import { safeLink } from "../markdown/links";
import { SelectEditor, TagsEditor } from "./choice_editors";
import type { Editor, Plain } from "./view";

type Movement = readonly [-1 | 0 | 1, -1 | 0 | 1];

export interface OverlayProps {
  cell: Cell;
  /** Null if there is only something to see. */
  editor: Editor | null;
  /** The key that opened it, if that is the beginning of a new text. */
  typed: string | null;
  width: number;
  /** What is there is what the cell is set to, if the overlay is left. */
  change(value: Plain): void;
  /** Leave it, with a value or without. */
  finish(value?: Plain, movement?: Movement): void;
}

export interface EditorProps extends OverlayProps {
  editor: Editor;
}

/** Draw the overlay. */
export function Overlay(props: OverlayProps) {
  const { editor, cell } = props;
  if (!editor) return <Viewer cell={cell} />;
  const given = { ...props, editor };
  if (editor.kind === "select") return <SelectEditor {...given} />;
  if (editor.kind === "tags") return <TagsEditor {...given} />;
  return <TextEditor {...given} />;
}

/** Types of fields; a number is a text here, so that "1e" can be said to be none. */
const FIELDS: Partial<Record<Editor["kind"], string>> = {
  date: "date",
  time: "time",
  datetime: "datetime-local",
  link: "url",
};

/** How a date or a time is typed. */
const EXAMPLES: Partial<Record<Editor["kind"], string>> = {
  date: "2024-12-31",
  time: "23:59",
  datetime: "2024-12-31 23:59",
};

/** What a field of the browser for dates and times can hold. */
const PICKABLE = /^(?:[\d-]{10})?T?(?:\d\d:[\d:.]+)?$/;

function TextEditor({ editor, typed, width, change, finish }: EditorProps) {
  const { kind, maxChars } = editor;
  const [start] = useState(() => editor.draft ?? (typed || textIn(editor)));
  // No script can type into a field of the browser for dates: the key that opened it would be lost.
  const isPicked = kind in EXAMPLES && (editor.draft != null || !typed) && PICKABLE.test(start);
  const type = (kind in EXAMPLES && !isPicked ? null : FIELDS[kind]) ?? "text";
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const isPlaced = useRef(false);
  const placeOnce = (field: HTMLInputElement | HTMLTextAreaElement) => {
    if (!isPlaced.current) place(field, editor.draft ?? typed);
    isPlaced.current = true;
  };
  const tell = (typedText: string) => {
    const parsed = editor.parse(typedText);
    editor.keep?.(typedText);
    // What fits no more is not to be left behind by a click elsewhere, cut short.
    change("value" in parsed ? parsed.value : editor.value);
  };
  const take = (next: string) => {
    setText(next);
    setProblem(null);
    tell(next);
  };
  const leave = useEffectEvent(() => {
    const parsed = editor.parse(text);
    if ("value" in parsed) editor.keep?.(null);
    else editor.keep?.(text, parsed.problem);
  });
  // The key that opened it is a part of what is typed, be it all of it.
  const begin = useEffectEvent(() => {
    if (editor.draft != null || typed) tell(text);
  });
  // At once: the next key may end it.
  useLayoutEffect(() => {
    begin();
    return () => leave();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setText(textIn(editor));
    if (event.key !== "Enter" && event.key !== "Tab") return;
    if (isComposing(event)) return event.stopPropagation();
    if (event.key === "Enter" && event.shiftKey) return;
    event.stopPropagation();
    event.preventDefault();
    const parsed = editor.parse(text);
    if ("problem" in parsed) return setProblem(parsed.problem);
    // At once: the library would wait, and what it knows then may be older.
    const back = event.shiftKey ? -1 : 1;
    const isTouched = text !== start || typed || editor.draft != null;
    finish(isTouched ? parsed.value : undefined, event.key === "Enter" ? [0, 1] : [back, 0]);
  };
  const common = {
    className: "st-cell-field",
    value: text,
    "aria-label": "Cell",
    "aria-invalid": problem !== null,
    "aria-describedby": problem ? id : undefined,
    maxLength: maxChars ?? undefined,
    autoFocus: true,
    onKeyDown,
  };
  const isLong = kind === "text";
  return (
    <div className="st-cell-editor" style={{ minWidth: width }}>
      {isLong ? (
        <div className="st-cell-growing" data-text={`${text} `}>
          <textarea
            {...common}
            rows={1}
            onChange={(event) => take(event.target.value)}
            onFocus={(event) => placeOnce(event.currentTarget)}
          />
        </div>
      ) : (
        <input
          {...common}
          type={type}
          step={isPicked && kind !== "date" ? (editor.step ?? 1) : undefined}
          min={isPicked ? (editor.min ?? undefined) : undefined}
          max={isPicked ? (editor.max ?? undefined) : undefined}
          placeholder={EXAMPLES[kind]}
          inputMode={kind === "number" ? "decimal" : undefined}
          onChange={(event) => take(event.target.value)}
          onFocus={(event) => !isPicked && kind !== "link" && placeOnce(event.currentTarget)}
        />
      )}
      <Problem id={id} text={problem} />
    </div>
  );
}

export function Problem({ id, text }: { id: string; text: string | null }) {
  return (
    <p id={id} role="alert" className="st-cell-problem" hidden={text === null}>
      {text}
    </p>
  );
}

/** What is typed next takes the place of all, unless it goes on with what was typed. */
function place(field: HTMLInputElement | HTMLTextAreaElement, typed: string | null) {
  if (typed === null) field.select();
  else field.setSelectionRange(field.value.length, field.value.length);
}

function textIn({ value, kind }: Editor): string {
  if (value === null) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (kind === "datetime") return text.slice(0, 19).replace(" ", "T");
  return text;
}

function Viewer({ cell }: { cell: Cell }) {
  return (
    <div className="st-cell-viewer" data-testid="stDataFrameCell" tabIndex={-1} dir="auto">
      {seen(cell)}
    </div>
  );
}

function seen(cell: Cell): ReactNode {
  switch (cell.kind) {
    case "bubbles":
      return (
        <ul className="st-cell-chips">
          {cell.items.map(({ text }, place) => (
            <li key={place}>{text}</li>
          ))}
        </ul>
      );
    case "image":
      return <img src={cell.src} alt="" />;
    case "media":
      return isVideo(cell.copy) ? (
        <video src={cell.copy} controls />
      ) : (
        <audio src={cell.copy} controls />
      );
    case "link": {
      const href = safeLink(cell.href);
      return href ? (
        <a href={href} target="_blank" rel="noreferrer">
          {cell.href}
        </a>
      ) : (
        cell.href
      );
    }
    case "text":
      if (cell.isMarkdown) return <Markdown source={cell.copy} />;
      return pretty(cell.isMissing ? cell.text : cell.copy);
    default:
      return cell.copy;
  }
}

/** Nested data is easier to read line by line. */
function pretty(text: string): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function isVideo(address: string): boolean {
  return /^data:video\/|\.(mp4|webm|ogv|mov|m4v|mpeg)(?:[?#]|$)/i.test(address);
}
