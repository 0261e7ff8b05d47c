"""Figure: what Plotly draws, as plain values, with numbers as bytes."""

import base64
import binascii
import datetime as dt
import math
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from ostinato.values.classes import is_made_of

FEW = 64
"""Numbers up to which they travel one by one: they are no more bytes than an array is."""

MANY = 256
"""From how many on the numbers of a list travel as an array; plain scripts have shorter ones."""

DEEPEST = 60
"""How far what a figure is made of may lie within one another."""

WIDTHS = {"i1": 1, "u1": 1, "i2": 2, "u2": 2, "i4": 4, "u4": 4, "f4": 4, "f8": 8, "ms": 8}
"""The types of arrays, and the bytes of one number; `ms` are moments, as milliseconds since 1970.

The others are called as Plotly calls them.
"""

ALSO_CALLED = {
    "float": "f8",
    "float32": "f4",
    "float64": "f8",
    "int16": "i2",
    "int32": "i4",
    "int8": "i1",
    "u1c": "u1",
    "uint16": "u2",
    "uint32": "u4",
    "uint8": "u1",
    "uint8c": "u1",
}
"""Longer names that Plotly has for them, too."""

AS_LISTS = frozenset({"selectedpoints", "cells", "header"})
"""What Plotly takes only as lists."""

EMPTY = (type(None), bool, str)


class Numbers(NamedTuple):
    """Numbers of one type, in the order of C, each in the order of bytes that browsers have."""

    dtype: str
    shape: tuple[int, ...]
    data: Any
    """A buffer of bytes."""


class NoFigure(Exception):
    """What is no figure; the text is the rule."""


Pack = Callable[[Numbers], Any]


def parts_of(value: Any) -> dict[str, Any]:
    """Return what a figure is made of: its `data`, `layout` and `frames`.

    Nothing is copied that need not be: an array of numbers stays what it is.

    Raises:
        NoFigure: If it is none.
    """
    if is_made_of(value, "plotly", "BaseFigure"):
        # Told as a whole, it would have text in place of its arrays.
        value = {"data": value.data, "layout": value.layout, "frames": value.frames}
    elif not isinstance(value, list | tuple | Mapping):
        value = _of_object(value)
    if isinstance(value, list | tuple) or (value and "type" in value):
        value = {"data": value}
    if value and not {"data", "layout", "frames"} & value.keys():
        raise NoFigure("must have 'data', 'layout' or 'frames'")
    layout = _told(value.get("layout") or {})
    if not isinstance(layout, Mapping):
        raise NoFigure(f"must have a dict as its 'layout', got {layout!r:.100}")
    data = value.get("data") or []
    is_one = isinstance(data, Mapping) or _is_trace(data)
    return {
        "data": [_trace(each) for each in ([data] if is_one else data)],
        "layout": layout,
        "frames": [_told(each) for each in value.get("frames") or ()],
    }


def _of_object(value: Any) -> Any:
    """Return the dict that an object stands for.

    Raises:
        NoFigure: If it stands for none.
    """
    if _is_trace(value):
        return {"data": [value]}
    for name in ("to_plotly_json", "to_dict"):
        if callable(method := getattr(value, name, None)) and not isinstance(value, type):
            value = method()
            break
    if not isinstance(value, Mapping):
        raise NoFigure("must be a figure of Plotly, a dict with 'data', or a list of traces")
    return value


def _is_trace(value: Any) -> bool:
    return is_made_of(value, "plotly", "BaseTraceType")


def plain(value: Any, pack: Pack, path: str = "figure") -> Any:
    """Return plain values of what a part of a figure is made of, with what `pack` makes of numbers.

    Raises:
        NoFigure: If something in it is not to be shown, with the place where it is.
    """
    return _Plainer(pack, path).value(value, 0)


def _trace(value: Any) -> Any:
    told = _told(value)
    if not isinstance(told, Mapping):
        raise NoFigure(f"must have dicts or traces of Plotly in its 'data', got {value!r:.100}")
    return told


def _told(value: Any) -> Any:
    """Return the plain form of an object of Plotly; its arrays are what they were."""
    tell = getattr(value, "to_plotly_json", None)
    return tell() if callable(tell) else value


def _nearest(value: int) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def _floats(values: Iterable[float]) -> "array[float] | None":
    """Return numbers as a browser has them; None if one is too large for that."""
    try:
        return array("d", map(float, values))
    except OverflowError:
        return None


class _Plainer:
    """Makes plain values; `_path` is where it is."""

    def __init__(self, pack: Pack, path: str) -> None:
        self._pack = pack
        self._path = [path]

    def value(self, value: Any, depth: int, *, packs: bool = True) -> Any:
        if isinstance(value, EMPTY):
            return value if not isinstance(value, Enum) else str(value.value)
        kind = type(value)
        if kind is float:
            return value if math.isfinite(value) else None
        if kind is int:
            return value if abs(value) < 1 << 53 else _nearest(value)
        if depth > DEEPEST:
            raise NoFigure(f"must not be nested this deeply, at {self._here()}")
        if isinstance(value, Mapping):
            return self._mapping(value, depth, packs=packs)
        if kind is list or kind is tuple:
            return self._list(value, depth, packs=packs)
        if hasattr(value, "__array_interface__") or hasattr(value, "to_numpy"):
            return self._array(value, depth, packs=packs)
        return self._other(value, depth, packs=packs)

    def _mapping(self, value: Mapping[Any, Any], depth: int, *, packs: bool) -> Any:
        if "bdata" in value and isinstance(value.get("dtype"), str):
            return self._packed(_decoded(value, self._here), packs=packs)
        made = {}
        for name, each in value.items():
            self._path.append(str(name))
            key = name if type(name) is str else str(name)
            made[key] = self.value(each, depth + 1, packs=packs and key not in AS_LISTS)
            self._path.pop()
        return made

    def _list(self, values: Any, depth: int, *, packs: bool) -> Any:
        if packs and len(values) >= MANY:
            kinds = {*map(type, values)}
            if kinds <= {float, int} and (numbers := _floats(values)) is not None:
                return self._pack(Numbers("f8", (len(values),), memoryview(numbers).cast("B")))
            if kinds == {str}:
                return list(values)
        return [self.value(each, depth + 1, packs=packs) for each in values]

    def _array(self, value: Any, depth: int, *, packs: bool) -> Any:
        numpy = sys.modules.get("numpy")
        if hasattr(value, "to_numpy"):
            value = value.to_numpy()
        if numpy is None:
            return self._other(value, depth, packs=packs)
        value = numpy.asarray(value)
        if value.ndim == 0:
            return self.value(value.item(), depth + 1)
        found = numbers_of(value, numpy)
        if found is not None:
            return self._packed(found, packs=packs and value.size > FEW)
        if value.dtype.kind in "US":
            return value.tolist()
        return self.value(value.tolist(), depth + 1, packs=packs)

    def _packed(self, numbers: Numbers, *, packs: bool) -> Any:
        return self._pack(numbers) if packs else listed(numbers)

    def _other(self, value: Any, depth: int, *, packs: bool) -> Any:
        if isinstance(value, dt.datetime | dt.date | dt.time):
            # NaT is one of these, and not equal to itself.
            return None if value != value else value.isoformat()
        if isinstance(value, dt.timedelta):
            return value.total_seconds() * 1000
        if isinstance(value, Decimal | int | float):
            return self.value(float(value), depth)
        if type(value).__name__ in ("NAType", "NaTType"):
            return None
        if (told := _told(value)) is not value:
            return self.value(told, depth + 1, packs=packs)
        if isinstance(value, Set | range | Iterator) or hasattr(value, "__iter__"):
            return self._list([*value], depth + 1, packs=packs)
        raise NoFigure(f"must be made of plain values, got {value!r:.100} at {self._here()}")

    def _here(self) -> str:
        return ".".join(self._path)


def numbers_of(value: Any, numpy: Any) -> Numbers | None:
    """Return what an array of numpy holds, if it can be had as numbers.

    Whole numbers take as few bytes as the largest of them does, as Plotly itself sends them.
    """
    kind = value.dtype.kind
    if kind == "M":
        exact = value.astype("datetime64[us]")
        moments = exact.astype("i8") / 1000.0
        moments[numpy.isnat(exact)] = math.nan
        return _numbers("ms", moments, numpy)
    if kind == "m":
        value, kind = value.astype("timedelta64[us]").astype("i8") / 1000.0, "f"
    if kind == "f":
        name = "f4" if value.dtype.itemsize <= 4 else "f8"
        return _numbers(name, value.astype(f"<{name}", copy=False), numpy)
    if kind not in "iu":
        return None
    low, high = (int(value.min()), int(value.max())) if value.size else (0, 0)
    for name in ("i1", "u1", "i2", "u2", "i4", "u4"):
        fits = numpy.iinfo(name)
        if fits.min <= low and high <= fits.max:
            return _numbers(name, value.astype(f"<{name}", copy=False), numpy)
    return _numbers("f8", value.astype("<f8"), numpy)


def _numbers(name: str, value: Any, numpy: Any) -> Numbers:
    whole = numpy.ascontiguousarray(value)
    return Numbers(name, value.shape, whole.reshape(-1).view("u1").data)


def listed(numbers: Numbers) -> Any:
    """Return numbers one by one, as lists within lists; moments are texts."""
    code = {"i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "f4": "f"}
    cells: list[Any] = array(code.get(numbers.dtype, "d"), bytes(numbers.data)).tolist()
    if numbers.dtype == "ms":
        cells = [None if math.isnan(each) else moment_of(each) for each in cells]
    elif numbers.dtype[0] == "f":
        cells = [each if math.isfinite(each) else None for each in cells]
    for size in reversed(numbers.shape[1:]):
        cells = [cells[at : at + size] for at in range(0, len(cells), size or 1)]
    return cells


def moment_of(milliseconds: float) -> str:
    """Return a moment as Plotly reads it.

    Example:
        >>> moment_of(86_400_000.0)
        '1970-01-02T00:00:00'
    """
    since = dt.timedelta(microseconds=round(milliseconds * 1000))
    try:
        return (dt.datetime(1970, 1, 1) + since).isoformat()
    except OverflowError:
        return ""


def _decoded(value: Mapping[str, Any], here: Callable[[], str]) -> Numbers:
    """Return an array that was told as Plotly tells them.

    Raises:
        NoFigure: If it is not told right.
    """
    dtype, data = value["dtype"].lstrip("<=|"), value["bdata"]
    dtype = ALSO_CALLED.get(dtype, dtype)
    try:
        content = base64.b64decode(data, validate=True) if isinstance(data, str) else bytes(data)
        each = WIDTHS[dtype]
        count = len(content) // each
        told = value.get("shape", count)
        sizes = told.split(",") if isinstance(told, str) else told
        shape = tuple(map(int, sizes if isinstance(sizes, list | tuple) else [sizes]))
        if math.prod(shape) * each != len(content):
            raise ValueError
    except (KeyError, ValueError, TypeError, binascii.Error):
        raise NoFigure(
            f"must have 'dtype', 'bdata' and 'shape' that fit one another, at {here()}"
        ) from None
    return Numbers(dtype, shape, memoryview(content))
