"""Holdings: the files that one session needs, and how much they may be."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping

from ostinato.config.units import MEGABYTE
from ostinato.errors import StoreError
from ostinato.run.filing import GRACE, MOST_KNOWN, Filing
from ostinato.run.losses import losses_of

MARGIN = 60.0
"""Seconds by which what is stored outlives its session, at the least, between two looks."""


class TooMuchHeld(Exception):
    """A session needs more bytes of files than it may."""


class Holdings:
    """The files of one session: what its page shows, what it has just got, and what it stores.

    Any thread may call it.

    Args:
        filing: The files of the app.
        clock: Counts seconds.
        limit: The bytes that it may need at a time.
        shown: Returns the ids of what the page shows.
        life: Seconds for which what the session stores is kept.
        wall: Returns the time in seconds, by which stores in files end lives.
    """

    def __init__(
        self,
        filing: Filing,
        clock: Callable[[], float],
        *,
        limit: float,
        shown: Callable[[], set[str]],
        life: float,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._filing, self._clock, self._wall = filing, clock, wall
        self._limit, self._shown, self._life = limit, shown, life
        self._lock = threading.Lock()
        self._got: dict[str, tuple[int, float]] = {}
        self._size = 0
        self._over: set[str] = set()
        self._stored: Mapping[str, int] = {}
        self._secured: dict[str, float] = {}
        self._ahead = wall() - clock()

    def take(self, id: str, size: int, life: float = GRACE) -> None:
        """Note a file that the session has got.

        Args:
            id: Its id.
            size: Its bytes.
            life: Seconds for which it counts, although it is neither shown nor stored.

        Raises:
            TooMuchHeld: If all that it needs would be more than it may be.
        """
        with self._lock:
            self._note(id, size, life)
            if self._size + sum(self._stored.values()) <= self._limit:
                return
        shown = self._shown()
        with self._lock:
            self._forget(shown)
            if self._needed() > self._limit:
                self._size -= self._got.pop(id)[0]
                self._over.add(id)
                raise TooMuchHeld(
                    f"the files that a session shows and holds may have {self._limit / MEGABYTE:g}"
                    f" MB, got {size / MEGABYTE:.1f} MB more: show less of them, or raise"
                    " files.maxSessionSize"
                )

    def shown(self) -> set[str]:
        """Return the ids of what the page shows, and forget what it does not show any more."""
        if not self._filing.is_used:
            return set()
        shown = self._shown()
        with self._lock:
            self._forget(shown)
        return shown

    def over(self) -> set[str]:
        """Return the ids of what the session has got and needs no more, each once."""
        if not self._got and not self._over:
            return set()
        shown = self._shown()
        with self._lock:
            self._forget(shown)
            over, self._over = self._over - self._stored.keys(), set()
        return over

    @property
    def stored(self) -> set[str]:
        """The ids of what the session stores."""
        return set(self._stored)

    def secure(self, stored: Mapping[str, int]) -> None:
        """Have what the session stores from now on outlive it; to be called before it is stored.

        Args:
            stored: The bytes of each file, by its id.
        """
        self._stored = stored
        now = self._clock()
        ahead = self._wall() - now
        if abs(ahead - self._ahead) > MARGIN:
            # The time was set: what was secured may end sooner than the session that stores it now.
            with self._lock:
                self._ahead, self._secured = ahead, {}
        # The session's own life begins with its next save.
        due = [id for id in stored if self._secured.get(id, now) < now + self._life + MARGIN]
        if due:
            life = self._life + max(self._life / 4, 4 * MARGIN)
            try:
                found = self._filing.hold(due, life)
            except StoreError as error:
                self._filing.failed(error, "files that sessions store are held again later")
                return
            losses_of(self._filing).note({*due} - found)
            with self._lock:
                self._secured |= dict.fromkeys(found, now + life)
        with self._lock:
            self._secured = {id: end for id, end in self._secured.items() if id in stored}

    def _note(self, id: str, size: int, life: float) -> None:
        before = self._got.pop(id, None)
        self._size += size - (before[0] if before else 0)
        self._got[id] = size, max(before[1] if before else 0, self._clock() + life)

    def _forget(self, shown: Iterable[str]) -> None:
        """Forget what is shown no more, and was not just shown or got."""
        now, shown, got = self._clock(), set(shown), self._got
        self._got = {
            id: (size, max(end, now + GRACE) if id in shown else end)
            for id, (size, end) in got.items()
            if id in shown or end > now
        }
        self._size = sum(size for size, _ in self._got.values())
        if len(self._over) < MOST_KNOWN:
            self._over |= got.keys() - self._got.keys()

    def _needed(self) -> int:
        return sum({**self._stored, **{id: size for id, (size, _) in self._got.items()}}.values())
