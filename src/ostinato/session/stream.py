"""Stream: sends what a run draws while it goes on."""

import asyncio
from collections.abc import Callable

from ostinato.run.run import Run
from ostinato.session.view import SessionView

STREAM_AFTER = 0.008
"""Seconds that a run may draw before the browser hears of it; a shorter run is one frame."""

LATE_AFTER = 0.1
"""Seconds that a run may wait for a thread before the browser hears that it is wanted."""


class Stream:
    """Sends what one run draws: not each element for itself, and not only at the end.

    Args:
        view: Sends it.
        on_late: Called when it has no thread yet.
    """

    def __init__(self, view: SessionView, on_late: Callable[[], None]) -> None:
        self._view = view
        self._on_late = on_late
        self._loop = asyncio.get_running_loop()
        self._run: Run | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._delay = STREAM_AFTER

    def begin(self, run: Run) -> None:
        """Hear that the run is wanted."""
        self._run = run
        self._timer = self._loop.call_later(STREAM_AFTER, self._begin)

    def drawn(self) -> None:
        """Hear, in the script's thread, that something was drawn while nothing was to be sent."""
        self._loop.call_soon_threadsafe(self._send_later)

    def end(self) -> None:
        """Wait no more: whoever ends the run sends the rest."""
        self._run = None
        if self._timer is not None:
            self._timer.cancel()

    def _begin(self) -> None:
        if self._run is not None and self._run.thread is None and self._delay < LATE_AFTER:
            self._delay *= 2
            self._timer = self._loop.call_later(self._delay, self._begin)
        else:
            self._send()

    def _send_later(self) -> None:
        # Also after the end: threads of the script may go on.
        self._timer = self._loop.call_later(STREAM_AFTER, self._send)

    def _send(self) -> None:
        self._view.stream()
        if self._run is not None and self._run.thread is None:
            self._on_late()
