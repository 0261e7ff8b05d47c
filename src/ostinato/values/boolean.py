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
