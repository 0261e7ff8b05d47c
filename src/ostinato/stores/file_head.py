"""Head: what a file on disk begins with, which says what it is and how long."""

import os
import struct

from ostinato.stores.files import FileFacts, NoFile

HEAD = struct.Struct(">4sQ?H")
MAGIC = b"ost1"
LONGEST_TYPE = 255


def head_of(type: bytes, size: int, is_private: bool) -> bytes:
    """Return the head of a file of so many bytes."""
    return HEAD.pack(MAGIC, size, is_private, len(type)) + type


def facts_of(file: int, id: str) -> FileFacts:
    """Return what the head of an open file says.

    Raises:
        NoFile: If it has none, or another length than it says.
    """
    start = read_at(file, 0, HEAD.size + LONGEST_TYPE)
    if len(start) < HEAD.size:
        raise NoFile(id)
    magic, size, is_private, length = HEAD.unpack_from(start)
    if magic != MAGIC or os.fstat(file).st_size != HEAD.size + length + size:
        raise NoFile(id)
    type = start[HEAD.size : HEAD.size + length].decode("ascii", "replace")
    return FileFacts(type, size, is_private)


def start_of(file: int, id: str) -> int:
    """Return where the content of an open file begins.

    Raises:
        NoFile: If it has no head.
    """
    start = read_at(file, 0, HEAD.size)
    if len(start) < HEAD.size or not start.startswith(MAGIC):
        raise NoFile(id)
    return HEAD.size + int(HEAD.unpack(start)[3])


def read_at(file: int, start: int, size: int) -> bytes:
    """Return bytes of an open file."""
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, size)


def is_sound(path: str) -> bool:
    """Return whether a file is as long as its head says."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        facts_of(file, path)
    except NoFile:
        return False
    else:
        return True
    finally:
        os.close(file)
