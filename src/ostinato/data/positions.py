"""Positions: points on a map, from the columns of a table that say where they are."""

import sys
from array import array
from collections.abc import Sequence
from typing import Any, NamedTuple

from ostinato.data.arrow import FLOAT64, Array, Type
from ostinato.data.column import Column, Table
from ostinato.data.values import CODES, numbers, values_of
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.values.rgba import NAMES, rgba_of
from ostinato.wire.frames import ColumnKind

LATITUDES = ("lat", "latitude", "LAT", "LATITUDE")
LONGITUDES = ("lon", "longitude", "LON", "LONGITUDE")

FARTHEST_NORTH = 90.0
FARTHEST_EAST = 360.0
"""Longitudes are counted from -180, from 0, or on where a way crosses 180: all are one turn."""

COLOR = Type("uint", 32)


class Places(NamedTuple):
    """Points on a map.

    Args:
        table: A row for each of the script's: latitude, longitude, and perhaps size and color.
        size: The size of all points in metres; None if each has its own, or the usual one.
        color: The color of all; None if each has its own, or the usual one.
        has_sizes: Whether there is a column of sizes.
        has_colors: Whether there is a column of colors, behind that.
    """

    table: Table
    size: float | None
    color: int | None
    has_sizes: bool = False
    has_colors: bool = False


def places_of(
    who: str, table: Table, latitude: object, longitude: object, size: object, color: object
) -> Places:
    """Return the points that a table tells of.

    Args:
        who: The map, for errors.
        table: What a script shows.
        latitude: The name of a column; None for the first that is called so.
        longitude: The same of longitudes.
        size: The name of a column or a number; None for the usual size.
        color: The name of a column or a color; None for the usual one.

    Raises:
        StreamlitAPIException: If there is no such column, or a value that is none of a place.
        StreamlitValueError: If `size` or `color` is none.
    """
    rows = table.rows
    if rows == 0 or not table.columns:
        return _empty(who, table, size, color)
    north = _place_column(who, table, "latitude", latitude, LATITUDES)
    east = _place_column(who, table, "longitude", longitude, LONGITUDES)
    columns = [
        _degrees(who, "latitude", north, FARTHEST_NORTH),
        _degrees(who, "longitude", east, FARTHEST_EAST),
    ]
    sizes = _named(table, size)
    if sizes is not None:
        columns.append(Column("size", _floats(who, "size", sizes), "number"))
    colors = _named(table, color)
    if colors is not None:
        columns.append(_column("color", COLOR, rows, _colors(who, colors), "integer"))
    return Places(
        Table(columns, rows, is_borrowed=table.is_borrowed, source=table.source),
        None if sizes is not None else _size(who, table, size),
        None if colors is not None else _color(who, table, color),
        has_sizes=sizes is not None,
        has_colors=colors is not None,
    )


def _empty(who: str, table: Table, size: object, color: object) -> Places:
    none = Array(FLOAT64, 0, [memoryview(b"")])
    columns = [Column("latitude", none, "number"), Column("longitude", none, "number")]
    number = None if isinstance(size, str) else _size(who, table, size)
    is_color = not isinstance(color, str) or color.startswith("#") or color in NAMES
    return Places(Table(columns, 0), number, _color(who, table, color) if is_color else None)


def _place_column(
    who: str, table: Table, argument: str, name: object, usual: Sequence[str]
) -> Column:
    wanted = usual if name is None else (str(name),)
    found = next((each for each in (_named(table, one) for one in wanted) if each), None)
    if found is not None:
        return found
    if name is None:
        rule = f"needs a column named {', '.join(map(repr, usual[:-1]))} or {usual[-1]!r}"
        mend = f"rename one, or say which it is by {argument}="
    else:
        rule, mend = f"has no column {name!r}, which {argument} names", "name one of them"
    raise StreamlitAPIException(f"{who}: the data {rule}, got {_names(table)}: {mend}")


def _names(table: Table) -> str:
    names = [column.name for column in table.columns if column.name]
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    return f"{', '.join(map(repr, names[:20])) or 'no names'}{more}"


def _named(table: Table, name: object) -> Column | None:
    """Return the column of a name, those of the index last; None if there is none."""
    if not isinstance(name, str):
        return None
    columns = sorted(table.columns, key=lambda column: column.is_index)
    return next((each for each in columns if each.name == name and not each.groups), None)


def _degrees(who: str, argument: str, column: Column, most: float) -> Column:
    array = _floats(who, argument, column)
    row = _first_beyond(array, most)
    if row is not None:
        value = array.buffers[0].cast("d")[row]
        raise StreamlitAPIException(
            f"{who}: a {argument} must be between {-most:g} and {most:g}, got {value:g} in row"
            f" {row} of column {column.name!r}: correct it, or drop the row"
        )
    return Column(argument, array, "number")


def _first_beyond(array: Array, most: float) -> int | None:
    """Return the first row whose value is too large or small; what is missing is neither."""
    view = array.buffers[0].cast("d")[: array.length]
    if (numpy := sys.modules.get("numpy")) is not None:
        rows = numpy.flatnonzero(numpy.abs(numpy.frombuffer(view)) > most)
        return int(rows[0]) if len(rows) else None
    return next((row for row, value in enumerate(view) if value > most or value < -most), None)


def _floats(who: str, argument: str, column: Column) -> Array:
    """Return numbers as floats of 64 bits, NaN where there is none."""
    values = column.array
    of = values.type
    if of == FLOAT64 and values.nulls == 0:
        return Array(FLOAT64, values.length, values.buffers)
    if (of.name, of.bits) in CODES and values.nulls == 0:
        return _made(FLOAT64, values.length, numbers(values))
    found: list[float] = []
    for row, value in enumerate(values_of(values)):
        try:
            found.append(float("nan") if value is None else _float(value))
        except (TypeError, ValueError):
            raise StreamlitAPIException(
                f"{who}: {argument} must be numbers, got {value!r:.60} in row {row} of column"
                f" {column.name!r}: convert the column"
            ) from None
    return _made(FLOAT64, values.length, found)


def _float(value: Any) -> float:
    if isinstance(value, bool | str | bytes):
        raise TypeError
    return float(value)


def _colors(who: str, column: Column) -> list[int]:
    known: dict[Any, int] = {None: 0}
    found = []
    for row, value in enumerate(values_of(column.array)):
        key = tuple(value) if isinstance(value, list) else value
        if key not in known:
            try:
                # 0, which nobody sees, stands for the usual color.
                known[key] = 0 if key == "primary" else rgba_of(key) or 1
            except ValueError as error:
                raise StreamlitAPIException(
                    f"{who}: {error}, in row {row} of column {column.name!r}: write it as"
                    ' "red", "#ffaa00" or (255, 170, 0)'
                ) from None
            if len(known) > 100_000:
                known = {None: 0, key: known[key]}
        found.append(known[key])
    return found


def _size(who: str, table: Table, size: object) -> float | None:
    if size is None:
        return None
    try:
        number = _float(size)
    except (TypeError, ValueError):
        number = -1.0
    if not 0 <= number < float("inf"):
        raise StreamlitValueError(
            f"{who}: size must be a number of metres or a column, got size={size!r:.60} and the"
            f" columns {_names(table)}: pass one of them"
        )
    return number


def _color(who: str, table: Table, color: object) -> int | None:
    if color is None or (isinstance(color, str) and color == "primary"):
        return None
    try:
        return rgba_of(color)
    except ValueError as error:
        raise StreamlitValueError(
            f'{who}: color must be one such as "red", "#ffaa00" or (255, 170, 0), or a column:'
            f" {error}, and the columns are {_names(table)}: pass one of them"
        ) from None


def _made(of: Type, rows: int, values: Sequence[float]) -> Array:
    return Array(of, rows, [memoryview(array("d", values)).cast("B")])


def _column(name: str, of: Type, rows: int, values: Sequence[int], kind: ColumnKind) -> Column:
    return Column(name, Array(of, rows, [memoryview(array("I", values)).cast("B")]), kind)
