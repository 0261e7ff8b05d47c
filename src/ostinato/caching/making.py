"""Making: who makes an entry now, and how others wait for it.

Nobody holds a lock while a function of the user goes on. Whoever makes something says so in a
table; if that run or thread has ended in any way, what it was about to make is another's to make.
"""

import threading
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, Protocol

from ostinato.caching.copies import Kept


class Draft(Protocol):
    """What an entry is to become beside memory: a clear ends it, whichever process that is in."""

    def write(self, kept: Kept, value: Any, drawn: Any) -> Any:
        """Have it become the entry, and return what tells that from others of its key.

        Args:
            kept: How memory keeps the value.
            value: The value.
            drawn: What was drawn meanwhile.

        Raises:
            Cleared: If that was cleared since the draft was begun.
        """

    def discard(self) -> None:
        """Remove it, unless it has become the entry."""


class Cleared(Exception):
    """What was made was cleared meanwhile, by another process perhaps: it is not kept."""


class Maker(NamedTuple):
    """Who makes something.

    Args:
        who: A thread's number, or a task.
        is_alive: Returns whether it may still come to an end.
    """

    who: Hashable
    is_alive: Callable[[], bool]


class Making:
    """Something that is being made.

    Args:
        maker: By whom.
    """

    __slots__ = ("done", "draft", "maker")

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.draft: Draft | None = None
        self.done = threading.Event()


class Waits:
    """Who waits for whom: nobody waits for what waits for them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Hashable, Making] = {}

    def begin(self, who: Hashable, making: Making) -> bool:
        """Note that somebody waits; False if it would be in vain, and they are to make it."""
        with self._lock:
            next_one: Making | None = making
            while next_one is not None and not next_one.done.is_set():
                if next_one.maker.who == who:
                    return False
                next_one = self._waiting.get(next_one.maker.who)
            self._waiting[who] = making
        return True

    def end(self, who: Hashable) -> None:
        """Note that somebody waits no more."""
        with self._lock:
            self._waiting.pop(who, None)


waits = Waits()
