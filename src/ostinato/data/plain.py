"""Plain: columns of the values that Python has.

Values of one type become that of Arrow, exactly. What is of several types, or of none that Arrow
has, becomes text, value by value: never an exception.
"""

import datetime as dt
import decimal
import enum
import itertools
import json
import math
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from ostinato.data.arrow import (
    BINARY,
    BOOL,
    DATE,
    DURATION,
    FLOAT64,
    INT64,
    LARGE_UTF8,
    NULL,
    TIME,
    UINT64,
    UTF8,
    Array,
    Type,
    packed,
)
from ostinato.data.column import Column
from ostinato.wire.frames import EXACT, ColumnKind

EPOCH = dt.datetime(1970, 1, 1)
EPOCH_UTC = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
FIRST_DAY = dt.date(1970, 1, 1)
MICROSECOND = dt.timedelta(microseconds=1)

LISTS = (list, tuple, set, frozenset, deque, range)
ABSENT = frozenset({"NaTType", "NAType"})
DEEPEST = 32

Made = tuple[Array, ColumnKind, str | None] | None

MOST_DECIMAL = 76
"""Digits of the longest decimal that Arrow has."""

MOST_INT64 = (1 << 63) - 1


def column_of(values: Sequence[Any], name: str = "") -> Column:
    """Return a column of some values."""
    array, kind, zone = array_of(values)
    return Column(name, array, kind, zone=zone)


def array_of(values: Sequence[Any], depth: int = 0) -> tuple[Array, ColumnKind, str | None]:
    """Return values as an array, what they are, and their time zone."""
    kinds = {*map(type, values)}
    if any(kind not in _SIMPLE for kind in kinds):
        values = [simple(value) for value in values]
        kinds = {*map(type, values)}
    has_none = type(None) in kinds
    kinds.discard(type(None))
    if kinds == {float, str} and all(v != v for v in values if type(v) is float):
        # So tables say that a text is not there.
        values, kinds, has_none = [None if v != v else v for v in values], {str}, True
    if not kinds:
        return Array(NULL, len(values)), "empty", None
    if kinds == {int, float}:
        if any(type(value) is int and abs(value) > EXACT for value in values):
            return _texts(values), "mixed", None
        kinds = {float}
    if len(kinds) == 1:
        made = _made(_MAKERS.get(kinds.pop()), values, has_none, depth)
        if made is not None:
            return made
    return _texts(values), "mixed", None


def _made(make: Any, values: Sequence[Any], has_none: bool, depth: int) -> Made:
    try:
        made: Made = None if make is None else make(values, has_none, depth)
    except Exception:  # noqa: BLE001  (a user's value, or its time zone, may raise anything)
        return None
    return made


def texts(values: Sequence[str | None]) -> Array:
    """Return texts as an array."""
    has_none = None in values
    all_texts: Sequence[str] = [v or "" for v in values] if has_none else values  # type: ignore[assignment]
    joined = "".join(all_texts)
    if joined.isascii():
        content, lengths = joined.encode(), map(len, all_texts)
    else:
        encoded = [text.encode("utf-8", "replace") for text in all_texts]
        content, lengths = b"".join(encoded), map(len, encoded)
    is_large = len(content) >= 1 << 31
    of = LARGE_UTF8 if is_large else UTF8
    return _variable(of, values, lengths, content, has_none)


def text_of(value: object) -> str:
    """Return the text that stands for a value of any type."""
    try:
        if isinstance(value, str):
            return value if type(value) is str else str.__str__(value)
        if isinstance(value, bytes):
            return value.decode("utf-8", "replace")
        return str(value)
    except Exception:  # noqa: BLE001  (a user's __str__ may raise anything)
        return f"<{type(value).__name__}>"


def encodable(text: str) -> str:
    """Return a text that UTF-8 can encode: half characters, as of odd file names, are replaced."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def json_of(value: object) -> str:
    """Return a value as JSON; what JSON does not have, as text."""
    try:
        return json.dumps(_jsonable(value, 0), ensure_ascii=False)
    except Exception:  # noqa: BLE001  (what is in it may raise anything)
        return text_of(value)


def _jsonable(value: Any, depth: int) -> Any:
    if depth > DEEPEST:
        return "..."
    value = simple(value)
    if value is None or isinstance(value, bool | str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(name): _jsonable(one, depth + 1) for name, one in value.items()}
    if isinstance(value, LISTS):
        return [_jsonable(one, depth + 1) for one in value]
    return text_of(value)


def simple(value: Any) -> Any:
    """Return a value as one of the types that there are arrays of, if it is like one of them.

    One that raises an exception when it is asked is a text.
    """
    try:
        return _simple(value)
    except Exception:  # noqa: BLE001  (a user's value may raise anything)
        return text_of(value)


def _simple(value: Any) -> Any:
    kind = type(value)
    if kind in _SIMPLE:
        return value
    if kind.__name__ in ABSENT:
        return None
    if isinstance(value, enum.Enum):
        return str(value)
    for base, make in _LIKE:
        if isinstance(value, base):
            return make(value)
    if hasattr(value, "tolist") and hasattr(value, "dtype"):
        plain = value.tolist()
        return text_of(value) if type(plain) is kind else _simple(plain)
    return value


_LIKE: Sequence[tuple[Any, Callable[[Any], Any]]] = (
    (str, str),
    (int, int),
    (float, float),
    (decimal.Decimal, decimal.Decimal),
    (dt.datetime, lambda moment: moment),
    ((bytes, bytearray, memoryview), bytes),
    (Mapping, dict),
    ((*LISTS, Set), list),
)
"""What values of other types become that are like one of these."""


def _texts(values: Sequence[Any]) -> Array:
    return texts([None if _is_none(value) else text_of(value) for value in values])


def _is_none(value: object) -> bool:
    return value is None


def _validity(values: Sequence[Any], has_none: bool) -> memoryview | None:
    return packed([value is not None for value in values]) if has_none else None


def _fixed(of: Type, code: str, numbers: Iterable[int | float], values: Any, none: bool) -> Array:
    buffer = memoryview(array(code, numbers)).cast("B")
    return Array(of, len(values), [buffer], _validity(values, none))


def _variable(
    of: Type, values: Sequence[Any], lengths: Iterable[int], content: bytes, has_none: bool
) -> Array:
    code = "q" if of.bits == 64 else "i"
    offsets = array(code, itertools.accumulate(lengths, initial=0))
    buffers = [memoryview(offsets).cast("B"), memoryview(content)]
    return Array(of, len(values), buffers, _validity(values, has_none))


def _bools(values: Sequence[Any], none: bool, depth: int) -> Made:
    array = Array(BOOL, len(values), [packed(values)], _validity(values, none))
    return array, "boolean", None


def _ints(values: Sequence[Any], none: bool, depth: int) -> Made:
    numbers = [value or 0 for value in values] if none else values
    for of, code in ((INT64, "q"), (UINT64, "Q")):
        try:
            return _fixed(of, code, numbers, values, none), "integer", None
        except OverflowError:
            continue
    return None


def _floats(values: Sequence[Any], none: bool, depth: int) -> Made:
    numbers = [0.0 if value is None else value for value in values] if none else values
    return _fixed(FLOAT64, "d", numbers, values, none), "number", None


def _text(values: Sequence[Any], none: bool, depth: int) -> Made:
    return texts(values), "text", None


def _bytes(values: Sequence[Any], none: bool, depth: int) -> Made:
    parts = [value or b"" for value in values]
    return _variable(BINARY, values, map(len, parts), b"".join(parts), none), "bytes", None


def _dates(values: Sequence[Any], none: bool, depth: int) -> Made:
    days = (0 if value is None else (value - FIRST_DAY).days for value in values)
    return _fixed(DATE, "i", days, values, none), "date", None


def _times(values: Sequence[Any], none: bool, depth: int) -> Made:
    if any(value is not None and value.tzinfo is not None for value in values):
        return None
    moments = (0 if value is None else _microseconds(value) for value in values)
    return _fixed(TIME, "q", moments, values, none), "time", None


def _microseconds(value: dt.time) -> int:
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return seconds * 1_000_000 + value.microsecond


def _moments(values: Sequence[Any], none: bool, depth: int) -> Made:
    zones = {value.tzinfo for value in values if value is not None}
    aware = {zone is not None for zone in zones}
    if len(aware) > 1:
        return None
    epoch = EPOCH_UTC if True in aware else EPOCH
    numbers = (0 if value is None else (value - epoch) // MICROSECOND for value in values)
    zone = None
    if True in aware:
        names = {_zone_name(zone) for zone in zones}
        zone = names.pop() if len(names) == 1 else "UTC"
    of = Type("timestamp", 64, "us", zone=zone)
    return _fixed(of, "q", numbers, values, none), "datetime", zone


def _zone_name(zone: Any) -> str:
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    if name is not None:
        return str(name)
    offset = zone.utcoffset(None)
    if offset is None:
        return "UTC"
    minutes = offset // dt.timedelta(minutes=1)
    sign = "-" if minutes < 0 else "+"
    return "UTC" if not minutes else f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _durations(values: Sequence[Any], none: bool, depth: int) -> Made:
    numbers = [0 if value is None else value // MICROSECOND for value in values]
    if any(not -MOST_INT64 <= number <= MOST_INT64 for number in numbers):
        return None
    return _fixed(DURATION, "q", numbers, values, none), "duration", None


def _decimals(values: Sequence[Any], none: bool, depth: int) -> Made:
    if not all(value is None or value.is_finite() for value in values):
        return None
    parts = [None if value is None else value.as_tuple() for value in values]
    scale = max(max(0, -int(part.exponent)) for part in parts if part is not None)
    if max(value.adjusted() for value in values if value is not None) + scale >= MOST_DECIMAL:
        return None
    with decimal.localcontext(prec=200, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN):
        numbers = [0 if value is None else int(value.scaleb(scale)) for value in values]
    digits = max(scale, max(len(str(abs(number))) for number in numbers))
    if digits > MOST_DECIMAL:
        return None
    bits, precision = (128, 38) if digits <= 38 else (256, 76)
    content = b"".join(number.to_bytes(bits // 8, "little", signed=True) for number in numbers)
    of = Type("decimal", bits, precision=precision, scale=scale)
    array = Array(of, len(values), [memoryview(content)], _validity(values, none))
    return array, "decimal", None


def _lists(values: Sequence[Any], none: bool, depth: int) -> Made:
    if depth > DEEPEST:
        return None
    items = [item for value in values if value is not None for item in value]
    inner, kind, _zone = array_of(items, depth + 1)
    if kind == "mixed" and any(not isinstance(item, str | None) for item in items):
        # As JSON, which still tells a number from a text.
        plain = [None if value is None else json_of(value) for value in values]
        return texts(plain), "list", None
    of = Type("list", 32, fields=(("item", inner.type),))
    lengths = (0 if value is None else len(value) for value in values)
    offsets = array("i", itertools.accumulate(lengths, initial=0))
    buffers = [memoryview(offsets).cast("B")]
    made = Array(of, len(values), buffers, _validity(values, none), [inner])
    return made, "list", None


def _structs(values: Sequence[Any], none: bool, depth: int) -> Made:
    return texts([None if value is None else json_of(value) for value in values]), "struct", None


_MAKERS: dict[type, Any] = {
    bool: _bools,
    int: _ints,
    float: _floats,
    str: _text,
    bytes: _bytes,
    dt.date: _dates,
    dt.time: _times,
    dt.datetime: _moments,
    dt.timedelta: _durations,
    decimal.Decimal: _decimals,
    dict: _structs,
} | dict.fromkeys(LISTS, _lists)

_SIMPLE = frozenset({*_MAKERS, type(None)})
