"""Caches: those of all functions, of one process or one session."""

import threading
import time
from collections.abc import Callable
from types import CodeType
from typing import Literal, NamedTuple

from ostinato.caching.cache import Cache, Settings
from ostinato.state.content import code_digest


class FunctionVersion(NamedTuple):
    """Which function, with which code: where it stands, its name, and the hash of its code.

    Each run of a script defines it again.
    """

    file: str
    name: str
    digest: str

    @classmethod
    def of(cls, code: CodeType | None, name: str) -> "FunctionVersion":
        """Return that of a function with this code, if it has any, and this full name."""
        return cls("", name, "") if code is None else cls(code.co_filename, name, code_digest(code))


class Figures(NamedTuple):
    """How large a cache is."""

    kind: Literal["data", "resource"]
    name: str
    entries: int
    bytes: int


class Caches:
    """The caches of functions, each by what the function is and how it is cached.

    Args:
        clock: Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._caches: dict[tuple[FunctionVersion, Settings], Cache] = {}

    def of(self, function: FunctionVersion, settings: Settings) -> Cache:
        """Return the cache of a function."""
        found = self._caches.get((function, settings))
        if found is None:
            cache = Cache(function.name, settings, self._clock)
            with self._lock:
                found = self._caches.setdefault((function, settings), cache)
        return found

    def clear(self, kind: str) -> None:
        """Forget what all functions of a kind have made."""
        for cache in self.all():
            if cache.settings.kind == kind:
                cache.clear()

    def shrink(self, limit: int) -> None:
        """Forget data until it has no more bytes than this: what was used longest ago goes first.

        What was used last stays.
        """
        entries = [
            (entry.used_at, entry.kept.size, cache, key)
            for cache in self.all()
            if cache.settings.kind == "data"
            for key, entry in cache.entries()
        ]
        total = sum(size for _, size, _, _ in entries)
        for _, size, cache, key in sorted(entries, key=lambda entry: entry[0])[:-1]:
            if total <= limit:
                break
            cache.drop(key)
            total -= size

    def figures(self) -> list[Figures]:
        """Return how large the caches are."""
        return [
            Figures(each.settings.kind, each.name, each.count, each.size) for each in self.all()
        ]

    def close(self) -> None:
        """Forget everything: the session is over, and its resources are let go of."""
        for cache in self.all():
            cache.clear()
        with self._lock:
            self._caches.clear()

    @property
    def has_releases(self) -> bool:
        """Whether code of the user runs when this is closed."""
        return any(cache.on_release is not None for cache in self.all())

    def all(self) -> list[Cache]:
        """Return all of them."""
        with self._lock:
            return [*self._caches.values()]


caches = Caches()
"""Those of this process."""
