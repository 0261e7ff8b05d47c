"""Run: one execution of the script, and how the code below it finds it."""

import threading
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ostinato.errors import NoSessionContext
from ostinato.state.session_state import SessionState
from ostinato.tree.growth import Growth
from ostinato.tree.node import Node, Tree
from ostinato.wire.messages import Edit

if TYPE_CHECKING:
    from ostinato.config import Config
    from ostinato.state.snapshot import Snapshot

NEVER = float("inf")


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


class Run:
    """One execution of the script for one session.

    It lives in two threads: the script's draws, the event loop's takes the edits away and may
    ask for an end. `lock` guards the tree; `interrupt` is heeded at the next call that draws.
    Once the run `is_streamed`, its edits are sent while it goes on.

    Args:
        number: Larger than the number of any run of this session before.
        state: What the session remembers.
        tree: What the browser shows.
        config: How runs behave.
        clock: Gives the time in seconds.
        on_drawn: Called by the script's thread when it draws while `is_watched`.
        snapshot: Makes the bytes of what the run changes, which are `changes` at its end.
        label: Stands for the session in what scripts see of it.
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
        label: str = "",
    ) -> None:
        self.number = number
        self.state = state
        self.tree = tree
        self.config = config
        self.clock = clock
        self.lock = threading.Lock()
        self.edits: list[Edit] = []
        self.growth = Growth(tree, number, self.edits.append)
        self.stack: list[Node] = [tree.main]
        self.namespace: dict[str, Any] = {}
        self.trigger: str | None = None
        self.interrupt: Literal["cut", "stop"] | None = None
        self.cut_after = NEVER
        self.is_streamed = False
        self.is_watched = False
        self.calls: dict[str, int] = {}
        self.snapshot = snapshot
        self.changes: dict[str, bytes | None] = {}
        self.label = label
        self.event: int | None = None
        self.callback_names: dict[str, Any] = {}
        self.has_begun = False
        self.dropped: list[Dropped] = []
        self._awaited: set[str] = set()
        self._on_drawn = on_drawn

    def drawn(self) -> None:
        """Tell the event loop, once, that there is something to send."""
        self.is_watched = False
        self._on_drawn()

    def ask_to_cut(self, awaited: Callable[[], set[str]]) -> None:
        """Have the run end early, once it has drawn the widgets that events wait for.

        Args:
            awaited: Gives the ids of those that the session has not drawn yet.
        """
        with self.lock:
            self._awaited = awaited()
            if not self._awaited:
                self._cut()

    def placed(self, id: str) -> None:
        """Note, with the lock held, that a widget is drawn: an event may wait for it."""
        if id in self._awaited:
            self._awaited.remove(id)
            if not self._awaited:
                self._cut()

    def _cut(self) -> None:
        if self.interrupt is None:
            self.interrupt = "cut"

    def take_edits(self) -> list[Edit]:
        """Give the edits that the browser does not have yet."""
        with self.lock:
            self.growth.settle()
            edits = self.edits[:]
            self.edits.clear()
        return edits


running: ContextVar[Run] = ContextVar("running")


def current_run(name: str) -> Run:
    """Find the run that this code belongs to.

    Args:
        name: The public function that needs one, for the error.

    Raises:
        NoSessionContext: If no script is running here.
    """
    run = running.get(None)
    if run is None:
        raise NoSessionContext(
            f'{name}: no run in progress here: start the script with "ostinato run"'
        )
    return run
