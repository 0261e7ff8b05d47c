"""Boolean: yes or no."""

from typing import Any

import msgspec


class Boolean(msgspec.Struct, frozen=True):
    """Yes or no, as it is."""

    def adopt(self, value: Any, last: object = None) -> tuple[bool, bool]:
        """Take what is equal to True or False."""
        if value != 0 and value != 1:
            raise ValueError(f"expected a bool, got {value!r}")
        return bool(value), bool(value)

    def decode(self, wire: object) -> bool:
        """Check a value that came from a browser."""
        if not isinstance(wire, bool):
            raise ValueError(f"expected a bool, got {wire!r}")
        return wire

    def to_params(self, value: bool) -> list[str]:
        """Return "true" or "false"."""
        return ["true" if value else "false"]

    def from_params(self, texts: list[str]) -> bool:
        """Read the last of them."""
        word = texts[-1].lower()
        if word not in ("true", "false"):
            raise ValueError(f"expected true or false, got {word!r}")
        return word == "true"
