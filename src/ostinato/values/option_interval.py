"""Option interval: an option, or a range that goes from one to another."""

from typing import Any

from ostinato.values.choice import Choice, Wire


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

    def adopt(self, value: Any, last: object = None) -> tuple[Any, list[Wire]]:
        """Take options that the script set, or that were chosen in an earlier run."""
        earlier = last.choice if isinstance(last, OptionInterval) else None
        found = [self.choice.adopt(one, earlier) for one in self._ends_of(value)]
        return self._ordered(found, value)

    def decode(self, wire: Any) -> Any:
        """Find the options that a browser means."""
        if not isinstance(wire, list | tuple) or len(wire) != 1 + self.is_range:
            raise ValueError(f"expected {1 + self.is_range} of the options, got {wire!r}")
        found = [self.choice.adopt(self.choice.decode(one)) for one in wire]
        return self._ordered(found, wire)[0]

    def to_params(self, value: Any) -> list[str]:
        """Return the text of each option."""
        return [text for one in self._ends_of(value) for text in self.choice.to_params(one)]

    def from_params(self, texts: list[str]) -> Any:
        """Read them all: one, or two for a range."""
        if len(texts) != 1 + self.is_range:
            raise ValueError(f"expected {1 + self.is_range} of the options, got {texts!r}")
        found = [self.choice.adopt(self.choice.from_params([text])) for text in texts]
        return self._ordered(found, texts)[0]

    def _ends_of(self, value: Any) -> list[Any]:
        if not self.is_range:
            return [value]
        if not (isinstance(value, list | tuple) and len(value) == 2):
            raise ValueError(f"expected two of the options, got {value!r}")
        return list(value)

    def _ordered(self, found: list[tuple[Any, Wire]], asked: object) -> tuple[Any, list[Wire]]:
        """Return the options in their order, and their wire form."""
        pairs = sorted(
            [(wire, option) for option, wire in found if wire is not None],
            key=lambda pair: pair[0][0],
        )
        if len(pairs) < len(found):
            raise ValueError(f"{asked!r} is not among the options")
        options = [option for _, option in pairs]
        return tuple(options) if self.is_range else options[0], [wire for wire, _ in pairs]
