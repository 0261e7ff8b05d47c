"""Upkeep: what is done with the state of a session between its runs."""

import asyncio
import logging
from collections.abc import Callable

from ostinato.session.app import App
from ostinato.session.page import Page
from ostinato.state.ledger import Changes
from ostinato.state.session_state import SessionState
from ostinato.state.snapshot import Snapshot
from ostinato.wire.messages import Inspected

logger = logging.getLogger("ostinato")

RETRY_AFTER = 1.0
LONGEST_PAUSE = 60.0
"""Seconds between tries for a value that has failed often, while events are confirmed."""


class Upkeep:
    """Tries again what could not be stored, and shows developers what is.

    Args:
        app: What all sessions share.
        snapshot: Makes the bytes.
        state: Of what.
        page: Where it is shown.
        on_due: Called when there is something to do.
        on_changes: Called with what could be made bytes in the end.
    """

    def __init__(
        self,
        app: App,
        snapshot: Snapshot,
        state: SessionState,
        page: Page,
        *,
        on_due: Callable[[], None],
        on_changes: Callable[[Changes], None],
    ) -> None:
        self._app = app
        self._snapshot = snapshot
        self._state = state
        self._page = page
        self._on_due = on_due
        self._on_changes = on_changes
        self._shown: list[str] | None = None
        self._is_retry_due = False
        self._pause = RETRY_AFTER
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_due(self) -> bool:
        """Whether there is something to do."""
        return self._is_retry_due or self._shown is not None

    def inspect(self, shown: list[str]) -> None:
        """Show what is stored as soon as no run is in the way, with some of the values."""
        self._shown = shown
        self._on_due()

    def note(self) -> None:
        """Hear that the snapshot has looked at the state, and try again if that was in vain."""
        snapshot = self._snapshot
        if snapshot.is_complete and not snapshot.is_stale:
            self.close()
            self._pause = RETRY_AFTER
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._pause, self._retry)
            # As long as nothing is confirmed, somebody waits.
            longest = LONGEST_PAUSE if snapshot.is_complete else RETRY_AFTER
            self._pause = min(longest, 2 * self._pause)

    def close(self) -> None:
        """Do not try again."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _retry(self) -> None:
        self._timer = None
        self._is_retry_due = True
        self._on_due()

    async def work(self) -> None:
        """Do what is due, where the script runs: a user's objects may take their time."""
        shown, self._shown = self._shown, None
        loop, pool = asyncio.get_running_loop(), self._app.pool
        try:
            if self._is_retry_due:
                self._is_retry_due = False
                changes = await loop.run_in_executor(pool, self._snapshot.changes, self._state)
                self._on_changes(changes)
            if shown is not None:
                describe = self._snapshot.entries
                entries = await loop.run_in_executor(pool, describe, self._state, shown)
                self._page.put(Inspected(entries))
        except Exception:
            logger.exception("session: looking at its state failed")
            self.note()
