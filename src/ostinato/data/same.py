"""Same: whether a library has kept a value as it is."""

import datetime as dt
import math
from typing import Any


def is_same(value: Any, got: Any) -> bool:
    """Return whether a value is what became of another one, which may be none.

    A number with a fraction is the nearest one that its type has, if it has one that is near.
    """
    if value is None:
        return got is None or type(got).__name__ in ("NaTType", "NAType") or bool(got != got)
    if isinstance(value, list | tuple):
        if got is None or isinstance(got, str | bytes) or not hasattr(got, "__len__"):
            return False
        return len(value) == len(got) and all(map(is_same, value, got))
    if hasattr(got, "item") and hasattr(got, "dtype"):
        got = got.item()
    if isinstance(value, int | float) and isinstance(got, float):
        return got == value or (math.isfinite(got) and got != 0)
    return bool(got == value)


def in_utc(value: Any) -> Any:
    """Return a value; a moment with a time zone in UTC, as all libraries understand it."""
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        return value
    try:
        return value.astimezone(dt.UTC)
    except OverflowError:
        return value  # In the first or last hours that Python has.
