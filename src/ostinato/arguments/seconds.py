"""Seconds: a span of time, as a number, a `timedelta` or text like "1h30m"."""

import math
import re
from datetime import timedelta

from ostinato.errors import StreamlitBadTimeStringError, StreamlitInvalidParameterTypeError

_UNITS = {
    "ns": 1e-9, "nanosecond": 1e-9, "us": 1e-6, "microsecond": 1e-6, "ms": 1e-3, "milli": 1e-3,
    "millisecond": 1e-3, "s": 1.0, "sec": 1.0, "second": 1.0, "m": 60.0, "min": 60.0, "t": 60.0,
    "minute": 60.0, "h": 3600.0, "hr": 3600.0, "hour": 3600.0, "d": 86_400.0, "day": 86_400.0,
    "w": 604_800.0, "week": 604_800.0,
}  # fmt: skip
_PART = re.compile(r"[\s,]*(?:and\s)?\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-zA-Zµμ]+)[\s,]*")
_CLOCK = re.compile(r"(?:(\d+)\s*days?,?\s+)?(\d+):(\d\d):(\d\d(?:\.\d+)?)")


def seconds_of(who: str, name: str, span: object) -> float | None:
    """Return a span of time in seconds; None for none, and for one that is not above zero.

    Args:
        who: Whose it is, for the error.
        name: The argument, for the error.
        span: What the script passed.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no time.
        StreamlitBadTimeStringError: If it is text that says none.

    Example:
        >>> seconds_of("fragment", "run_every", "1.5 min")
        90.0
    """
    if span is None:
        return None
    if isinstance(span, timedelta):
        seconds = span.total_seconds()
    elif isinstance(span, str):
        seconds = _read(who, name, span)
    else:
        seconds = _number(who, name, span)
    return seconds if 0 < seconds < math.inf else None


def _number(who: str, name: str, span: object) -> float:
    try:
        if isinstance(span, (str, bytes)) or span is True or span is False:
            raise TypeError
        return float(span)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be seconds, a timedelta or text, got {name}={span!r}:"
            ' write it like 2.5 or "10s"'
        ) from None


def _read(who: str, name: str, text: str) -> float:
    seconds = read_seconds(text)
    if seconds is None:
        raise StreamlitBadTimeStringError(
            f"{who}: {name} must be a time with its unit, got {name}={text!r}:"
            ' write it like "10s", "1h30m" or "2 days"'
        )
    return seconds


def read_seconds(text: str) -> float | None:
    """Return the seconds that text means; None if it means none.

    Example:
        >>> read_seconds("1 day 02:00:00")
        93600.0
    """
    if found := _CLOCK.fullmatch(text.strip()):
        days, hours, minutes, seconds = found.groups()
        return 86_400 * int(days or 0) + 3600 * int(hours) + 60 * int(minutes) + float(seconds)
    parts = [(float(count), _unit(unit)) for count, unit in _PART.findall(text)]
    if not parts or _PART.sub("", text).strip() or any(unit is None for _, unit in parts):
        return None
    return sum(count * unit for count, unit in parts if unit is not None)


def _unit(text: str) -> float | None:
    name = text.lower().replace("µ", "u").replace("μ", "u")
    # One letter may be a unit by itself.
    return _UNITS.get(name) or (_UNITS.get(name.removesuffix("s")) if len(name) > 1 else None)
