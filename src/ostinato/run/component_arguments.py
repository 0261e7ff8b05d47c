"""Component arguments: what a custom component is told, by what it is: JSON, bytes or a table."""

import json
import re
from array import array as packed
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from ostinato.data.arrow import INT64, VARIABLE, Array, ends, integers, nested
from ostinato.data.column import Column, Table
from ostinato.data.ipc import head, tile
from ostinato.data.kinds import is_table
from ostinato.data.plain import column_of
from ostinato.data.stream import END
from ostinato.errors import MarshallComponentException
from ostinato.run.component_bytes import Stream, bytes_of, streams_of
from ostinato.run.frames import EVERYTHING, table_in
from ostinato.stores.files import Bytes
from ostinato.values.media_type import ARROW
from ostinato.wire.components import ComponentBytes, ComponentTable
from ostinato.wire.props import MEDIA
from ostinato.wire.text import as_plain

_FILE = re.compile(rf"{MEDIA}[0-9a-f]{{32}}\.[0-9a-z]{{1,10}}")


def sorted_arguments(
    who: str, arguments: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, ComponentBytes], dict[str, ComponentTable]]:
    """Return arguments by what they are: those that are to be JSON, bytes, and tables.

    Args:
        who: The component, for errors.
        arguments: Its arguments by name.

    Raises:
        MarshallComponentException: If one cannot be told.
    """
    plain: dict[str, Any] = {}
    blobs: dict[str, ComponentBytes] = {}
    tables: dict[str, ComponentTable] = {}
    for name, value in arguments.items():
        if isinstance(value, bytes | bytearray | memoryview):
            blobs[name] = bytes_of(f"{who}: {name}", bytes(value))
        elif is_table(value):
            tables[name] = _table(f"{who}: {name}", value)
        else:
            plain[name] = value
    return plain, blobs, tables


def as_json(who: str, arguments: Mapping[str, Any]) -> str:
    """Return arguments as JSON. What is no number is null, as JavaScript has it.

    Raises:
        MarshallComponentException: If JSON has no form for one of them.
    """
    try:
        return _encoded(arguments)
    except (TypeError, ValueError, RecursionError):
        for name, value in arguments.items():
            try:
                _encoded({name: value})
            except (TypeError, ValueError, RecursionError) as error:
                raise MarshallComponentException(
                    f"{who}: an argument must be what JSON has, bytes, or a table, got"
                    f" {name}={value!r:.100} ({error}): convert it first"
                ) from None
        raise


def files_in(text: str) -> list[str] | None:
    """Return the addresses of files of the app that stand in a text; None for none."""
    return [*dict.fromkeys(_FILE.findall(text))] or None if MEDIA in text else None


def _encoded(value: Any) -> str:
    try:
        text = json.dumps(value, allow_nan=False, separators=(",", ":"), default=as_plain)
    except ValueError:
        text = json.dumps(_without_nan(value), allow_nan=False, separators=(",", ":"))
    return text


def _without_nan(value: Any) -> Any:
    """Return nested values with None for what is no number."""
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, Mapping):
        return {name: _without_nan(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(each) for each in value]
    if value is None or isinstance(value, str | int):
        return value
    return _without_nan(as_plain(value))


def _table(who: str, value: Any) -> ComponentTable:
    """Return a table in its three streams, of which those as long as it is are made if need be."""
    table = table_in(who, value, EVERYTHING)
    cells = [column for column in table.columns if not column.is_index]
    index = [column.array for column in table.columns if column.is_index]
    size = sum(column.array.nbytes for column in table.columns)
    index_size = sum(array.nbytes for array in index) if index else 8 * table.rows
    data, rows = streams_of(
        who,
        table,
        Stream(b"cells", size, partial(_cells, table, cells)),
        Stream(b"index", index_size, partial(_index, table, index)),
    )
    return ComponentTable(data, rows, bytes_of(who, b"".join(_names(cells)), ARROW))


def _cells(table: Table, cells: Sequence[Column]) -> list[Bytes]:
    """Return the stream of the cells of a table, with the names of its rows behind them."""
    rows = [column for column in table.columns if column.is_index]
    named = [(column.name, column.array) for column in cells]
    named += [
        (column.name or f"__index_level_{at}__", column.array) for at, column in enumerate(rows)
    ]
    return _stream(named, table.rows)


def _index(table: Table, index: Sequence[Array]) -> list[Bytes]:
    """Return the stream of the names of its rows: their numbers, if they have none."""
    levels = index or [_counted(table.rows)]
    return _stream([(str(at), array) for at, array in enumerate(levels)], table.rows)


def _names(cells: Sequence[Column]) -> list[Bytes]:
    """Return the stream of the names of its columns, level by level."""
    levels = max((len(column.groups) for column in cells), default=0) + 1
    named = [_levels(column, levels) for column in cells]
    arrays = [column_of([names[level] for names in named], "").array for level in range(levels)]
    return _stream([(str(at), array) for at, array in enumerate(arrays)], len(cells))


def _levels(column: Column, levels: int) -> tuple[str, ...]:
    """Return the name of a column at each level."""
    return (*column.groups, *("",) * (levels - 1 - len(column.groups)), column.name)


def _counted(rows: int) -> Array:
    return Array(INT64, rows, [memoryview(packed("q", range(rows))).cast("B")])


def _stream(columns: list[tuple[str, Array]], rows: int) -> list[Bytes]:
    columns = [(name, _narrow(array)) for name, array in columns]
    return [*head(columns), *tile([array for _name, array in columns], 0, rows), END]


def _narrow(array: Array) -> Array:
    """Return an array without large offsets if it can do without: older components know none."""
    of, buffers = array.type, array.buffers
    children = [_narrow(child) for child in array.children]
    is_large = of.bits == 64 and (of.name in VARIABLE or of.name == "list")
    if is_large and array.length and ends(array, array.length, array.length)[0] < 1 << 31:
        of = replace(of, bits=32)
        offsets = packed("i", integers(buffers[0], 64)[: array.length + 1])
        buffers = (memoryview(offsets).cast("B"), *buffers[1:])
    elif is_large and not array.length:
        of, buffers = replace(of, bits=32), (memoryview(bytes(4)), *buffers[1:])
    if children:
        return nested(of, array.length, buffers, array.validity, children)
    return Array(of, array.length, buffers, array.validity)
