"""Equality: which values are the same, equal or alike, whatever their classes make of `==`."""

from datetime import date, time, timedelta
from enum import Enum
from numbers import Number
from typing import Any

from ostinato.values.codec import SCALARS

HASHED = (str, Number, date, time, timedelta)
"""Classes whose values have the same hash if they are equal, also those of other libraries."""


def mark_of(value: Any) -> Any:
    """Return what a value is known by at once: its type and itself, or else where it is held.

    Values that have the same mark are the same, as in `same_places`. So are others that are
    known by where they are held, if they are equal.
    """
    kind = type(value)
    if kind is str:
        return value
    return (kind, value) if kind is int or is_hashed(value) else id(value)


def is_hashed(value: Any) -> bool:
    """Return whether all that equals a value can be found by its hash; NaN equals nothing."""
    kind = type(value)
    try:
        if kind in SCALARS:
            return bool(value == value)
        return issubclass(kind, HASHED) and bool(value == value) and hash(value) is not None
    except Exception:  # noqa: BLE001  (a class may raise anything, and a Decimal does)
        return False


def is_same_kind_equal(one: Any, other: Any) -> bool:
    """Return whether values of one type are equal, arrays and what holds them by their parts."""
    try:
        # What is not even equal to itself is not a number.
        if bool(one == other) or bool(one != one and other != other):
            return True
        return isinstance(one, list | tuple | dict) and _has_equal_parts(one, other)
    except Exception:  # noqa: BLE001  (a value may be of any class, and raise anything)
        return _has_equal_parts(one, other)


def is_equal_across(one: Any, other: Any) -> bool:
    """Return whether values of two types say of each other that they are equal.

    An array says so of each part, and what builds queries makes another query of it: neither is an
    answer.
    """
    try:
        answer = one == other
        if type(answer).__name__ not in ("bool", "bool_"):  # numpy has its own
            return False
        if answer:
            return True
        return isinstance(one, Number) and isinstance(other, Number) and _are_no_numbers(one, other)
    except Exception:  # noqa: BLE001  (likewise)
        return False


def is_like(one: Any, other: Any) -> bool:
    """Return whether objects of a class, or of two that have its name, have the same content."""
    if isinstance(one, Enum) and isinstance(other, Enum):
        return one.name == other.name
    compare: Any = type(one).__eq__
    if type(one) is type(other) and compare is not object.__eq__:
        return False  # They could say so, and are not equal.
    held = getattr(one, "__dict__", None)
    if held is None or isinstance(one, HASHED):
        return is_same_kind_equal(one, other)
    return is_same_kind_equal(held, getattr(other, "__dict__", other))


def _are_no_numbers(one: Any, other: Any) -> bool:
    return bool(one != one and other != other)


def _has_equal_parts(one: Any, other: Any) -> bool:
    """Return whether two arrays are equal, or containers of arrays: their `==` does not say."""
    try:
        if isinstance(one, dict):
            return one.keys() == other.keys() and all(
                is_same_kind_equal(part, other[name]) for name, part in one.items()
            )
        if isinstance(one, list | tuple):
            return len(one) == len(other) and all(map(is_same_kind_equal, one, other))
        are_equal = (one == other) | ((one != one) & (other != other))
        if hasattr(are_equal, "to_numpy"):
            are_equal = are_equal.to_numpy()
        return bool(one.shape == other.shape and are_equal.all())
    except Exception:  # noqa: BLE001  (likewise)
        return False
