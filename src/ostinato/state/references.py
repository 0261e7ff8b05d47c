"""References: which files a value refers to, said while its bytes are made."""

from contextvars import ContextVar

Sizes = dict[str, int]
"""The bytes that files have, by their ids."""

noted: ContextVar[Sizes | None] = ContextVar("noted", default=None)
"""Gains the files that are referred to while something is pickled."""


def refer(files: Sizes) -> None:
    """Say which files an object refers to: to be called by its `__reduce__`.

    What is stored with it keeps them, in this process or another, for as long as it is stored.

    Args:
        files: The bytes of each, by its id.
    """
    known = noted.get()
    if known is not None:
        known.update(files)
