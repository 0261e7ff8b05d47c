"""Limits: how long entries are kept, and how large they may be, as scripts write it."""

import datetime as dt
import math
import re
from numbers import Real

from ostinato.arguments.seconds import read_seconds
from ostinato.errors import (
    StreamlitBadTimeStringError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)

_NUMBER = re.compile(r"\s*[+-]?\d+(?:\.\d+)?\s*")

_SIZES = {"b": 1, "kb": 1000, "mb": 1000**2, "gb": 1000**3, "tb": 1000**4,
          "kib": 1024, "mib": 1024**2, "gib": 1024**3, "tib": 1024**4}  # fmt: skip
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*", re.IGNORECASE)


def parse_ttl(who: str, ttl: object) -> float | None:
    """Return for how many seconds an entry is fresh; None for ever.

    Args:
        who: The decorator, for the error.
        ttl: Seconds, a timedelta, text like "1d" or "1h 30m", or None.

    Raises:
        StreamlitBadTimeStringError: If the text is no time.
        StreamlitInvalidParameterTypeError: If it is nothing of all that.

    Example:
        >>> parse_ttl("cache_data", "1h23s")
        3623.0
    """
    if ttl is None:
        return None
    if isinstance(ttl, str):
        seconds = _seconds(ttl)
        if seconds is None:
            raise StreamlitBadTimeStringError(
                f"{who}: ttl must be a time with its unit, got ttl={ttl!r}:"
                ' write it like "1d", "1.5 hours" or "2h30m"'
            )
        return seconds
    if isinstance(ttl, dt.timedelta):
        return ttl.total_seconds()
    try:
        seconds = float(ttl) if isinstance(ttl, Real) else math.nan
    except OverflowError:
        return None  # No float is as long.
    if math.isnan(seconds):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: ttl must be seconds, a timedelta, a text or None, got ttl={ttl!r}:"
            ' write it like ttl=3600 or ttl="1h"'
        )
    return None if seconds == math.inf else seconds


def _seconds(text: str) -> float | None:
    """Return the seconds that text means; a number without a unit counts nanoseconds."""
    if _NUMBER.fullmatch(text):
        return float(text) * 1e-9
    seconds = read_seconds(text.strip().removeprefix("-"))
    return seconds if seconds is None or text.strip()[0] != "-" else -seconds


def parse_size(who: str, size: object, name: str = "max_size") -> int | None:
    """Return a size in bytes; None for any.

    Args:
        who: The decorator, for the error.
        size: Bytes, or text with a unit like "500MB", or None.
        name: The argument's name.

    Raises:
        StreamlitValueError: If it is no positive size.

    Example:
        >>> parse_size("cache_data", "1.5KiB")
        1536
    """
    if size is None:
        return None
    found: float | None = None
    if isinstance(size, int) and not isinstance(size, bool):
        found = size
    elif isinstance(size, str) and (match := _SIZE.fullmatch(size)):
        unit = _SIZES.get(match[2].lower())
        found = None if unit is None else float(match[1]) * unit
    if found is None or found < 1:
        raise StreamlitValueError(
            f"{who}: {name} must be a positive count of bytes, got {name}={size!r}:"
            ' write it like 1_000_000, "500MB" or "200KiB"'
        )
    return int(found)


def check_count(who: str, count: object) -> int | None:
    """Return the most entries that are kept; None for any number.

    Raises:
        StreamlitValueError: If it is no positive whole number.
    """
    if count is None:
        return None
    if isinstance(count, bool) or not isinstance(count, int | float) or count < 1 or count % 1:
        raise StreamlitValueError(
            f"{who}: max_entries must be a positive int or None, got max_entries={count!r}"
        )
    return int(count)
