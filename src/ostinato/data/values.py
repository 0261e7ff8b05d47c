"""Values: what an array holds, as values of Python."""

import datetime as dt
import decimal
import struct
import zoneinfo
from collections.abc import Callable, Iterator
from typing import Any

from ostinato.data.arrow import Array, Type, integers

CODES = {("int", 8): "b", ("int", 16): "h", ("int", 32): "i", ("int", 64): "q"} | {
    ("uint", 8): "B",
    ("uint", 16): "H",
    ("uint", 32): "I",
    ("uint", 64): "Q",
}
CODES |= {("float", 16): "e", ("float", 32): "f", ("float", 64): "d"}
PER_SECOND = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
EPOCH = dt.datetime(1970, 1, 1)


def values_of(array: Array) -> list[Any]:
    """Return the values of an array, None for those that are not there.

    Nanoseconds are cut off: Python's moments have none. Moments that Python does not know are
    given as numbers.
    """
    if array.type.name == "null":
        return [None] * array.length
    found = list(_READERS[array.type.name](array))
    if array.validity is None:
        return found
    valid = _bits(array.validity, array.length)
    return [value if is_there else None for value, is_there in zip(found, valid, strict=True)]


def _bits(buffer: memoryview, length: int) -> Iterator[bool]:
    digits = f"{int.from_bytes(buffer[: (length + 7) // 8], 'little'):0{length}b}"[::-1][:length]
    return (digit == "1" for digit in digits)


def numbers(array: Array) -> list[Any]:
    """Return the values of fixed width as the numbers that they are stored as."""
    of = array.type
    code = CODES.get((of.name, of.bits)) or {32: "i", 64: "q"}[of.bits]
    size = of.bits // 8
    view = array.buffers[0].cast("B")[: array.length * size]
    if code == "e":
        # A memoryview reads no halves.
        return [*struct.unpack(f"{array.length}e", view)]
    found: list[Any] = view.cast(code).tolist()  # type: ignore[call-overload]
    return found


def _offsets(array: Array) -> list[int]:
    found: list[int] = integers(array.buffers[0], array.type.bits)[: array.length + 1].tolist()
    return found or [0]


def _parts(array: Array) -> Iterator[bytes]:
    offsets = _offsets(array)
    content = bytes(array.buffers[1])
    return (content[start:stop] for start, stop in zip(offsets, offsets[1:], strict=False))


def _texts(array: Array) -> Iterator[str]:
    return (part.decode("utf-8", "replace") for part in _parts(array))


def _fixed_binary(array: Array) -> Iterator[bytes]:
    size, content = array.type.size, bytes(array.buffers[0])
    return (content[at * size : (at + 1) * size] for at in range(array.length))


def _decimals(array: Array) -> Iterator[decimal.Decimal]:
    size, content = array.type.bits // 8, bytes(array.buffers[0])
    whole = (
        int.from_bytes(content[at * size : (at + 1) * size], "little", signed=True)
        for at in range(array.length)
    )
    with decimal.localcontext(prec=200):
        return iter([decimal.Decimal(each).scaleb(-array.type.scale) for each in whole])


def _since(make: Callable[[dt.timedelta], Any], of: Type) -> Callable[[int], Any]:
    ticks = PER_SECOND[of.unit or "s"]

    def moment(number: int) -> Any:
        try:
            seconds, rest = divmod(number, ticks)
            return make(dt.timedelta(seconds=seconds, microseconds=rest * 1_000_000 // ticks))
        except OverflowError:
            return number

    return moment


def _moments(array: Array) -> Iterator[Any]:
    zone = zone_of(array.type.zone)

    def make(since: dt.timedelta) -> dt.datetime:
        moment = EPOCH + since
        return moment if zone is None else moment.replace(tzinfo=dt.UTC).astimezone(zone)

    return map(_since(make, array.type), numbers(array))


def zone_of(name: str | None) -> dt.tzinfo | None:
    """Return the time zone of a name; UTC for one that is not known."""
    if name is None:
        return None
    if name[:1] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        sign = -1 if name[0] == "-" else 1
        return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return dt.UTC


def _dates(array: Array) -> Iterator[Any]:
    per_day = 1 if array.type.unit == "D" else 86_400_000

    def day(number: int) -> Any:
        try:
            return EPOCH.date() + dt.timedelta(days=number // per_day)
        except OverflowError:
            return number

    return map(day, numbers(array))


def _times(array: Array) -> Iterator[Any]:
    return map(_since(lambda since: (EPOCH + since).time(), array.type), numbers(array))


def _durations(array: Array) -> Iterator[Any]:
    return map(_since(lambda since: since, array.type), numbers(array))


def _lists(array: Array) -> Iterator[list[Any]]:
    offsets, items = _offsets(array), values_of(array.children[0])
    return (items[start:stop] for start, stop in zip(offsets, offsets[1:], strict=False))


def _fixed_lists(array: Array) -> Iterator[list[Any]]:
    size, items = array.type.size, values_of(array.children[0])
    return (items[at * size : (at + 1) * size] for at in range(array.length))


def _maps(array: Array) -> Iterator[dict[Any, Any]]:
    return ({str(each["key"]): each["value"] for each in entries} for entries in _lists(array))


def _structs(array: Array) -> Iterator[dict[str, Any]]:
    names = [name for name, _type in array.type.fields]
    if not names:
        return iter([{} for _ in range(array.length)])
    columns = [values_of(child) for child in array.children]
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def _dictionary(array: Array) -> Iterator[Any]:
    values = values_of(array.children[0])
    assert array.type.index is not None
    indices = numbers(Array(array.type.index, array.length, array.buffers))
    return (values[index] if 0 <= index < len(values) else None for index in indices)


_READERS: dict[str, Callable[[Array], Any]] = {
    "bool": lambda array: _bits(array.buffers[0], array.length),
    "int": numbers,
    "uint": numbers,
    "float": numbers,
    "decimal": _decimals,
    "utf8": _texts,
    "binary": _parts,
    "fixed_binary": _fixed_binary,
    "date": _dates,
    "time": _times,
    "timestamp": _moments,
    "duration": _durations,
    "list": _lists,
    "fixed_list": _fixed_lists,
    "struct": _structs,
    "map": _maps,
    "dictionary": _dictionary,
}
