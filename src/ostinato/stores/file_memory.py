"""Memory: files in this process, gone when it ends."""

import secrets
import threading
from collections.abc import Callable, Collection, Mapping
from types import TracebackType
from typing import Self

import msgspec

from ostinato.stores.files import Bytes, Figures, FileFacts, NoFile, no_room


class MemoryFile(msgspec.Struct):
    """A file: what is known of it, its bytes, until when it is kept, and who may remove it."""

    facts: FileFacts
    content: bytes
    end: float
    claim: str | None


class MemoryFiles:
    """Files in a dict.

    Args:
        clock: Returns the time in seconds; one that nobody sets, for it decides what is forgotten.
        limit: Bytes that all of them may take.
    """

    def __init__(self, clock: Callable[[], float], limit: float = 1e9) -> None:
        self._clock = clock
        self._limit = limit
        self._lock = threading.Lock()
        self._files: dict[str, MemoryFile] = {}
        self._size = 0
        self._removed = 0

    def begin(self, type: str, *, is_private: bool = False) -> "MemoryDraft":
        """Begin to write a file."""
        return MemoryDraft(self, type, is_private=is_private)

    def hold(self, ids: Collection[str], life: float) -> set[str]:
        """Have files live for so many seconds from now, at the least."""
        end = self._clock() + life
        with self._lock:
            found = {id: self._files[id] for id in ids if id in self._files}
            for each in found.values():
                each.end, each.claim = max(each.end, end), None
        return set(found)

    def make_room(self, size: int) -> None:
        """Remove what is over, if there is too little room."""
        self.reserve(size)
        self.reserve(-size)

    def drop(self, claims: Mapping[str, str]) -> None:
        """Remove files, but none that anybody has held since it was claimed."""
        with self._lock:
            for id, claim in claims.items():
                if id in self._files and self._files[id].claim == claim:
                    self._remove(id)

    def find(self, id: str) -> FileFacts:
        """Return what is known of a file."""
        return self._file(id).facts

    def read(self, id: str, start: int, size: int) -> bytes:
        """Return bytes of a file."""
        return self._file(id).content[start : start + size]

    def sweep(self) -> Figures:
        """Remove files whose life is over."""
        with self._lock:
            self._sweep()
            return Figures(len(self._files), self._size, self._removed)

    def close(self) -> None:
        """Forget everything."""
        with self._lock:
            self._files.clear()
            self._size = 0

    def contents(self) -> list[tuple[str, FileFacts, bytes]]:
        """Return all files."""
        with self._lock:
            return [(id, each.facts, each.content) for id, each in self._files.items()]

    def forget(self, id: str) -> None:
        """Forget a file."""
        with self._lock:
            if (kept := self._files.pop(id, None)) is not None:
                self._size -= kept.facts.size

    def reserve(self, size: int) -> None:
        """Count bytes that arrive, or, if negative, some that do not stay.

        Raises:
            NoRoom: If that is more than there is room for.
        """
        with self._lock:
            if self._size + size > self._limit:
                self._sweep()
            if size > 0 and self._size + size > self._limit:
                raise no_room("files in memory", self._limit)
            self._size += size

    def put(self, id: str, facts: FileFacts, content: bytes, life: float) -> str | None:
        """Keep what has arrived, and return the claim to it; its bytes were counted before."""
        end, claim = self._clock() + life, secrets.token_hex(8)
        with self._lock:
            if (old := self._files.get(id)) is not None:
                self._size -= facts.size
                old.end, old.claim = max(old.end, end), None
                return None
            self._files[id] = MemoryFile(facts, content, end, claim)
        return claim

    def _file(self, id: str) -> MemoryFile:
        try:
            return self._files[id]
        except KeyError:
            raise NoFile(id) from None

    def _sweep(self) -> None:
        now = self._clock()
        for id in [id for id, each in self._files.items() if each.end <= now]:
            self._remove(id)

    def _remove(self, id: str) -> None:
        self._size -= self._files.pop(id).facts.size
        self._removed += 1


class MemoryDraft:
    """Bytes that arrive.

    Args:
        store: What is to keep them.
        type: Their media type.
        is_private: Whether they are for scripts only.
    """

    def __init__(self, store: MemoryFiles, type: str, *, is_private: bool) -> None:
        self._store = store
        self._type, self._is_private = type, is_private
        self._content = bytearray()
        self._counted = 0

    def write(self, part: Bytes) -> None:
        """Add bytes."""
        size = memoryview(part).nbytes
        self._store.reserve(size)
        self._counted += size
        self._content += part

    def commit(self, id: str, life: float) -> str | None:
        """Have it become a file."""
        facts = FileFacts(self._type, len(self._content), self._is_private)
        claim = self._store.put(id, facts, bytes(self._content), life)
        self._counted = 0
        return claim

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Forget what was not committed."""
        self._store.reserve(-self._counted)
        self._counted = 0
        self._content.clear()
