"""SQLite's tidying: what has expired is deleted, but not on the word of a single clock (N07)."""

import logging
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

logger = logging.getLogger("ostinato")

EVERY = 60.0
APART = 300.0
"""Seconds of real time between two looks at the clock that both say that a session is over."""

AT_MOST = 100
"""How many sessions one pass deletes; if there are more, another one follows soon."""

SOON = 1.0
LEAP = 86_400.0
"""Seconds by which a clock that nobody has seen running is ahead before it is doubted."""

HOLD_OFF = 86_400.0
"""Seconds for which nothing is deleted when the clock is in doubt. Whoever minds it mends it."""

WORTH_A_WARNING = 10


class Look(NamedTuple):
    """What two clocks said at the same time: one that counts seconds, and one that may be set."""

    elapsed: float
    now: float


class Tidying:
    """Deletes sessions whose time is over, now and then.

    A clock is doubted when it has leapt, or when most of what is stored would be over at once: an
    app that was off for weeks looks the same. Both wait until the clock has stood by it for a day.

    Args:
        clock: Returns the time in seconds.
        monotonic: Counts seconds, whatever the time is.
    """

    def __init__(self, clock: Callable[[], float], monotonic: Callable[[], float]) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._looks: list[Look] = []
        self._next = float("-inf")
        self._has_leapt = False
        self._in_doubt_since: float | None = None

    def go_over(self, db: sqlite3.Connection) -> None:
        """Delete some of what is over, if it is time to look."""
        look = Look(self._monotonic(), self._clock())
        if look.elapsed < self._next:
            return
        self._next = look.elapsed + EVERY
        self._mind_leaps(db, look)
        self._looks.append(look)
        while len(self._looks) > 1 and look.elapsed - self._looks[1].elapsed >= APART:
            del self._looks[0]
        first = self._looks[0]
        if look.elapsed - first.elapsed >= APART:
            self._delete(db, look, before=min(each.now for each in self._looks))

    def _mind_leaps(self, db: sqlite3.Connection, look: Look) -> None:
        """Compare the clock with what it said last, to this process or to an earlier one."""
        if self._looks:
            last = self._looks[-1]
            ahead = look.now - last.now - (look.elapsed - last.elapsed)
        else:
            (at,) = db.execute("SELECT max(at) FROM tidying").fetchone()
            ahead = 0.0 if at is None else look.now - at
        if ahead > LEAP:
            self._has_leapt, self._in_doubt_since = True, None
        elif ahead < -LEAP:
            # It was mended, or is wrong now: what was seen before says nothing.
            self._looks.clear()
            self._has_leapt, self._in_doubt_since = False, None

    def _delete(self, db: sqlite3.Connection, look: Look, before: float) -> None:
        query = "SELECT count(*), count(*) FILTER (WHERE ends <= ?) FROM session"
        total, over = db.execute(query, [before]).fetchone()
        if self._is_in_doubt(look, total, over):
            return
        expired = "SELECT number FROM session WHERE ends <= ? LIMIT ?"
        command = f"DELETE FROM session WHERE number IN ({expired})"
        if db.execute(command, [before, AT_MOST]).rowcount == AT_MOST:
            # The clock is trusted until all that is over is gone.
            self._next = look.elapsed + SOON
        else:
            self._has_leapt, self._in_doubt_since = False, None
        db.execute("DELETE FROM tidying")
        db.execute("INSERT INTO tidying (at) VALUES (?)", [look.now])

    def _is_in_doubt(self, look: Look, total: int, over: int) -> bool:
        if not self._has_leapt and 2 * over <= total:
            return False
        if self._in_doubt_since is None:
            self._in_doubt_since = look.elapsed
            if over >= WORTH_A_WARNING:
                logger.warning(
                    "sqlite store: %d of %d sessions would be over at once: none is deleted for "
                    "a day, in case the clock of this machine is wrong",
                    over,
                    total,
                )
        return look.elapsed - self._in_doubt_since < HOLD_OFF
