"""Duration: a short time written as text, like "250ms" or "0.5s"."""

import re

from ostinato.errors import (
    StreamlitBadTimeStringError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)

DEFAULT = 250
LONGEST = 60_000

_UNITS = {"ms": 1, "s": 1000, "sec": 1000, "second": 1000, "seconds": 1000, "m": 60_000,
          "min": 60_000, "minute": 60_000, "minutes": 60_000}  # fmt: skip
_PART = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*([a-z]+)\s*")


def parse_duration(who: str, live: object) -> int | bool:
    """Return the pause after which typing counts as done, in milliseconds, or False for none.

    Args:
        who: The widget, for the error.
        live: What the user wrote: a bool, or text.

    Raises:
        StreamlitInvalidParameterTypeError: If it is neither.
        StreamlitBadTimeStringError: If the text is no time.
        StreamlitValueOutOfRangeError: If it is negative or longer than a minute.

    Example:
        >>> parse_duration("text_input", "0.5s")
        500
    """
    if isinstance(live, bool):
        return DEFAULT if live else False
    if not isinstance(live, str):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: live must be True, False or a time with its unit, got live={live!r}:"
            ' write it like "300ms" or "0.5s"'
        )
    milliseconds = _milliseconds(live)
    if milliseconds is None:
        raise StreamlitBadTimeStringError(
            f'{who}: live must be a time with its unit, got live={live!r}: write it like "300ms"'
        )
    if not 0 <= milliseconds <= LONGEST:
        raise StreamlitValueOutOfRangeError(
            f"{who}: live must be between 0 and one minute, got live={live!r}"
        )
    return round(milliseconds)


def _milliseconds(text: str) -> float | None:
    if text.strip() == "0":
        return 0
    parts = _PART.findall(text)
    if not parts or _PART.sub("", text) or any(unit not in _UNITS for _, unit in parts):
        return None
    return sum(float(count) * _UNITS[unit] for count, unit in parts)
