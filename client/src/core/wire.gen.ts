// Made by `make generate` from the structs in src/ostinato. Do not edit.

/** Insert a new node into `parent`. An element without a value has null. */
export type Insert = [tag: "insert", id: string, parent: string, after: string, props: Props, value: unknown];

/** Take a node, with all below it, to another place. */
export type Move = [tag: "move", id: string, parent: string, after: string];

/** Replace some fields of a node's props. */
export type Update = [tag: "update", id: string, fields: Record<string, unknown>];

/** Add text to the end of a field of a node's props. */
export type Append = [tag: "append", id: string, field: string, text: string];

/** Replace the value of a node: the script has set another than the browser shows. */
export type Set = [tag: "set", id: string, value: unknown];

/** Replace the value of a node, as its form was cleared; what was entered since stays. */
export type Clear = [tag: "clear", id: string, value: unknown];

/** Remove nodes, with all below them. */
export type Remove = [tag: "remove", ids: string[]];

/** Load what shows a kind of element: one is on its way, and takes its time to be made. */
export type Announce = [tag: "announce", kind: string];

/**
 * Open a connection: first message on every socket.
 *
 * `session` is null for a new tab. `seen` is the number of the last batch this tab applied,
 * `next` the number of the first event that it may still send. A tab that was duplicated begins
 * with a copy of the `session` of its twin: `fork`. `query` stands after the "?" of its address,
 * to which the script has added `entry` entries of history, and `path` between that of the app and
 * the "?"; `is_new` if the tab was left with another. `reset` forgets the session and starts a new
 * one.
 */
export type Hello = [tag: "hello", protocol: number, session: string | null, seen: number, next: number, how: "resume" | "fork" | "reset", query: string, entry: number, is_new: boolean, path: string];

/**
 * What a person did: new values by widget id, and the id of what they pressed, if anything.
 *
 * The value of what was pressed is among the values if it carries one; else it is true. The page
 * itself, `main`, is pressed to go to another page, and its value is the address. An event
 * with neither asks for a rerun. Numbers are 1, 2, 3 ... per tab.
 */
export type Event = [tag: "event", number: number, values: Record<string, unknown>, trigger: string | null];

/** All batches up to this number have been applied and need not be kept. */
export type AckBatch = [tag: "ack_batch", batch: number];

/** End the run that is going on. */
export type Stop = [tag: "stop"];

/** Ask what the session keeps; answered to developers, with the values of those `shown`. */
export type Inspect = [tag: "inspect", shown: string[]];

/** Tell what has changed since the connection was opened: as its address has it after "?". */
export type Facts = [tag: "facts", text: string];

/** Say whether the page can be seen: what runs on a clock rests while it cannot. */
export type Seen = [tag: "seen", is_seen: boolean];

/**
 * Have the file made that a press of a button asks for, whose event of this number comes next.
 *
 * It is asked again after every reconnect, until the file came, and is made once in a process.
 */
export type Make = [tag: "make", id: string, press: number];

/** Ask for a sign of life; sent only while something waits. */
export type Ping = [tag: "ping"];

/**
 * Answer to `Hello`. Unless `resumed`, the browser forgets its tree and batch number.
 *
 * `applied` is the number of the last event that is part of the session, `received` that of the
 * last one that came. `lasts` says whether the next load of the page goes on with the session,
 * `is_asked` whether the page is asked what comes of a script that is saved (see `ScriptChanged`),
 * `limit` is the size in bytes of the largest message that the server takes, `theme` the name of
 * the style sheet, if the app has a theme.
 */
export type Welcome = [tag: "welcome", session: string, resumed: boolean, applied: number, received: number, lasts: boolean, is_developer: boolean, is_asked: boolean, limit: number, title: string, version: string, theme: string];

/** The app has another theme: the name of its style sheet, as in `Welcome`; "" for none. */
export type Themed = [tag: "themed", theme: string];

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

/** Answer to `Inspect`, for the developer panel: the values, and the last runs, newest first. */
export type Inspected = [tag: "inspected", entries: Entry[], runs: RunReport[], caches: CacheSize[]];

/** Tell a developer, once per key, that a value is not stored, or could not be read. */
export type NotStored = [tag: "not_stored", name: string, problem: string];

/** The script or a module has changed on disk: a developer is asked whether to rerun. */
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
 * thread; over when a run starts. `unfound`: the store does not know the session. `no_page`: the
 * app has no page where they went.
 */
export type Notification = [tag: "notification", topic: "dropped" | "aside" | "failed" | "stopped" | "waiting" | "unfound" | "no_page", text: string];

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

/** How many seconds a part of a run took: it waits, applies events, runs, makes bytes. */
export type Duration = [kind: "waiting" | "callbacks" | "script" | "saving", seconds: number];

/** How many calls of a cached function found their answer in a run, and how many did not. */
export type CacheUse = [name: string, hits: number, misses: number];

/**
 * What one run did, and why.
 *
 * `used` are the labels of what a person used, `parts` what ran if it was not the whole page.
 * `edits` of its `elements` were sent, as these `bytes`; the rest is as it was. `read` and
 * `written` are keys of session state, `dropped` what a person used and it could not apply.
 */
export type RunReport = [number: number, cause: "event" | "visit" | "rerun" | "file" | "notice" | "clock", used: string[], parts: string[], outcome: "done" | "superseded" | "stopped" | "failed", durations: Duration[], elements: number, edits: number, bytes: number, read: string[], written: string[], caches: CacheUse[], dropped: string[]];

/** What the results of one cached function take in the memory of this process. */
export type CacheSize = [name: string, kind: "data" | "resource", count: number, size: number];

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

/** The wire form of `altair_chart`. */
export interface AltairChart {
  kind: "altair_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  spec: Record<string, unknown>;
  frames: Record<string, Frame>;
  params: string[];
}

/** The wire form of `area_chart`. */
export interface AreaChart {
  kind: "area_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  x: PlotAxis;
  y: PlotAxis;
  series: PlotSeries[];
  points: Frame;
  frame: Frame;
  question: string | null;
  shade: string | null;
  left_out: string | null;
  stack: "zero" | "normalize" | "center" | "side" | "over";
}

/** The wire form of `audio`; without a source there is nothing to play. */
export interface Audio {
  kind: "audio";
  src: string;
  start_time: number;
  end_time: number | null;
  loop: boolean;
  autoplay: boolean;
  alt: string | null;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `audio_input`. Its value has the recording. */
export interface AudioInput {
  kind: "audio_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  limit: number;
  permit: string;
  sample_rate: number | null;
}

/** The wire form of `badge`; its body is Markdown that draws one. */
export interface Badge {
  kind: "badge";
  body: string;
  help: string | null;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `balloons`, an effect. */
export interface Balloons {
  kind: "balloons";
}

/** The wire form of `bar_chart`. */
export interface BarChart {
  kind: "bar_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  x: PlotAxis;
  y: PlotAxis;
  series: PlotSeries[];
  points: Frame;
  frame: Frame;
  question: string | null;
  shade: string | null;
  left_out: string | null;
  stack: "zero" | "normalize" | "center" | "side" | "over";
  horizontal: boolean;
}

/**
 * Columns that lie together in the bytes of a frame.
 *
 * `columns` are the numbers of the first of them and of the one after the last. From `start` on
 * lie the `head` bytes of its schema and dictionaries, then its tiles, one after the other, each
 * of `rows` rows but for the last; `tiles` has how many bytes each has.
 */
export interface Block {
  columns: [number, number];
  start: number;
  head: number;
  rows: number;
  tiles: number[];
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
  autoscroll: boolean | null;
}

/** The wire form of `button`, which is pressed. */
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

/**
 * The wire form of `pills` and `segmented_control`.
 *
 * Its value is the chosen option's index and its text, or null; a list of them in multi mode.
 */
export interface ButtonGroup {
  kind: "button_group";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  variant: "pills" | "segmented_control";
  options: string[];
  selection_mode: "single" | "multi";
  required: boolean;
  wrap: boolean | null;
}

/** The wire form of `camera_input`. Its value has the photo. */
export interface CameraInput {
  kind: "camera_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  limit: number;
  permit: string;
  resolution: "480p" | "720p" | "1080p" | null;
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

/** An effect: the script has written text into the field of a `chat_input`, to be edited. */
export interface ChatDraft {
  kind: "chat_draft";
  input: string;
  text: string;
}

/**
 * The wire form of `chat_input`: a press that carries a text. Its label is the placeholder.
 *
 * If it takes files or sound, the press carries all three.
 */
export interface ChatInput {
  kind: "chat_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  max_chars: number | null;
  submit_mode: "submit" | "disable" | "stop";
  height: "stretch" | "content" | "auto" | number;
  accept_file: "none" | "one" | "multiple" | "directory";
  types: string[];
  accept_audio: boolean;
  sample_rate: number | null;
  limit: number;
  permit: string;
}

/**
 * The wire form of `chat_message`.
 *
 * The avatar is "user", "assistant", an icon, or the address of a picture; without one it is the
 * first letter of the name.
 */
export interface ChatMessage {
  kind: "chat_message";
  key: string | null;
  name: string;
  avatar: string | null;
  width: "stretch" | "content" | "auto" | number;
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

/** The wire form of `color_picker`. */
export interface ColorPicker {
  kind: "color_picker";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
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

/** One of the values that a cell may have; `label` is what stands for it, if it is another. */
export interface ColumnOption {
  value: string | number | boolean;
  label?: string | null;
}

/**
 * How a column is shown: what the script has said of it, and null where it has not.
 *
 * Dates and times are in ISO 8601, steps in seconds (of dates, in days). `default` is a plain
 * value. `color` is a color of the palette, one of CSS, "auto", "auto-inverse", or one for each
 * option. `press` is the id of the node that a click in a cell presses.
 */
export interface ColumnOptions {
  type?: "text" | "number" | "checkbox" | "selectbox" | "multiselect" | "list" | "date" | "datetime" | "time" | "link" | "image" | "audio" | "video" | "json" | "markdown" | "progress" | "line_chart" | "area_chart" | "bar_chart" | "button" | null;
  label?: string | null;
  width?: "small" | "medium" | "large" | number | null;
  help?: string | null;
  hidden?: boolean;
  disabled?: boolean | null;
  required?: boolean | null;
  pinned?: boolean | null;
  alignment?: "left" | "center" | "right" | null;
  default?: unknown;
  format?: string | null;
  min_value?: string | number | null;
  max_value?: string | number | null;
  step?: number | null;
  timezone?: string | null;
  max_chars?: number | null;
  validate?: string | null;
  display_text?: string | null;
  options?: ColumnOption[] | null;
  accept_new_options?: boolean;
  color?: string | string[] | null;
  y_min?: number | null;
  y_max?: number | null;
  button?: "primary" | "secondary" | "tertiary" | null;
  press?: string | null;
}

/** The wire form of `columns`; its children are `Column`s. */
export interface Columns {
  kind: "columns";
  key: string | null;
  gap: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  width: "stretch" | "content" | "auto" | number;
  wrap: boolean;
}

/** Bytes: few of them are here, and more in a file. */
export interface ComponentBytes {
  data?: Uint8Array | null;
  file?: string | null;
}

/**
 * The wire form of a call of a custom component.
 *
 * `name` is its own, after that of the module that has declared it, and `src` the address of its
 * page. `args` are its arguments as JSON, without `blobs` and `tables`. `shown` are files of the
 * app whose addresses stand in `args`.
 * If `is_isolated`, the frame has an origin of its own.
 *
 * Its value is text: `json:` and JSON, `bytes:` and base64, or `dataframe:` and a table as JSON,
 * its three streams in base64.
 */
export interface ComponentInstance {
  kind: "component_instance";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  name: string;
  src: string;
  args: string;
  shown: string[] | null;
  blobs: Record<string, ComponentBytes> | null;
  tables: Record<string, ComponentTable> | null;
  tab_index: number | null;
  is_isolated: boolean;
}

/** A table, in three streams of Arrow: its cells, and the names of its rows and columns. */
export interface ComponentTable {
  data: ComponentBytes;
  index: ComponentBytes;
  columns: ComponentBytes;
}

/**
 * The wire form of a component: its `label` is its name, `press` the id of its triggers.
 *
 * `data` are the data in MessagePack, and `tables` those of Arrow among them.
 */
export interface ComponentV2 {
  kind: "component_v2";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  html: string;
  css: string;
  sheet: string | null;
  script: string | null;
  isolates: boolean;
  data: ComponentBytes | null;
  tables: ComponentBytes[];
  height: "stretch" | "content" | "auto" | number;
  press: string;
}

/**
 * The wire form of `data_editor`.
 *
 * A column that cannot be edited is disabled in its options. `mark` tells its data from others.
 * Its value has the `mark` of the data that it is of, and lists: `cells` that were set, each with
 * its row, column and value; `added` rows, each with a key and pairs of column and value, and the
 * numbers of `deleted` rows.
 */
export interface DataEditor {
  kind: "data_editor";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  frame: Frame;
  height: "stretch" | "content" | "auto" | number;
  order: number[] | null;
  hide_index: boolean;
  row_height: number | null;
  placeholder: string | null;
  can_export: boolean;
  alt: string | null;
  mark: string;
  num_rows: "fixed" | "dynamic" | "add" | "delete";
}

/**
 * The wire form of `dataframe`.
 *
 * `order` are the numbers of the columns to show, beside those of the index. `can_export` is false
 * if nothing is to be copied or downloaded. `selects` says what can be selected; null if the
 * script does not ask. Its value has lists: `rows` by their numbers, `columns` by their names, and
 * `cells` as pairs of both.
 */
export interface Dataframe {
  kind: "dataframe";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  frame: Frame;
  height: "stretch" | "content" | "auto" | number;
  order: number[] | null;
  hide_index: boolean;
  row_height: number | null;
  placeholder: string | null;
  can_export: boolean;
  alt: string | null;
  selects: ("multi-row" | "single-row" | "single-row-required" | "multi-column" | "single-column" | "multi-cell" | "single-cell")[] | null;
}

/**
 * The wire form of `date_input`.
 *
 * Its value has one number, or two for a range, or fewer while it is empty or half chosen: days
 * as milliseconds since 1970-01-01 UTC, and so are its bounds. `clearable`: it may be emptied.
 */
export interface DateInput {
  kind: "date_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  min_value: number;
  max_value: number;
  is_range: boolean;
  format: string;
  required: boolean;
  clearable: boolean;
}

/**
 * The wire form of `datetime_input`.
 *
 * Its value has one number, or none while it is empty: milliseconds since 1970-01-01 UTC, as if
 * its clock were there, and so are its bounds. `step` is in seconds. `clearable`: it may be
 * emptied.
 */
export interface DatetimeInput {
  kind: "datetime_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  min_value: number;
  max_value: number;
  format: string;
  step: number;
  required: boolean;
  clearable: boolean;
}

/**
 * The wire form of `login` and `logout`, an effect: the browser goes to another address.
 *
 * `path` is seen from the app's own; where the page is now is added to it as `at`.
 */
export interface Departure {
  kind: "departure";
  path: string;
}

/** The wire form of `dialog`. Its value is whether it is open. */
export interface Dialog {
  kind: "dialog";
  key: string | null;
  label: string;
  width: "small" | "medium" | "large";
  position: "center" | "left" | "right";
  dismissible: boolean;
  icon: string | null;
}

/** The wire form of `divider`. */
export interface Divider {
  kind: "divider";
  width: "stretch" | "content" | "auto" | number;
}

/**
 * The wire form of a file that was made: an effect, in place of the one that waits for it.
 *
 * `press` is the number of the press of a `button` that asked for it. Either there is an `url`,
 * or a `problem` that kept it from being made. What is `unstored` is in the memory of one process,
 * as the store is away: any other knows nothing of it yet, and who is told so asks again.
 */
export interface Download {
  kind: "download";
  button: string;
  press: number;
  url: string;
  problem: string;
  unstored: boolean;
}

/**
 * The wire form of `download_button`; without an `url` the file is made when it is pressed.
 *
 * Nobody has to hear of a press that `is_silent`.
 */
export interface DownloadButton {
  kind: "download_button";
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
  url: string;
  is_made: boolean;
  is_silent: boolean;
}

/**
 * The wire form of `echarts_chart`.
 *
 * `spec` is the option object as JSON; the sources of its datasets are in `tables`. Its value has
 * two lists: `selected`, by series, and `areas`.
 */
export interface EchartsChart {
  kind: "echarts_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  spec: string;
  tables: EchartsTable[];
  renderer: "canvas" | "svg";
}

/** The source of a dataset, which lies at a path in the option object. */
export interface EchartsTable {
  path: (string | number)[];
  frame: Frame;
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

/** The wire form of `feedback`; its value is a number from 0 on, or null. */
export interface Feedback {
  kind: "feedback";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  options: "thumbs" | "faces" | "stars";
}

/** The wire form of `file_uploader`. Its value has the files; the permit lets them be sent. */
export interface FileUploader {
  kind: "file_uploader";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  limit: number;
  permit: string;
  types: string[];
  multiple: boolean;
  directory: boolean;
}

/** The wire form of `form`. */
export interface Form {
  kind: "form";
  key: string;
  clear_on_submit: boolean;
  enter_to_submit: boolean;
  border: boolean;
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
}

/** The wire form of `form_submit_button`, which is pressed with all that has changed. */
export interface FormSubmitButton {
  kind: "form_submit_button";
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

/** The wire form of `fragment`. One that `ticks` is to know whether anybody sees it. */
export interface Fragment {
  kind: "fragment";
  key: string | null;
  ticks: boolean;
}

/**
 * A table.
 *
 * Its bytes are in `data` if they are few, else in the file at `file`, of `size` bytes: there the
 * blocks are followed by what the server needs to read it. `of` is how many rows the table has of
 * which these are the first, if it was too long, and -1 if nobody knows. `first` are the head and
 * one batch, of the first `first_rows` rows of the first block, to show before anything is
 * fetched.
 */
export interface Frame {
  rows: number;
  columns: FrameColumn[];
  blocks: Block[];
  data?: Uint8Array | null;
  file?: string | null;
  size?: number;
  first?: Uint8Array | null;
  first_rows?: number;
  looks?: Look[] | null;
  of?: number | null;
}

/**
 * One column.
 *
 * The field of Arrow that holds its cells is called by its number among all columns of the frame:
 * "7". If `has_texts`, the field "7t" has the texts that stand for some of the cells, as a Styler
 * says, and null for others; if `has_looks`, "7l" has for each cell a number: 0, or the place of
 * its look in `looks` of the frame, counted from 1.
 *
 * `groups` are the headers above its name, outermost first. `zone` is the time zone in which its
 * moments are shown, null for those that have none.
 */
export interface FrameColumn {
  name: string;
  kind: "empty" | "boolean" | "integer" | "number" | "decimal" | "text" | "bytes" | "date" | "time" | "datetime" | "duration" | "period" | "category" | "list" | "struct" | "mixed";
  is_index?: boolean;
  groups?: string[] | null;
  zone?: string | null;
  has_texts?: boolean;
  has_looks?: boolean;
  options?: ColumnOptions | null;
}

/**
 * The wire form of `graphviz_chart`.
 *
 * `can_export` is false if its data is not to be copied or downloaded.
 */
export interface GraphvizChart {
  kind: "graphviz_chart";
  source: string;
  engine: "dot" | "neato" | "fdp" | "sfdp" | "circo" | "twopi" | "osage" | "patchwork";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  can_export: boolean;
}

/** The wire form of `grid`: `columns` is the most that stand side by side. */
export interface Grid {
  kind: "grid";
  key: string | null;
  columns: "auto" | number;
  min_column_width: "auto" | number;
  wrap: boolean;
  row_gap: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  column_gap: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | number | null;
  vertical_alignment: "top" | "center" | "bottom";
  border: boolean;
  row_height: "content" | number;
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  dense: boolean;
}

/** A container in a grid, that may be larger than one of its cells. */
export interface GridCell {
  kind: "grid_cell";
  key: string | null;
  column_span: "all" | number;
  row_span: number;
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
  scrolling: boolean;
}

/**
 * The wire form of `image`: lists with an entry for each picture, or with none at all.
 *
 * The sizes are those that pictures say they have, null for those of which nobody knows. `pixels`
 * is the width of each, if the script says it.
 */
export interface Image {
  kind: "image";
  sources: string[];
  width: "content" | "stretch";
  sizes: ([number, number] | null)[];
  captions: string[];
  alts: (string | null)[];
  pixels: number | null;
  link: string | null;
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

/** The data of the layer at a place: rows as a frame, as JSON, or as JSON in a file. */
export interface LayerData {
  place: number;
  frame?: Frame | null;
  json?: string | null;
  file?: string | null;
}

/** The wire form of `line_chart`. */
export interface LineChart {
  kind: "line_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  x: PlotAxis;
  y: PlotAxis;
  series: PlotSeries[];
  points: Frame;
  frame: Frame;
  question: string | null;
  shade: string | null;
  left_out: string | null;
}

/** The wire form of `link_button`; it is pressed, too, unless it `is_silent`. */
export interface LinkButton {
  kind: "link_button";
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
  url: string;
  is_silent: boolean;
}

/** What stands in the corner of the page: pictures by their address, or icons by name. */
export interface Logo {
  image: string;
  size?: "small" | "medium" | "large";
  link?: string | null;
  icon_image?: string | null;
}

/** How a cell is drawn, in words of CSS. */
export interface Look {
  color?: string | null;
  background?: string | null;
  weight?: string | null;
  style?: string | null;
  decoration?: string | null;
}

/**
 * The wire form of `map`.
 *
 * `points` has a row for each point: latitude, longitude, its size in metres if `has_sizes`, and
 * its color if `has_colors`: a number with red in the lowest byte and alpha in the highest, 0 for
 * the usual one, 2 for the first of those that the theme has. `size` and `color` are those of all
 * points. `data` is the table that the script has passed. `styles` are the addresses of the base
 * maps in light and dark; empty for none.
 */
export interface Map {
  kind: "map";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  points: Frame;
  data: Frame;
  has_sizes: boolean;
  has_colors: boolean;
  size: number | null;
  color: number | null;
  zoom: number | null;
  styles: [string, string];
}

/** The wire form of `markdown`; a `cursor` stands behind a text that is being written. */
export interface Markdown {
  kind: "markdown";
  body: string;
  unsafe_allow_html: boolean;
  help: string | null;
  width: "stretch" | "content" | "auto" | number;
  text_alignment: "left" | "center" | "right" | "justify";
  anchors: boolean;
  wrap: boolean;
  cursor: string;
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

/**
 * The wire form of `mermaid_chart`.
 *
 * `can_export` is false if its text is not to be copied.
 */
export interface MermaidChart {
  kind: "mermaid_chart";
  body: string;
  width: "stretch" | "content" | "auto" | number;
  alt: string | null;
  can_export: boolean;
}

/** The wire form of `metric`: `chart_data` has null where there is no value. */
export interface Metric {
  kind: "metric";
  label: string;
  value: string;
  delta: string;
  color: string;
  arrow: "up" | "down" | null;
  help: string | null;
  icon: string | null;
  label_visibility: "visible" | "hidden" | "collapsed";
  border: boolean;
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  chart_data: (number | null)[];
  chart_type: "line" | "bar" | "area";
  format: string | null;
  delta_description: string | null;
}

/**
 * The wire form of `multiselect`.
 *
 * Its value is a list of the chosen options' indexes and texts. `select_all` is the greatest
 * number of options that can be chosen at once.
 */
export interface Multiselect {
  kind: "multiselect";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  options: string[];
  max_selections: number | null;
  placeholder: string | null;
  accept_new_options: boolean;
  filter_mode: "fuzzy" | "contains" | "prefix" | null;
  select_all: boolean | number;
  wrap: boolean | null;
}

/**
 * The menu of the app's pages.
 *
 * `expanded` says how many of them a long menu shows at first; true for all.
 */
export interface Navigation {
  links: NavigationLink[];
  position?: "sidebar" | "top";
  expanded?: boolean | number;
}

/** A page in the menu: `url` is its path, or all of its address if it is no page of the app. */
export interface NavigationLink {
  title: string;
  url: string;
  icon?: string;
  section?: string;
  is_external?: boolean;
  help?: string | null;
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
 * entry is to be hidden. `sidebar` may be its first width in pixels. `own_title` and `own_icon`
 * are those of the page of the app that is shown, for where there are no others. `likely` has the
 * kinds of large elements that the script names: the browser loads them while it is idle.
 */
export interface Page {
  kind: "page";
  title: string | null;
  icon: string | null;
  layout: "centered" | "wide";
  sidebar: "auto" | "expanded" | "collapsed" | "locked" | number;
  menu: Record<string, string | null> | null;
  logo: Logo | null;
  navigation: Navigation | null;
  own_title: string | null;
  own_icon: string | null;
  likely: string[];
}

/** The wire form of `page_link`: `url` is the path of the page, unless it is elsewhere. */
export interface PageLink {
  kind: "page_link";
  label: string;
  url: string;
  query: string;
  is_external: boolean;
  icon: string;
  icon_position: "left" | "right";
  help: string | null;
  disabled: boolean;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `pagination`; its value is the number of a page, from 1 on. */
export interface Pagination {
  kind: "pagination";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  num_pages: number;
  max_visible_pages: number | null;
}

/** The wire form of `pdf`. The name is that of the file, if it has one. */
export interface Pdf {
  kind: "pdf";
  key: string | null;
  src: string;
  height: "stretch" | number;
  alt: string | null;
  name: string;
}

/** The wire form of what is not there: the sentence begins with its name. */
export interface Placeholder {
  kind: "placeholder";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  sentence: string;
}

/**
 * What stands along an axis.
 *
 * Numbers of "time" and "clock" are milliseconds, since 1970 or midnight, those of "duration"
 * milliseconds, too; of "category" they are places in `categories`. `zone` is the time zone that
 * moments are told in; null if they have none. `is_date` says that they are days.
 */
export interface PlotAxis {
  kind?: "number" | "time" | "clock" | "duration" | "category";
  title?: string | null;
  zone?: string | null;
  is_date?: boolean;
  categories?: string[] | null;
}

/**
 * One line, area, set of bars or of points.
 *
 * `color` is a name of the palette or one of CSS; null for the next that tells series apart. A
 * series without a name is in no legend.
 */
export interface PlotSeries {
  name?: string;
  color?: string | null;
  points: number;
}

/**
 * The wire form of `plotly_chart`.
 *
 * `figure` is the figure in MessagePack, with its `data`, `layout` and `frames`; a large one is in
 * the file at `file`. In it, numbers of one type are a dict of their `dtype`, their `shape`, and
 * their bytes as `bdata`, or `file`, the place of the file in `arrays` that has these. `own_width`
 * is the figure's, in pixels, for where the script says none.
 */
export interface PlotlyChart {
  kind: "plotly_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  figure: Uint8Array | null;
  file: string | null;
  arrays: string[];
  config: Record<string, unknown>;
  modes: ("points" | "box" | "lasso")[];
  own_width: number | null;
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

/** The wire form of `progress`; its value is a whole number of percent. */
export interface Progress {
  kind: "progress";
  value: number;
  text: string;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `pydeck_chart`. */
export interface PydeckChart {
  kind: "pydeck_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  spec: string;
  data: LayerData[];
  styles: [string, string];
  has_ground: boolean;
  tooltip: unknown;
  mode: "single-object" | "multi-object" | null;
}

/**
 * The wire form of `pyplot`: a picture, and its size if there is room, as `Image` has them.
 *
 * `title` is what the figure says of itself, for who cannot see it, and `data` the address of the
 * table of what it shows. `can_export` is false if that is not to be downloaded.
 */
export interface Pyplot {
  kind: "pyplot";
  source: string;
  sizes: ([number, number] | null)[];
  title: string;
  width: "stretch" | "content" | "auto" | number;
  alt: string | null;
  data: string | null;
  can_export: boolean;
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

/** The wire form of `scatter_chart`. */
export interface ScatterChart {
  kind: "scatter_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  x: PlotAxis;
  y: PlotAxis;
  series: PlotSeries[];
  points: Frame;
  frame: Frame;
  question: string | null;
  shade: string | null;
  left_out: string | null;
  size: number | null;
}

/**
 * The wire form of `select_slider`.
 *
 * Its value is the index and the text of one option, or of two for a range.
 */
export interface SelectSlider {
  kind: "select_slider";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  options: string[];
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

/** The wire form of `skeleton`; one that `waits` shows after a moment. */
export interface Skeleton {
  kind: "skeleton";
  height: "stretch" | number | null;
  width: "stretch" | "content" | "auto" | number;
  waits: boolean;
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

/** The wire form of `space`. */
export interface Space {
  kind: "space";
  size: "xxsmall" | "xsmall" | "small" | "medium" | "large" | "xlarge" | "xxlarge" | "stretch" | number;
}

/** The wire form of `spinner`; it is on the page for a while only. */
export interface Spinner {
  kind: "spinner";
  text: string;
  show_time: boolean;
  width: "stretch" | "content" | "auto" | number;
}

/** The wire form of `status`. */
export interface Status {
  kind: "status";
  key: string | null;
  label: string;
  expanded: boolean;
  state: "running" | "complete" | "error";
  type: "default" | "compact" | "step";
  width: "stretch" | "content" | "auto" | number;
}

/** What one tab shows while it is open. */
export interface Tab {
  kind: "tab";
  key: string | null;
  label: string;
}

/** The wire form of `table`; `rest` is how many rows are not shown, -1 if nobody knows. */
export interface Table {
  kind: "table";
  columns: TableColumn[];
  rows: number;
  border: boolean | "horizontal";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  hide_header: boolean;
  caption: string | null;
  alt: string | null;
  css: string[];
  rules: TableRule[];
  rest: number;
}

/**
 * One column: its headers, outermost first, and its cells.
 *
 * They are Markdown, unless `kind` says that a text means itself, or that they are numbers.
 *
 * `styles` has for each cell its place in `css` of the table, counted from 1, and 0 for none;
 * `name_style` the same for its headers. `number` is what style sheets know it by.
 */
export interface TableColumn {
  names: string[];
  cells: (string | number | boolean | null)[];
  kind?: "text" | "plain" | "integer" | "number";
  is_index?: boolean;
  styles?: number[] | null;
  name_style?: number;
  number?: number;
}

/** A rule of the style sheet that belongs to a table. */
export interface TableRule {
  selector: string;
  css: string;
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
 * The wire form of `text_area`.
 *
 * `height` counts the label, too, unless that is collapsed; null is room for three lines.
 */
export interface TextArea {
  kind: "text_area";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "content" | "stretch" | number | null;
  max_chars: number | null;
  placeholder: string | null;
  required: boolean;
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

/**
 * The wire form of `time_input`.
 *
 * Its value has one number, or none while it is empty: milliseconds since midnight. `step` is in
 * seconds. `clearable`: it may be emptied.
 */
export interface TimeInput {
  kind: "time_input";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  step: number;
  format: "24h" | "12h" | "localized";
  required: boolean;
  clearable: boolean;
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

/** The wire form of `vega_lite_chart`. */
export interface VegaLiteChart {
  kind: "vega_lite_chart";
  label: string;
  key: string | null;
  help: string | null;
  disabled: boolean;
  label_visibility: "visible" | "hidden" | "collapsed";
  width: "stretch" | "content" | "auto" | number;
  height: "stretch" | "content" | "auto" | number;
  alt: string | null;
  has_theme: boolean;
  can_export: boolean;
  selects: boolean;
  room: number;
  spec: Record<string, unknown>;
  frames: Record<string, Frame>;
  params: string[];
}

/**
 * The wire form of `video`: a film, or the page of a site that plays one in a frame.
 *
 * Without a source there is nothing to play. `subtitles` and `labels` have one entry each. The
 * size is that of the film, in a list as pictures have theirs.
 */
export interface Video {
  kind: "video";
  src: string;
  is_frame: boolean;
  start_time: number;
  end_time: number | null;
  subtitles: string[];
  labels: string[];
  loop: boolean;
  autoplay: boolean;
  muted: boolean;
  alt: string | null;
  width: "stretch" | "content" | "auto" | number;
  sizes: [number, number][];
}

export type Props =
  | Alert
  | AltairChart
  | AreaChart
  | Audio
  | AudioInput
  | Badge
  | Balloons
  | BarChart
  | Box
  | Button
  | ButtonGroup
  | CameraInput
  | Caption
  | ChatDraft
  | ChatInput
  | ChatMessage
  | Checkbox
  | Code
  | ColorPicker
  | Column
  | Columns
  | ComponentInstance
  | ComponentV2
  | DataEditor
  | Dataframe
  | DateInput
  | DatetimeInput
  | Departure
  | Dialog
  | Divider
  | Download
  | DownloadButton
  | EchartsChart
  | Empty
  | Expander
  | Failure
  | Feedback
  | FileUploader
  | Form
  | FormSubmitButton
  | Fragment
  | GraphvizChart
  | Grid
  | GridCell
  | Heading
  | Help
  | Html
  | Iframe
  | Image
  | Json
  | Latex
  | LineChart
  | LinkButton
  | Map
  | Markdown
  | MenuButton
  | MermaidChart
  | Metric
  | Multiselect
  | NumberInput
  | Page
  | PageLink
  | Pagination
  | Pdf
  | Placeholder
  | PlotlyChart
  | Popover
  | Progress
  | PydeckChart
  | Pyplot
  | Radio
  | ScatterChart
  | SelectSlider
  | Selectbox
  | Skeleton
  | Slider
  | Snow
  | Space
  | Spinner
  | Status
  | Tab
  | Table
  | Tabs
  | Text
  | TextArea
  | TextInput
  | TimeInput
  | Toast
  | Toggle
  | VegaLiteChart
  | Video;

export type Edit = Insert | Move | Update | Append | Set | Clear | Remove | Announce;

export type ClientMessage = Hello | Event | AckBatch | Stop | Inspect | Facts | Seen | Make | Ping;

export type ServerMessage = Welcome | Themed | Reset | RunStarted | Edits | RunEnded | AckEvent | StoreStatus | Inspected | NotStored | ScriptChanged | Effect | Notification | Pong | Refused;

export const PROTOCOL = 14;

export const PAGE: Page = { kind: "page", title: null, icon: null, layout: "centered", sidebar: "auto", menu: null, logo: null, navigation: null, own_title: null, own_icon: null, likely: [] };
