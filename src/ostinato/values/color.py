"""Color: a colour in hexadecimal form."""

import re
from typing import Any

import msgspec

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class Color(msgspec.Struct, frozen=True):
    """A colour like "#00ffaa" or "#000"; the script may set any other that CSS knows, too."""

    def adopt(self, value: Any, last: object = None) -> tuple[str, str]:
        """Take text that the script set, as Streamlit does, for a browser may know the colour."""
        if not isinstance(value, str):
            raise ValueError(f"expected a colour, got {value!r}")
        return value, value

    def decode(self, wire: object) -> str:
        """Check a colour that came from a browser."""
        if not isinstance(wire, str) or not is_color(wire):
            raise ValueError(f'expected a colour like "#00ffaa", got {wire!r}')
        return wire

    def to_params(self, value: str) -> list[str]:
        """Return the colour."""
        return [value]

    def from_params(self, texts: list[str]) -> str:
        """Read the last of them."""
        return self.decode(texts[-1])


def is_color(text: str) -> bool:
    """Return whether text is a colour in hexadecimal form.

    Example:
        >>> is_color("#00ffaa"), is_color("red")
        (True, False)
    """
    return _HEX.fullmatch(text) is not None
