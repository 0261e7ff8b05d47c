"""Message: a text that is sent, and so is never empty."""

from typing import Any

import msgspec


class Message(msgspec.Struct, frozen=True):
    """A text that is sent."""

    max_chars: int | None = None

    def adopt(self, value: Any, last: object = None) -> tuple[str, str]:
        """Take a text that was sent before this call."""
        text = self.decode(value)
        return text, text

    def decode(self, wire: object) -> str:
        """Check a text that came from a browser."""
        if not isinstance(wire, str) or not wire:
            raise ValueError(f"expected a str that is not empty, got {wire!r}")
        if self.max_chars is not None and len(wire) > self.max_chars:
            raise ValueError(f"expected at most {self.max_chars} characters, got {len(wire)}")
        return wire

    def to_params(self, value: str | None) -> list[str]:
        """Return the text."""
        return [value or ""]

    def from_params(self, texts: list[str]) -> str:
        """Read the last of them."""
        return self.decode(texts[-1])
