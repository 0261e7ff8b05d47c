"""Files: the contract between an app and the place that keeps bytes too large for its sessions.

A file is there from its commit until its life is over, and never changes. Its life only ever gets
longer: whoever needs it holds it, again and again, and nobody has to say that they do not need it
any more. So it makes no difference how a process ends.

Whoever has put a file has a *claim* to it, until anybody holds it or puts it again: with that, it
can be removed early. It never comes back to a file that somebody else may need.
"""

from collections.abc import Collection, Mapping
from types import TracebackType
from typing import NamedTuple, Protocol, Self

import msgspec

from ostinato.config.units import MEGABYTE
from ostinato.errors import StoreError

PART = 65_536
"""Bytes that are read at a time: what a browser that reads slowly costs."""

DRAFT_LIFE = 3600.0
"""Seconds after which a draft is removed that nobody writes to."""

Bytes = bytes | bytearray | memoryview


class StoredFile(NamedTuple):
    """A file in a store: its id, and its bytes."""

    id: str
    size: int


class FileFacts(msgspec.Struct, frozen=True):
    """What is known of a file beside its bytes.

    Args:
        type: Its media type.
        size: Its bytes.
        is_private: Whether it is for scripts only: no address leads to it.
    """

    type: str
    size: int
    is_private: bool = False


class Figures(msgspec.Struct, frozen=True):
    """How many files a store has, what they take, and how many it has removed in this process."""

    count: int = 0
    size: int = 0
    removed: int = 0


class NoFile(LookupError):
    """There is no such file, or it is gone."""


class NoRoom(StoreError):
    """A store has no room for a file, and nothing that it may remove."""


def no_room(where: str, limit: float) -> NoRoom:
    """Return the error of a store that has reached its limit.

    Args:
        where: The store.
        limit: Bytes that all its files may take.
    """
    return NoRoom(
        f"{where}: all files may take {limit / MEGABYTE:g} MB, and do: show less, or raise"
        " files.maxSize"
    )


class Draft(Protocol):
    """A file that arrives. Leaving its block without a commit leaves nothing of it."""

    def write(self, part: Bytes) -> None:
        """Add bytes.

        Raises:
            NoRoom: If the store is full.
            StoreError: If the place cannot be reached or written.
        """

    def commit(self, id: str, life: float) -> str | None:
        """Have it become the file of this id, in one step; one that is there is the same.

        Args:
            id: The file's id.
            life: Seconds for which it is kept, unless it is held.

        Returns:
            The claim to it; None if it was there.

        Raises:
            StoreError: As `write`; nothing of it is left then.
        """

    def __enter__(self) -> Self:
        """Begin to write."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was not committed."""


class FileStore(Protocol):
    """Files by id. Any thread of any process may call it; every call may take its time.

    Every method but `close` raises `StoreError` when the place cannot be reached.
    """

    def begin(self, type: str, *, is_private: bool = False) -> Draft:
        """Begin to write a file.

        Args:
            type: Its media type.
            is_private: Whether it is for scripts only.
        """

    def hold(self, ids: Collection[str], life: float) -> set[str]:
        """Have files live for so many seconds from now, at the least.

        Returns:
            Which of them are there.
        """

    def make_room(self, size: int) -> None:
        """Remove what is over, if there is too little room for so many bytes.

        Raises:
            NoRoom: If there still is.
        """

    def drop(self, claims: Mapping[str, str]) -> None:
        """Remove files, but none that anybody has held or put since it was claimed.

        Args:
            claims: What `commit` has returned, by id.
        """

    def find(self, id: str) -> FileFacts:
        """Return what is known of a file.

        Raises:
            NoFile: If it is not there.
        """

    def read(self, id: str, start: int, size: int) -> bytes:
        """Return bytes of a file: less than `size` only where it ends.

        Raises:
            NoFile: If it is not there.
        """

    def sweep(self) -> Figures:
        """Remove files whose life is over, but not on the word of a single clock (N07)."""

    def close(self) -> None:
        """Release what the store holds open."""
