"""Choices: several of some options, in the order in which they were chosen."""

from contextlib import suppress
from typing import Any

from ostinato.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitSelectionCountExceedsMaxError,
)
from ostinato.values.choice import Choice, listed
from ostinato.values.codec import Unfit
from ostinato.values.equality import mark_of

Wire = list[list[Any]]
"""The place and the text of each option, as one alone has them."""

Found = list[tuple[int, str]]


class Choices:
    """Several of some options, each of them once.

    Args:
        each: What each of them can be.
        who: The input, as errors call it.
        most: How many there can be; None for any number.
    """

    __slots__ = ("each", "most", "who")

    def __init__(self, each: Choice, who: str, most: int | None = None) -> None:
        self.each, self.who, self.most = each, who, most

    def __eq__(self, other: object) -> bool:
        """Compare what can be chosen."""
        return (
            isinstance(other, Choices)
            and (self.who, self.most) == (other.who, other.most)
            and self.each == other.each
        )

    __hash__ = None  # type: ignore[assignment]

    def adopt(self, value: Any, last: object = None) -> tuple[list[Any], Wire]:
        """Find the options that the script set, or that were chosen before; others are left out."""
        found, _ = self._find(value, last)
        if self._are_too_many(found):
            raise Unfit(self._rule(found), self._error(found))
        return self._values(found), [[*one] for one in found]

    def adopt_default(self, default: Any) -> tuple[list[Any], Wire]:
        """Find the options that are chosen at first.

        Raises:
            StreamlitDefaultNotInOptionsError: If one of them is no option.
            StreamlitSelectionCountExceedsMaxError: If they are too many.
        """
        found, strangers = self._find(default, None)
        strangers += [text for place, text in found if place < 0]
        if strangers:
            raise StreamlitDefaultNotInOptionsError(
                f"{self.who}: default must be among the options, got default={default!r}:"
                f" {strangers[0]!r} is none of them"
            )
        if self._are_too_many(found):
            raise self._error(found)
        return self._values(found), [[*one] for one in found]

    def decode(self, wire: Any) -> list[Any]:
        """Find the options that a browser means."""
        if not isinstance(wire, list | tuple):
            raise ValueError(f"expected a list of options, got {wire!r}")
        found = _each_once([self.each.read(one) for one in wire])
        if self._are_too_many(found):
            raise ValueError(self._rule(found))
        return self._values(found)

    def to_params(self, value: Any) -> list[str]:
        """Return the texts of the options; an empty one for none."""
        found, _ = self._find(value, self)
        return [text for _, text in found] or [""]

    def from_params(self, texts: list[str]) -> list[Any]:
        """Read those that there are, as many as there can be; an empty text alone is none."""
        found = []
        for text in texts:
            with suppress(ValueError):
                found.append((self.each.place_of(text), text))
        if texts == [""]:
            return []
        if not found:
            raise ValueError(f"{texts!r} are not among the options")
        return self._values(_each_once(found)[: self.most])

    def _find(self, value: Any, last: object) -> tuple[Found, list[Any]]:
        """Return the options that values are, each once, and the values that are no option."""
        options = self.each.options
        earlier = last.each if isinstance(last, Choices) else None
        reached: dict[Any, int] = {}
        found: Found = []
        strangers = []
        for one in self._listed(value):
            mark = mark_of(one)
            place = options.place_of_mark(mark, reached.get(mark, 0))
            if place is None and mark in reached:
                continue  # It is there already.
            reached[mark] = len(options.values) if place is None else place + 1
            place = self.each.find(one, earlier) if place is None else place
            if place is not None:
                found.append((place, options.texts[place]))
            elif isinstance(one, str) and self.each.may_be_new:
                found.append((-1, one))
            else:
                strangers.append(one)
        return _each_once(found), strangers

    def _listed(self, value: Any) -> list[Any]:
        """Return what may be several values, one, or None for none, as a list."""
        if value is None:
            return []
        if not isinstance(value, list) and self.each.options.place_of_value(value) is not None:
            return [value]
        return listed(value)

    def _values(self, found: Found) -> list[Any]:
        return [self.each.at(place, text) for place, text in found]

    def _are_too_many(self, found: Found) -> bool:
        return self.most is not None and len(found) > self.most

    def _rule(self, found: Found) -> str:
        return f"at most {self.most} options can be chosen, got {len(found)}"

    def _error(self, found: Found) -> StreamlitSelectionCountExceedsMaxError:
        return StreamlitSelectionCountExceedsMaxError(
            f"{self.who}: {self._rule(found)} and max_selections={self.most}:"
            " choose fewer by default or in session state, or allow more"
        )


def _each_once(found: Found) -> Found:
    """Leave out what is there already: the same option, or the same new text."""
    kept: dict[int | str, tuple[int, str]] = {}
    for place, text in found:
        kept.setdefault(place if place >= 0 else text, (place, text))
    return list(kept.values())
