"""Arriving: a table as a custom component says it, in streams of Arrow that nobody has checked."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ostinato.data.arrow import LISTS, VARIABLE, Array, Type, integers, width
from ostinato.data.chunks import joined
from ostinato.data.flatbuffer import Reader
from ostinato.data.ipc import BATCH, CONTINUES, DICTIONARY, SCHEMA
from ostinato.data.reading import Cursor, types_of
from ostinato.data.values import values_of

MOST_VALUES = 5_000_000
"""Values that a stream may have in all: of some types they take no bytes of it."""

WEIGHTS = {"struct": 10, "map": 10, "list": 5, "fixed_list": 5}
"""How many values one of these counts as: it is an object of its own, whatever is in it."""

MOST_TEXT = 128 * 2**20
"""Characters of columns whose values stand once in a stream, and in each row of a frame."""

_WRONG = (
    *(struct.error, ValueError, TypeError, LookupError, StopIteration, RecursionError),
    *(ArithmeticError, AttributeError, AssertionError, RuntimeError, OSError, MemoryError),
)
"""What reading a stream comes to that is none."""


def columns_in(stream: bytes) -> list[tuple[str, list[Any]]]:
    """Return the names and the values of the columns of a stream.

    Raises:
        ValueError: If it is none, or says of itself what is not so.
    """
    if not stream:
        return []
    try:
        return _read(memoryview(stream))
    except _WRONG as error:
        raise ValueError(f"expected a stream of Arrow: {error!r:.200}") from None


def frame_of(streams: Mapping[str, bytes]) -> Any:
    """Return a frame of pandas: of the streams `data`, `index` and `columns`.

    Raises:
        ValueError: If one is no stream, they do not fit one another, or there is no pandas.
    """
    try:
        import pandas  # noqa: PLC0415  (whoever is given a table by a component has it)
    except ImportError:
        raise ValueError("a table takes pandas, which is not installed") from None
    cells, rows, names = (columns_in(streams[each]) for each in ("data", "index", "columns"))
    # Behind the cells, the names of the rows may stand a second time.
    cells = cells[: len(names[0][1])] if names else cells
    try:
        frame = pandas.DataFrame(dict(enumerate(values for _name, values in cells)))
        if rows:
            frame.index = _index(pandas, rows)
        if names:
            frame.columns = _index(pandas, names)
        else:
            frame.columns = pandas.Index([name for name, _values in cells])
    except _WRONG as error:
        raise ValueError(f"expected a table, and a name for all of it: {error!r:.200}") from None
    return frame


def _index(pandas: Any, levels: Sequence[tuple[str, list[Any]]]) -> Any:
    if len(levels) == 1:
        return pandas.Index(levels[0][1])
    return pandas.MultiIndex.from_arrays([values for _name, values in levels])


def _read(stream: memoryview) -> list[tuple[str, list[Any]]]:
    fields: list[tuple[str, Type]] | None = None
    dictionaries: dict[int, Array] = {}
    chunks: list[list[Array]] = []
    ids: list[int] = []
    count = 0
    for kind, message in _messages(stream):
        if kind == SCHEMA:
            fields = types_of(message)
            ids = [*_dictionary_ids(message)]
        elif fields is None:
            raise ValueError("a stream must begin with what its columns are")
        elif kind == DICTIONARY:
            header = _header(message)
            place = ids.index(header.number(0, "q"))
            of = [*_dictionaries(of for _name, of in fields)][place].child
            cursor = Cursor(message)
            inner = iter([dictionaries[id] for id in ids if id in dictionaries])
            dictionaries[ids[place]] = array = _checked(cursor.next(of, inner))
            count = _counted(count, [array])
        elif kind == BATCH:
            cursor = Cursor(message)
            values = iter([dictionaries[id] for id in ids])
            chunks.append([_checked(cursor.next(of, values)) for _name, of in fields])
            count = _counted(count, chunks[-1])
    if fields is None:
        raise ValueError("a stream must say what its columns are")
    columns = [*zip(*chunks, strict=True)] if chunks else [()] * len(fields)
    return _laid_out(
        [(name, joined(of, [*arrays])) for (name, of), arrays in zip(fields, columns, strict=True)]
    )


def _laid_out(columns: Sequence[tuple[str, Array]]) -> list[tuple[str, list[Any]]]:
    """Return the values of columns, by their names.

    Raises:
        ValueError: If what they refer to would take too much room.
    """
    found: list[tuple[str, list[Any]]] = []
    size = 0
    for name, column in columns:
        values = values_of(column)
        if column.type.name == "dictionary":
            size += sum(len(value) for value in values if isinstance(value, str | bytes))
        if size > MOST_TEXT:
            raise ValueError(f"what is referred to must have at most {MOST_TEXT:,} characters")
        found.append((name, values))
    return found


def _messages(stream: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Yield what each message is, and its bytes."""
    place = 0
    while len(stream) - place >= 8:
        if bytes(stream[place : place + 4]) != CONTINUES:
            raise ValueError("a message must begin with ff ff ff ff")
        (size,) = struct.unpack_from("<i", stream, place + 4)
        if size == 0:
            return
        content = stream[place + 8 : place + 8 + size]
        message = Reader(content)
        length = message.number(3, "q")
        if size < 0 or length < 0 or place + 8 + size + length > len(stream):
            raise ValueError("a message must lie in the stream")
        end = place + 8 + size + length
        yield message.number(1, "B"), stream[place:end]
        place = end


def _header(message: memoryview) -> Reader:
    (size,) = struct.unpack_from("<i", message, 4)
    return Reader(message[8 : 8 + size]).table(2)


def _dictionary_ids(schema: memoryview) -> Iterator[int]:
    """Yield the ids of dictionaries in the order in which arrays ask for them."""

    def ids(field: Reader) -> Iterator[int]:
        for child in field.tables(5):
            yield from ids(child)
        if field.has(4):
            yield field.table(4).number(0, "q")

    for field in _header(schema).tables(1):
        yield from ids(field)


def _dictionaries(types: Any) -> Iterator[Type]:
    """Yield the types that have a dictionary, in the same order."""
    for of in types:
        value = of.child if of.name == "dictionary" else of
        yield from _dictionaries(child for _name, child in value.fields)
        if of.name == "dictionary":
            yield of


def _counted(count: int, arrays: Sequence[Array]) -> int:
    """Return how many values there are now, those in others too.

    Raises:
        ValueError: If they are too many.
    """
    for array in arrays:
        inside = () if array.type.name == "dictionary" else array.children
        count = _counted(count + array.length * WEIGHTS.get(array.type.name, 1), inside)
    if count > MOST_VALUES:
        raise ValueError(f"a stream must have at most {MOST_VALUES:,} values")
    return count


def _checked(array: Array) -> Array:
    """Return an array whose values all lie in its bytes, each in those of its own.

    Raises:
        ValueError: If they do not.
    """
    of, length = array.type, array.length
    if length < 0:
        raise ValueError("a column must not have fewer values than none")
    if array.validity is not None and len(array.validity) * 8 < length:
        raise ValueError("there are fewer flags than values")
    if of.name in VARIABLE or of.name in LISTS:
        _check_offsets(array)
    elif _room(array) < length:
        raise ValueError("there are fewer bytes than values")
    for child in () if of.name == "dictionary" else array.children:
        _checked(child)
    return array


def _room(array: Array) -> int:
    """Return how many values there is room for in what an array has."""
    of = array.type
    if of.name == "null":
        return array.length
    if of.name in ("struct", "fixed_list"):
        size = of.size or 1 if of.name == "fixed_list" else 1
        return min((child.length // size for child in array.children), default=array.length)
    if of.name == "bool":
        return array.buffers[0].nbytes * 8
    return array.buffers[0].nbytes // width(of)


def _check_offsets(array: Array) -> None:
    """Check that values of any length lie in the bytes, or the items, one after the other."""
    of, length = array.type, array.length
    if not length:
        return
    room = array.children[0].length if of.name in LISTS else array.buffers[1].nbytes
    offsets = [*integers(array.buffers[0], of.bits)[: length + 1]]
    if len(offsets) <= length or offsets[0] < 0 or offsets[-1] > room:
        raise ValueError("values must lie in the bytes that there are")
    if any(one > other for one, other in zip(offsets, offsets[1:], strict=False)):
        raise ValueError("values must lie one after the other")
