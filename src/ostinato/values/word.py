"""Word: one of a few words, which travels as it is."""

from typing import Any

import msgspec


class Word(msgspec.Struct, frozen=True):
    """One of a few words.

    Args:
        words: Those that there are.
    """

    words: tuple[str, ...]

    def adopt(self, value: Any, last: object = None) -> tuple[str, str]:
        """Take what is one of the words."""
        word = self.decode(value)
        return word, word

    def decode(self, wire: object) -> str:
        """Check a value that came from a browser."""
        if not isinstance(wire, str) or wire not in self.words:
            raise ValueError(f"{wire!r} is not one of {', '.join(map(repr, self.words))}")
        return wire

    def to_params(self, value: str) -> list[str]:
        """Return the word."""
        return [value]

    def from_params(self, texts: list[str]) -> str:
        """Read the last of them."""
        return self.decode(texts[-1])
