"""Lazy content: what is made only if it is not there yet."""

from collections.abc import Callable
from typing import NamedTuple


class LazyContent(NamedTuple):
    """Content of a file, by what it is made from."""

    key: bytes
    """A digest of all that decides what it is: the same key stands for the same bytes."""
    make: Callable[[], bytes]
    """Makes it, which may take long."""
