"""Repetition: a log that tells of everything, and that nobody can fill."""

import logging
import threading
import time
from collections.abc import Callable

from ostinato.run.traceback import BOUNDED, Failure, Place, place_of

MANY = 20
"""Lines of one kind that are written as they are, before they are counted."""

WINDOW = 60.0
"""Seconds after which what was counted is told, and a plain line is news again."""

REMEMBERED = 3600.0
"""Seconds for which an error that does not come again counts as known."""

MOST_PLACES = 200
"""Errors of different places that are told apart at a time."""

LONGEST = 300

_ELSEWHERE = Place("many other places", 0)
Key = tuple[str, int, int | None]


class Repetitions(logging.Filter):
    """Lets what is new pass, and counts what is not.

    An error is written in full once, known by its type and its place; other lines are known by the
    place that writes them. It may be shared by several loggers.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._kinds: dict[Key, _Kind] = {}
        self._lock = threading.RLock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a line is to be written."""
        # At level DEBUG every line is written.
        if record.levelno < logging.INFO or hasattr(record, BOUNDED):
            return True
        place = _place(record)
        with self._lock:
            now = self._clock()
            if place is not None and self._is_one_too_many(record, place):
                place = _ELSEWHERE
            key = _key(record, place)
            kind = self._kinds.get(key)
            if kind is None:
                kind = self._kinds[key] = _Kind(record, place, now)
            return kind.passes(now)

    def tell(self, *, is_last: bool = False) -> None:
        """Write how often lines have come that were not written; to be called now and then.

        Args:
            is_last: Whether nobody will call it again.
        """
        now = self._clock()
        with self._lock:
            due = [each for each in self._kinds.values() if each.is_due(now) or is_last]
            told = [(each.logger, each.level, each.summary(now)) for each in due if each.missed]
            kept = {key: each for key, each in self._kinds.items() if not each.is_forgotten(now)}
            self._kinds = kept
        for name, level, summary in told:
            logging.getLogger(name).log(level, "%s", summary, extra={BOUNDED: True})

    def forget(self) -> None:
        """Take every error for news from now on."""
        self.tell(is_last=True)
        with self._lock:
            self._kinds.clear()

    def _is_one_too_many(self, record: logging.LogRecord, place: Place) -> bool:
        if _key(record, place) in self._kinds:
            return False
        return sum(1 for *_, way in self._kinds if way is not None) >= MOST_PLACES


class _Kind:
    """Lines that are alike."""

    def __init__(self, record: logging.LogRecord, place: Place | None, now: float) -> None:
        kind = str(record.msg).splitlines()[0]
        self._name = (f"{kind}: {place.name}" if place else _words(record))[:LONGEST]
        self.logger = record.name
        self.level = record.levelno
        self.missed = 0
        self._since = self._last = now
        self._is_error = place is not None
        self._may_pass = 1 if place else MANY

    def passes(self, now: float) -> bool:
        """Return whether one more is to be written, and count it if not."""
        self._last = now
        if self._may_pass:
            self._may_pass -= 1
            return True
        if not self.missed and self._is_error:
            self._since = now
        self.missed += 1
        return False

    def is_due(self, now: float) -> bool:
        return now - self._since >= WINDOW

    def is_forgotten(self, now: float) -> bool:
        if self._is_error:
            return now - self._last >= REMEMBERED
        return self.is_due(now)

    def summary(self, now: float) -> str:
        """Return how many were counted, and count from 0 again."""
        what = "the same" if self._is_error else "lines like this"
        seconds = max(now - self._since, 1)
        missed, self.missed = self.missed, 0
        return f"{self._name}: {what} {missed:,} more times in the last {seconds:.0f} s"


def _key(record: logging.LogRecord, place: Place | None) -> Key:
    return record.pathname, record.lineno, place.way if place else None


def _words(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        # It does not fit its arguments, which whoever writes it will say.
        return str(record.msg)


def _place(record: logging.LogRecord) -> Place | None:
    """Return where the error that a line tells of comes from, if it tells of one."""
    for each in record.args if isinstance(record.args, tuple) else ():
        if isinstance(each, Failure):
            return each.place
    error = record.exc_info[1] if record.exc_info else None
    return place_of(error) if error is not None else None
