"""Run: one execution of the script, and how the code below it finds it."""

import threading
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Literal

from ostinato.errors import NoSessionContext
from ostinato.state.session_state import SessionState
from ostinato.tree.compaction import compact
from ostinato.tree.growth import Growth
from ostinato.tree.node import Node, Tree
from ostinato.wire.messages import Edit

if TYPE_CHECKING:
    from ostinato.config import Config
    from ostinato.state.snapshot import Snapshot

NEVER = float("inf")

COMPACT_FROM = 100
"""Edits of which it pays to leave out those that take one another back."""


class Run:
    """One execution of the script for one session.

    It lives in two threads. The script's draws, and is the only one to touch `state`, `stack`,
    `calls`, `namespace`, `trigger`, `event`, `cut_after` and `changes`. The event loop's takes the
    edits away, says that the run `is_streamed` (its edits are sent while it goes on), and asks for
    an end by `interrupt`, which is heeded at the next call that draws. `lock` guards what both
    write: the tree, `growth` and `edits`. `is_watched` is set under it, by the loop, in the step in
    which it takes the edits, and unset by the script, which looks at it after it has drawn: so
    nothing drawn is ever left without someone to take it.

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
        self.growth = Growth(tree, number, self.edits.append, limit=config.runner.max_elements)
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
        self._on_drawn = on_drawn

    def drawn(self) -> None:
        """Tell the event loop, once, that there is something to send."""
        self.is_watched = False
        self._on_drawn()

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
        return compact(edits) if len(edits) > COMPACT_FROM else edits


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
