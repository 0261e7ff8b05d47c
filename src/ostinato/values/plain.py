"""Plain: values that JSON has, as they come from a browser or are sent to one."""

from collections.abc import Iterator, Mapping
from itertools import count
from math import isfinite
from typing import Any

MOST = 2_000_000
"""How many values one may be made of in all."""

DEEPEST = 16
"""How far they may lie within one another."""

PLAIN = (str, int, float, bool, type(None))


def plain(value: Any, room: Iterator[int] | None = None, deepest: int = DEEPEST) -> Any:
    """Return a copy of a plain value, as it travels.

    Args:
        value: The value.
        room: Counts down how many values there may be; `MOST` without it.
        deepest: How far they may lie within one another.

    Raises:
        ValueError: If it is none, or too large.
    """
    return _plain(value, deepest, room or count(MOST, -1))


def check_finite(value: Any) -> None:
    """Check that a plain value has no number that JSON has no word for.

    Raises:
        ValueError: If it has.
    """
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"{value!r} is no number of JSON")
    elif isinstance(value, list):
        for each in value:
            check_finite(each)
    elif isinstance(value, dict):
        for each in value.values():
            check_finite(each)


def _plain(value: Any, depth: int, room: Iterator[int]) -> Any:
    if next(room) <= 0 or depth < 0:
        raise ValueError("it is too large")
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, list | tuple):
        return [_plain(each, depth - 1, room) for each in value]
    if isinstance(value, Mapping) and all(isinstance(name, str) for name in value):
        return {name: _plain(each, depth - 1, room) for name, each in value.items()}
    raise ValueError(f"{value!r:.100} is no plain value")
