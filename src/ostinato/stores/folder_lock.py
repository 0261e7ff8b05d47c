"""Folder lock: of the processes of a machine, one changes a folder at a time."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

AGAIN = 0.001
"""Seconds after which a lock is asked for again: whoever has it does what takes microseconds."""


@contextlib.contextmanager
def locked(folder: str | Path, monotonic: Callable[[], float], patience: float) -> Iterator[None]:
    """Have other processes wait that lock this folder, too.

    It helps and is not relied on: where there is no folder, its disk has no locks, or another
    process keeps the lock for too long, as one that was stopped, the block goes on without. So the
    lock is asked for again and again: the system would wait for ever, and no thread could end that.

    Args:
        folder: Which.
        monotonic: Counts seconds.
        patience: Seconds for which another is waited for.
    """
    with contextlib.ExitStack() as stack:
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                file = os.open(folder, os.O_RDONLY)
                stack.callback(os.close, file)
                _lock(file, monotonic, monotonic() + patience)
        yield


def _lock(file: int, monotonic: Callable[[], float], last: float) -> None:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if monotonic() >= last:
                return
            time.sleep(AGAIN)
        else:
            return
