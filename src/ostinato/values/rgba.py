"""RGBA: colors as scripts say them of points: "#ffaa00", (255, 170, 0), (1.0, 0.6, 0.0, 0.5)."""

import re
from collections.abc import Sequence
from typing import Any

NAMES = ("red", "orange", "yellow", "green", "blue", "violet", "gray", "grey")
"""Colors that follow the theme."""

HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)


def rgba_of(value: Any) -> int:
    """Return a color as one number, with red in its lowest byte and alpha in its highest.

    A name is one that nobody sees, as only the browser knows the theme: 2 for the first of `NAMES`.

    Numbers that are no whole ones go from 0 to 1, and what is beyond counts as the nearest.

    Raises:
        ValueError: If it is no color.

    Example:
        >>> hex(rgba_of("#ffaa00")), hex(rgba_of((255, 170, 0, 0.5)))
        ('0xff00aaff', '0x8000aaff')
    """
    if isinstance(value, str):
        if value in NAMES:
            return 2 + NAMES.index(value)
        if not HEX.fullmatch(value):
            raise ValueError(f"{value!r:.60} is no color")
        digits = value[1:] if len(value) > 5 else "".join(2 * digit for digit in value[1:])
        parts: Sequence[int] = bytes.fromhex(digits)
    else:
        parts = _bytes_of(value)
    red, green, blue, alpha = (*parts, 255)[:4]
    return red | green << 8 | blue << 16 | alpha << 24


def _bytes_of(value: Any) -> list[int]:
    try:
        parts = [part if isinstance(part, int) else float(part) for part in value]
    except (TypeError, ValueError):
        parts = []
    if len(parts) not in (3, 4) or any(part != part for part in parts):
        raise ValueError(f"{value!r:.60} is no color")
    # In a column all of them are of one type.
    are_bytes = all(part == int(part) for part in parts if abs(part) < 1e9) and max(parts) > 1
    return [_byte(value, part, is_byte=are_bytes) for part in parts]


def _byte(value: Any, part: float, *, is_byte: bool) -> int:
    if not (isinstance(part, int) or is_byte):
        return round(255 * min(max(part, 0.0), 1.0))
    if not 0 <= part <= 255:
        raise ValueError(f"{value!r:.60} is no color: its parts go from 0 to 255, or to 1.0")
    return int(part)
