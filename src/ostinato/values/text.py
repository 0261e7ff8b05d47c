"""Text: a string, or None where there may be none."""

from typing import Any

import msgspec


class Text(msgspec.Struct, frozen=True):
    """A string, or None where the field began without one."""

    max_chars: int | None = None
    may_be_none: bool = False

    def adopt(self, value: Any, last: object = None) -> tuple[str | None, str | None]:
        """Take a string that the script set: any length, or None, which empties the field."""
        if not (value is None or isinstance(value, str)):
            raise ValueError(f"expected a str, got {value!r}")
        return value, value

    def decode(self, wire: object) -> str | None:
        """Check a string that came from a browser."""
        if not (isinstance(wire, str) or (wire is None and self.may_be_none)):
            raise ValueError(f"expected a str, got {wire!r}")
        if wire is not None and self.max_chars is not None and len(wire) > self.max_chars:
            raise ValueError(f"expected at most {self.max_chars} characters, got {len(wire)}")
        return wire

    def to_params(self, value: str | None) -> list[str]:
        """Return the string; an empty one for None, which an address cannot say."""
        return [value or ""]

    def from_params(self, texts: list[str]) -> str | None:
        """Read the last of them: an empty one is what emptying the field gives."""
        return self.decode(texts[-1])
