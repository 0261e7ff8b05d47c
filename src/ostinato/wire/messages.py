"""The protocol: every message and every edit, in one place.

Each side sends binary frames of MessagePack. A frame from the browser is one `ClientMessage`.
A frame from the server is a `Batch`: numbered, kept until the browser says it has it, and
applied by the browser as one step. A large one comes in parts (`wire/parts.py`). All structs are
arrays on the wire, led by their tag: `["event", 7, {"slider-x": 3}, null]`.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from ostinato.wire.inspection import CacheSize, Entry, RunReport
from ostinato.wire.inspection import Cause as Cause
from ostinato.wire.props import Fields, Props, kind_of

PROTOCOL = 14
"""Raised whenever an older client could misread a message. Unequal numbers never talk."""


Number = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""A count that both sides can hold exactly."""


class Message(msgspec.Struct, frozen=True, array_like=True, tag=kind_of):
    """Base of messages and edits; never sent itself."""


# Edits: how one tree becomes the next. `after` is a sibling's id, or "" for the first place.


class Insert(Message, frozen=True):
    """Insert a new node into `parent`. An element without a value has null."""

    id: str
    parent: str
    after: str
    props: Props
    value: Any = None


class Move(Message, frozen=True):
    """Take a node, with all below it, to another place."""

    id: str
    parent: str
    after: str


class Update(Message, frozen=True):
    """Replace some fields of a node's props."""

    id: str
    fields: Fields


class Append(Message, frozen=True):
    """Add text to the end of a field of a node's props."""

    id: str
    field: str
    text: str


class Set(Message, frozen=True):
    """Replace the value of a node: the script has set another than the browser shows."""

    id: str
    value: Any


class Clear(Message, frozen=True):
    """Replace the value of a node, as its form was cleared; what was entered since stays."""

    id: str
    value: Any


class Remove(Message, frozen=True):
    """Remove nodes, with all below them."""

    ids: list[str]


class Announce(Message, frozen=True):
    """Load what shows a kind of element: one is on its way, and takes its time to be made."""

    kind: str


Edit = Insert | Move | Update | Append | Set | Clear | Remove | Announce


# From the browser.


class Hello(Message, frozen=True):
    """Open a connection: first message on every socket.

    `session` is null for a new tab. `seen` is the number of the last batch this tab applied,
    `next` the number of the first event that it may still send. A tab that was duplicated begins
    with a copy of the `session` of its twin: `fork`. `query` stands after the "?" of its address,
    to which the script has added `entry` entries of history, and `path` between that of the app and
    the "?"; `is_new` if the tab was left with another. `reset` forgets the session and starts a new
    one.
    """

    protocol: int
    session: str | None
    seen: Number
    next: Annotated[int, Meta(ge=1, le=2**53 - 1)]
    how: Literal["resume", "fork", "reset"] = "resume"
    query: str = ""
    entry: Number = 0
    is_new: bool = False
    path: str = ""


class Event(Message, frozen=True):
    """What a person did: new values by widget id, and the id of what they pressed, if anything.

    The value of what was pressed is among the values if it carries one; else it is true. The page
    itself, `main`, is pressed to go to another page, and its value is the address. An event
    with neither asks for a rerun. Numbers are 1, 2, 3 ... per tab.
    """

    number: Number
    values: dict[str, Any]
    trigger: str | None

    @property
    def ids(self) -> list[str]:
        """The ids of all widgets that it is about."""
        trigger = self.trigger
        return [*self.values, *([] if trigger is None or trigger in self.values else [trigger])]


class AckBatch(Message, frozen=True):
    """All batches up to this number have been applied and need not be kept."""

    batch: Number


class Stop(Message, frozen=True):
    """End the run that is going on."""


class Inspect(Message, frozen=True):
    """Ask what the session keeps; answered to developers, with the values of those `shown`."""

    shown: list[str]


class Facts(Message, frozen=True):
    """Tell what has changed since the connection was opened: as its address has it after "?"."""

    text: Annotated[str, Meta(max_length=10_000)]


class Seen(Message, frozen=True):
    """Say whether the page can be seen: what runs on a clock rests while it cannot."""

    is_seen: bool


class Make(Message, frozen=True):
    """Have the file made that a press of a button asks for, whose event of this number comes next.

    It is asked again after every reconnect, until the file came, and is made once in a process.
    """

    id: str
    press: Number


class Ping(Message, frozen=True):
    """Ask for a sign of life; sent only while something waits."""


ClientMessage = Hello | Event | AckBatch | Stop | Inspect | Facts | Seen | Make | Ping


# From the server.


class Welcome(Message, frozen=True):
    """Answer to `Hello`. Unless `resumed`, the browser forgets its tree and batch number.

    `applied` is the number of the last event that is part of the session, `received` that of the
    last one that came. `lasts` says whether the next load of the page goes on with the session,
    `is_asked` whether the page is asked what comes of a script that is saved (see `ScriptChanged`),
    `limit` is the size in bytes of the largest message that the server takes, `theme` the name of
    the style sheet, if the app has a theme.
    """

    session: str
    resumed: bool
    applied: int
    received: int
    lasts: bool
    is_developer: bool
    is_asked: bool
    limit: int
    title: str
    version: str
    theme: str = ""


class Themed(Message, frozen=True):
    """The app has another theme: the name of its style sheet, as in `Welcome`; "" for none."""

    theme: str


class Reset(Message, frozen=True):
    """Forget the tree: the edits that follow build it from nothing."""


class RunStarted(Message, frozen=True):
    """A run begins. The edits after this know of all events up to `applied`.

    `cause`: a person did something, or loaded the page, the script asked for the run, its file has
    changed, another session or process gave notice, or a clock.
    """

    applied: int
    cause: Cause = "event"


class Edits(Message, frozen=True):
    """Apply these edits, in order."""

    edits: list[Edit]


class RunEnded(Message, frozen=True):
    """The run is over.

    `superseded`: a newer event takes its place, or a person said Stop; what it has not reached
    stays. `failed`: an exception, shown on the page.
    """

    outcome: Literal["done", "superseded", "stopped", "failed"]


class AckEvent(Message, frozen=True):
    """All events up to this number are in the store: the browser may forget them."""

    event: int


class StoreStatus(Message, frozen=True):
    """How the store does, whenever that changes.

    `late`: what the person did is not saved yet. `away`: the store cannot be read either; the page
    runs without earlier state until it can.
    """

    status: Literal["ok", "late", "away"]


class Effect(Message, frozen=True):
    """Do something that is no place on the page, once: no reconnect and no new tree repeats it.

    One with the `id` of an earlier one takes its place.
    """

    id: str
    props: Props


class Inspected(Message, frozen=True):
    """Answer to `Inspect`, for the developer panel: the values, and the last runs, newest first."""

    entries: list[Entry]
    runs: list[RunReport]
    caches: list[CacheSize] = []


class NotStored(Message, frozen=True):
    """Tell a developer, once per key, that a value is not stored, or could not be read."""

    name: str
    problem: str


class ScriptChanged(Message, frozen=True):
    """The script or a module has changed on disk: a developer is asked whether to rerun."""


class Notification(Message, frozen=True):
    """Tell the person, in a sentence, of something that went otherwise than they would expect.

    `dropped`: something they did was not applied. `aside`: it ended its process twice and is left
    out. `failed`: a callback, or a script that cannot be compiled, has raised what stands above the
    page. `stopped`: a run that did not answer was ended. `waiting`: the run waits for a free
    thread; over when a run starts. `unfound`: the store does not know the session. `no_page`: the
    app has no page where they went.
    """

    topic: Literal["dropped", "aside", "failed", "stopped", "waiting", "unfound", "no_page"]
    text: str


class Pong(Message, frozen=True):
    """Answer to `Ping`, at once, in a batch of its own outside the count."""


class Refused(Message, frozen=True):
    """The last message was not accepted; the socket closes after this."""

    reason: str


ServerMessage = (
    Welcome
    | Themed
    | Reset
    | RunStarted
    | Edits
    | RunEnded
    | AckEvent
    | StoreStatus
    | Inspected
    | NotStored
    | ScriptChanged
    | Effect
    | Notification
    | Pong
    | Refused
)


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """One frame from the server. Number 0 stands outside the count: it is never kept."""

    number: int
    messages: list[ServerMessage]
