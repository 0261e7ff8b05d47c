"""Losses: files that something stored refers to, and that somebody has removed from the store."""

import threading
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ostinato.run.filing import Filing

MOST = 10_000
"""How many are remembered; of what is forgotten, the next who asks for it finds out again."""


class Losses:
    """The ids of files that were not there when they were asked for; any thread may call it.

    One of them may have been sent again since: whoever finds it here asks the store.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ids: dict[str, None] = {}
        self.count = 0
        """How many were noted so far: what was looked up before is to be looked up again."""

    def note(self, ids: Iterable[str]) -> None:
        """Note that files are not there."""
        with self._lock:
            for id in ids:
                if id in self._ids:
                    continue  # A session that stores it asks again with each of its saves.
                self._ids[id] = None
                self.count += 1
                if len(self._ids) > MOST:
                    del self._ids[next(iter(self._ids))]

    def forget(self, ids: Iterable[str]) -> None:
        """Forget files that are there again, so that it counts if they are lost once more."""
        with self._lock:
            for id in ids:
                self._ids.pop(id, None)

    def among(self, ids: Collection[str]) -> set[str]:
        """Return which of these files were not there."""
        return {id for id in ids if id in self._ids} if self._ids else set()


def losses_of(files: "Filing") -> Losses:
    """Return what an app has lost, as far as this process knows."""
    losses: Losses = files.notes.setdefault(Losses, Losses())
    return losses
