"""Source: where the content of a file comes from, to be read as often as it takes."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, NamedTuple

from ostinato.stores.files import Bytes
from ostinato.values.lazy_content import LazyContent

AT_ONCE = 1 << 20
"""Bytes that are read and hashed at a time."""

Content = Bytes | str | os.PathLike[str] | BinaryIO | LazyContent


class Stamp(NamedTuple):
    """What tells whether a file on disk is as it was when it was read."""

    device: int
    inode: int
    changed: int
    size: int


class Source:
    """Content in memory.

    Attributes:
        stamp: What it is known by without reading it, if it comes from a disk or is yet to be made.
    """

    stamp: Stamp | bytes | None = None

    def __init__(self, content: Bytes) -> None:
        self._content = memoryview(content).cast("B")

    def parts(self) -> Iterator[Bytes]:
        """Yield it from its begin, bit by bit."""
        for start in range(0, len(self._content), AT_ONCE):
            yield self._content[start : start + AT_ONCE]


class LazySource(Source):
    """Content that is made when it is read first."""

    def __init__(self, content: LazyContent) -> None:
        self.stamp = content.key
        self._make = content.make
        self._made: bytes | None = None

    def parts(self) -> Iterator[Bytes]:
        """Yield it from its begin, bit by bit."""
        if self._made is None:
            self._made = self._make()
        return Source(self._made).parts()


class OpenSource(Source):
    """Content of an open file.

    Args:
        file: The file, which can be read again.
        stamp: What it is known by.
    """

    def __init__(self, file: IO[bytes], stamp: Stamp | None) -> None:
        self._file = file
        self.stamp = stamp

    def parts(self) -> Iterator[Bytes]:
        """Yield it from its begin, bit by bit."""
        self._file.seek(0)
        while part := self._file.read(AT_ONCE):
            yield part


@contextlib.contextmanager
def source_of(content: Content) -> Iterator[Source]:
    """Yield where some content comes from.

    Raises:
        OSError: If it is in a file that cannot be read, or is not regular.
    """
    with contextlib.ExitStack() as stack:
        if isinstance(content, bytes | bytearray | memoryview):
            yield Source(content)
        elif isinstance(content, LazyContent):
            yield LazySource(content)
        elif isinstance(content, str | os.PathLike):
            file = stack.enter_context(open(content, "rb", opener=_open_regular))
            yield OpenSource(file, _stamp_of(file))
        elif content.seekable():
            yield OpenSource(content, _stamp_of(content))
        else:
            copy = stack.enter_context(tempfile.SpooledTemporaryFile(8 * AT_ONCE))
            shutil.copyfileobj(content, copy, AT_ONCE)
            yield OpenSource(copy, None)


def _open_regular(path: str, flags: int) -> int:
    """Open a file, and wait for none that may never give anything."""
    file = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise OSError("it is no regular file")
    return file


def _stamp_of(file: Any) -> Stamp | None:
    """Return what an open file is known by; None if it is not on a disk."""
    try:
        found = os.fstat(file.fileno())
    except (AttributeError, OSError, TypeError, ValueError):
        return None
    # What was not written to the disk yet is not seen in its facts.
    if not stat.S_ISREG(found.st_mode) or getattr(file, "writable", bool)():
        return None
    return Stamp(found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)
