"""Shared: a change of the process that lasts as long as anybody needs it."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack


class Shared:
    """A block that many may be in at once: the first one changes something, the last one undoes it.

    Args:
        change: Makes the block that changes it, and changes it back.
    """

    def __init__(self, change: Callable[[], AbstractContextManager[object]]) -> None:
        self._change = change
        self._changed = ExitStack()
        self._lock = threading.Lock()
        self._inside = 0

    @property
    def is_on(self) -> bool:
        """Whether somebody is inside."""
        return self._inside > 0

    def __enter__(self) -> None:
        """Make the change, unless somebody is inside."""
        with self._lock:
            if not self._inside:
                self._changed.enter_context(self._change())
            self._inside += 1

    def __exit__(self, *error: object) -> None:
        """Change it back, unless somebody else is inside."""
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._changed.close()
