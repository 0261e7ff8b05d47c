"""Doubt: whether the life of a file is over, though a clock may be wrong (N07)."""

import contextlib
import os
from collections.abc import Callable

APART = 60.0
"""Seconds of real time after which a second look may find that a life is over: longer than those
who hold a file take to hold it again."""

LEAP = 86_400.0
"""Seconds by which a clock is ahead of the one that counts seconds before it is doubted."""

HOLD_OFF = 86_400.0
"""Seconds for which nothing is removed then. Whoever minds the clock mends it."""


class Doubt:
    """Decides which lives are over, of those that it was asked for twice.

    A clock that leaps ahead is noticed by who was there before. Who was not finds that all lives
    have been over for long, as they are when the machine was off, too; or what another has noted.

    Args:
        clock: Returns the time in seconds.
        monotonic: Counts seconds, whatever the time is.
        note: The path of a file that tells all processes until when nothing is removed.
    """

    def __init__(
        self, clock: Callable[[], float], monotonic: Callable[[], float], note: str
    ) -> None:
        self._clock, self._monotonic, self._note = clock, monotonic, note
        self._now, self._elapsed = clock(), monotonic()
        self._seen: dict[str, tuple[float, float]] = {}
        self._asked: dict[str, tuple[float, float]] = {}
        self._newest: float | None = None
        self._is_first = True
        self._quiet_until = float("-inf")

    def notice(self) -> None:
        """Notice whether the clock has leapt, before anything is written by it."""
        now, elapsed = self._clock(), self._monotonic()
        ahead = now - self._now - (elapsed - self._elapsed)
        self._now, self._elapsed = now, elapsed
        if abs(ahead) <= LEAP:
            return
        # What was seen before says nothing.
        self._seen.clear()
        if ahead > 0:
            self._hold_off()
        else:
            self._quiet_until = float("-inf")
            with contextlib.suppress(OSError):
                os.unlink(self._note)

    def look(self) -> None:
        """Begin to look at all files."""
        self.notice()
        with contextlib.suppress(OSError):
            left = os.stat(self._note).st_mtime - self._now
            if left <= HOLD_OFF:  # else it was noted by a clock that has been set back
                self._quiet_until = max(self._quiet_until, self._elapsed + left)
        self._asked, self._newest = {}, None

    def is_over(self, name: str, end: float) -> bool:
        """Return whether a file's life is over, and was when this was asked some time ago."""
        self._newest = end if self._newest is None else max(self._newest, end)
        if end > self._now:
            return False
        first, seen_end = self._seen.get(name, (self._elapsed, end))
        if seen_end != end:
            first = self._elapsed
        self._asked[name] = first, end
        return self._elapsed - first >= APART and self._elapsed >= self._quiet_until

    def forget_others(self) -> None:
        """End the look: what was not asked for in it has gone, or is held again."""
        self._seen, self._asked = self._asked, {}
        if self._is_first and self._newest is not None and self._now - self._newest > LEAP:
            self._hold_off()
        self._is_first = False

    def _hold_off(self) -> None:
        self._quiet_until = self._elapsed + HOLD_OFF
        with contextlib.suppress(OSError):  # others find out by themselves, or not at all
            until = self._now + HOLD_OFF
            os.close(os.open(self._note, os.O_CREAT | os.O_WRONLY, 0o600))
            os.utime(self._note, (until, until))
