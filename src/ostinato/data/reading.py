"""Reading: columns of the messages that Arrow has for them, those that `ipc` writes."""

import struct
from collections.abc import Callable, Iterator, Sequence

import msgspec

from ostinato.data.arrow import (
    BINARY,
    BOOL,
    DATE,
    LARGE_UTF8,
    NULL,
    UTF8,
    Array,
    Type,
    Unit,
)
from ostinato.data.flatbuffer import Reader
from ostinato.data.ipc import DICTIONARY


class Cursor:
    """Reads the arrays of one batch, one after another.

    Args:
        content: A message: those that `head` and `tile` have made.
    """

    def __init__(self, content: memoryview) -> None:
        size = _size(content)
        message = Reader(content[8 : 8 + size])
        header = message.table(2)
        if message.number(1, "B") == DICTIONARY:
            header = header.table(1)
        self.length = header.number(0, "q")
        self.end = 8 + size + message.number(3, "q")
        self._body = content[8 + size : self.end]
        self._nodes = iter(header.records(1, "qq"))
        self._buffers = iter(header.records(2, "qq"))

    def next(self, of: Type, dictionaries: Iterator[Array]) -> Array:
        """Return the next array, which is of this type."""
        length, nulls = next(self._nodes)
        if of.name == "null":
            return Array(of, length)
        validity = self._buffer()
        count = 2 if of.name in ("utf8", "binary") else 1
        has_none = of.name in ("struct", "fixed_list")
        buffers = [] if has_none else [self._buffer() for _ in range(count)]
        if of.name == "dictionary":
            children = [next(dictionaries)]
        else:
            children = [self.next(child, dictionaries) for _name, child in of.fields]
        return Array(of, length, buffers, validity if nulls else None, children)

    def _buffer(self) -> memoryview:
        start, size = next(self._buffers)
        return self._body[start : start + size]


def types_of(content: memoryview) -> list[tuple[str, Type]]:
    """Return the names and types of the columns of a head."""
    message = Reader(content[8 : 8 + _size(content)])
    return [_field(field) for field in message.table(2).tables(1)]


def read_dictionaries(content: memoryview, types: Sequence[Type]) -> list[Array]:
    """Return the dictionaries of a head, in the order in which the arrays ask for them."""
    place = 8 + _size(content)
    found: list[Array] = []
    for of in types:
        for values in _own_types(of):
            cursor = Cursor(content[place:])
            found.append(cursor.next(values, iter(found)))
            place += cursor.end
    return found


def _own_types(of: Type) -> Iterator[Type]:
    for _name, child in of.fields:
        yield from _own_types(child)
    if of.name == "dictionary":
        yield of.child


def _size(content: memoryview) -> int:
    size: int = struct.unpack_from("<i", content, 4)[0]
    return size


def _field(field: Reader) -> tuple[str, Type]:
    children = tuple(_field(child) for child in field.tables(5))
    of = _type(field.number(2, "B"), field.table(3), children)
    if field.has(4):
        about = field.table(4)
        index = _integer(about.table(1))
        ordered = bool(about.number(2, "?"))
        of = Type("dictionary", fields=(("", of),), index=index, is_ordered=ordered)
    return field.text(0) or "", of


def _integer(about: Reader) -> Type:
    return Type("int" if about.number(1, "?") else "uint", about.number(0, "i"))


def _type(kind: int, about: Reader, children: tuple[tuple[str, Type], ...]) -> Type:
    if kind == 2:
        return _integer(about)
    make = _TYPES[kind]
    of = make(about) if callable(make) else make
    return msgspec.structs.replace(of, fields=children) if children else of


def _unit(about: Reader) -> Unit:
    return _UNITS[about.number(0, "h")]


_UNITS: tuple[Unit, ...] = ("s", "ms", "us", "ns")
_BITS = (16, 32, 64)
_TYPES: dict[int, Type | Callable[[Reader], Type]] = {
    1: NULL,
    3: lambda about: Type("float", _BITS[about.number(0, "h")]),
    4: BINARY,
    5: UTF8,
    6: BOOL,
    7: lambda about: Type(
        "decimal",
        about.number(2, "i", 128),
        precision=about.number(0, "i"),
        scale=about.number(1, "i"),
    ),
    8: lambda about: Type("date", 64, "ms") if about.number(0, "h", 1) else DATE,
    9: lambda about: Type("time", about.number(1, "i", 32), _unit(about)),
    10: lambda about: Type("timestamp", 64, _unit(about), zone=about.text(1)),
    12: Type("list", 32),
    13: Type("struct"),
    15: lambda about: Type("fixed_binary", size=about.number(0, "i")),
    16: lambda about: Type("fixed_list", size=about.number(0, "i")),
    17: Type("map", 32),
    18: lambda about: Type("duration", 64, _unit(about)),
    19: Type("binary", 64),
    20: LARGE_UTF8,
    21: Type("list", 64),
}
