"""Playing: from when to when sound and films play."""

import math
from datetime import timedelta
from typing import Any

from ostinato.arguments.seconds import read_seconds
from ostinato.errors import StreamlitAPIException


def play_time(who: str, name: str, span: Any) -> float:
    """Return a moment of what is played, in seconds from its begin; 0 for none.

    Args:
        who: Whose it is, for errors.
        name: The argument, for errors.
        span: Seconds, text like "1m14s", a `timedelta`, or None.

    Raises:
        StreamlitAPIException: If it is no time.

    Example:
        >>> play_time("video", "start_time", "1m14s")
        74.0
    """
    seconds = _seconds(span)
    if seconds is None or not math.isfinite(seconds):
        raise StreamlitAPIException(
            f"{who}: {name} must be seconds, a timedelta or text, got {name}={span!r}:"
            ' write it like 2.5, "10s" or "1m14s"'
        )
    return max(seconds, 0.0)


def _seconds(span: Any) -> float | None:
    if span is None:
        return 0.0
    if isinstance(span, timedelta):
        return span.total_seconds()
    try:
        if isinstance(span, str):
            text = span.strip()
            sign = -1 if text.startswith("-") else 1
            found = read_seconds(text.lstrip("-+"))
            return float(text) if found is None else sign * found
        return float(span)
    except (TypeError, ValueError, OverflowError):
        return None
