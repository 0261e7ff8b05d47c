"""Arrow: columns as buffers, in the layout of Arrow's specification, without a library of it.

An `Array` holds views of memory that somebody else may own: nothing is copied until it is written.
"""

import sys
from array import array
from collections.abc import Sequence
from typing import Literal

import msgspec

Name = Literal[
    "null",
    "bool",
    "int",
    "uint",
    "float",
    "decimal",
    "utf8",
    "binary",
    "fixed_binary",
    "date",
    "time",
    "timestamp",
    "duration",
    "list",
    "fixed_list",
    "struct",
    "map",
    "dictionary",
]
Unit = Literal["D", "s", "ms", "us", "ns"]

EMPTY = memoryview(b"")


class Type(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the values of an array are.

    `bits` is the width of a value or, where values have no fixed width, of the offsets: 64 for
    those that Arrow calls large. `size` is that of lists and bytes of fixed size. `fields` are the
    children, by name; of a dictionary `index` is what its indices are and `fields` its one value.
    """

    name: Name
    bits: int = 0
    unit: Unit | None = None
    zone: str | None = None
    precision: int = 0
    scale: int = 0
    size: int = 0
    fields: tuple[tuple[str, "Type"], ...] = ()
    index: "Type | None" = None
    is_ordered: bool = False

    @property
    def child(self) -> "Type":
        """The type of the items of a list, or of the values of a dictionary."""
        return self.fields[0][1]


NULL = Type("null")
BOOL = Type("bool", 1)
INT64 = Type("int", 64)
UINT64 = Type("uint", 64)
FLOAT64 = Type("float", 64)
UTF8 = Type("utf8", 32)
LARGE_UTF8 = Type("utf8", 64)
BINARY = Type("binary", 32)
DATE = Type("date", 32, "D")
TIME = Type("time", 64, "us")
DURATION = Type("duration", 64, "us")

VARIABLE = frozenset({"utf8", "binary"})
LISTS = frozenset({"list", "map"})


class Array:
    """One column, or a part of one.

    Args:
        type: What its values are.
        length: How many there are.
        buffers: Those of the type, without that of validity: offsets, then bytes.
        validity: A bit for each value, which is 0 where there is none; None if all are there.
        children: Of lists and structs; of a dictionary the array of its values.
    """

    __slots__ = ("buffers", "children", "length", "type", "validity")

    def __init__(
        self,
        type: Type,
        length: int,
        buffers: Sequence[memoryview] = (),
        validity: memoryview | None = None,
        children: Sequence["Array"] = (),
    ) -> None:
        self.type = type
        self.length = length
        self.buffers = tuple(buffers)
        self.validity = validity
        self.children = tuple(children)

    @property
    def nulls(self) -> int:
        """How many values are not there."""
        if self.type.name == "null":
            return self.length
        if self.validity is None:
            return 0
        return self.length - ones(self.validity, self.length)

    @property
    def nbytes(self) -> int:
        """How many bytes its buffers have."""
        own = sum(buffer.nbytes for buffer in self.buffers)
        own += 0 if self.validity is None else self.validity.nbytes
        return own + sum(child.nbytes for child in self.children)


def sliced(values: Array, start: int, stop: int) -> Array:
    """Return the values from `start` up to `stop`, with offsets that begin at 0."""
    if start == 0 and stop == values.length:
        return values
    of = values.type
    length = stop - start
    validity = None if values.validity is None else bits(values.validity, start, stop)
    if of.name in VARIABLE or of.name in LISTS:
        first, last, offsets = _offsets(values.buffers[0], of.bits, start, stop)
        if of.name in LISTS:
            return Array(of, length, [offsets], validity, [sliced(values.children[0], first, last)])
        return Array(of, length, [offsets, values.buffers[1][first:last]], validity)
    if of.name == "bool":
        return Array(of, length, [bits(values.buffers[0], start, stop)], validity)
    if of.name == "struct":
        parts = [sliced(child, start, stop) for child in values.children]
        return Array(of, length, [], validity, parts)
    if of.name == "fixed_list":
        child = sliced(values.children[0], start * of.size, stop * of.size)
        return Array(of, length, [], validity, [child])
    if of.name == "null":
        return Array(of, length)
    size = width(of)
    return Array(
        of, length, [values.buffers[0][start * size : stop * size]], validity, values.children
    )


def copied(values: Array) -> Array:
    """Return an array in memory of its own."""
    buffers = [memoryview(bytes(buffer)) for buffer in values.buffers]
    validity = None if values.validity is None else memoryview(bytes(values.validity))
    children = [copied(child) for child in values.children]
    return Array(values.type, values.length, buffers, validity, children)


def nested(
    of: Type,
    length: int,
    buffers: Sequence[memoryview],
    validity: memoryview | None,
    children: Sequence[Array],
) -> Array:
    """Return an array that holds others, of a type that says what those are."""
    pairs = zip(of.fields, children, strict=True)
    fields = tuple((name, child.type) for (name, _type), child in pairs)
    if fields != of.fields:
        of = msgspec.structs.replace(of, fields=fields)
    return Array(of, length, buffers, validity, children)


def width(of: Type) -> int:
    """Return how many bytes a value of fixed width has."""
    if of.name == "dictionary":
        assert of.index is not None
        return of.index.bits // 8
    return of.size if of.name == "fixed_binary" else of.bits // 8


def bits(buffer: memoryview, start: int, stop: int) -> memoryview:
    """Return the bits from `start` up to `stop`, from the first bit of a byte on."""
    if start % 8 == 0:
        return buffer[start // 8 : (stop + 7) // 8]
    part = int.from_bytes(buffer[start // 8 : (stop + 7) // 8], "little") >> start % 8
    return memoryview(part.to_bytes((stop - start + 7) // 8 + 1, "little"))


def ones(buffer: memoryview, length: int) -> int:
    """Return how many of the first bits are set."""
    whole = int.from_bytes(buffer[: (length + 7) // 8], "little")
    return (whole & ((1 << length) - 1)).bit_count()


def both_of(first: memoryview, second: memoryview) -> memoryview:
    """Return bits that are set where they are in both buffers."""
    size = min(first.nbytes, second.nbytes)
    bits = int.from_bytes(first[:size], "little") & int.from_bytes(second[:size], "little")
    return memoryview(bits.to_bytes(size, "little"))


def packed(flags: Sequence[object]) -> memoryview:
    """Return a bit for each of some flags."""
    # A number of as many binary digits is made in C, however many there are.
    digits = bytes(49 if flag else 48 for flag in reversed(flags))
    if not digits:
        return EMPTY
    return memoryview(int(digits, 2).to_bytes((len(digits) + 7) // 8, "little"))


def ends(values: Array, start: int, stop: int) -> tuple[int, int]:
    """Return where what rows hold begins and ends, in the bytes or the items of an array."""
    offsets = integers(values.buffers[0], values.type.bits)
    return offsets[start], offsets[stop]


def integers(buffer: memoryview, bits: int) -> memoryview:
    """Return a buffer as the whole numbers of 32 or 64 bits that it holds."""
    plain = buffer.cast("B")
    return plain.cast("q") if bits == 64 else plain.cast("i")


def is_fixed(of: Type) -> bool:
    """Return whether equally many values always have equally many bytes."""
    if of.name in VARIABLE or of.name in LISTS:
        return False
    return of.name == "dictionary" or all(is_fixed(child) for _name, child in of.fields)


def _offsets(buffer: memoryview, width: int, start: int, stop: int) -> tuple[int, int, memoryview]:
    """Return where values begin and end, and their offsets counted from there."""
    code = "q" if width == 64 else "i"
    offsets = integers(buffer, width)[start : stop + 1]
    first, last = offsets[0], offsets[-1]
    if first == 0:
        return first, last, offsets.cast("B")
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        moved = numpy.frombuffer(offsets, dtype=code) - numpy.array(first, dtype=code)
        return first, last, memoryview(moved).cast("B")
    rebased = array(code, [each - first for each in offsets])
    return first, last, memoryview(rebased).cast("B")
