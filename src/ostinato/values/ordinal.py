"""Ordinal: a whole number within bounds, as that of a page; or none, where that may be."""

from typing import Any

import msgspec

from ostinato.values.moment import unit_of


class Ordinal(msgspec.Struct, frozen=True):
    """A whole number within bounds.

    Args:
        low: The least.
        high: The greatest.
        may_be_none: Whether there need be none.
    """

    low: int
    high: int
    may_be_none: bool = False

    def adopt(self, value: Any, last: object = None) -> tuple[int | None, int | None]:
        """Take a number that the script set; no bool and no float is one."""
        if value is not None and (isinstance(value, bool) or unit_of(value) != "int"):
            raise ValueError(f"expected {self._wanted}, got {type(value).__name__}")
        number = self.decode(None if value is None else int(value))
        return number, number

    def decode(self, wire: Any) -> int | None:
        """Check a number that came from a browser."""
        if wire is None and self.may_be_none:
            return None
        if type(wire) is not int or not self.low <= wire <= self.high:
            raise ValueError(f"expected {self._wanted}, got {wire!r}")
        return wire

    def to_params(self, value: int | None) -> list[str]:
        """Return the number; nothing for none."""
        return ["" if value is None else str(value)]

    def from_params(self, texts: list[str]) -> int | None:
        """Read the last of them; no text is none where that may be."""
        text = texts[-1]
        return self.decode(int(text) if text or not self.may_be_none else None)

    @property
    def _wanted(self) -> str:
        return f"a whole number from {self.low} to {self.high}"
