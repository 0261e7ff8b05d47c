"""Fitting: whether a column can hold a value just as somebody enters it.

The library of a column is asked: a value is made of it, and must be the same when it is read again.
Nothing here imports a library: whoever has a column of one has loaded it.
"""

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ostinato.data.arrow import Array, Type
from ostinato.data.column import Column, Table
from ostinato.data.edited_values import as_set, value_of
from ostinato.data.kinds import is_series, library_of
from ostinato.data.same import in_utc, is_same

FINER = re.compile(r"[.,]\d{6}0*[1-9]")
"""The fraction of a second that Python does not have."""


class Room(NamedTuple):
    """What a column can hold.

    Args:
        library: The library that it is of; "" for one that takes every value of its kind.
        dtype: Its type, as the library says it.
        shape: That of each of its values, if they are arrays of numpy.
        column: What its values are: its kind, and its type as ours.
        zone: The time zone that moments are entered in, where that is not its own.
    """

    library: str
    dtype: Any
    shape: tuple[int, ...]
    column: tuple[str, Type]
    zone: dt.tzinfo | None

    def __call__(self, value: Any) -> None:
        """Check a value as it travels.

        Raises:
            ValueError: If the column would hold another one, or none.
        """
        kind, of = self.column
        if kind == "date" and isinstance(value, str) and value[10:].strip("T:0."):
            raise ValueError(f"{value} is no day, but has a time")
        if kind in ("time", "datetime") and isinstance(value, str) and FINER.search(value):
            raise ValueError(f"{value} is finer than a microsecond")
        found = value_of(value, Column("", Array(of, 0), kind))  # type: ignore[arg-type]
        if isinstance(found, dt.datetime) and found.tzinfo is not None:
            found = _moment(found, self.zone)
        if self.library and not (_is_open(of) or self._holds(found)):
            raise ValueError(f"{value!r:.100} is no value of the type {self.dtype}")

    def _holds(self, value: Any) -> bool:
        try:
            got = _HELD[self.library](value, self)
        except Exception:  # noqa: BLE001  (each library refuses values in ways of its own)
            return False
        return is_same(value, got)


def _moment(found: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime:
    """Return a moment in its own time zone, if there is such a one where it is entered."""
    entered = found if zone is None else found.replace(tzinfo=zone)
    utc = in_utc(entered)
    there = utc.astimezone(entered.tzinfo).replace(tzinfo=None)
    if there != entered.replace(tzinfo=None):
        raise ValueError(f"there is no {entered:%Y-%m-%d %H:%M:%S} in {entered.tzinfo}")
    return entered.astimezone(found.tzinfo)


def _is_open(of: Type) -> bool:
    """Return whether a type says nothing of its values yet, or of those in its lists."""
    return of.name == "null" or (of.name in ("list", "fixed_list") and _is_open(of.child))


def rooms_of(data: Any, table: Table, ways: Sequence[str], zones: Mapping[int, Any]) -> list[Room]:
    """Return what each column of a table can hold.

    Args:
        data: What the script has passed.
        table: The same as a table.
        ways: How the cells of each column are set.
        zones: The time zones in which moments are shown, by column, where they are not their own.
    """
    plain = table.index_columns
    own = _types_of(data)
    first = len(table.columns) - len(own) if own else 0
    rooms = []
    for at, (column, way) in enumerate(zip(table.columns, ways, strict=True)):
        library, dtype, shape = own[at - first] if own and at >= first else _NO_TYPE
        if library == "numpy" and at < plain:
            library = ""
        seen = as_set(column, way)
        zone = zones.get(at)
        rooms.append(Room(library, dtype, shape, (seen.kind, seen.array.type), zone))
    return rooms


Typed = tuple[str, Any, tuple[int, ...]]
"""The library of a column, its type, and the shape of each of its values."""

_NO_TYPE: Typed = ("", None, ())


def _types_of(data: Any) -> Sequence[Typed]:
    """Return the types of columns that cannot be widened, as their library says them."""
    library = library_of(type(data), (*_TYPES, "pandas"))
    if library in _TYPES:
        return _TYPES[library](data)
    if isinstance(data, Mapping):
        parts = list(data.values())
        has_columns = any(is_series(part) for part in parts)
        return [_type_of(part) for part in parts] if has_columns else ()
    if isinstance(data, list | tuple) and data and library_of(type(data[0])) == "numpy":
        return _of_numpy(data[0].reshape(1, -1)) if getattr(data[0], "ndim", 0) == 1 else ()
    return ()


def _type_of(part: Any) -> Typed:
    library = library_of(type(part), (*_TYPES, "pandas"))
    if library == "numpy" and not part.dtype.names:
        return library, part.dtype, part.shape[1:]
    own = _TYPES[library](part) if library in _TYPES else ()
    return own[0] if len(own) == 1 else _NO_TYPE


def _of_numpy(array: Any) -> Sequence[Typed]:
    if array.dtype.names:
        fields = [array.dtype[name] for name in array.dtype.names]
        return [("numpy", field.base, field.shape) for field in fields]
    width = array.shape[1] if array.ndim > 1 else 1
    return [("numpy", array.dtype, array.shape[2:])] * width


def _of_polars(data: Any) -> Sequence[Typed]:
    polars = sys.modules["polars"]
    if isinstance(data, polars.Series):
        return [("polars", data.dtype, ())]
    if isinstance(data, polars.LazyFrame):
        return [("polars", dtype, ()) for dtype in data.collect_schema().dtypes()]
    found = data.dtypes if isinstance(data, polars.DataFrame) else ()
    return [("polars", dtype, ()) for dtype in found]


def _of_arrow(data: Any) -> Sequence[Typed]:
    pyarrow = sys.modules["pyarrow"]
    if isinstance(data, pyarrow.Table | pyarrow.RecordBatch):
        return [("pyarrow", field.type, ()) for field in data.schema]
    if isinstance(data, pyarrow.Array | pyarrow.ChunkedArray):
        return () if pyarrow.types.is_struct(data.type) else [("pyarrow", data.type, ())]
    return ()


_TYPES: dict[str, Callable[[Any], Sequence[Typed]]] = {
    "numpy": _of_numpy,
    "polars": _of_polars,
    "pyarrow": _of_arrow,
}


def _in_numpy(value: Any, room: Room) -> Any:
    from ostinato.data.edited_arrays import read_again  # noqa: PLC0415  (if it is there)

    return read_again(value, room.dtype, room.shape)


def _in_polars(value: Any, room: Room) -> Any:
    series = sys.modules["polars"].Series("", [in_utc(value)], dtype=room.dtype)
    return series.to_list()[0]


def _in_arrow(value: Any, room: Room) -> Any:
    from ostinato.data.edited_columns import values_in_arrow  # noqa: PLC0415  (if it is there)

    return values_in_arrow(sys.modules["pyarrow"].array([in_utc(value)], type=room.dtype))[0]


_HELD: dict[str, Callable[[Any, Room], Any]] = {
    "numpy": _in_numpy,
    "polars": _in_polars,
    "pyarrow": _in_arrow,
}
