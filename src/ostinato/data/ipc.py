"""Ipc: columns as the messages that Arrow has for them.

https://arrow.apache.org/docs/format/Columnar.html says how they look.
"""

import functools
import itertools
import struct
from collections.abc import Iterator, Sequence
from typing import Any

from ostinato.data.arrow import EMPTY, LISTS, VARIABLE, Array, Type, ends, sliced, width
from ostinato.data.flatbuffer import Number, Records, Table, written

VERSION = Number("h", 4)
CONTINUES = b"\xff\xff\xff\xff"
SCHEMA, DICTIONARY, BATCH = 1, 2, 3
UNITS = {"s": 0, "ms": 1, "us": 2, "ns": 3}
PRECISIONS = {16: 0, 32: 1, 64: 2}

Named = Sequence[tuple[str, Array]]
Parts = list[bytes | memoryview]


def head(columns: Named) -> Parts:
    """Return the schema of some columns, and the dictionaries that they have."""
    parts: Parts = [_schema(tuple((name, column.type) for name, column in columns))]
    for id, values in enumerate(_dictionaries(columns)):
        header, body = _batch([values], values.length)
        parts += _message(DICTIONARY, {0: Number("q", id), 1: header}, body)
    return parts


@functools.lru_cache(256)
def _schema(columns: tuple[tuple[str, Type], ...]) -> bytes:
    """Return the message that says what columns are; runs ask for the same ones again and again."""
    ids = itertools.count()
    fields = [_field(name, of, ids) for name, of in columns]
    return b"".join(_message(SCHEMA, {0: Number("h", 0), 1: fields}, []))


def tile(columns: Sequence[Array], start: int, stop: int) -> Parts:
    """Return the rows from `start` up to `stop` as one message."""
    header, body = _batch([sliced(column, start, stop) for column in columns], stop - start)
    return _message(BATCH, header, body)


def tile_size(columns: Sequence[Array], start: int, stop: int) -> int:
    """Return how many bytes `tile` would write of these rows, but for what says what they are."""
    return sum(_size(column, start, stop) for column in columns)


def _size(values: Array, start: int, stop: int) -> int:
    of, length = values.type, stop - start
    if of.name == "null":
        return 0
    size = 0 if values.validity is None else _padded((length + 7) // 8)
    if of.name == "bool":
        return size + _padded((length + 7) // 8)
    if of.name == "struct":
        return size + tile_size(values.children, start, stop)
    if of.name == "fixed_list":
        return size + _size(values.children[0], start * of.size, stop * of.size)
    if of.name in VARIABLE or of.name in LISTS:
        first, last = ends(values, start, stop)
        size += _padded((length + 1) * of.bits // 8)
        if of.name in VARIABLE:
            return size + _padded(last - first)
        return size + _size(values.children[0], first, last)
    return size + _padded(length * width(of))


def _padded(size: int) -> int:
    return (size + 7) // 8 * 8


def size_of(parts: Parts) -> int:
    """Return how many bytes there are in all."""
    return sum(memoryview(part).nbytes for part in parts)


def _message(kind: int, header: Table, body: Parts) -> Parts:
    """Return a message: its length, what it is, and its bytes; all begin at multiples of 8."""
    length = Number("q", size_of(body))
    content = written({0: VERSION, 1: Number("B", kind), 2: header, 3: length})
    content += bytes(-(len(content)) % 8)
    return [CONTINUES + struct.pack("<i", len(content)), content, *body]


def _batch(columns: Sequence[Array], length: int) -> tuple[Table, Parts]:
    nodes: list[int] = []
    buffers: list[memoryview] = []
    for column in columns:
        _add(column, nodes, buffers)
    places: list[int] = []
    body: Parts = []
    end = 0
    for buffer in buffers:
        places += (end, buffer.nbytes)
        body.append(buffer)
        if padding := -buffer.nbytes % 8:
            body.append(bytes(padding))
        end += buffer.nbytes + padding
    header: Table = {
        0: Number("q", length),
        1: Records(len(nodes) // 2, struct.pack(f"<{len(nodes)}q", *nodes)),
        2: Records(len(places) // 2, struct.pack(f"<{len(places)}q", *places)),
    }
    return header, body


def _add(values: Array, nodes: list[int], buffers: list[memoryview]) -> None:
    """Add what a batch has of an array, and of those in it."""
    nodes += (values.length, values.nulls)
    if values.type.name != "null":
        size = (values.length + 7) // 8
        # Also where none is missing: so a tile is as long as `tile_size` says.
        buffers.append(EMPTY if values.validity is None else values.validity[:size])
        buffers.extend(buffer.cast("B") for buffer in values.buffers)
    if values.type.name != "dictionary":
        for child in values.children:
            _add(child, nodes, buffers)


def _dictionaries(columns: Named) -> Iterator[Array]:
    for _name, column in columns:
        yield from _own_dictionaries(column)


def _own_dictionaries(column: Array) -> Iterator[Array]:
    """Yield the dictionaries of a column, those within others first."""
    for child in column.children:
        yield from _own_dictionaries(child)
    if column.type.name == "dictionary":
        yield column.children[0]


def _field(name: str, of: Type, ids: Iterator[int], is_key: bool = False) -> Table:
    """Return what a schema says of a column; a key, or an entry of a map, is always there."""
    value = of.child if of.name == "dictionary" else of
    has_keys = value.name == "map" or (is_key and value.name == "struct")
    children = [
        _field(each, child, ids, has_keys and not at)
        for at, (each, child) in enumerate(value.fields)
    ]
    kind, content = _type(value)
    nullable = Number("?", not is_key)
    field: dict[int, Any] = {0: name, 1: nullable, 2: Number("B", kind), 3: content}
    if of.name == "dictionary":
        assert of.index is not None
        ordered = Number("?", of.is_ordered)
        field[4] = {0: Number("q", next(ids)), 1: _type(of.index)[1], 2: ordered}
    field[5] = children
    return field


def _type(of: Type) -> tuple[int, Table]:
    """Return the number of a type, and what is said of it."""
    match of.name:
        case "null":
            return 1, {}
        case "int" | "uint":
            return 2, {0: Number("i", of.bits), 1: Number("?", of.name == "int")}
        case "float":
            return 3, {0: Number("h", PRECISIONS[of.bits])}
        case "binary":
            return (19 if of.bits == 64 else 4), {}
        case "utf8":
            return (20 if of.bits == 64 else 5), {}
        case "bool":
            return 6, {}
        case "decimal":
            size = Number("i", of.bits)
            return 7, {0: Number("i", of.precision), 1: Number("i", of.scale), 2: size}
        case _:
            return _other(of)


def _other(of: Type) -> tuple[int, Table]:
    unit = Number("h", UNITS.get(of.unit or "", 0))
    if of.name == "list":
        return (21 if of.bits == 64 else 12), {}
    if of.name == "time":
        return 9, {0: unit, 1: Number("i", of.bits)}
    if of.name == "timestamp":
        return 10, {0: unit} if of.zone is None else {0: unit, 1: of.zone}
    size = Number("i", of.size)
    rest: dict[str, tuple[int, Table]] = {
        "date": (8, {0: Number("h", 0 if of.unit == "D" else 1)}),
        "struct": (13, {}),
        "fixed_binary": (15, {0: size}),
        "fixed_list": (16, {0: size}),
        "map": (17, {0: Number("?", 0)}),
        "duration": (18, {0: unit}),
    }
    return rest[of.name]
