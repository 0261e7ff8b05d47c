"""Option interval: an option, or a range that goes from one to another."""

from typing import Any

from ostinato.values.choice import Choice
from ostinato.values.codec import copied


class OptionInterval:
    """One of some options that have an order, or two of them.

    Args:
        choice: What each of them can be.
        is_range: Whether there are two.
    """

    __slots__ = ("choice", "is_range")

    def __init__(self, choice: Choice, is_range: bool) -> None:
        self.choice, self.is_range = choice, is_range

    def __eq__(self, other: object) -> bool:
        """Compare what can be chosen."""
        return (
            isinstance(other, OptionInterval)
            and self.is_range is other.is_range
            and self.choice == other.choice
        )

    __hash__ = None  # type: ignore[assignment]

    def adopt(self, value: Any, last: object = None) -> tuple[Any, list[tuple[int, str]]]:
        """Take options that the script set, or that were chosen in an earlier run."""
        earlier = last.choice if isinstance(last, OptionInterval) else None
        places = [self.choice.find(one, earlier) for one in self._ends_of(value)]
        known = sorted(place for place in places if place is not None)
        if len(known) < len(places):
            raise ValueError(f"{value!r} is not among the options")
        return self.at(known), self.wire_of(known)

    def decode(self, wire: Any) -> Any:
        """Find the options that a browser means."""
        if not isinstance(wire, list | tuple) or len(wire) != 1 + self.is_range:
            raise ValueError(f"expected {1 + self.is_range} of the options, got {wire!r}")
        return self.at(sorted(self.choice.read(one)[0] for one in wire))

    def at(self, places: list[int]) -> Any:
        """Return the options that stand at places."""
        options = [copied(self.choice.options.values[place]) for place in places]
        return tuple(options) if self.is_range else options[0]

    def wire_of(self, places: list[int]) -> list[tuple[int, str]]:
        """Return the wire form of the options that stand at places."""
        return [(place, self.choice.options.texts[place]) for place in places]

    def to_params(self, value: Any) -> list[str]:
        """Return the text of each option."""
        return [text for one in self._ends_of(value) for text in self.choice.to_params(one)]

    def from_params(self, texts: list[str]) -> Any:
        """Read them all: one, or two for a range."""
        if len(texts) != 1 + self.is_range:
            raise ValueError(f"expected {1 + self.is_range} of the options, got {texts!r}")
        return self.at(sorted(map(self.choice.place_of, texts)))

    def _ends_of(self, value: Any) -> list[Any]:
        if not self.is_range:
            return [value]
        if not (isinstance(value, list | tuple) and len(value) == 2):
            raise ValueError(f"expected two of the options, got {value!r}")
        return list(value)
