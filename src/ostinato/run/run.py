"""Run: one execution of the script, and how the code below it finds it."""

import threading
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from ostinato.errors import NoSessionContext
from ostinato.run.canvas import Canvas
from ostinato.run.ends import PARTIAL, Outcome
from ostinato.run.interrupt import Interrupt
from ostinato.run.namespace import Home, Namespace
from ostinato.run.substitutes import Refusal
from ostinato.run.trace import Trace
from ostinato.state.session_state import SessionState
from ostinato.state.widget import is_within
from ostinato.tree.node import Node, Tree
from ostinato.values.address import Place

if TYPE_CHECKING:
    from ostinato.config import Config
    from ostinato.run.page import Page
    from ostinato.run.parallel import Parallel
    from ostinato.run.scope import Scope
    from ostinato.run.script import Script
    from ostinato.state.encoder import StateEncoder
    from ostinato.values.value import Value


Reason = Literal["gone", "unfit", "part", "unsent"]


class Dropped(NamedTuple):
    """Something that a person did and that could not be applied.

    Args:
        name: The widget's label or its key, if they are known.
        why: Its widget is not on the page any more, does not take this, or a part of it, or is in a
            form that was not submitted with it.
        details: The same, for the log.
        reason: What the person is told beside, if there is more to say.
    """

    name: str
    why: Reason
    details: str
    reason: str = ""


class Address(NamedTuple):
    """With which address the browser has come; see `Hello`."""

    place: Place
    is_new: bool


class Failed(NamedTuple):
    """A part of the page that has raised an exception, and its container."""

    error: BaseException
    scope: str
    node: Node


class Run:
    """One execution of the script for one session.

    It has three parts, which say who may call what from which thread: `canvas` is what it draws on,
    `interrupt` how it is asked to end, `names` what its code finds under `__main__`. All else is of
    the thread of the script alone until the run is over, but that the event loop reads `thread`,
    `event`, `outcome` and `trigger`, one reference each. `outcome` changes under the canvas's lock.

    Args:
        number: Larger than the number of any run of this session before.
        state: What the session remembers.
        tree: What the browser shows.
        config: How runs behave.
        clock: Returns the time in seconds.
        on_drawn: Called by a thread that draws when there is something to send again.
        encoder: Makes the bytes of what the run changes, which are `changes` at its end.
        home: What it has in common with other runs of the session.
        scopes: The parts of the page that it draws; the whole page without them.
        places: The containers that these draw into.
        address: With what the browser has come, if no run has heard of that yet.
    """

    scope = ""
    """The scope that the script draws in now."""
    dialog = ""
    """The dialog that it has opened."""
    cut = ""
    """The dialog that was opened again after what is `done`, and has not come to its own end."""
    parallel: "Parallel | None" = None
    """What draws parts of its page in threads of their own, once there is one."""
    page: str = ""
    """The page of the app whose code runs now, with which the ids of widgets begin; "" in the
    script around the pages."""
    script: "Script | None" = None
    chosen: "Page | None" = None
    """The page that the script is to run."""
    is_routed: bool = False
    """Whether the script has said which pages there are."""
    has_made_pages: bool = False
    """Whether that was said for it, as there is a folder of them."""
    has_switched: bool = False
    """Whether it has sent the person to another page."""
    no_page: str | None = None
    """The path that somebody has come by, and that leads to no page."""
    failed: Failed | None = None
    """Which part has raised an exception last, which the script may yet catch."""
    lacks_state = False
    """Whether it has failed for want of something that is stored and cannot be read here (S13)."""
    used: frozenset[str] = frozenset()
    """The parts of the page in which somebody has used what brought it about."""
    recordings = 0
    """How many cached functions go on, whose elements are noted (`run/recorder.py`)."""

    def __init__(
        self,
        number: int,
        state: SessionState,
        tree: Tree,
        config: "Config",
        *,
        clock: Callable[[], float],
        on_drawn: Callable[[], object],
        encoder: "StateEncoder | None" = None,
        home: Home | None = None,
        scopes: "Sequence[Scope] | None" = None,
        places: Sequence[Node] = (),
        address: "Address | None" = None,
    ) -> None:
        self.number, self.state = number, state
        self.config, self.clock = config, clock
        self.address, self.encoder = address, encoder
        self.canvas = Canvas(
            tree,
            number,
            clock=clock,
            on_drawn=on_drawn,
            limit=config.runner.max_elements,
            scope=None if scopes is None else places,
            is_own=bool
            if scopes is None
            else partial(is_within, scopes=[each.id for each in scopes]),
        )
        self.interrupt = Interrupt(self.canvas.lock, clock)
        self.canvas.on_named = self.interrupt.drawn
        self.home, self.names = home or Home(), Namespace({})
        self.stack: list[Node] = [tree.main]
        """Where the thread of the script draws: the innermost container last."""
        self.parts = scopes
        """What it draws, if that is not the whole page."""
        self.scopes: dict[str, Scope] = {}
        """What it has come by that can run alone."""
        # What is to run next as the script says, and what has come to its end: parts of the page,
        # "" for all of it.
        self.due: set[str] = set()
        self.done: list[str] = []
        self.trigger: str | None = None
        self.thread: int | None = None
        self.event: int | None = None
        """The number of the last event that it has applied."""
        self.dropped: list[Dropped] = []
        self.changes: dict[str, bytes | None] = {}
        self.outcome: Outcome | None = None
        self.is_partial = False
        """Whether the page keeps what the script has not reached."""
        self.is_shared = False
        """Whether another thread may draw, also after the end."""
        # The form to be cleared whose submit button has started it, once that is drawn; and the
        # inputs that it has drawn in such forms, None for what the script has set.
        self.submitted = ""
        self.clearable: dict[str, dict[str, Value[Any] | None]] = {}
        self.is_closed = self.has_set_loop = False
        self.trace, self._counts = Trace(clock), dict[str, int]()

    @property
    def own(self) -> "Run":
        """This run, as the script's own thread sees it."""
        return self

    @property
    def has_begun(self) -> bool:
        """Whether the script itself has begun, after the callbacks."""
        return self.interrupt.has_begun

    def begin(self) -> None:
        """Note that the script itself begins."""
        self.interrupt.begin()
        self.canvas.begin()

    def count(self, name: str) -> int:
        """Count the earlier calls of this run under a name, and add this one."""
        count = self._counts.get(name, 0)
        self._counts[name] = count + 1
        return count

    def next_id(self, name: str) -> str:
        """Return the id of the next call under a name: a number tells it from those before."""
        count = self._counts.get(name, 0)
        return f"{name}-{count}" if count else name

    def has_counted(self, name: str) -> bool:
        """Return whether this run has had a call under a name."""
        return name in self._counts

    def recount(self, name: str, count: int) -> None:
        """Set the count of a name: a call has come to nothing."""
        self._counts[name] = count

    # The end.

    @property
    def is_over(self) -> bool:
        """Whether nothing is drawn any more; what it has changed may yet be made bytes."""
        return self.outcome is not None

    @property
    def is_abandoned(self) -> bool:
        """Whether nothing that its thread still does counts."""
        return self.outcome is Outcome.ABANDONED

    def finish(self, outcome: Outcome) -> bool:
        """End the drawing; False if the run was abandoned, and nothing of it counts any more."""
        with self.canvas.lock:
            if self.is_abandoned:
                return False
            self._finish(outcome)
        return True

    def _finish(self, outcome: Outcome) -> None:
        is_stopped = self.interrupt.asked == "stop"
        self.outcome, self.is_partial = outcome, is_stopped or outcome in PARTIAL
        if not self.has_begun:
            self.canvas.stay()
        elif self.is_partial:
            # What a person stopped is to be used again: nothing of it goes.
            self.canvas.leave(keeps_all=is_stopped)
        else:
            self.canvas.finish()
        self.interrupt.close()

    def abandon(self) -> bool:
        """Let go of a run whose thread does not end; False if it is over."""
        with self.canvas.lock:
            if self.is_over:
                return False
            self._finish(Outcome.ABANDONED)
            # In one step: its thread may wait for the lock, to draw.
            self._let_go()
            self.home.submitted.clear()
        return True

    def let_go(self) -> None:
        """Have nothing count that the thread of this run, which is over, still does.

        What it asks of us from here on raises `Stopped`: it never touches the tree or the state
        again.
        """
        with self.canvas.lock:
            self._let_go()

    def _let_go(self) -> None:
        self.canvas.let_go()
        self.state = cast("SessionState", Refusal())
        self.stack = [self.canvas.tree.main]


running: ContextVar[Run] = ContextVar("running")

own_run = running.get
"""Returns the run of the script's own thread, or what it is given; asked for every element."""

CARRIED = "_ostinato_run"
"""The attribute of a thread that was given a run."""

HOME = "_ostinato_home"
"""The attribute of a thread that was started by code of a script."""


def run_here() -> Run | None:
    """Return the run that this code draws for; None if there is none, or its page is another's."""
    run = running.get(None)
    if run is not None:
        return run
    run = run_carried()
    return None if run is None or run.is_closed else run


def run_carried() -> Run | None:
    """Return the run that this thread was given, which may be long over."""
    return getattr(threading.current_thread(), CARRIED, None)


def names_here() -> Namespace | None:
    """Return what things are called where this code comes from; None if it is of no script."""
    run = running.get(None)
    if run is not None:
        return run.names
    home: Home | None = getattr(threading.current_thread(), HOME, None)
    return None if home is None else home.names


def home_here() -> Home | None:
    """Return the home of the session whose code this is; None if it is of none."""
    run = running.get(None)
    return run.home if run is not None else getattr(threading.current_thread(), HOME, None)


def current_run(name: str) -> Run:
    """Return the run that this code belongs to.

    Args:
        name: The public function that needs one, for the error.

    Raises:
        NoSessionContext: If no script is running here.
    """
    run = run_here()
    if run is None:
        raise NoSessionContext(
            f'{name}: no run in progress here: start the script with "ostinato run path/to/app.py"'
        )
    return run
