"""File places: where a test keeps files, open to several store objects at once."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ostinato.stores.file_doubt import APART
from ostinato.stores.file_folder import FolderFiles
from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.file_redis import RedisFiles
from ostinato.stores.files import FileFacts, FileStore, NoFile
from services import wait_until
from stores.places import Clock

LONG = 1000.0
A, B = "a" * 32, "b" * 32


def put(store: FileStore, id: str, content: bytes, life: float = LONG, **how: bool) -> None:
    with store.begin("text/plain", **how) as draft:
        draft.write(content)
        draft.commit(id, life)


def facts_of(store: FileStore, id: str) -> FileFacts | None:
    try:
        return store.find(id)
    except NoFile:
        return None


class FilePlace:
    """Base of the places: `open` gives another store object with every call.

    `short` is a life that a test can outlive, by `outlive`.
    """

    short = 10.0

    def __init__(self) -> None:
        self.clock = Clock()
        self.opened: list[FileStore] = []

    def open(self, **options: Any) -> FileStore:
        store = self.make(**options)
        self.opened.append(store)
        return store

    def close(self) -> None:
        for each in self.opened:
            each.close()

    def make(self, **options: Any) -> FileStore:
        raise NotImplementedError

    def outlive(self) -> None:
        """Let a short life end that has begun by now, and what is over go."""
        self.clock.now += self.short + 1
        self.sweep()

    def sweep(self) -> None:
        for each in self.opened:
            each.sweep()


class MemoryFilePlace(FilePlace):
    store: MemoryFiles | None = None

    def make(self, **options: Any) -> FileStore:
        if self.store is None or options:
            self.store = MemoryFiles(self.clock, **options)
        return self.store


class FolderFilePlace(FilePlace):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def make(self, **options: Any) -> FileStore:
        return FolderFiles(self.folder, self.clock, self.clock, **options)

    def sweep(self) -> None:
        # One look believes no clock.
        super().sweep()
        self.clock.now += APART
        super().sweep()
        self.clock.now -= APART


class RedisFilePlace(FilePlace):
    """The server's clock counts here, so lives are really short."""

    short = 0.2

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    def make(self, **options: Any) -> FileStore:
        return RedisFiles(self.url, **options)

    def outlive(self) -> None:
        store = self.open()
        put(store, "c" * 32, b"canary", self.short)
        wait_until(lambda: facts_of(store, "c" * 32) is None, "the end of a short life")
        self.sweep()


def seconds(call: Callable[[], object]) -> float:
    began = time.monotonic()
    call()
    return time.monotonic() - began
