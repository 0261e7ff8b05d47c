"""Spare: room for files in the memory of a process, while the store cannot take them."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Self

from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.files import Draft, FileFacts, FileStore, NoRoom

SPARE = 64e6
"""Bytes of files that this process keeps in memory while the store cannot take them."""


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


def give_back(
    spare: MemoryFiles,
    store: FileStore,
    life: float,
    ask: Callable[[Callable[[], object]], object],
) -> None:
    """Have a store take what it could not take before; what finds no room there stays here.

    Args:
        spare: Where the files are.
        store: Where they belong.
        life: Seconds for which the store keeps them, unless they are held.
        ask: Calls what asks the store.

    Raises:
        StoreError: If the store cannot be reached.
    """
    spare.sweep()
    for id, facts, content in spare.contents():
        with suppress(NoRoom):
            ask(partial(_put, store, id, facts, content, life))
            spare.forget(id)


def _put(store: FileStore, id: str, facts: FileFacts, content: bytes, life: float) -> None:
    with store.begin(facts.type) as draft:
        draft.write(content)
        draft.commit(id, life)
