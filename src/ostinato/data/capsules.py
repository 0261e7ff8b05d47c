"""Capsules: tables of any library that hands them on by Arrow's C data interface.

https://arrow.apache.org/docs/format/CDataInterface.html says how they lie in memory. What is read
is not copied: the columns keep the memory alive, and release it when nobody has them any more.
"""

import ctypes
import weakref
from collections.abc import Sequence
from typing import Any

from ostinato.data.arrow import (
    BINARY,
    BOOL,
    NULL,
    UTF8,
    Array,
    Type,
    Unit,
    both_of,
    nested,
    sliced,
)
from ostinato.data.chunks import joined
from ostinato.data.column import Column
from ostinato.data.views import of_views
from ostinato.wire.frames import ColumnKind

VIEW = 16
"""The size of the views of texts that lie wherever they lie."""

POINTERS = ctypes.POINTER(ctypes.c_void_p)


class CSchema(ctypes.Structure):
    """What an array is of."""


class CArray(ctypes.Structure):
    """An array."""


class CStream(ctypes.Structure):
    """Gives one array after the other."""


CSchema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(CSchema))),
    ("dictionary", ctypes.POINTER(CSchema)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(CSchema))),
    ("private_data", ctypes.c_void_p),
]
CArray._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", POINTERS),
    ("children", ctypes.POINTER(ctypes.POINTER(CArray))),
    ("dictionary", ctypes.POINTER(CArray)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(CArray))),
    ("private_data", ctypes.c_void_p),
]
_GET_SCHEMA = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(CStream), ctypes.POINTER(CSchema))
_GET_NEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(CStream), ctypes.POINTER(CArray))
_GET_ERROR = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(CStream))
CStream._fields_ = [
    ("get_schema", _GET_SCHEMA),
    ("get_next", _GET_NEXT),
    ("get_last_error", _GET_ERROR),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(CStream))),
    ("private_data", ctypes.c_void_p),
]

_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype = ctypes.c_void_p
_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]


class Unreadable(ValueError):
    """Something is of a type that we do not read; whoever has it knows its values."""


class _Memory:
    """What one array of a stream has: released when nobody has a view of it any more."""

    def __init__(self, array: CArray) -> None:
        self.array = array
        self._release = weakref.finalize(self, _release, array)


def _release(array: CArray) -> None:
    if array.release:
        array.release(ctypes.byref(array))


def columns_of(value: Any) -> Sequence[Column]:
    """Return the columns of what has either method of the interface.

    Raises:
        Unreadable: If one is of a type that we do not read, or it has no columns.
    """
    of, chunks = _read(value)
    if of.name != "struct":
        raise Unreadable(of.name)
    whole = joined(of, chunks)
    pairs = zip(of.fields, whole.children, strict=True)
    return [
        Column(name, _where(array, whole.validity), *kind_of(of)) for (name, of), array in pairs
    ]


def _where(array: Array, validity: memoryview | None) -> Array:
    """Return an array whose values are missing, too, where the rows that they are of are."""
    if validity is None:
        return array
    both = validity if array.validity is None else both_of(array.validity, validity)
    return Array(array.type, array.length, array.buffers, both, array.children)


def single(value: Any, name: str) -> Column | None:
    """Return a column of what has either method of the interface; None if we cannot read it."""
    try:
        of, chunks = _read(value)
    except Unreadable:
        return None
    return Column(name, joined(of, chunks), *kind_of(of))


def _read(value: Any) -> tuple[Type, list[Array]]:
    if hasattr(value, "__arrow_c_stream__"):
        return _read_arrays(value.__arrow_c_stream__())
    of, array = _read_array(*value.__arrow_c_array__())
    return of, [array]


def _read_arrays(capsule: object) -> tuple[Type, list[Array]]:
    stream = CStream.from_address(_pointer(capsule, b"arrow_array_stream"))
    schema = CSchema()
    _check(stream, stream.get_schema(ctypes.byref(stream), ctypes.byref(schema)))
    try:
        of = _type(schema)
    finally:
        schema.release(ctypes.byref(schema))
    chunks: list[Array] = []
    while True:
        array = CArray()
        _check(stream, stream.get_next(ctypes.byref(stream), ctypes.byref(array)))
        if not array.release:
            return of, chunks
        chunks.append(_array(of, array, _Memory(array)))


def _read_array(schema_capsule: object, array_capsule: object) -> tuple[Type, Array]:
    of = _type(CSchema.from_address(_pointer(schema_capsule, b"arrow_schema")))
    theirs = CArray.from_address(_pointer(array_capsule, b"arrow_array"))
    ours = CArray.from_buffer_copy(theirs)
    theirs.release = type(theirs.release)()
    return of, _array(of, ours, _Memory(ours))


def _check(stream: CStream, code: int) -> None:
    if code:
        why = stream.get_last_error(ctypes.byref(stream)) or b"no reason given"
        raise ValueError(f"the table cannot be read: {why.decode('utf-8', 'replace')}")


_FIXED = {
    "n": NULL,
    "b": BOOL,
    "u": UTF8,
    "U": Type("utf8", 64),
    "z": BINARY,
    "Z": Type("binary", 64),
    "vu": Type("utf8", 64, size=VIEW),
    "vz": Type("binary", 64, size=VIEW),
    "e": Type("float", 16),
    "f": Type("float", 32),
    "g": Type("float", 64),
    "tdD": Type("date", 32, "D"),
    "tdm": Type("date", 64, "ms"),
    "tts": Type("time", 32, "s"),
    "ttm": Type("time", 32, "ms"),
    "ttu": Type("time", 64, "us"),
    "ttn": Type("time", 64, "ns"),
    "tDs": Type("duration", 64, "s"),
    "tDm": Type("duration", 64, "ms"),
    "tDu": Type("duration", 64, "us"),
    "tDn": Type("duration", 64, "ns"),
}
for _letter, _bits in zip("csil", (8, 16, 32, 64), strict=True):
    _FIXED[_letter] = Type("int", _bits)
    _FIXED[_letter.upper()] = Type("uint", _bits)
_UNITS: dict[str, Unit] = {"s": "s", "m": "ms", "u": "us", "n": "ns"}


def _type(schema: CSchema) -> Type:
    """Return what a schema says.

    Raises:
        Unreadable: If it is of a type that we do not read.
    """
    letters = schema.format.decode()
    if schema.dictionary:
        values = _type(schema.dictionary.contents)
        if values.name == "dictionary" or letters not in _FIXED:
            raise Unreadable(letters)
        ordered = bool(schema.flags & 1)
        fields = (("", values),)
        return Type("dictionary", fields=fields, index=_FIXED[letters], is_ordered=ordered)
    if letters in _FIXED:
        return _FIXED[letters]
    name, _, rest = letters.partition(":")
    children = tuple(
        (_text(schema.children[at].contents.name), _type(schema.children[at].contents))
        for at in range(schema.n_children)
    )
    return _nested(name, rest, children)


def _nested(name: str, rest: str, children: tuple[tuple[str, Type], ...]) -> Type:
    if name == "d":
        return _decimal(rest)
    if name[:2] == "ts" and name[2:] in _UNITS:
        return Type("timestamp", 64, _UNITS[name[2:]], zone=rest or None)
    match name:
        case "+s":
            return Type("struct", fields=children)
        case "+l" | "+L":
            return Type("list", 32 if name == "+l" else 64, fields=children)
        case "+w":
            return Type("fixed_list", size=int(rest), fields=children)
        case "+m":
            entries = Type("struct", fields=(("key", _key(children)), ("value", _item(children))))
            return Type("map", 32, fields=(("entries", entries),))
        case "w":
            return Type("fixed_binary", size=int(rest))
    raise Unreadable(name)


def _decimal(rest: str) -> Type:
    precision, scale, *bits = [int(each) for each in rest.split(",")]
    of = Type("decimal", bits[0] if bits else 128, precision=precision, scale=scale)
    if of.bits < 128 or scale < 0:
        raise Unreadable(rest)
    return of


def _key(children: tuple[tuple[str, Type], ...]) -> Type:
    return children[0][1].fields[0][1]


def _item(children: tuple[tuple[str, Type], ...]) -> Type:
    return children[0][1].fields[1][1]


def _text(name: bytes | None) -> str:
    return (name or b"").decode("utf-8", "replace")


def kind_of(of: Type) -> tuple[ColumnKind, bool, tuple[str, ...], str | None]:
    """Return what the values of a type are, as the last fields of a `Column`."""
    value = of.child if of.name == "dictionary" else of
    return _KINDS[of.name], False, (), value.zone


_KINDS: dict[str, ColumnKind] = {
    "null": "empty",
    "bool": "boolean",
    "int": "integer",
    "uint": "integer",
    "float": "number",
    "decimal": "decimal",
    "utf8": "text",
    "binary": "bytes",
    "fixed_binary": "bytes",
    "date": "date",
    "time": "time",
    "timestamp": "datetime",
    "duration": "duration",
    "list": "list",
    "fixed_list": "list",
    "struct": "struct",
    "map": "struct",
    "dictionary": "category",
}


class _Owned:
    """A view of memory, which keeps its owner alive."""

    def __init__(self, memory: _Memory, address: int, size: int) -> None:
        self._memory = memory
        self._bytes = (ctypes.c_char * size).from_address(address)
        vars(self._bytes)["owner"] = memory

    def view(self) -> memoryview:
        """Return the bytes."""
        return memoryview(self._bytes).cast("B").toreadonly()


def _array(of: Type, array: CArray, memory: _Memory) -> Array:
    """Return an array of the interface as one of ours, which begins where it begins."""
    end = array.offset + array.length
    # Whoever does not know how many are missing may say -1, and have no flags all the same.
    has_flags = array.null_count and array.n_buffers and array.buffers[0]
    validity = _buffer(array, 0, (end + 7) // 8, memory) if has_flags else None
    if of.name in ("utf8", "binary") and of.size == VIEW:
        whole = _views(of, array, end, validity, memory)
    else:
        buffers = _buffers(of, array, end, memory)
        children = [
            _array(child, array.children[at].contents, memory)
            for at, (_name, child) in enumerate(of.fields)
            if of.name != "dictionary"
        ]
        if of.name == "dictionary":
            children = [_array(of.child, array.dictionary.contents, memory)]
        if of.name in ("struct", "fixed_list"):
            # Children begin where their parent does, and may go on.
            count = end * of.size if of.size else end
            children = [sliced(child, 0, count) for child in children]
        whole = nested(of, end, buffers, validity, children)
    return sliced(whole, array.offset, end) if array.offset else whole


def _buffers(of: Type, array: CArray, end: int, memory: _Memory) -> list[memoryview]:
    match of.name:
        case "null" | "struct" | "fixed_list":
            return []
        case "bool":
            return [_buffer(array, 1, (end + 7) // 8, memory)]
        case "list" | "map":
            return [_buffer(array, 1, (end + 1) * of.bits // 8, memory, empty=of.bits // 8)]
        case "utf8" | "binary":
            offsets = _buffer(array, 1, (end + 1) * of.bits // 8, memory, empty=of.bits // 8)
            last = offsets.cast("q" if of.bits == 64 else "i")[end] if end else 0
            return [offsets, _buffer(array, 2, last, memory)]
        case "dictionary":
            assert of.index is not None
            return [_buffer(array, 1, end * of.index.bits // 8, memory)]
        case "fixed_binary":
            return [_buffer(array, 1, end * of.size, memory)]
        case _:
            return [_buffer(array, 1, end * of.bits // 8, memory)]


def _views(
    of: Type, array: CArray, end: int, validity: memoryview | None, memory: _Memory
) -> Array:
    """Return texts that lie wherever they lie, one after the other."""
    count = array.n_buffers - 3
    sizes = _buffer(array, array.n_buffers - 1, count * 8, memory).cast("q")
    parts = [_buffer(array, 2 + at, sizes[at], memory) for at in range(count)]
    return of_views(of.name, end, _buffer(array, 1, end * 16, memory), parts, validity)


def _buffer(array: CArray, place: int, size: int, memory: _Memory, empty: int = 0) -> memoryview:
    address = array.buffers[place]
    if not address or not size:
        return memoryview(bytes(empty))
    return _Owned(memory, address, size).view()
