"""Connection: one live connection between a session and a browser."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from enum import IntEnum


class CloseReason(IntEnum):
    """Why a session lets go of a connection; the code that closes the socket."""

    DRAINED = 1012
    """The process is to end: another one goes on."""

    REPLACED = 4408
    """Another connection of the same tab has taken over."""

    MOVED = 4412
    """The session is not held here any more: the browser finds who holds it."""

    LOGGED_OUT = 4401
    """The session is somebody's who has logged out: the page begins anew."""

    RESTING = 0
    """The session leaves memory; the socket stays open and wakes it with its next message."""


class Connection:
    """The sending side of a connection, for as long as it lasts.

    The session says when there is something to send; the socket asks for it when it can send.
    So a slow socket gets fewer, larger frames, and nothing piles up in between.

    Args:
        first: Frames to send before anything else.
        next_frame: Returns the next frame, or None if there is nothing to send.
    """

    def __init__(self, first: Sequence[bytes], next_frame: Callable[[], bytes | None]) -> None:
        self.first = first
        self.next_frame = next_frame
        self.close_reason: CloseReason | None = None
        self._ready = asyncio.Event()
        self.notify()

    def notify(self) -> None:
        """Say that there is something to send."""
        self._ready.set()

    def close(self, reason: CloseReason) -> None:
        """End the connection."""
        self.close_reason = reason
        self._ready.set()

    @property
    def is_waiting(self) -> bool:
        """Whether there may be something that was not sent yet."""
        return self._ready.is_set()

    async def frames(self) -> AsyncIterator[bytes]:
        """Yield the frames to send, until the connection is closed."""
        for frame in self.first:
            yield frame
        while True:
            await self._ready.wait()
            self._ready.clear()
            if self.close_reason in (CloseReason.REPLACED, CloseReason.MOVED):
                return
            while (frame := self.next_frame()) is not None:  # type: ignore[assignment]
                yield frame
            if self.close_reason is not None:
                return
