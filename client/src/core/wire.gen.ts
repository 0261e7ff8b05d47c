// Made by `make generate` from the structs in src/ostinato. Do not edit.

/** Insert a new node into `parent`. */
export type Put = [tag: "put", id: string, parent: string, after: string, props: Props];

/** Take a node, with all below it, to another place. */
export type Move = [tag: "move", id: string, parent: string, after: string];

/** Replace some fields of a node's props. */
export type Patch = [tag: "patch", id: string, fields: Record<string, unknown>];

/** Remove nodes, with all below them. */
export type Cut = [tag: "cut", ids: string[]];

/**
 * Open a connection: first message on every socket.
 *
 * `session` is null for a new tab. `seen` is the number of the last batch this tab applied,
 * `next` the number of the first event that it may still send. A tab that was duplicated begins
 * with a copy of the `session` of its twin: `fork`. To start `over` forgets it.
 */
export type Hello = [tag: "hello", protocol: number, session: string | null, seen: number, next: number, how: "resume" | "fork" | "over"];

/**
 * What a person did: new values by widget id, and the trigger that was pulled, if any.
 *
 * An event with neither asks for a rerun. Numbers are 1, 2, 3 ... per tab.
 */
export type Event = [tag: "event", number: number, values: Record<string, unknown>, trigger: string | null];

/** All batches up to this number have been applied and need not be kept. */
export type Seen = [tag: "seen", batch: number];

/** End the run that is going on. */
export type Stop = [tag: "stop"];

/** Ask what the session keeps; answered to developers, with the values of those `shown`. */
export type Inspect = [tag: "inspect", shown: string[]];

/** Ask for a sign of life; sent only while something waits. */
export type Ping = [tag: "ping"];

/**
 * Answer to `Hello`. Unless `resumed`, the browser forgets its tree and batch number.
 *
 * `applied` is the number of the last event that is part of the session, `received` that of the
 * last one that came. `lasts` says whether the next load of the page goes on with the session,
 * `limit` is the size in bytes of the largest message that the server takes.
 */
export type Welcome = [tag: "welcome", session: string, resumed: boolean, applied: number, received: number, lasts: boolean, is_developer: boolean, limit: number, title: string, version: string];

/** Forget the tree: the edits that follow build it from nothing. */
export type Reset = [tag: "reset"];

/** A run begins. The edits after this know of all events up to `applied`. */
export type RunStarted = [tag: "run_started", run: number, applied: number];

/** Apply these edits, in order. */
export type Edits = [tag: "edits", edits: Edit[]];

/**
 * The run is over.
 *
 * `cut`: a newer event takes its place, or a person said Stop; what it has not reached stays.
 * `failed`: an exception, shown on the page.
 */
export type RunEnded = [tag: "run_ended", run: number, outcome: "done" | "cut" | "stopped" | "failed"];

/** All events up to this number are in the store: the browser may forget them. */
export type Confirmed = [tag: "confirmed", event: number];

/**
 * How the store does, whenever that changes.
 *
 * `late`: what the person did is not saved yet. `away`: nor can be read what was saved before,
 * so the page begins anew until it can.
 */
export type Saving = [tag: "saving", status: "ok" | "late" | "away"];

/** Answer to `Inspect`, for the developer panel. */
export type Inspected = [tag: "inspected", entries: Entry[]];

/** Tell a developer, once per key, that a value is not stored, or could not be read. */
export type Unkept = [tag: "unkept", name: string, problem: string];

/** The script or a module of the app has changed on disk and was not rerun. */
export type Changed = [tag: "changed"];

/**
 * Tell the person, in a sentence, of something that went otherwise than they would expect.
 *
 * `dropped`: something they did was not applied. `aside`: it ended its process twice and is left
 * out. `failed`: a callback, or a script that cannot be compiled, has raised what stands above the
 * page. `stopped`: a run that did not answer was ended. `waiting`: the run waits for a free
 * thread; over when a run starts. `unfound`: the store does not know the session.
 */
export type Notification = [tag: "notification", topic: "dropped" | "aside" | "failed" | "stopped" | "waiting" | "unfound", text: string];

/** Answer to `Ping`, at once, in a batch of its own outside the count. */
export type Pong = [tag: "pong"];

/** The last message was not accepted; the socket closes after this. */
export type Refused = [tag: "refused", reason: string];

/**
 * One value of a session: its key or the id of its widget, what it is, and bytes it takes.
 *
 * `live` is only in the process, `stale` there and older in the store, `unreadable` only in the
 * store; a `problem` says why. `value` is its `repr`, cut, if it was asked for.
 */
export type Entry = [name: string, is_widget: boolean, type: string, size: number, problem: string, status: "stored" | "live" | "stale" | "unreadable", value: string | null];

/** One frame from the server. Number 0 stands outside the count: it is never kept. */
export type Batch = [number: number, messages: ServerMessage[]];

/** The wire form of `error`, `warning`, `info` and `success`. */
export interface Alert {
  kind: "alert";
  body: string;
  severity: "error" | "warning" | "info" | "success";
  icon?: string | null;
  title?: string | null;
  width?: "stretch" | "content" | "auto" | number;
}

/** The wire form of `container`. */
export interface Block {
  kind: "container";
  key?: string | null;
  border?: boolean;
  width?: "stretch" | "content" | "auto" | number;
  height?: "stretch" | "content" | "auto" | number;
  horizontal?: boolean;
  wrap?: boolean;
  horizontal_alignment?: "left" | "center" | "right" | "distribute";
  vertical_alignment?: "top" | "center" | "bottom" | "distribute";
  gap?: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  autoscroll?: boolean;
}

/**
 * The wire form of `button`, a trigger: it has no value.
 *
 * Without `wrap`, the label wraps unless the button stands in a row or a column.
 */
export interface Button {
  kind: "button";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  type?: "primary" | "secondary" | "tertiary";
  icon?: string | null;
  icon_position?: "left" | "right";
  shortcut?: string | null;
  wrap?: boolean | null;
}

/** The wire form of `caption`. */
export interface Caption {
  kind: "caption";
  body: string;
  unsafe_allow_html?: boolean;
  help?: string | null;
  width?: "stretch" | "content" | "auto" | number;
  text_alignment?: "left" | "center" | "right" | "justify";
  wrap?: boolean;
}

/** The wire form of `checkbox`. */
export interface Checkbox {
  kind: "checkbox";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  value?: boolean;
  wrap?: boolean | null;
}

/** The wire form of `code`. */
export interface Code {
  kind: "code";
  body: string;
  language?: string | null;
  line_numbers?: boolean;
  wrap_lines?: boolean;
  height?: "stretch" | "content" | "auto" | number;
  width?: "stretch" | "content" | "auto" | number;
}

/** One column; `weight` is its share of the width, all weights summing to 1. */
export interface Column {
  kind: "column";
  key?: string | null;
  weight: number;
  vertical_alignment?: "top" | "center" | "bottom";
  border?: boolean;
}

/** The wire form of `columns`; its children are `Column`s. */
export interface Columns {
  kind: "columns";
  key?: string | null;
  gap?: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  width?: "stretch" | "content" | "auto" | number;
  wrap?: boolean;
}

/** The wire form of `divider`. */
export interface Divider {
  kind: "divider";
  width?: "stretch" | "content" | "auto" | number;
}

/** The wire form of `empty`. */
export interface Empty {
  kind: "empty";
  key?: string | null;
}

/** The wire form of `exception`. `message` is Markdown if `is_markdown`. */
export interface Failure {
  kind: "exception";
  type: string;
  message?: string;
  is_markdown?: boolean;
  trace?: string[];
  hint?: string | null;
  width?: "stretch" | "content" | "auto" | number;
}

/** The wire form of `title` (level 1), `header` (2) and `subheader` (3). */
export interface Heading {
  kind: "heading";
  body: string;
  level: 1 | 2 | 3;
  anchor?: string | false | null;
  help?: string | null;
  icon?: string | null;
  divider?: string | null;
  width?: "stretch" | "content" | "auto" | number;
  text_alignment?: "left" | "center" | "right" | "justify";
  wrap?: boolean;
}

/** The wire form of `help`: `value` is the object's short form, a signature or a repr. */
export interface Help {
  kind: "help";
  name: string | null;
  type: string;
  value?: string | null;
  doc?: string | null;
  members?: Member[];
  width?: "stretch" | "content" | "auto" | number;
}

/** The wire form of `json`: `body` is JSON text; `expanded` may be a depth. */
export interface Json {
  kind: "json";
  body: string;
  expanded?: boolean | number;
  width?: "stretch" | "content" | "auto" | number;
}

/** The wire form of `markdown`. */
export interface Markdown {
  kind: "markdown";
  body: string;
  unsafe_allow_html?: boolean;
  help?: string | null;
  width?: "stretch" | "content" | "auto" | number;
  text_alignment?: "left" | "center" | "right" | "justify";
  anchors?: boolean;
  wrap?: boolean;
}

/** One public member of the object. */
export interface Member {
  name: string;
  type: string;
  doc?: string | null;
}

/** The wire form of `number_input`. `clearable`: it began empty and may be so again. */
export interface NumberInput {
  kind: "number_input";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  value?: number | null;
  is_integer?: boolean;
  min_value?: number | null;
  max_value?: number | null;
  step?: number;
  format?: string | null;
  placeholder?: string | null;
  required?: boolean;
  icon?: string | null;
  clearable?: boolean;
}

/**
 * The wire form of what is not there yet.
 *
 * The sentence begins with its name; the content is what it would show, as plain text.
 */
export interface Placeholder {
  kind: "placeholder";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  sentence: string;
  content?: string;
  value?: boolean;
}

/**
 * The wire form of `selectbox`.
 *
 * `value` is the chosen option's index and its text, for the options may have changed
 * since the browser saw them; the index is -1 for a text of the person's own.
 * `clearable`: it began without a choice and may be so again.
 */
export interface Selectbox {
  kind: "selectbox";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  options: string[];
  value?: [number, string] | null;
  placeholder?: string | null;
  required?: boolean;
  icon?: string | null;
  clearable?: boolean;
  accept_new_options?: boolean;
  filter_mode?: "fuzzy" | "contains" | "prefix" | null;
}

/**
 * The wire form of `slider`.
 *
 * `value` has one number, or two for a range. Dates, times and datetimes travel as
 * milliseconds (since 1970-01-01 UTC, or since midnight), and so does their step.
 */
export interface Slider {
  kind: "slider";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  value: number[];
  min_value: number;
  max_value: number;
  step: number;
  unit: "int" | "float" | "date" | "time" | "datetime";
  format?: string | null;
}

/** The wire form of `text`. */
export interface Text {
  kind: "text";
  body: string;
  help?: string | null;
  width?: "stretch" | "content" | "auto" | number;
  text_alignment?: "left" | "center" | "right" | "justify";
  wrap?: boolean;
}

/**
 * The wire form of `text_input`.
 *
 * `validate` is a regular expression to be found in the text, in JavaScript's dialect;
 * `live` may be the pause in typing, in milliseconds, after which the text is sent.
 */
export interface TextInput {
  kind: "text_input";
  label: string;
  key?: string | null;
  help?: string | null;
  disabled?: boolean;
  label_visibility?: "visible" | "hidden" | "collapsed";
  width?: "stretch" | "content" | "auto" | number;
  value?: string | null;
  type?: "default" | "password" | "email" | "url" | "phone" | "search";
  max_chars?: number | null;
  placeholder?: string | null;
  autocomplete?: string | null;
  required?: boolean;
  icon?: string | null;
  validate?: string | null;
  validate_message?: string | null;
  live?: boolean | number;
}

export type Props =
  | Alert
  | Block
  | Button
  | Caption
  | Checkbox
  | Code
  | Column
  | Columns
  | Divider
  | Empty
  | Failure
  | Heading
  | Help
  | Json
  | Markdown
  | NumberInput
  | Placeholder
  | Selectbox
  | Slider
  | Text
  | TextInput;

export type Edit = Put | Move | Patch | Cut;

export type ClientMessage = Hello | Event | Seen | Stop | Inspect | Ping;

export type ServerMessage = Welcome | Reset | RunStarted | Edits | RunEnded | Confirmed | Saving | Inspected | Unkept | Changed | Notification | Pong | Refused;

export const PROTOCOL = 3;

export const WIDTHS: Partial<Record<string, string>> = {
  alert: "stretch",
  container: "stretch",
  button: "content",
  caption: "stretch",
  checkbox: "content",
  code: "stretch",
  columns: "stretch",
  divider: "stretch",
  exception: "stretch",
  heading: "stretch",
  help: "stretch",
  json: "stretch",
  markdown: "auto",
  number_input: "stretch",
  placeholder: "stretch",
  selectbox: "stretch",
  slider: "stretch",
  text: "content",
  text_input: "stretch",
};
