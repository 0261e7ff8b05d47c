"""Colors: what a script may call one, as the browser has it."""

from typing import Any

from ostinato.arguments.palette import PALETTE
from ostinato.values.rgba import HEX


def color_of(value: Any) -> str | None:
    """Return a color as a name of the palette or in words of CSS; None if it is none.

    Example:
        >>> color_of("#fa0"), color_of((255, 0, 0)), color_of((0.5, 0.5, 1.0, 0.5)), color_of("x")
        ('#fa0', 'rgb(255, 0, 0)', 'rgba(128, 128, 255, 0.5)', None)
    """
    if isinstance(value, str):
        return value if value in PALETTE or HEX.fullmatch(value) else None
    if not isinstance(value, tuple | list) or len(value) not in (3, 4):
        return None
    parts = [part for part in map(_number, value) if part is not None]
    if len(parts) < len(value):
        return None
    has_shares = all(type(each).__name__.startswith("float") for each in value)
    channels = [round(each * 255) if has_shares else round(each) for each in parts[:3]]
    if not all(0 <= each <= 255 for each in channels):
        return None
    words = ", ".join(map(str, channels))
    if len(parts) == 3:
        return f"rgb({words})"
    opacity = parts[3] if parts[3] <= 1 else parts[3] / 255
    return f"rgba({words}, {round(opacity, 3):g})" if 0 <= opacity <= 1 else None


def _number(value: Any) -> float | None:
    if isinstance(value, str | bytes | bool):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
