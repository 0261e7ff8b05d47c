"""Reader: files of the store as one, as Python reads those on a disk."""

import io
import os
from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from ostinato.stores.files import StoredFile


class FileReader(io.RawIOBase):
    """What is underneath a buffered reader.

    Args:
        parts: What it reads, one after the other.
        read: Returns bytes of a part by its id, a place and how many; less only at the end.
    """

    def __init__(self, parts: Sequence[StoredFile], read: Callable[[str, int, int], bytes]) -> None:
        self._read = read
        self._ids = [part.id for part in parts]
        self._ends = [*accumulate(part.size for part in parts)]
        self._size, self._place = sum(part.size for part in parts), 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place, and return it."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"seek: the place must not be before the begin, got {base + offset}")
        self._place = base + offset
        return self._place

    def readinto(self, buffer: Any, /) -> int:
        """Fill a buffer as far as the part goes that is read, and return how many bytes that is.

        Raises:
            EOFError: If the part ends before it should: that is no end of the file.
        """
        if self._place >= self._size:
            return 0
        number = bisect(self._ends, self._place)
        id, start = self._ids[number], self._ends[number - 1] if number else 0
        view = memoryview(buffer).cast("B")
        wanted = min(len(view), self._ends[number] - self._place)
        found = self._read(id, self._place - start, wanted)
        if wanted and not found:
            raise EOFError(f"file: a part of it is shorter than it was, got id={id!r}")
        view[: len(found)] = found
        self._place += len(found)
        return len(found)
