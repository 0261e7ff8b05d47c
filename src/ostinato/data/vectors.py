"""Vectors: numbers of columns as a chart computes with them, by numpy where the app has loaded it.

The functions of `vectors_numpy` and `vectors_plain` are the same; `engine` says which to call.
"""

import datetime as dt
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from ostinato.data.arrow import Array, Type
from ostinato.data.plain import text_of
from ostinato.data.values import PER_SECOND, numbers, values_of

NAN = float("nan")

MOMENTS = frozenset({"date", "time", "timestamp", "duration"})

Vector = Sequence[float]


def engine() -> ModuleType:
    """Return the module that computes."""
    if "numpy" in sys.modules:
        from ostinato.data import vectors_numpy  # noqa: PLC0415  (where it is loaded)

        return vectors_numpy
    from ostinato.data import vectors_plain  # noqa: PLC0415  (where it is not)

    return vectors_plain


def floats_of(array: Array) -> Vector:
    """Return the numbers of an array, NaN for those that are not there.

    Moments are milliseconds, since 1970 or midnight; what is no number is NaN.
    """
    name = array.type.name
    if name in ("int", "uint", "float") or (name in MOMENTS and array.type.bits in (32, 64)):
        found = engine().stored(array, scale_of(array.type))
        if found is not None:
            return found  # type: ignore[no-any-return]
    if name in MOMENTS:
        scale = scale_of(array.type)
        plain: list[Any] = [each * scale for each in numbers(array)]
        if array.validity is not None:
            pairs = zip(values_of(array), plain, strict=True)
            plain = [NAN if value is None else number for value, number in pairs]
        return engine().vector(plain)  # type: ignore[no-any-return]
    return engine().vector([_float(value) for value in values_of(array)])  # type: ignore[no-any-return]


def scale_of(of: Type) -> float:
    """Return what the numbers of an array are multiplied by."""
    if of.name not in MOMENTS:
        return 1
    if of.name == "date" and of.unit == "D":
        return 86_400_000
    if of.name == "date":
        return 1
    return 1000 / PER_SECOND[of.unit or "s"]


def texts_of(array: Array) -> list[str | None]:
    """Return the texts that stand for the values of an array."""
    return [None if value is None else _text(value) for value in values_of(array)]


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return text_of(value)


def _float(value: Any) -> float:
    if isinstance(value, dt.timedelta):
        return value.total_seconds() * 1000
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return NAN
