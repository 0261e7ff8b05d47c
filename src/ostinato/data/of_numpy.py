"""Of numpy: arrays as columns, without a copy where Arrow has the same layout.

Nothing here imports the library: whoever has an array has loaded it.
"""

import sys
from collections.abc import Sequence
from typing import Any

from ostinato.data.arrow import BOOL, Array, Type
from ostinato.data.column import Column
from ostinato.data.plain import array_of, texts
from ostinato.wire.frames import ColumnKind

UNITS = frozenset({"s", "ms", "us", "ns"})
LARGEST = 8
"""Bytes of the widest number that Arrow has."""

Made = tuple[Array, ColumnKind]


def columns_of(values: Any) -> Sequence[Column]:
    """Return the columns of an array of any number of dimensions; of records its fields."""
    numpy = sys.modules["numpy"]
    mask = None
    if isinstance(values, numpy.ma.MaskedArray):
        values, mask = numpy.ma.getdata(values), numpy.ma.getmaskarray(values)
    if values.dtype.names:
        return [
            _column(
                name,
                _field(values[name]),
                None if mask is None else mask[name],
            )
            for name in values.dtype.names
        ]
    if values.ndim < 2:
        return [_column("value", values.reshape(-1), None if mask is None else mask.reshape(-1))]
    return [
        _column(str(place), values[:, place], None if mask is None else mask[:, place])
        for place in range(values.shape[1])
    ]


def _field(values: Any) -> Any:
    """Return the values of a field, without a dimension of one that all records have."""
    return values.squeeze(1) if values.ndim > 1 and values.shape[1] == 1 else values


def _column(name: str, values: Any, mask: Any) -> Column:
    array, kind, zone = made_of(values, mask)
    return Column(name, array, kind, zone=zone)


def made_of(values: Any, mask: Any = None) -> tuple[Array, ColumnKind, str | None]:
    """Return an array as one of Arrow, what its values are, and their time zone.

    Args:
        values: The array; of more than one dimension, each row is a list.
        mask: True for each value that is not there, if any is not.
    """
    if values.ndim > 1:
        return array_of(list(values))
    if values.dtype.kind in "OSUV":
        plain = values.tolist()
        if mask is not None:
            plain = [None if absent else each for each, absent in zip(plain, mask, strict=True)]
        return array_of(plain)
    return *made(values, mask), None


def made(values: Any, mask: Any = None) -> Made:
    """Return an array of numbers, flags or moments as one of Arrow, and what its values are.

    A number that is none is a value that is not there: arrays have no other way to say so.
    """
    numpy = sys.modules["numpy"]
    if not values.dtype.isnative:
        values = values.astype(values.dtype.newbyteorder("="))
    kind = values.dtype.kind
    if kind == "c":
        plain = [None if each != each else str(each) for each in values.tolist()]
        return texts(plain), "mixed"
    if kind in "mM":
        return _moments(values, mask)
    if kind == "f":
        if values.dtype.itemsize > LARGEST:
            values = values.astype(numpy.float64)
        # A column of a large array is read once, not in each step.
        values = numpy.ascontiguousarray(values)
        none = numpy.isnan(values)
        if none.any():
            mask = none if mask is None else mask | none
    validity = None if mask is None or not mask.any() else _bits(~mask)
    if kind == "b":
        return Array(BOOL, len(values), [_bits(values)], validity), "boolean"
    name = {"i": "int", "u": "uint", "f": "float"}[kind]
    of = Type(name, values.dtype.itemsize * 8)  # type: ignore[arg-type]
    shown: ColumnKind = "number" if kind == "f" else "integer"
    return Array(of, len(values), [_view(values)], validity), shown


def _moments(values: Any, mask: Any) -> Made:
    """Return moments or durations, in a unit that Arrow has."""
    numpy = sys.modules["numpy"]
    letter, (unit, count) = values.dtype.kind, numpy.datetime_data(values.dtype)
    absent = numpy.isnat(values)
    if mask is not None:
        absent = absent | mask
    is_day = letter == "M" and unit in ("D", "W", "M", "Y")
    if is_day:
        days = values.astype("M8[D]").astype("i8").astype("i4")
        of, kind = Type("date", 32, "D"), "date"
        buffer = _view(days)
    else:
        if unit not in UNITS or count != 1:
            unit = "s" if unit in ("h", "m", "D", "W") else "ns" if unit != "generic" else "us"
            values = values.astype(f"{letter}8[{unit}]")
        of = Type("timestamp" if letter == "M" else "duration", 64, unit)
        kind = "datetime" if letter == "M" else "duration"
        buffer = _view(values.view("i8"))
    validity = _bits(~absent) if absent.any() else None
    return Array(of, len(values), [buffer], validity), kind  # type: ignore[return-value]


def _view(values: Any) -> memoryview:
    numpy = sys.modules["numpy"]
    flat = numpy.ascontiguousarray(values)
    return flat.view("u1").data if flat.size else memoryview(b"")


def _bits(flags: Any) -> memoryview:
    numpy = sys.modules["numpy"]
    return memoryview(numpy.packbits(numpy.asarray(flags, dtype=bool), bitorder="little"))
