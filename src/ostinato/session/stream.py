"""Stream: sends what a run draws while it goes on."""

import asyncio
from collections.abc import Callable

from ostinato.session.page import Page

STREAM_AFTER = 0.008
"""Seconds that a run may draw before the browser hears of it; a shorter run is one frame."""


class Stream:
    """Sends what one run draws: not each element for itself, and not only at the end.

    Args:
        page: Sends it.
        on_look: Called each time, if only to see that nothing is drawn.
    """

    def __init__(self, page: Page, on_look: Callable[[], None]) -> None:
        self._page = page
        self._on_look = on_look
        self._loop = asyncio.get_running_loop()
        self._is_over = False
        self._timer = self._loop.call_later(STREAM_AFTER, self._send)

    def drawn(self) -> None:
        """Hear, in the script's thread, that something was drawn while nothing was to be sent."""
        self._loop.call_soon_threadsafe(self._send_later)

    def end(self) -> None:
        """Send no more: whoever ends the run sends the rest."""
        self._is_over = True
        self._timer.cancel()

    def _send_later(self) -> None:
        if not self._is_over:
            self._timer = self._loop.call_later(STREAM_AFTER, self._send)

    def _send(self) -> None:
        self._page.stream()
        self._on_look()
