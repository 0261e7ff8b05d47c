"""Interval: a number, a date or a time within bounds, or a range of them."""

import datetime as dt
from typing import Any

import msgspec

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from ostinato.values.codec import Unfit
from ostinato.values.moment import (
    Number,
    Unit,
    from_number,
    is_number,
    to_number,
    told_in,
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
        numbers = [self._number(one) for one in values]
        for number, one in zip(numbers, values, strict=True):
            if is_number(number) and not self.low <= number <= self.high:
                raise Unfit(self._not_between(number), self._out_of_bounds(number, one))
        if isinstance(value, list | tuple) is not self.is_range:
            raise ValueError(f"expected {self._wanted}, got {value!r}")
        return self.decode(numbers), sorted(numbers)

    def decode(self, wire: object) -> Any:
        """Give the value of numbers that came from a browser."""
        if not isinstance(wire, list | tuple) or not all(is_number(one) for one in wire):
            raise ValueError(f"expected {self._wanted}, got {wire!r}")
        values = [from_number(one, self.unit, self.zone) for one in self._checked(list(wire))]
        return tuple(values) if self.is_range else values[0]

    def _number(self, value: Any) -> Number:
        unit = unit_of(value)
        if unit != self.unit and not (unit == "int" and self.unit == "float"):
            if not (unit == "float" and self.unit == "int" and is_number(float(value))):
                raise ValueError(f"expected {self._wanted}, got {value!r}")
            return int(value)
        if unit == "datetime":
            value = told_in(self.zone, value)
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
        return f"{self.count} value(s) of type {self.unit}"
