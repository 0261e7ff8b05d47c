"""Moment: how numbers, dates and times travel as numbers, and come back."""

import datetime as dt
from decimal import Decimal
from numbers import Integral, Real
from typing import Literal

DateUnit = Literal["date", "time", "datetime"]
Unit = Literal["int", "float"] | DateUnit
Scalar = int | float | dt.date | dt.time | dt.datetime
Number = int | float

SAFE = 2**53 - 1
"""The largest integer that a browser holds exactly."""

DAY = 86_400_000

_EPOCH = dt.datetime(1970, 1, 1)
_MICROSECOND = dt.timedelta(microseconds=1)


def unit_of(value: object) -> Unit | None:
    """Return what a value counts, or None if it is no number, date or time.

    Example:
        >>> unit_of(2.5)
        'float'
    """
    kind = type(value)
    if kind is int:
        return "int"
    if kind is float:
        return "float"
    if isinstance(value, dt.datetime):
        return "datetime"
    if isinstance(value, dt.date):
        return "date"
    if isinstance(value, dt.time):
        return "time"
    if isinstance(value, Integral):
        return "int"
    return "float" if isinstance(value, Real) and not hasattr(value, "denominator") else None


def to_number(value: Scalar) -> Number:
    """Return a value as a number: dates and times in milliseconds, by the clock on the wall.

    Example:
        >>> to_number(dt.time(1, 30))
        5400000
    """
    if type(value) is int or type(value) is float:
        return value
    if isinstance(value, dt.datetime):
        return _milliseconds((value.replace(tzinfo=None) - _EPOCH) // _MICROSECOND)
    if isinstance(value, dt.date):
        return (value - _EPOCH.date()).days * DAY
    if isinstance(value, dt.time):
        seconds = (value.hour * 60 + value.minute) * 60 + value.second
        return _milliseconds(seconds * 1_000_000 + value.microsecond)
    return int(value) if isinstance(value, Integral) else float(value)


def step_number(step: Number | dt.timedelta) -> Number:
    """Return a step as a number, in milliseconds if it is one of time."""
    if isinstance(step, dt.timedelta):
        return _milliseconds(step // _MICROSECOND)
    return to_number(step)


def from_number(number: Number, unit: Unit, zone: dt.tzinfo | None = None) -> Scalar:
    """Return the value that travelled as this number.

    Args:
        number: What `to_number` gave, or another number within the same bounds.
        unit: What it counts.
        zone: The time zone by which times are told.

    Raises:
        ValueError: If it is no whole number and the unit needs one.
    """
    if unit == "int":
        if number != int(number):
            raise ValueError(f"expected a whole number, got {number!r}")
        return int(number)
    if unit == "float":
        return float(number)
    moment = _EPOCH + dt.timedelta(microseconds=round(number * 1000))
    if unit == "date":
        return moment.date()
    if unit == "time":
        return moment.time().replace(tzinfo=zone)
    return moment.replace(tzinfo=zone)


def is_number(wire: object) -> bool:
    """Return whether something from a browser is a finite number; a bool is none."""
    return type(wire) is int or (type(wire) is float and wire - wire == 0)


def too_large(who: str, got: str) -> str:
    """Return the error for a number that a browser cannot hold."""
    return (
        f"{who}: numbers must be finite, and whole ones at most {SAFE}, which a browser holds"
        f" exactly, got {got}: use a smaller number, or a float"
    )


def _milliseconds(microseconds: int) -> Number:
    whole, rest = divmod(microseconds, 1000)
    return microseconds / 1000 if rest else whole


def decimals(number: Number) -> int:
    """Count the decimals that show a number exactly.

    Example:
        >>> decimals(0.005)
        3
    """
    exponent = Decimal(repr(number)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def to_text(value: Scalar) -> str:
    """Return a value as it stands in an address.

    Example:
        >>> to_text(dt.time(9, 15))
        '09:15'
    """
    if isinstance(value, dt.date | dt.time):
        has_seconds = not isinstance(value, dt.date) or isinstance(value, dt.datetime)
        plain = value.replace(tzinfo=None) if isinstance(value, dt.datetime | dt.time) else value
        if has_seconds and not (plain.second or plain.microsecond):  # type: ignore[union-attr]
            return plain.isoformat(timespec="minutes")  # type: ignore[call-arg]
        return plain.isoformat()
    return repr(value).removesuffix(".0")


def from_text(text: str, unit: Unit, zone: dt.tzinfo | None = None) -> Scalar:
    """Return the value that stands in an address as this text.

    Args:
        text: The text.
        unit: What it counts.
        zone: The time zone by which times are told.

    Raises:
        ValueError: If it is none.
    """
    if unit == "int":
        return int(text)
    if unit == "float":
        return float(text)
    if unit == "date":
        return dt.date.fromisoformat(text)
    if unit == "time":
        return dt.time.fromisoformat(text).replace(tzinfo=zone)
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)
