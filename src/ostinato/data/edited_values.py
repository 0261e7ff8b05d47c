"""Edited values: what was set in a cell, and has travelled, as a value of Python."""

import datetime as dt
import decimal
from collections.abc import Callable
from typing import Any

from ostinato.data.column import Column
from ostinato.values.cell import day_of, moment_of, time_of

Make = Callable[[Any], Any]

MOST_DIGITS = 200
"""Digits of a decimal that is brought to the form of others; a longer one stays as it is."""

EPOCH = dt.date(1970, 1, 1)
"""The day of a time that was set where there was none."""


def as_set(column: Column, way: str | None) -> Column:
    """Return a column as the values are that are set in it: one without any has them as it says.

    Args:
        column: The column.
        way: How its cells are set.
    """
    if column.kind == "empty" and way in ("date", "time", "datetime"):
        return column._replace(kind=way)  # type: ignore[arg-type]
    return column


def value_of(value: Any, column: Column) -> Any:
    """Return the value of a cell, which has travelled, as one of Python."""
    if value is None:
        return None
    return _VALUES.get(column.kind, _as_it_is)(value, column)


def _as_it_is(value: Any, column: Column) -> Any:
    return value


def _integer(value: Any, column: Column) -> int | float:
    # Where there were no values yet, or others than whole ones, one with a fraction fits, too.
    return value if isinstance(value, float) and not value.is_integer() else int(value)


def _number(value: Any, column: Column) -> float:
    return float(value)


def _decimal(value: Any, column: Column) -> decimal.Decimal:
    exact = decimal.Decimal(str(value))
    scale = column.array.type.scale if column.array.type.name == "decimal" else 0
    # As many digits as the others have, unless this takes some away, or makes too many.
    try:
        full = exact.quantize(decimal.Decimal(1).scaleb(-scale), context=_PRECISE)
    except decimal.InvalidOperation:
        return exact
    return full if full == exact else exact


_PRECISE = decimal.Context(prec=MOST_DIGITS)


def _date(value: Any, column: Column) -> dt.date:
    return day_of(value)


def _time(value: Any, column: Column) -> dt.time:
    return time_of(value)


def _moment(value: Any, column: Column) -> dt.datetime:
    if is_clock(value):
        value = f"{EPOCH}T{value}"
    found = moment_of(value)
    zone = column.array.type.zone
    if zone is None:
        return found
    from ostinato.data.values import zone_of  # noqa: PLC0415  (few have zones)

    return found.replace(tzinfo=zone_of(zone))


def _list(value: Any, column: Column) -> list[Any]:
    of = column.array.type
    make = _ITEMS.get(of.child.name) if of.name in ("list", "fixed_list") else None
    if make is None:
        return list(value)
    try:
        return [None if item is None else make(item) for item in value]
    except (ValueError, TypeError, OverflowError, decimal.InvalidOperation):
        return list(value)


def _whole(item: Any) -> int:
    if isinstance(item, float) and not item.is_integer():
        raise ValueError("it has a fraction")
    return int(item)


def _flag(item: Any) -> bool:
    found = _FLAGS.get(str(item).lower())
    if found is None:
        raise ValueError("it is neither true nor false")
    return found


_FLAGS = {"true": True, "1": True, "false": False, "0": False}

_ITEMS: dict[str, Make] = {
    "int": _whole,
    "uint": _whole,
    "float": float,
    "decimal": lambda item: decimal.Decimal(str(item)),
    "utf8": str,
    "bool": _flag,
    "date": day_of,
    "time": time_of,
}

_VALUES: dict[str, Callable[[Any, Column], Any]] = {
    "integer": _integer,
    "number": _number,
    "decimal": _decimal,
    "date": _date,
    "time": _time,
    "datetime": _moment,
    "list": _list,
}


def is_clock(value: Any) -> bool:
    """Return whether a moment, as it travels, has a time and no day."""
    return isinstance(value, str) and ":" in value and "-" not in value
