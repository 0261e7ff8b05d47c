"""Choice: one of some options of any type, which travels as its place and its text."""

from collections.abc import Callable, Iterable
from enum import Enum
from itertools import compress, count, repeat
from operator import is_
from typing import Any, TypeVar

from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from ostinato.values.codec import SCALARS, copied
from ostinato.values.equality import (
    is_equal_across,
    is_hashed,
    is_like,
    is_same_kind_equal,
    mark_of,
)

Option = TypeVar("Option")
"""What a script lets somebody choose."""

PLAIN = (list, tuple, dict, set, frozenset)
"""What no scalar equals."""

Wire = tuple[int, str] | None
"""An option's place and its text, for the options may have changed since the browser saw them; the
place is -1 for text of the person's own."""


class Options:
    """The options of one call, and the text that stands for each.

    Args:
        values: What can be chosen.
        texts: Their texts; the same list if each option is its own text.
        text_of: Returns the text of an option of this call.
    """

    __slots__ = (
        "_hashed",
        "_lowered",
        "_marked",
        "_marks",
        "_places",
        "_unhashed",
        "text_of",
        "texts",
        "values",
    )

    def __init__(
        self, values: list[Any], texts: list[str], text_of: Callable[[Any], object] = str
    ) -> None:
        self.values, self.texts, self.text_of = values, texts, text_of
        self._places: dict[str, int] | None = None
        self._lowered: dict[str, int] | None = None
        self._marks: list[Any] | None = None
        self._marked: dict[Any, int] = {}
        self._hashed: dict[Any, int] | None = None
        self._unhashed: list[int] = []

    def __eq__(self, other: object) -> bool:
        """Compare: options are the same if they are the same objects, or equal scalars."""
        if not isinstance(other, Options) or self.texts != other.texts:
            return False
        if self.values is self.texts and other.values is other.texts:
            return True
        mine, others = self.values, other.values
        if len(mine) != len(others):
            return False
        if all(map(is_, mine, others)):
            return True
        kinds = list(map(type, mine))
        return set(kinds) <= SCALARS and kinds == list(map(type, others)) and mine == others

    __hash__ = None  # type: ignore[assignment]

    def place_of(self, text: str) -> int:
        """Return the place of the first option that has a text; -1 if none has."""
        if self._places is None:
            self._places = _first_places(self.texts)
        return self._places.get(text, -1)

    def place_in_any_case(self, text: str) -> int:
        """Return the place of the first option whose text differs by case alone; -1 for none."""
        if self._lowered is None:
            self._lowered = _first_places([one.casefold() for one in self.texts])
        return self._lowered.get(text.casefold(), -1)

    def place_of_value(self, value: Any) -> int | None:
        """Return the place of the option that is a value, or else equals it; None for none.

        Of `[1, True]` each is found by itself, and `True` finds the option of `[1]`, as `1.0` does.
        """
        place = self.place_of_same(value)
        return self.place_of_equal(value) if place is None and value is not None else place

    def place_of_same(self, value: Any) -> int | None:
        """Return the place of the option that is a value, or has its type and equals it."""
        kind, values = type(value), self.values
        if self._marks is not None and is_hashed(value):
            return self._marked.get(mark_of(value))
        if kind in SCALARS and is_hashed(value):
            places = (
                place for place, one in enumerate(values) if type(one) is kind and one == value
            )
            return next(places, None)
        for place in compress(count(), map(is_, values, repeat(value))):
            return place
        for place in compress(count(), map(is_, map(type, values), repeat(kind))):
            if is_same_kind_equal(values[place], value):
                return place
        return None

    def place_of_equal(self, value: Any) -> int | None:
        """Return the place of an option that equals a value of another type.

        The first one, but those that are found by their hash come before others.
        """
        if getattr(value, "shape", ()):
            return None  # An array has an answer for each of its parts.
        if self._hashed is None:
            self._hashed, self._unhashed = _by_hash(self.values)
        places: Iterable[int] = range(len(self.values))
        if is_hashed(value):
            place = self._hashed.get(value)
            if place is not None:
                return place
            places = self._unhashed
        elif isinstance(value, PLAIN):
            places = self._unhashed
        return next((each for each in places if is_equal_across(self.values[each], value)), None)

    def kin_of(self, value: Any) -> list[int]:
        """Return the places of the options whose class has the name of the value's."""
        name = type(value).__qualname__
        return [place for place, one in enumerate(self.values) if type(one).__qualname__ == name]

    def place_of_mark(self, mark: Any, start: int) -> int | None:
        """Return the next place of an option with a mark, from a place on; None for none."""
        if self._marks is None:
            self._marks = list(map(mark_of, self.values))
            self._marked = _first_places(self._marks)
        if not start:
            return self._marked.get(mark)
        try:
            return self._marks.index(mark, start)
        except ValueError:
            return None


def options_of(given: Any, text_of: Callable[[Any], object] = str) -> Options:
    """Return the options that a script gives, whatever they come in.

    Args:
        given: A list, an Enum class, an array, a series, the first column of a table.
        text_of: Returns the text that stands for an option.
    """
    values = listed(given)
    if text_of is not str:
        return Options(values, [str(text_of(value)) for value in values], text_of)
    if set(map(type, values)) <= {str}:
        return Options(values, values)
    return Options(values, [value if type(value) is str else str(value) for value in values])


class Choice:
    """One of some options.

    Args:
        options: What can be chosen.
        may_be_none: Whether nothing need be chosen.
        is_required: Whether a choice cannot be taken back.
        may_be_new: Whether text that is no option can be chosen.
        enums: How members of Enum classes are told that were made again: `"nameOnly"`,
            `"nameAndValue"`, or `"off"` for not at all (`runner.enumCoercion`).
    """

    __slots__ = ("_flags", "enums", "is_required", "may_be_new", "may_be_none", "options")

    def __init__(
        self,
        options: Options,
        *,
        may_be_none: bool = False,
        is_required: bool = False,
        may_be_new: bool = False,
        enums: str = "nameOnly",
    ) -> None:
        self.options = options
        self.may_be_none, self.is_required = may_be_none, is_required
        self.may_be_new, self.enums = may_be_new, enums
        self._flags = may_be_none, is_required, may_be_new, enums

    def __eq__(self, other: object) -> bool:
        """Compare what can be chosen."""
        return (
            isinstance(other, Choice)
            and self._flags == other._flags
            and self.options == other.options
        )

    __hash__ = None  # type: ignore[assignment]

    def adopt(self, value: Any, last: object = None) -> tuple[Any, Wire]:
        """Find an option that the script set, or that was chosen in an earlier run."""
        values, texts = self.options.values, self.options.texts
        if (place := self.find(value, last)) is not None:
            return copied(values[place]), (place, texts[place])
        if value is None:
            return None, None
        if isinstance(value, str) and self.may_be_new:
            return value, (-1, value)
        raise ValueError(f"{value!r} is not among the options")

    def decode(self, wire: Any) -> Any:
        """Find the option that a browser means."""
        if wire is None and self.may_be_none and not self.is_required:
            return None
        return self.at(*self.read(wire))

    def to_params(self, value: Any) -> list[str]:
        """Return the text of the option; nothing for none."""
        _, wire = self.adopt(value, self)
        return ["" if wire is None else wire[1]]

    def from_params(self, texts: list[str]) -> Any:
        """Read the last of them; no text is no choice where that may be."""
        text = texts[-1]
        if not text and self.may_be_none and not self.is_required:
            return None
        return self.at(self.place_of(text), text)

    def at(self, place: int, text: str) -> Any:
        """Return the option that stands at a place; the text if that is a new one."""
        return text if place < 0 else copied(self.options.values[place])

    def read(self, wire: Any) -> tuple[int, str]:
        """Return the place and the text of an option that a browser means.

        Raises:
            ValueError: If it is malformed, or there is no such option.
        """
        if not (isinstance(wire, list | tuple) and len(wire) == 2):
            raise ValueError(f"expected an index and a text, got {wire!r}")
        place, text = wire
        if type(place) is not int or not isinstance(text, str):
            raise ValueError(f"expected an index and a text, got {wire!r}")
        texts = self.options.texts
        if 0 <= place < len(texts) and texts[place] == text:
            return place, text
        return self.place_of(text), text

    def place_of(self, text: str) -> int:
        """Return the place of the option that has a text; -1 for a new one.

        Raises:
            ValueError: If there is none, and there may be no new one.
        """
        place = self.options.place_of(text)
        if place < 0 and not self.may_be_new:
            raise ValueError(f"{text!r} is not among the options")
        return self.options.place_in_any_case(text) if place < 0 else place

    def find(self, value: object, last: object = None) -> int | None:
        """Return the place of the option that a value is, or took the place of; None for none.

        It is the same, or stands for what the script has made again, or equals it, or has the text
        that the value had before.

        Args:
            value: An option, of this run or an earlier one.
            last: The codec of the call before, if that was in this process.
        """
        options = self.options
        place = options.place_of_same(value)
        if place is not None:
            return place
        is_member = isinstance(value, Enum)
        if is_member or not is_hashed(value):
            kin = options.kin_of(value)
            place = self._find_namesake(value, kin, last)
            if place is not None or (is_member and kin):
                return place
        place = options.place_of_equal(value)
        return self._find_text(value, last) if place is None else place

    def _find_namesake(self, value: object, kin: list[int], last: object) -> int | None:
        """Find the option that took the place of one which the script made in an earlier run.

        It has the text that the value had then: what gives texts knows the options of its own
        run only. A value that has no such text, as the script set it, must have equal content.
        """
        values, texts = self.options.values, self.options.texts
        if isinstance(value, Enum) and self.enums != "nameOnly":
            # By value, too, or not at all.
            return next(
                (place for place in kin if self._is_same_member(values[place], value)), None
            )
        if kin and (earlier := _earlier(value, last)) is not None:
            before, text = earlier
            alike = [place for place in kin if texts[place] == text]
            return before if before in alike else next(iter(alike), None)
        return next((place for place in kin if is_like(values[place], value)), None)

    def _find_text(self, value: object, last: object) -> int | None:
        """Find the option that has the text which the value had as an option of the call before."""
        earlier = _earlier(value, last)
        if earlier is None:
            return None
        place, text = earlier
        texts = self.options.texts
        if place < len(texts) and texts[place] == text:
            return place
        place = self.options.place_of(text)
        return None if place < 0 else place

    def _is_same_member(self, option: Any, value: Any) -> bool:
        is_member = self.enums == "nameAndValue" and isinstance(option, Enum)
        return (
            is_member
            and option.name == value.name
            and is_same_kind_equal(option.value, value.value)
        )


def option_at(who: str, index: object, texts: list[str]) -> Wire:
    """Return the option that is chosen at first, as it travels; None for none.

    Raises:
        StreamlitInvalidParameterTypeError: If the index is neither int nor None.
        StreamlitValueOutOfRangeError: If there is no option at the index.
    """
    if index is not None and (not isinstance(index, int) or isinstance(index, bool)):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: index must be an int or None, got index={index!r}"
        )
    if index is None or not texts:
        return None
    if not 0 <= index < len(texts):
        raise StreamlitValueOutOfRangeError(
            f"{who}: index must be between 0 and {len(texts) - 1}, got index={index!r}"
        )
    return int(index), texts[index]


def _earlier(value: object, last: object) -> tuple[int, str] | None:
    """Return the place and the text that a value had in the call before, if it was there."""
    if not isinstance(last, Choice):
        return None
    place = last.options.place_of_same(value)
    return None if place is None else (place, last.options.texts[place])


def _by_hash(values: list[Any]) -> tuple[dict[Any, int], list[int]]:
    """Return the places of values that can be found by hash, and those of all others."""
    if set(map(type, values)) <= {str, int, bool}:
        return _first_places(values), []
    hashed = [is_hashed(one) for one in values]
    places = list(compress(count(), hashed))
    first = _first_places(list(compress(values, hashed)))
    return {value: places[each] for value, each in first.items()}, [
        place for place, is_one in enumerate(hashed) if not is_one
    ]


def _first_places(marks: list[Any]) -> dict[Any, int]:
    places = range(len(marks) - 1, -1, -1)
    return dict(zip(reversed(marks), places, strict=True))


def listed(options: Any) -> list[Any]:
    """Return as a list what comes in a list, an Enum class, an array, a table, or alone."""
    if isinstance(options, list | tuple | range | set | frozenset | dict):
        return list(options)
    if options is None:
        return []
    if isinstance(options, str | bytes) or not hasattr(options, "__iter__"):
        return [options]
    if len(getattr(options, "shape", ())) == 2:
        options = options[options.columns[0]] if hasattr(options, "columns") else options[:, 0]
    for name in ("tolist", "to_list", "to_pylist"):
        if hasattr(options, name):
            return list(getattr(options, name)())
    return list(options)
