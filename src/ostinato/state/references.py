"""References: which files a value refers to, said while its bytes are made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Sizes = dict[str, int]
"""The bytes that files have, by their ids."""

_noted: ContextVar[Sizes | None] = ContextVar("noted", default=None)


def refer(files: Sizes) -> None:
    """Say which files an object refers to: to be called by its `__reduce__`.

    What is stored with it keeps them, in this process or another, for as long as it is stored.

    Args:
        files: The bytes of each, by its id.
    """
    noted = _noted.get()
    if noted is not None:
        noted.update(files)


@contextmanager
def noting() -> Iterator[Sizes]:
    """Yield what gains the files that are referred to meanwhile."""
    files: Sizes = {}
    token = _noted.set(files)
    try:
        yield files
    finally:
        _noted.reset(token)
