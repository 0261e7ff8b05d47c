"""Outage: a store that has failed is left alone for a while."""

import threading
from collections.abc import Callable
from typing import TypeVar

from ostinato.errors import StoreError
from ostinato.stores.files import NoRoom

T = TypeVar("T")

AWAY_FOR, LONGEST_AWAY = 2.0, 30.0
"""Seconds for which a store that has failed is not tried again, and twice as many each time, up to
so many: a page with files must not wait for it over and over."""


class Outage:
    """Knows whether a store has just failed; any thread may ask.

    Args:
        clock: Counts seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._until, self._for = float("-inf"), AWAY_FOR

    def guard(self, call: Callable[[], T], *, is_trial: bool = False) -> T:
        """Ask the store, unless it has just failed.

        Args:
            call: Asks it.
            is_trial: Whether to ask it all the same, as nobody waits for the answer.

        Raises:
            StoreError: If it fails, or has.
        """
        if not is_trial and self._clock() < self._until:
            raise StoreError("files: the store cannot be reached: it is tried again soon")
        try:
            result = call()
        except NoRoom:
            raise
        except StoreError:
            with self._lock:
                if self._clock() >= self._until:
                    # Of the threads that find out, one counts.
                    self._until = self._clock() + self._for
                    self._for = min(LONGEST_AWAY, 2 * self._for)
            raise
        with self._lock:
            self._until, self._for = float("-inf"), AWAY_FOR
        return result
