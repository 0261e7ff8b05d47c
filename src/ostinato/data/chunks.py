"""Chunks: the parts that a table comes in, joined."""

import sys
from array import array
from collections.abc import Sequence

import msgspec

from ostinato.data.arrow import (
    EMPTY,
    LISTS,
    VARIABLE,
    Array,
    Type,
    bits,
    integers,
    nested,
    sliced,
    width,
)
from ostinato.data.values import numbers, values_of


def joined(of: Type, chunks: Sequence[Array]) -> Array:
    """Return arrays of one type, one after the other, as one."""
    if len(chunks) == 1:
        return chunks[0]
    if not chunks:
        return _none(of)
    length = sum(chunk.length for chunk in chunks)
    validity = _validity(chunks, length)
    if of.name == "null":
        return Array(of, length)
    if of.name in ("struct", "fixed_list"):
        children = [
            joined(child, [chunk.children[at] for chunk in chunks])
            for at, (_name, child) in enumerate(of.fields)
        ]
        return nested(of, length, [], validity, children)
    if of.name in VARIABLE or of.name in LISTS:
        return _variable(chunks[0].type, chunks, length, validity)
    if of.name == "dictionary":
        return _dictionary(of, chunks, length, validity)
    return Array(of, length, [_fixed(of, chunks)], validity)


def _fixed(of: Type, chunks: Sequence[Array]) -> memoryview:
    if of.name == "bool":
        return _bits([(chunk.buffers[0], chunk.length) for chunk in chunks])
    size = width(of)
    return memoryview(b"".join(chunk.buffers[0][: chunk.length * size] for chunk in chunks))


def _none(of: Type) -> Array:
    """Return an array without a value."""
    if of.name in ("null", "struct", "fixed_list"):
        buffers = []
    elif of.name in VARIABLE:
        buffers = [memoryview(bytes(8)), EMPTY]
    else:
        buffers = [memoryview(bytes(8)) if of.name in LISTS else EMPTY]
    return Array(of, 0, buffers, None, [_none(child) for _name, child in of.fields])


def _validity(chunks: Sequence[Array], length: int) -> memoryview | None:
    if all(chunk.validity is None for chunk in chunks):
        return None
    parts = []
    for chunk in chunks:
        size = (chunk.length + 7) // 8
        flags = memoryview(b"\xff" * size) if chunk.validity is None else chunk.validity
        parts.append((flags, chunk.length))
    return _bits(parts)


def _bits(parts: Sequence[tuple[memoryview, int]]) -> memoryview:
    """Return bits, one after the other: whole bytes as they are, others moved."""
    out, held, count = bytearray(), 0, 0
    for buffer, length in parts:
        part = bits(buffer, 0, length)
        if not count and not length % 8:
            out += part
            continue
        number = int.from_bytes(part, "little") & ((1 << length) - 1)
        held |= number << count
        count += length
        whole = count // 8
        out += (held & ((1 << whole * 8) - 1)).to_bytes(whole, "little")
        held >>= whole * 8
        count -= whole * 8
    if count:
        out += held.to_bytes(1, "little")
    return memoryview(bytes(out))


def _variable(of: Type, chunks: Sequence[Array], length: int, validity: memoryview | None) -> Array:
    """Join what has offsets."""
    parts, moved, end = [], array("q", [0]), 0
    for chunk in chunks:
        offsets = _offsets(chunk)
        first, last = offsets[0], offsets[-1]
        moved.frombytes(_moved(offsets, end - first))
        parts.append((chunk, first, last))
        end += last - first
    if of.bits == 32 and end >= 1 << 31 and of.name != "map":
        of = msgspec.structs.replace(of, bits=64)
    narrow = moved if of.bits == 64 else array("i", moved)
    view = memoryview(narrow).cast("B")
    if of.name in LISTS:
        child = joined(of.child, [sliced(c.children[0], f, t) for c, f, t in parts])
        return nested(of, length, [view], validity, [child])
    content = b"".join(chunk.buffers[1][first:last] for chunk, first, last in parts)
    return Array(of, length, [view, memoryview(content)], validity)


def _offsets(chunk: Array) -> memoryview:
    if not chunk.length:
        return memoryview(bytes(8)).cast("q")
    return integers(chunk.buffers[0], chunk.type.bits)[: chunk.length + 1]


def _moved(offsets: memoryview, by: int) -> bytes:
    """Return offsets but for the first, moved, in 64 bits."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return array("q", [each + by for each in offsets.tolist()[1:]]).tobytes()
    moved: bytes = (numpy.asarray(offsets)[1:].astype("i8") + by).tobytes()
    return moved


def _dictionary(
    of: Type, chunks: Sequence[Array], length: int, validity: memoryview | None
) -> Array:
    """Join indices; chunks may each have a dictionary of their own, which are then put together."""
    dictionaries = [chunk.children[0] for chunk in chunks]
    first = dictionaries[0]
    # Of one table it is one, which may be long, and has many chunks: it is not read for each.
    own = [] if all(each is first for each in dictionaries) else [*map(values_of, dictionaries)]
    if all(values == own[0] for values in own):
        return Array(of, length, [_fixed(of, chunks)], validity, [first])
    assert of.index is not None
    wide = Type("int", 64)
    indices = array("q")
    start = 0
    for chunk, values in zip(chunks, own, strict=True):
        plain = numbers(Array(of.index, chunk.length, chunk.buffers))
        indices.extend(index + start for index in plain)
        start += len(values)
    whole = joined(of.child, dictionaries)
    merged = Type("dictionary", fields=(("", whole.type),), index=wide, is_ordered=of.is_ordered)
    return Array(merged, length, [memoryview(indices).cast("B")], validity, [whole])
