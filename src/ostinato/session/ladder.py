"""Ladder: the steps to an end that somebody asks for, of what may not end by itself."""

import asyncio
from collections.abc import Callable

AGAIN = 1.0
"""Seconds between two interruptions: code may swallow the first."""

ABANDON_AFTER = 5.0
"""Seconds between the first interruption and giving up."""


class Ladder:
    """Leaves something alone for a while, then interrupts it, and gives it up in the end.

    Args:
        loop: Where.
        clock: Returns the time in seconds.
        wait: Returns the seconds for which it is to be left alone yet; None if it has ended.
        interrupt: Interrupts it; False if there was nothing to interrupt.
        give_up: Lets go of it; False if that cannot be.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        clock: Callable[[], float],
        *,
        wait: Callable[[], float | None],
        interrupt: Callable[[], bool],
        give_up: Callable[[], bool],
    ) -> None:
        self._clock = clock
        self._wait = wait
        self._interrupt = interrupt
        self._give_up = give_up
        self._loop = loop
        self._timer: asyncio.TimerHandle | None = None
        self._first_at: float | None = None

    @property
    def has_interrupted(self) -> bool:
        """Whether it did not end softly."""
        return self._first_at is not None

    def ask(self, patience: float) -> None:
        """Have it end.

        Args:
            patience: Seconds in which it may do so by itself; a shorter time stands.
        """
        if self.has_interrupted:
            return
        if self._timer is None or self._timer.when() > self._loop.time() + patience:
            self._again(patience)

    def stop(self) -> None:
        """Do no more: it has ended."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _again(self, delay: float) -> None:
        self.stop()
        self._timer = self._loop.call_later(delay, self._step)

    def _step(self) -> None:
        self._timer = None
        left = self._wait()
        if left is None:
            return
        if left > 0:
            self._again(left)
            return
        now = self._clock()
        if self._first_at is not None and now - self._first_at >= ABANDON_AFTER:
            if self._give_up():
                return
        elif self._interrupt() and self._first_at is None:
            self._first_at = now
        self._again(AGAIN)
