"""Spare: room for files in the memory of a process, while the store cannot take them."""

from typing import Any, Self

from ostinato.stores.files import Draft, NoRoom

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
