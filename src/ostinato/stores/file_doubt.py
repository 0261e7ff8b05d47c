"""Doubt: whether the life of a file is over, though a clock may be wrong (N07)."""

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

    Args:
        clock: Returns the time in seconds.
        monotonic: Counts seconds, whatever the time is.
    """

    def __init__(self, clock: Callable[[], float], monotonic: Callable[[], float]) -> None:
        self._clock, self._monotonic = clock, monotonic
        self._now, self._elapsed = clock(), monotonic()
        self._seen: dict[str, tuple[float, float]] = {}
        self._asked: dict[str, tuple[float, float]] = {}
        self._quiet_until = float("-inf")

    def look(self) -> None:
        """Begin to look at all files."""
        now, elapsed = self._clock(), self._monotonic()
        ahead = now - self._now - (elapsed - self._elapsed)
        if abs(ahead) > LEAP:
            # What was seen before says nothing.
            self._seen.clear()
            self._quiet_until = elapsed + HOLD_OFF if ahead > 0 else float("-inf")
        self._now, self._elapsed = now, elapsed
        self._asked = {}

    def is_over(self, name: str, end: float) -> bool:
        """Return whether a file's life is over, and was when this was asked some time ago."""
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
