"""Memory: what a process has made of some data, for the next run that has the same."""

import threading
from typing import Generic, TypeVar

V = TypeVar("V")


class Memory(Generic[V]):
    """Values by the fingerprints of what they were made of.

    Args:
        most: How many there are at the most: then the oldest is forgotten.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._values: dict[bytes, V] = {}

    def find(self, mark: bytes) -> V | None:
        """Return what was noted of a fingerprint."""
        with self._lock:
            return self._values.get(mark)

    def note(self, mark: bytes, value: V) -> None:
        """Remember a value."""
        with self._lock:
            self._values.pop(mark, None)
            while len(self._values) >= self._most:
                del self._values[next(iter(self._values))]
            self._values[mark] = value
