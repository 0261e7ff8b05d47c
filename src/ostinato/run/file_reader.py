"""Reader: a file of the store, as Python reads those on a disk."""

import io
import os
from collections.abc import Callable
from typing import Any


class FileReader(io.RawIOBase):
    """What is underneath a buffered reader.

    Args:
        read: Returns bytes of a file by its id, a place and how many; less only at the end.
        id: The file's id.
        size: Its bytes.
    """

    def __init__(self, read: Callable[[str, int, int], bytes], id: str, size: int) -> None:
        self.id = id
        self._read, self._size = read, size
        self._place = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place, and return it."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"seek: the place must not be before the begin, got {base + offset}")
        self._place = base + offset
        return self._place

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer as far as there are bytes, and return how many."""
        content = self._read(self.id, self._place, len(buffer))
        buffer[: len(content)] = content
        self._place += len(content)
        return len(content)
