"""Later: files that are still being written, while pages show already that they are there."""

import threading
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait

PATIENCE = 60.0
"""Seconds for which somebody waits for a file to be written."""

MOST = 4
"""Files that wait to be written; of more, each is written by whoever has it."""


class Later:
    """Files that are still being written, one after the other: who asks for one waits."""

    def __init__(self) -> None:
        self._coming: dict[str, Future[None]] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "files-later")

    def put(self, id: str, write: Callable[[], None]) -> None:
        """Have a file written, unless it is already.

        Args:
            id: Its id.
            write: Writes it.
        """
        with self._lock:
            if id in self._coming:
                return
            is_full = len(self._coming) >= MOST
            future = Future[None]() if is_full else self._thread.submit(write)
            self._coming[id] = future
        if is_full:
            self._write(future, write)
        future.add_done_callback(lambda _done: self._coming.pop(id, None))

    def wait(self, ids: Iterable[str]) -> None:
        """Wait until none of these files is still being written."""
        if self._coming:
            coming = [self._coming.get(id) for id in ids]
            wait([each for each in coming if each is not None], PATIENCE)

    def among(self, ids: Collection[str]) -> set[str]:
        """Return which of these files are still being written."""
        return {id for id in ids if id in self._coming} if self._coming else set()

    def close(self) -> None:
        """Write what is left."""
        self._thread.shutdown()

    def _write(self, future: "Future[None]", write: Callable[[], None]) -> None:
        try:
            write()
        finally:
            future.set_result(None)
