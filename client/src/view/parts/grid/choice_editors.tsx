/** Editors of cells that are chosen: one of several options, or some of them. */

import { useId, useRef, useState, type KeyboardEvent } from "react";

import { isComposing } from "../../enter";
import type { EditorProps } from "./overlay";
import type { Editor, Plain } from "./view";

type Option = NonNullable<Editor["options"]>[number];

const NONE: Option = { value: null, label: "" };

/** One of several options. */
export function SelectEditor({ editor, typed, width, finish }: EditorProps) {
  const all = [...(editor.isRequired ? [] : [NONE]), ...(editor.options ?? [])];
  const [query, setQuery] = useState(typed ?? "");
  const shown = matching(all, query);
  const [at, setAt] = useState(() => {
    const chosen = all.findIndex((each) => each.value === editor.value);
    return typed === null ? Math.max(chosen, 0) : 0;
  });
  const choose = (option: Option | undefined, movement: 0 | 1 = 0) => {
    if (option) finish(option.value, [0, movement]);
  };
  return (
    <div className="st-cell-editor" style={{ minWidth: Math.max(width, 160) }}>
      <Query
        query={query}
        placeholder={labelOf(editor, editor.value)}
        setQuery={(text) => {
          setQuery(text);
          setAt(0);
        }}
        shown={shown}
        at={at}
        setAt={setAt}
        enter={() => choose(shown[at], 1)}
      />
      <Options
        shown={shown}
        at={at}
        choose={choose}
        isChosen={({ value }) => value === editor.value}
      />
    </div>
  );
}

/** Some of several options, and perhaps others. */
export function TagsEditor({ editor, typed, width, change }: EditorProps) {
  const [tags, setTags] = useState<readonly string[]>(
    Array.isArray(editor.value) ? (editor.value as string[]) : [],
  );
  const [query, setQuery] = useState(typed ?? "");
  const [at, setAt] = useState(0);
  const options = (editor.options ?? []).filter(({ value }) => !tags.includes(String(value)));
  const own = query.trim();
  const canAdd = editor.acceptsNew === true && own !== "" && !tags.includes(own);
  const found = matching(options, own);
  const isKnown = found.some(({ label }) => label === own);
  const shown = canAdd && !isKnown ? [...found, { value: own, label: `Add: ${own}` }] : found;

  const set = (next: readonly string[]) => {
    setTags(next);
    setQuery("");
    setAt(0);
    change(next);
  };
  const add = (option: Option | undefined) => option && set([...tags, String(option.value)]);
  return (
    <div className="st-cell-editor" style={{ minWidth: Math.max(width, 200) }}>
      <ul className="st-cell-chips">
        {tags.map((tag) => (
          <li key={tag}>
            {labelOf(editor, tag)}
            <button
              type="button"
              aria-label={`Remove ${labelOf(editor, tag)}`}
              onClick={() => set(tags.filter((each) => each !== tag))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <Query
        query={query}
        placeholder={editor.options?.length ? "Choose options" : "Add an item"}
        setQuery={(text) => {
          setQuery(text);
          setAt(0);
        }}
        shown={shown}
        at={at}
        setAt={setAt}
        enter={own || at > 0 ? () => add(shown[at]) : null}
        back={() => set(tags.slice(0, -1))}
      />
      <Options shown={shown} at={at} choose={add} isChosen={() => false} />
    </div>
  );
}

interface QueryProps {
  query: string;
  placeholder: string;
  setQuery(text: string): void;
  shown: readonly Option[];
  at: number;
  setAt(at: number): void;
  /** Take what is marked; null if Enter is to leave the cell. */
  enter: (() => void) | null;
  /** Take the last one away. */
  back?(): void;
}

function Query({ query, placeholder, setQuery, shown, at, setAt, enter, back }: QueryProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const take = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (isComposing(event)) event.stopPropagation();
    else if (key === "ArrowDown") take(() => setAt(Math.min(at + 1, shown.length - 1)));
    else if (key === "ArrowUp") take(() => setAt(Math.max(at - 1, 0)));
    else if (key === "Enter" && enter) take(enter);
    else if (key === "Backspace" && query === "" && back) take(back);
  };
  return (
    <input
      className="st-cell-field"
      role="combobox"
      aria-label="Cell"
      aria-expanded={shown.length > 0}
      aria-autocomplete="list"
      value={query}
      placeholder={placeholder}
      autoFocus
      onChange={(event) => setQuery(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface OptionsProps {
  shown: readonly Option[];
  at: number;
  choose(option: Option): void;
  isChosen(option: Option): boolean;
}

function Options({ shown, at, choose, isChosen }: OptionsProps) {
  const id = useId();
  const marked = useRef<HTMLLIElement>(null);
  if (shown.length === 0) return null;
  return (
    <ul id={id} role="listbox" aria-label="Options" className="st-cell-options">
      {shown.map((option, place) => (
        <li
          key={String(option.value)}
          ref={(element) => {
            if (place !== at) return;
            marked.current = element;
            element?.scrollIntoView?.({ block: "nearest" });
          }}
          role="option"
          aria-selected={isChosen(option)}
          data-marked={place === at || undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          {option.label || "\u00a0"}
        </li>
      ))}
    </ul>
  );
}

function matching(options: readonly Option[], query: string): readonly Option[] {
  const wanted = query.trim().toLowerCase();
  return wanted ? options.filter(({ label }) => label.toLowerCase().includes(wanted)) : options;
}

function labelOf({ options }: Editor, value: Plain): string {
  const found = options?.find((each) => String(each.value) === String(value));
  return found?.label ?? (value === null ? "" : String(value));
}
