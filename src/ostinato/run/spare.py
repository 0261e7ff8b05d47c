"""Spare: room for files in the memory of a process, while the store cannot take them."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Self

from ostinato.errors import StoreError
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import Draft, FileFacts, FileStore, NoFile, NoRoom

SPARE = 64e6
"""Bytes of files that this process keeps in memory while the store cannot take them."""


class Spare:
    """The files that this process has in place of a store that has missed them.

    Args:
        clock: Counts seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.files = MemoryFiles(clock, SPARE)
        self.is_owed = False
        """Whether there may be some that the store is to have as soon as it is back."""
        self._lock = threading.Lock()

    def has(self, id: str) -> bool:
        """Return whether a file is here, and so, perhaps, nowhere else."""
        try:
            self.files.find(id)
        except NoFile:
            return False
        return True

    def begin(self, type: str) -> "SpareDraft":
        """Begin to write a file."""
        self.is_owed = True
        return SpareDraft(self.files.begin(type))

    def give_back(
        self, store: FileStore, life: float, ask: Callable[[Callable[[], object]], object]
    ) -> None:
        """Have a store take what it has missed; what finds no room there stays here.

        Args:
            store: Where the files belong.
            life: Seconds for which the store keeps them, unless they are held.
            ask: Calls what asks the store.

        Raises:
            StoreError: If the store cannot be reached.
        """
        if not self._lock.acquire(blocking=False):
            return  # Somebody is at it.
        try:
            self.is_owed = False
            self.files.sweep()
            for id, facts, content in self.files.contents():
                with suppress(NoRoom):
                    ask(partial(_put, store, id, facts, content, life))
                    self.files.forget(id)
        except StoreError:
            self.is_owed = True
            raise
        finally:
            self._lock.release()


class SpareDraft:
    """A file in the memory of this process, if there is room for it."""

    def __init__(self, draft: Draft) -> None:
        self._draft: Draft | None = draft

    def write(self, part: Any) -> None:
        """Add bytes, as long as there is room."""
        if self._draft is None:
            return
        try:
            self._draft.write(part)
        except NoRoom:
            self._end()

    def commit(self, id: str, life: float) -> None:
        """Keep it; it leaves this memory by itself, so there is no claim to it."""
        if self._draft is not None:
            self._draft.commit(id, life)

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(self, *error: object) -> None:
        """Remove what was not committed."""
        self._end()

    def _end(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.__exit__(None, None, None)


def _put(store: FileStore, id: str, facts: FileFacts, content: bytes, life: float) -> None:
    with store.begin(facts.type) as draft:
        draft.write(content)
        draft.commit(id, life)
