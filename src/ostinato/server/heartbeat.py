"""Heartbeat: notices a browser that is gone without a word, or does not read what it is sent.

It costs nothing while nothing waits: it begins with what is sent, and ends with the answer.
"""

import asyncio
from collections.abc import Callable

BEAT = 2.5
"""Seconds between two looks."""

ASK_AT = 2
"""Looks without a word from the browser after which it is asked for one."""

GONE_AT = 4
"""Looks without a word, or without a byte that could be sent, after which it is given up."""

SLOWEST = 50_000
"""Bytes in a second of the slowest link: on one, the answer comes after all that was sent."""


class Heartbeat:
    """Watches over one connection (N08).

    Args:
        loop: The loop that the connection lives in.
        transport: Where it is written to, and ended.
        ask: Asks the browser for a word, such as a pong.
        is_deaf: Says whether we ourselves do not read for now.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        transport: asyncio.Transport,
        ask: Callable[[], None],
        is_deaf: Callable[[], bool],
    ) -> None:
        self._loop = loop
        self._transport = transport
        self._ask = ask
        self._is_deaf = is_deaf
        self._timer: asyncio.TimerHandle | None = None
        self._is_answered = True
        self._has_spoken = False
        self._silent = self._stuck = 0
        self._sent = self._gone = self._owed = 0

    @property
    def is_beating(self) -> bool:
        """Whether something waits, and the connection is looked after."""
        return self._timer is not None

    def heard(self) -> None:
        """Note that something came, whatever it was."""
        self._is_answered = self._has_spoken = True
        self._owed = 0

    def sent(self, size: int) -> None:
        """Note that so many bytes were given to the transport."""
        self._is_answered = False
        self._sent += size
        self._owed += size
        if self._timer is None:
            self._silent = self._stuck = 0
            self._timer = self._loop.call_later(BEAT, self._look)

    def stop(self) -> None:
        """Look no longer: the connection is over."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        self._timer = None
        left = self._transport.get_write_buffer_size()
        is_moving = self._sent - left > self._gone
        self._gone = self._sent - left
        self._stuck = self._stuck + 1 if left and not is_moving else 0
        # What was said counts, also if we have said something since.
        is_there = self._has_spoken or self._is_deaf() or (left and is_moving)
        self._has_spoken = False
        self._silent = 0 if is_there else self._silent + 1
        if self._is_answered and not left:
            return
        patience = GONE_AT + int(self._owed / SLOWEST / BEAT)
        if self._stuck >= GONE_AT or self._silent >= patience:
            # Closing would wait for what is never read.
            self._transport.abort()
            return
        if self._silent == ASK_AT:
            self._ask()
        self._timer = self._loop.call_later(BEAT, self._look)
