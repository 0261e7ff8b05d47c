"""Interval: a number, a date or a time within bounds, or a range of them."""

import datetime as dt
from typing import Any

import msgspec

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from ostinato.values.codec import Unfit
from ostinato.values.moment import (
    Number,
    Unit,
    from_number,
    from_text,
    is_number,
    to_number,
    to_text,
    unit_of,
)


class Interval(msgspec.Struct, frozen=True):
    """`count` numbers, dates or times of one unit, in order, within bounds."""

    unit: Unit
    low: Number
    high: Number
    count: int
    is_range: bool
    zone: dt.tzinfo | None
    who: str = "slider"

    def adopt(self, value: Any, last: object = None) -> tuple[Any, list[Number]]:
        """Take a value that the script set."""
        values = list(value) if isinstance(value, list | tuple) else [value]
        try:
            numbers = [self._number(one) for one in values]
        except (OverflowError, ValueError) as error:
            raise Unfit(str(error), self._unlike(value)) from None
        for number, one in zip(numbers, values, strict=True):
            if is_number(number) and not self.low <= number <= self.high:
                raise Unfit(self._not_between(number), self._out_of_bounds(number, one))
        try:
            if isinstance(value, list | tuple) is not self.is_range:
                raise ValueError(f"expected {self._wanted}, got {value!r}")
            return self.decode(numbers), sorted(numbers)
        except ValueError as error:
            raise Unfit(str(error), self._unlike(value)) from None

    def decode(self, wire: object) -> Any:
        """Return the value of numbers that came from a browser."""
        if not isinstance(wire, list | tuple) or not all(map(is_number, wire)):
            raise ValueError(f"expected {self._wanted}, got {wire!r}")
        values = [from_number(one, self.unit, self.zone) for one in self._checked(list(wire))]
        return tuple(values) if self.is_range else values[0]

    def to_params(self, value: Any) -> list[str]:
        """Return each number as it is, dates and times in ISO 8601 to the minute."""
        return [to_text(one) for one in (value if self.is_range else [value])]

    def from_params(self, texts: list[str]) -> Any:
        """Read them all: one, or two for a range."""
        values = [from_text(text, self.unit, self.zone) for text in texts]
        numbers = [self._number(one) for one in values]
        return self.decode(numbers)

    def _number(self, value: Any) -> Number:
        if isinstance(value, str) and self.unit in ("int", "float"):
            value = float(value)  # As it comes from an address, say.
        unit = unit_of(value)
        if unit == "datetime" and self.unit == "date":
            return to_number(value.date())
        if unit != self.unit and not (unit == "int" and self.unit == "float"):
            if not (unit == "float" and self.unit == "int" and is_number(float(value))):
                raise ValueError(f"expected {self._wanted}, got {value!r}")
            return int(value)
        if unit == "datetime" and self.zone and value.tzinfo:
            value = value.astimezone(self.zone)
        return to_number(value)

    def _checked(self, numbers: list[Number]) -> list[Number]:
        if len(numbers) != self.count:
            raise ValueError(f"expected {self._wanted}, got {len(numbers)} of them")
        for number in numbers:
            if not self.low <= number <= self.high:
                raise ValueError(self._not_between(number))
        return sorted(numbers)

    def _not_between(self, number: Number) -> str:
        return f"{number!r} is not between {self.low!r} and {self.high!r}"

    def _unlike(self, value: Any) -> StreamlitAPIException:
        return StreamlitInvalidParameterTypeError(
            f"{self.who}: its key must hold {self._wanted}, got value={value!r}:"
            " set one like its bounds"
        )

    def _out_of_bounds(self, number: Number, value: Any) -> StreamlitAPIException:
        if number > self.high:
            high = from_number(self.high, self.unit, self.zone)
            return StreamlitValueAboveMaxError(
                f"{self.who}: the value of its key must not be above max_value, got value={value!r}"
                f" and max_value={high!r}: set one within the bounds"
            )
        low = from_number(self.low, self.unit, self.zone)
        return StreamlitValueBelowMinError(
            f"{self.who}: the value of its key must not be below min_value, got value={value!r}"
            f" and min_value={low!r}: set one within the bounds"
        )

    @property
    def _wanted(self) -> str:
        if self.is_range:
            return f"{self.count} {self.unit}s, one for each end"
        return f"one {self.unit}"
