"""Inotify: Linux tells of changes in folders, so that nobody has to look for them."""

import ctypes
import os
import struct
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Self

# See https://man7.org/linux/man-pages/man7/inotify.7.html
ATTRIB, CLOSE_WRITE, MOVED_FROM, MOVED_TO, CREATE, DELETE, DELETE_SELF, MOVE_SELF = (
    0x4, 0x8, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800
)  # fmt: skip
GONE = DELETE_SELF | MOVE_SELF
MASK = ATTRIB | CLOSE_WRITE | MOVED_FROM | MOVED_TO | CREATE | DELETE | GONE
ONLY_FOLDERS, OVERFLOW, FOLDER = 0x1000000, 0x4000, 0x40000000
HEAD = struct.Struct("iIII")
ROOM = 65536


class Inotify:
    """Changes in some folders, not in those below them.

    Raises:
        OSError: If the system has none to give.
    """

    def __init__(self) -> None:
        self._numbers: dict[Path, int] = {}
        self.number = _call("inotify_init1", os.O_NONBLOCK | os.O_CLOEXEC)
        """The number of the file that can be read when something has changed."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        os.close(self.number)

    def watch(self, folders: Collection[Path]) -> bool:
        """Watch these folders, and no others; those that are gone are left out.

        Returns:
            Whether a folder is watched that was not before: it may have changed meanwhile.

        Raises:
            OSError: If the system does not watch that many.
        """
        for folder in self._numbers.keys() - folders:
            _libc().inotify_rm_watch(self.number, self._numbers.pop(folder))
        news = [folder for folder in folders if folder not in self._numbers]
        for folder in news:
            try:
                mask = MASK | ONLY_FOLDERS
                number = _call("inotify_add_watch", self.number, os.fsencode(folder), mask)
            except (FileNotFoundError, NotADirectoryError):
                continue
            self._numbers[folder] = number
        return bool(news)

    def read(self) -> set[Path]:
        """Return what was touched since; a folder stands for all that is in it."""
        folders = {number: folder for folder, number in self._numbers.items()}
        touched = set[Path]()
        for number, mask, name in self._events():
            if mask & OVERFLOW:
                touched.update(folders.values())
            if number not in folders or (mask & FOLDER and mask & ATTRIB):
                continue
            folder = folders[number]
            if name or mask & GONE:
                touched.add(folder / name)
            if mask & GONE and self._numbers.pop(folder, None) is not None:
                # What is there under its name from here on is another folder.
                _libc().inotify_rm_watch(self.number, number)
        return touched

    def _events(self) -> Iterator[tuple[int, int, str]]:
        while True:
            try:
                data = os.read(self.number, ROOM)
            except BlockingIOError:
                return
            while data:
                number, mask, _, size = HEAD.unpack_from(data)
                name, data = data[HEAD.size : HEAD.size + size], data[HEAD.size + size :]
                yield number, mask, os.fsdecode(name.rstrip(b"\0"))


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: int | bytes) -> int:
    result = int(getattr(_libc(), name)(*arguments))
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
    return result
