// Made by `make generate` from the structs in src/ostinato. Do not edit.

/** Insert a new node into `parent`. An element without a value has null. */
export type Insert = [tag: "insert", id: string, parent: string, after: string, props: Props, value: unknown];

/** Take a node, with all below it, to another place. */
export type Move = [tag: "move", id: string, parent: string, after: string];

/** Replace some fields of a node's props. */
export type Update = [tag: "update", id: string, fields: Record<string, unknown>];

/** Replace the value of a node: the script has set another than the browser shows. */
export type Set = [tag: "set", id: string, value: unknown];

/** Remove nodes, with all below them. */
export type Remove = [tag: "remove", ids: string[]];

/**
 * Open a connection: first message on every socket.
 *
 * `session` is null for a new tab. `seen` is the number of the last batch this tab applied,
 * `next` the number of the first event that it may still send. A tab that was duplicated begins
 * with a copy of the `session` of its twin: `fork`. `query` stands after the "?" of its address,
 * to which the script has added `entry` entries of history; `is_new` if the tab was left with
 * another. `reset` forgets the session and starts a new one.
 */
export type Hello = [tag: "hello", protocol: number, session: string | null, seen: number, next: number, how: "resume" | "fork" | "reset", query: string, entry: number, is_new: boolean];

/**
 * What a person did: new values by widget id, and the id of what they pressed, if anything.
 *
 * The value of what was pressed is among the values if it carries one; else it is true. An event
 * with neither asks for a rerun. Numbers are 1, 2, 3 ... per tab.
 */
export type Event = [tag: "event", number: number, values: Record<string, unknown>, trigger: string | null];

/** All batches up to this number have been applied and need not be kept. */
export type AckBatch = [tag: "ack_batch", batch: number];

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

/**
 * A run begins. The edits after this know of all events up to `applied`.
 *
 * `cause`: a person did something, or loaded the page, the script asked for the run, its file has
 * changed, another session or process gave notice, or a clock.
 */
export type RunStarted = [tag: "run_started", applied: number, cause: "event" | "visit" | "rerun" | "file" | "notice" | "clock"];

/** Apply these edits, in order. */
export type Edits = [tag: "edits", edits: Edit[]];

/**
 * The run is over.
 *
 * `superseded`: a newer event takes its place, or a person said Stop; what it has not reached
 * stays. `failed`: an exception, shown on the page.
 */
export type RunEnded = [tag: "run_ended", outcome: "done" | "superseded" | "stopped" | "failed"];

/** All events up to this number are in the store: the browser may forget them. */
export type AckEvent = [tag: "ack_event", event: number];

/**
 * How the store does, whenever that changes.
 *
 * `late`: what the person did is not saved yet. `away`: the store cannot be read either; the page
 * runs without earlier state until it can.
 */
export type StoreStatus = [tag: "store_status", status: "ok" | "late" | "away"];

/** Answer to `Inspect`, for the developer panel. */
export type Inspected = [tag: "inspected", entries: Entry[]];

/** Tell a developer, once per key, that a value is not stored, or could not be read. */
export type NotStored = [tag: "not_stored", name: string, problem: string];

/** The script or a module of the app has changed on disk and was not rerun. */
export type ScriptChanged = [tag: "script_changed"];

/**
 * Do something that is no place on the page, once: no reconnect and no new tree repeats it.
 *
 * One with the `id` of an earlier one takes its place.
 */
export type Effect = [tag: "effect", id: string, props: Props];

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
  icon: string | null;
  title: string | null;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `balloons`, an effect. */
export interface Balloons {
  kind: "balloons";
}

/** The wire form of `container`. */
export interface Box {
  kind: "container";
  key: string | null;
  border: boolean;
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  horizontal: boolean;
  wrap: boolean;
  horizontal_alignment: "left" | "center" | "right" | "distribute";
  vertical_alignment: "top" | "center" | "bottom" | "distribute";
  gap: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  autoscroll: boolean;
}

/**
 * The wire form of `button`, which is pressed.
 *
 * Without `wrap`, the label wraps unless the button stands in a row or a column.
 */
export interface Button {
  kind: "button";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  type: "primary" | "secondary" | "tertiary";
  icon: string | null;
  icon_position: "left" | "right";
  shortcut: string | null;
  wrap: boolean | null;
}

/** The wire form of `caption`. */
export interface Caption {
  kind: "caption";
  body: string;
  unsafe_allow_html: boolean;
  help: string | null;
  width: "stretch" | "content" | "auto" | number;
  text_alignment: "left" | "center" | "right" | "justify";
  wrap: boolean;
}

/** The wire form of `checkbox`. */
export interface Checkbox {
  kind: "checkbox";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  wrap: boolean | null;
}

/** The wire form of `code`. */
export interface Code {
  kind: "code";
  body: string;
  language: string | null;
  line_numbers: boolean;
  wrap_lines: boolean;
  height: "stretch" | "content" | "auto" | number;
  width: "stretch" | "content" | "auto" | number;
}

/** One column; `weight` is its share of the width, all weights summing to 1. */
export interface Column {
  kind: "column";
  key: string | null;
  weight: number;
  vertical_alignment: "top" | "center" | "bottom";
  border: boolean;
}

/** The wire form of `columns`; its children are `Column`s. */
export interface Columns {
  kind: "columns";
  key: string | null;
  gap: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  width: "stretch" | "content" | "auto" | number;
  wrap: boolean;
}

/** The wire form of `divider`. */
export interface Divider {
  kind: "divider";
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `empty`. */
export interface Empty {
  kind: "empty";
  key: string | null;
}

/**
 * The wire form of `expander`.
 *
 * Its value is whether it is open; without one the browser alone knows, and begins as `expanded`.
 */
export interface Expander {
  kind: "expander";
  key: string | null;
  label: string;
  expanded: boolean;
  icon: string | null;
  type: "default" | "compact" | "step";
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `exception`. `message` is Markdown if `is_markdown`. */
export interface Failure {
  kind: "exception";
  type: string;
  message: string;
  is_markdown: boolean;
  trace: string[];
  hint: string | null;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `title` (level 1), `header` (2) and `subheader` (3). */
export interface Heading {
  kind: "heading";
  body: string;
  level: 1 | 2 | 3;
  anchor: string | false | null;
  help: string | null;
  icon: string | null;
  divider: string | null;
  width: "stretch" | "content" | "auto" | number;
  text_alignment: "left" | "center" | "right" | "justify";
  wrap: boolean;
}

/** The wire form of `help`: `name` is how the script calls it, `value` its signature or repr. */
export interface Help {
  kind: "help";
  name: string | null;
  type: string;
  value: string | null;
  doc: string | null;
  members: Member[];
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `html`. */
export interface Html {
  kind: "html";
  body: string;
  width: "stretch" | "content" | "auto" | number;
  unsafe_allow_javascript: boolean;
}

/** The wire form of `iframe`: an address, or HTML. */
export interface Iframe {
  kind: "iframe";
  src: string | null;
  html: string | null;
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  tab_index: number | null;
  alt: string | null;
}

/** The wire form of `json`: `body` is JSON text; `expanded` may be a depth. */
export interface Json {
  kind: "json";
  body: string;
  expanded: boolean | number;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `latex`: what would stand between two `$$`. */
export interface Latex {
  kind: "latex";
  body: string;
  help: string | null;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `markdown`. */
export interface Markdown {
  kind: "markdown";
  body: string;
  unsafe_allow_html: boolean;
  help: string | null;
  width: "stretch" | "content" | "auto" | number;
  text_alignment: "left" | "center" | "right" | "justify";
  anchors: boolean;
  wrap: boolean;
}

/** One public member of the object. */
export interface Member {
  name: string;
  type: string;
  doc?: string | null;
}

/** The wire form of `menu_button`; a press carries the option's index and its text. */
export interface MenuButton {
  kind: "menu_button";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  options: string[];
  type: "primary" | "secondary" | "tertiary";
  icon: string | null;
  wrap: boolean | null;
}

/** The wire form of `number_input`. `clearable`: it began empty and may be so again. */
export interface NumberInput {
  kind: "number_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  is_integer: boolean;
  min_value: number | null;
  max_value: number | null;
  step: number;
  format: string | null;
  placeholder: string | null;
  required: boolean;
  icon: string | null;
  clearable: boolean;
}

/**
 * The page itself: the props of the root `main`, which is never inserted, only updated.
 *
 * `menu` has what `menu_items` says: the text of "About", and addresses, which are null where the
 * entry is to be hidden. `sidebar` may be its first width in pixels.
 */
export interface Page {
  kind: "page";
  title: string | null;
  icon: string | null;
  layout: "centered" | "wide";
  sidebar: "auto" | "expanded" | "collapsed" | "locked" | number;
  menu: Record<string, string | null> | null;
}

/**
 * The wire form of what is not there yet.
 *
 * The sentence begins with its name; the content is what it would show, as plain text.
 */
export interface Placeholder {
  kind: "placeholder";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  sentence: string;
  content: string;
}

/**
 * The wire form of `popover`.
 *
 * Its value is whether it is open; without one the browser alone knows.
 */
export interface Popover {
  kind: "popover";
  key: string | null;
  label: string;
  help: string | null;
  disabled: boolean;
  type: "primary" | "secondary" | "tertiary";
  icon: string | null;
  width: "stretch" | "content" | "auto" | number;
  wrap: boolean | null;
}

/**
 * The wire form of `radio`.
 *
 * Its value is the chosen option's index and its text, or null.
 */
export interface Radio {
  kind: "radio";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  options: string[];
  captions: string[];
  horizontal: boolean;
}

/**
 * The wire form of `selectbox`.
 *
 * Its value is the chosen option's index and its text, or null. `clearable`: it began without a
 * choice and may be so again.
 */
export interface Selectbox {
  kind: "selectbox";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  options: string[];
  placeholder: string | null;
  required: boolean;
  icon: string | null;
  clearable: boolean;
  accept_new_options: boolean;
  filter_mode: "fuzzy" | "contains" | "prefix" | null;
}

/**
 * The wire form of `slider`.
 *
 * Its value has one number, or two for a range. Dates, times and datetimes travel as
 * milliseconds (since 1970-01-01 UTC, or since midnight), and so does their step.
 */
export interface Slider {
  kind: "slider";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  min_value: number;
  max_value: number;
  step: number;
  unit: "int" | "float" | "date" | "time" | "datetime";
  format: string | null;
}

/** The wire form of `snow`, an effect. */
export interface Snow {
  kind: "snow";
}

/** The wire form of `spinner`; it is on the page for a while only. */
export interface Spinner {
  kind: "spinner";
  text: string;
  show_time: boolean;
  width: "stretch" | "content" | "auto" | number;
}

/** What one tab shows while it is open. */
export interface Tab {
  kind: "tab";
  key: string | null;
  label: string;
}

/**
 * The wire form of `tabs`; its children are `Tab`s, one for each label.
 *
 * Its value is the label of the open one; without one the browser alone knows, and begins with
 * `default`, or the first.
 */
export interface Tabs {
  kind: "tabs";
  key: string | null;
  labels: string[];
  default: string | null;
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
}

/** The wire form of `text`. */
export interface Text {
  kind: "text";
  body: string;
  help: string | null;
  width: "stretch" | "content" | "auto" | number;
  text_alignment: "left" | "center" | "right" | "justify";
  wrap: boolean;
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
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  type: "default" | "password" | "email" | "url" | "phone" | "search";
  max_chars: number | null;
  placeholder: string | null;
  autocomplete: string | null;
  required: boolean;
  icon: string | null;
  validate: string | null;
  validate_message: string | null;
  live: boolean | number;
}

/** The wire form of `toast`, an effect that stays for `duration` seconds, or until closed. */
export interface Toast {
  kind: "toast";
  body: string;
  icon: string | null;
  duration: number | null;
}

/** The wire form of `toggle`. */
export interface Toggle {
  kind: "toggle";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  wrap: boolean | null;
}

export type Props =
  | Alert
  | Balloons
  | Box
  | Button
  | Caption
  | Checkbox
  | Code
  | Column
  | Columns
  | Divider
  | Empty
  | Expander
  | Failure
  | Heading
  | Help
  | Html
  | Iframe
  | Json
  | Latex
  | Markdown
  | MenuButton
  | NumberInput
  | Page
  | Placeholder
  | Popover
  | Radio
  | Selectbox
  | Slider
  | Snow
  | Spinner
  | Tab
  | Tabs
  | Text
  | TextInput
  | Toast
  | Toggle;

export type Edit = Insert | Move | Update | Set | Remove;

export type ClientMessage = Hello | Event | AckBatch | Stop | Inspect | Ping;

export type ServerMessage = Welcome | Reset | RunStarted | Edits | RunEnded | AckEvent | StoreStatus | Inspected | NotStored | ScriptChanged | Effect | Notification | Pong | Refused;

export const PROTOCOL = 4;

export const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  alert: { icon: null, title: null, width: "stretch" },
  balloons: {},
  container: { key: null, border: false, width: "stretch", height: "content", horizontal: false, wrap: true, horizontal_alignment: "left", vertical_alignment: "top", gap: "small", autoscroll: false },
  button: { key: null, help: null, disabled: false, label_visibility: "visible", width: "content", type: "secondary", icon: null, icon_position: "left", shortcut: null, wrap: null },
  caption: { unsafe_allow_html: false, help: null, width: "stretch", text_alignment: "left", wrap: true },
  checkbox: { key: null, help: null, disabled: false, label_visibility: "visible", width: "content", wrap: null },
  code: { language: null, line_numbers: false, wrap_lines: false, height: "content", width: "stretch" },
  column: { key: null, vertical_alignment: "top", border: false },
  columns: { key: null, gap: "small", width: "stretch", wrap: true },
  divider: { width: "stretch" },
  empty: { key: null },
  expander: { key: null, expanded: false, icon: null, type: "default", width: "stretch" },
  exception: { message: "", is_markdown: false, trace: [], hint: null, width: "stretch" },
  heading: { anchor: null, help: null, icon: null, divider: null, width: "stretch", text_alignment: "left", wrap: true },
  help: { value: null, doc: null, members: [], width: "stretch" },
  html: { width: "stretch", unsafe_allow_javascript: false },
  iframe: { src: null, html: null, width: "stretch", height: "content", tab_index: null, alt: null },
  json: { expanded: true, width: "stretch" },
  latex: { help: null, width: "stretch" },
  markdown: { unsafe_allow_html: false, help: null, width: "auto", text_alignment: "left", anchors: true, wrap: true },
  menu_button: { key: null, help: null, disabled: false, label_visibility: "visible", width: "content", type: "secondary", icon: null, wrap: null },
  number_input: { key: null, help: null, disabled: false, label_visibility: "visible", width: "stretch", is_integer: false, min_value: null, max_value: null, step: 0.01, format: null, placeholder: null, required: false, icon: null, clearable: false },
  page: { title: null, icon: null, layout: "centered", sidebar: "auto", menu: null },
  placeholder: { key: null, help: null, disabled: false, label_visibility: "visible", width: "stretch", content: "" },
  popover: { key: null, help: null, disabled: false, type: "secondary", icon: null, width: "content", wrap: null },
  radio: { key: null, help: null, disabled: false, label_visibility: "visible", width: "content", captions: [], horizontal: false },
  selectbox: { key: null, help: null, disabled: false, label_visibility: "visible", width: "stretch", placeholder: null, required: false, icon: null, clearable: false, accept_new_options: false, filter_mode: "fuzzy" },
  slider: { key: null, help: null, disabled: false, label_visibility: "visible", width: "stretch", format: null },
  snow: {},
  spinner: { show_time: false, width: "content" },
  tab: { key: null },
  tabs: { key: null, default: null, width: "stretch", height: "content" },
  text: { help: null, width: "content", text_alignment: "left", wrap: true },
  text_input: { key: null, help: null, disabled: false, label_visibility: "visible", width: "stretch", type: "default", max_chars: null, placeholder: null, autocomplete: null, required: false, icon: null, validate: null, validate_message: null, live: false },
  toast: { icon: null, duration: 4.0 },
  toggle: { key: null, help: null, disabled: false, label_visibility: "visible", width: "content", wrap: null },
};
