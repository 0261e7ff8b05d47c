"""Dates: a date, a time or both, within bounds; two for a range; none for an empty field."""

import datetime as dt
from typing import Any

import msgspec

from ostinato.values.moment import (
    DAY,
    Number,
    Unit,
    from_number,
    from_text,
    is_number,
    to_number,
    to_text,
    unit_of,
)


class Dates(msgspec.Struct, frozen=True):
    """A date, a time or both, or two dates for a range, within bounds.

    It travels as a list of numbers: one, or none while the field is empty; of a range both ends, or
    the first alone while it is half chosen. What comes from a browser is cut to the `precision`.
    """

    unit: Unit
    low: Number
    high: Number
    is_range: bool = False
    may_be_empty: bool = False
    precision: int = DAY
    zone: dt.tzinfo | None = None

    def adopt(self, value: Any, last: object = None) -> tuple[Any, list[Number]]:
        """Take a value that the script set; None empties the field, whatever its default."""
        if value is None:
            return None, []
        if self.is_range is not isinstance(value, list | tuple):
            raise ValueError(f"expected {self._wanted}, got {value!r}")
        values = sorted(map(self._alike, value)) if self.is_range else [self._alike(value)]
        return self._of(values), self._checked([to_number(one) for one in values])

    def decode(self, wire: object) -> Any:
        """Return the value of numbers that came from a browser."""
        if not isinstance(wire, list | tuple) or not all(map(is_number, wire)):
            raise ValueError(f"expected {self._wanted}, got {wire!r}")
        if not wire and not self.may_be_empty:
            raise ValueError(f"expected {self._wanted}, got none")
        numbers = self._checked(sorted(one - one % self.precision for one in wire))
        return self._of([from_number(one, self.unit, self.zone) for one in numbers])

    def to_params(self, value: Any) -> list[str]:
        """Return each date in ISO 8601, times to the minute; nothing for an empty field."""
        values = value if isinstance(value, tuple) else [] if value is None else [value]
        return [to_text(one) for one in values] or [""]

    def from_params(self, texts: list[str]) -> Any:
        """Read all of a range, else the last; no text empties the field where that may be."""
        texts = [each for each in (texts if self.is_range else texts[-1:]) if each]
        return self.decode([to_number(from_text(text, self.unit, self.zone)) for text in texts])

    def _alike(self, value: Any) -> Any:
        """Return a date or time as one of this unit; what it has beyond that is left out."""
        unit = unit_of(value)
        if unit == "datetime":
            parts = {"date": value.date, "time": value.time}
            return parts.get(self.unit, lambda: value.replace(tzinfo=None))()
        if unit == "date" and self.unit == "datetime":
            return dt.datetime.combine(value, dt.time.min)
        if unit != self.unit:
            raise ValueError(f"expected {self._wanted}, got {value!r}")
        return value

    def _checked(self, numbers: list[Number]) -> list[Number]:
        if len(numbers) > (2 if self.is_range else 1):
            raise ValueError(f"expected {self._wanted}, got {len(numbers)} of them")
        for number in numbers:
            if not self.low <= number <= self.high:
                raise ValueError(f"{number!r} is not between {self.low!r} and {self.high!r}")
        return numbers

    def _of(self, values: list[Any]) -> Any:
        return tuple(values) if self.is_range else values[0] if values else None

    @property
    def _wanted(self) -> str:
        return f"at most two {self.unit}s" if self.is_range else f"one {self.unit}"
