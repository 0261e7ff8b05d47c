"""Run: one execution of the script, and how the code below it finds it."""

import threading
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast, get_args

from ostinato.errors import NoSessionContext
from ostinato.run.ends import PARTIAL, Outcome, Stopped
from ostinato.run.interruption import Interruption
from ostinato.run.substitutes import Nowhere, Refusal
from ostinato.state.session_state import SessionState
from ostinato.tree.compaction import compact
from ostinato.tree.growth import Growth
from ostinato.tree.node import Node, Tree
from ostinato.wire.messages import Edit

if TYPE_CHECKING:
    import asyncio

    from ostinato.config import Config
    from ostinato.state.snapshot import Snapshot

NEVER = float("inf")

Ask = Literal["load", "cut", "gone", "stop"]
"""Why a run is to end: a page was loaded anew (it only has to show that it answers), a newer event,
its browser has gone, somebody wants it to stop."""

ASKS: tuple[Ask, ...] = get_args(Ask)
"""The same, the strongest last."""

SENT_WITHIN = 0.012
"""Seconds that the event loop has to take what was drawn, before the script waits for it."""

LONGEST_WAIT = 0.1
"""Seconds after which it goes on in any case."""

COMPACT_FROM = 100
"""Edits of which it pays to leave out those that take one another back."""


class Dropped(NamedTuple):
    """Something that a person did and that could not be applied.

    Args:
        name: The widget's label or its key, if they are known.
        is_gone: Whether the widget is not on the page any more; else it does not take this.
        details: The same, for the log.
    """

    name: str
    is_gone: bool
    details: str


class Names:
    """What the script calls things, in one run.

    `earlier` is what they were called in the run before, while its callbacks go on: until then,
    the script has not defined its names again.

    Args:
        now: The names that it has so far.
    """

    __slots__ = ("earlier", "now")

    def __init__(self, now: dict[str, Any]) -> None:
        self.now = now
        self.earlier: dict[str, Any] = {}


class Home:
    """What all runs of a session have in common for their code.

    Threads that it has started find their names here: those of the latest run.

    Args:
        label: Stands for the session in what scripts see of it.
    """

    __slots__ = ("_before", "_names", "has_threads", "label", "loop")

    def __init__(self, label: str = "") -> None:
        self.label = label
        self.has_threads = False
        self.loop: asyncio.AbstractEventLoop | None = None
        self._names: Names | None = None
        self._before: dict[str, Any] = {}

    def begin(self, names: Names) -> None:
        """Note that a run begins: until it has defined a name, that of the run before counts."""
        self._before = {} if self._names is None else self._names.now
        self._names = names

    def end(self, names: Names) -> None:
        """Note that a run has ended. No name is kept, unless there are threads to ask for it.

        One that was abandoned may end late: then the names of another are here, and stay.
        """
        if self._names is names:
            self._before = {}
            if not self.has_threads:
                self._names = None

    def close(self) -> None:
        """Forget all names, and close what is open: the session is over."""
        self._names, self._before = None, {}
        if self.loop is not None and not self.loop.is_running():
            self.loop.close()

    @property
    def names(self) -> Names:
        """What things are called for a thread."""
        names = Names({} if self._names is None else self._names.now)
        names.earlier = self._before
        return names


class Run:
    """One execution of the script for one session.

    It lives in two threads. The script's draws, and is the only one to touch `state`, `stack`,
    `calls`, `names`, `trigger`, `event`, `cut_after` and `changes`, but for threads that the
    script lets draw beside it (`run/threads.py`). The event loop's takes the edits away, says that
    the run `is_streamed` (its edits are sent while it goes on), and asks for an end by
    `interrupt`, which is heeded at the next call that draws (at `heard_at`). `lock` guards what
    both write: `interrupt`, `outcome`, the tree, `growth` and `edits`. `is_watched` is set under
    it, by the loop, in the step in which it takes the edits, and unset by the script, which looks
    at it after it has drawn: so nothing drawn is ever left without someone to take it.

    Args:
        number: Larger than the number of any run of this session before.
        state: What the session remembers.
        tree: What the browser shows.
        config: How runs behave.
        clock: Gives the time in seconds.
        on_drawn: Called by the script's thread when it draws while `is_watched`.
        snapshot: Makes the bytes of what the run changes, which are `changes` at its end.
        home: What it has in common with other runs of the session.
    """

    def __init__(
        self,
        number: int,
        state: SessionState,
        tree: Tree,
        config: "Config",
        *,
        clock: Callable[[], float],
        on_drawn: Callable[[], object],
        snapshot: "Snapshot | None" = None,
        home: Home | None = None,
    ) -> None:
        self.number = number
        self.state = state
        self.tree = tree
        self.config, self.clock = config, clock
        self.lock = threading.Lock()
        self.edits: list[Edit] = []
        self.growth = Growth(tree, number, self.edits.append, limit=config.runner.max_elements)
        self.stack: list[Node] = [tree.main]
        self.home, self.names = home or Home(), Names({})
        self.trigger: str | None = None
        self.thread: int | None = None
        self.interrupt: Ask | None = None
        self.heard_at = -NEVER
        self.interruption = Interruption(Stopped)
        self.outcome: Outcome | None = None
        self.cut_after = NEVER
        self.is_streamed = self.is_watched = self.is_cut = False
        self.is_shared = self.is_closed = self.has_set_loop = False
        self.calls: dict[str, int] = {}
        self.snapshot = snapshot
        self.changes: dict[str, bytes | None] = {}
        self.event: int | None = None
        self.has_begun = False
        self.dropped: list[Dropped] = []
        self._awaited: set[str] = set()
        self._on_drawn = on_drawn
        self._told_at = NEVER
        self._turn: threading.Event | None = None

    def drawn(self) -> None:
        """Tell the event loop, once, that there is something to send; let it keep pace.

        A script that draws without a pause, or many of them, would leave it no time to send.
        """
        if self.is_watched:
            self.is_watched = False
            self._told_at = self.clock()
            self._on_drawn()
        elif self.clock() > self._told_at + SENT_WITHIN:
            turn = self._turn
            if turn is not None:
                turn.clear()
                # It may have come just before.
                if not self.is_watched:
                    turn.wait(LONGEST_WAIT)

    def ask_to_cut(self, awaited: Callable[[], set[str]]) -> None:
        """Have the run end early, once it has drawn the widgets that events wait for.

        Args:
            awaited: Gives the ids of those that the session has not drawn yet.
        """
        with self.lock:
            self._awaited = awaited()
            if not self._awaited:
                self._ask("cut")

    def ask_to_end(self, how: Ask) -> None:
        """Have the run end at its next call of ours, unless more was asked before."""
        with self.lock:
            self._ask(how)

    def placed(self, id: str) -> None:
        """Note, with the lock held, that a widget is drawn: an event may wait for it."""
        if id in self._awaited:
            self._awaited.remove(id)
            if not self._awaited:
                self._ask("cut")

    def _ask(self, how: Ask) -> None:
        if self.outcome is not None:
            return
        if self.interrupt is None or ASKS.index(how) > ASKS.index(self.interrupt):
            self.interrupt = how

    @property
    def own(self) -> "Run":
        """This run, as the script's own thread sees it."""
        return self

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
        with self.lock:
            if self.is_abandoned:
                return False
            self._finish(outcome)
        return True

    def _finish(self, outcome: Outcome) -> None:
        is_stopped = self.interrupt == "stop"
        self.outcome, self.is_cut = outcome, is_stopped or outcome in PARTIAL
        if not self.has_begun:
            self.growth.stay()
        elif self.is_cut:
            # What a person stopped is to be used again: nothing of it goes.
            self.growth.leave(keeps_all=is_stopped)
        else:
            self.growth.finish()
        # Whatever its thread still draws, as while it makes bytes, is refused.
        self.interrupt = "stop"

    def abandon(self) -> bool:
        """Let go of a run whose thread does not end; False if it is over."""
        with self.lock:
            if self.is_over:
                return False
            self._finish(Outcome.ABANDONED)
            # In one step: its thread may wait for the lock, to draw.
            self._let_go()
        return True

    def let_go(self) -> None:
        """Have nothing count that the thread of this run, which is over, still does.

        What it asks of us from here on raises `Stopped`: it never touches the tree or the state
        again.
        """
        with self.lock:
            self._let_go()

    def _let_go(self) -> None:
        self.growth, self.state = cast("Growth", Refusal()), cast("SessionState", Refusal())
        self.tree = Tree()
        self.stack = [self.tree.main]

    def close(self) -> None:
        """Have the page no more to do with this run, which is over: another is about to begin."""
        with self.lock:
            self.growth.settle()
            self.is_closed = True
            self.growth = cast("Growth", Nowhere())

    def take_edits(self, *, watch: bool = False) -> Sequence[Edit]:
        """Give the edits that the browser does not have yet.

        Args:
            watch: Whether to be told of the next one.
        """
        with self.lock:
            self.growth.settle()
            edits = self.edits[:]
            self.edits.clear()
            if watch:
                self.is_watched = True
                self._turn = self._turn or threading.Event()
                self._turn.set()
        return compact(edits) if len(edits) > COMPACT_FROM else edits


running: ContextVar[Run] = ContextVar("running")

CARRIED = "_ostinato_run"
"""The attribute of a thread that was given a run."""

HOME = "_ostinato_home"
"""The attribute of a thread that was started by code of a script."""


def run_here() -> Run | None:
    """Find the run that this code draws for; None if there is none, or its page is another's."""
    run = running.get(None)
    if run is not None:
        return run
    run = run_carried()
    return None if run is None or run.is_closed else run


def run_carried() -> Run | None:
    """Find the run that this thread was given, which may be long over."""
    return getattr(threading.current_thread(), CARRIED, None)


def names_here() -> Names | None:
    """Find what things are called where this code comes from; None if it is of no script."""
    run = running.get(None)
    if run is not None:
        return run.names
    home: Home | None = getattr(threading.current_thread(), HOME, None)
    return None if home is None else home.names


def home_here() -> Home | None:
    """Find the home of the session whose code this is; None if it is of none."""
    run = running.get(None)
    return run.home if run is not None else getattr(threading.current_thread(), HOME, None)


def current_run(name: str) -> Run:
    """Find the run that this code belongs to.

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
