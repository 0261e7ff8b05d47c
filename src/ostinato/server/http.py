"""HTTP: uvicorn's, but it closes connections whose request head is late or too long."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_WITHIN = 10.0
"""Seconds in which the head of a request has to be complete."""

LONGEST_HEAD = 65536
"""Bytes after which it has to be."""


class TimeoutHttpProtocol(HttpToolsProtocol):
    """One connection. Uvicorn itself limits only the time between two requests."""

    _deadline: asyncio.TimerHandle | None = None
    _heard = 0

    @property
    def is_waiting(self) -> bool:
        """Whether the head of a request is still to come."""
        return self._deadline is not None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """Read on, and refuse a head that is too long."""
        super().data_received(data)
        if self.is_waiting:
            self._heard += len(data)
            if self._heard > LONGEST_HEAD:
                self.send_400_response("The head of the request is too long.")

    def on_message_begin(self) -> None:
        """Begin to wait for the rest of a request's head."""
        super().on_message_begin()
        self._wait_for_head()

    def on_headers_complete(self) -> None:
        """Take a request."""
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the deadline with the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        self._stop_waiting()
        self._heard = 0
        self._deadline = self.loop.call_later(HEAD_WITHIN, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
