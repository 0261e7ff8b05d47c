"""Vectors by numpy: what a chart computes, for many rows.

Nothing here imports the library: whoever has loaded it has.
"""

import sys
from collections.abc import Sequence
from typing import Any

from ostinato.data.arrow import FLOAT64, Array

np: Any = sys.modules["numpy"]


def vector(values: Sequence[float]) -> Any:
    """Return numbers as a vector."""
    return np.asarray(values, dtype="f8")


def whole(values: Sequence[int]) -> Any:
    """Return whole numbers as a vector."""
    return np.asarray(values, dtype="i8")


def stored(array: Array, scale: float) -> Any:
    """Return the numbers of an array as they are stored, times a scale; NaN for missing ones."""
    letter = {"uint": "u", "float": "f"}.get(array.type.name, "i")
    if not array.length:
        return np.zeros(0)
    values = np.frombuffer(array.buffers[0], f"{letter}{array.type.bits // 8}", array.length)
    found = values.astype("f8")
    if scale != 1:
        found *= scale
    if array.validity is not None:
        flags = np.unpackbits(np.frombuffer(array.validity, "u1"), bitorder="little")
        found[flags[: array.length] == 0] = np.nan
    return found


def counted(length: int) -> Any:
    """Return the numbers from 0."""
    return np.arange(length, dtype="f8")


def coded(values: Any) -> tuple[Any, list[float]]:
    """Return for each number the place of its value among the distinct ones, and these in order."""
    found, codes = np.unique(values, return_inverse=True)
    return codes.reshape(-1), found.tolist()


def grouped(codes: Any, count: int) -> list[Any]:
    """Return the rows of each code, in their order."""
    order = np.argsort(codes, kind="stable")
    ends = np.searchsorted(codes[order], np.arange(count + 1))
    return [order[ends[at] : ends[at + 1]] for at in range(count)]


def taken(values: Any, rows: Any) -> Any:
    """Return the values of some rows."""
    return values[rows]


def whole_rows(length: int) -> Any:
    """Return the numbers of all rows."""
    return np.arange(length)


def finite(values: Any) -> Any:
    """Return the rows whose value is a number, and not without end."""
    return np.flatnonzero(np.isfinite(values))


def bounded(values: Any) -> Any:
    """Return values with NaN for those without end."""
    return np.where(np.isfinite(values), values, np.nan)


def ordered(values: Any) -> Any:
    """Return the rows in the order of their values, equal ones as they are."""
    if len(values) < 2 or bool((values[1:] >= values[:-1]).all()):
        return np.arange(len(values))
    return np.argsort(values, kind="stable")


def between(values: Any, low: float, high: float, margin: int) -> tuple[int, int]:
    """Return where sorted values lie from `low` to `high`, with some more on either side."""
    start = int(np.searchsorted(values, low, "left")) - margin
    stop = int(np.searchsorted(values, high, "right")) + margin
    return max(start, 0), min(stop, len(values))


def inside(values: Any, low: float, high: float) -> Any:
    """Return the rows whose values lie from `low` to `high`."""
    return np.flatnonzero((values >= low) & (values <= high))


def summed(x: Any, y: Any) -> tuple[Any, Any]:
    """Return the distinct values of `x` in order, and the sum of `y` for each: NaN of none."""
    found, codes = np.unique(x, return_inverse=True)
    codes = codes.reshape(-1)
    there = ~np.isnan(y)
    sums = np.bincount(codes[there], weights=y[there], minlength=len(found)).astype("f8")
    counts = np.bincount(codes[there], minlength=len(found))
    sums[counts == 0] = np.nan
    return found, sums


def united(parts: Sequence[Any]) -> Any:
    """Return all distinct values of some vectors, in order."""
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0)


def placed(x: Any, own: Any, y: Any) -> Any:
    """Return for each of `x` the `y` that stands at it in `own`; NaN where there is none."""
    found = np.full(len(x), np.nan)
    found[np.searchsorted(x, own)] = y
    return found


def total(parts: Sequence[Any]) -> Any:
    """Return the sums, row by row, of what is there."""
    return np.nansum(np.stack(parts), axis=0)


def extremes(x: Any, ys: Sequence[Any], buckets: int) -> Any:
    """Return the rows to draw of sorted `x`: in each bucket the first, last, least and greatest."""
    if len(x) == 0:
        return np.zeros(0, "i8")
    span = x[-1] - x[0]
    places = np.zeros(len(x), "i8")
    if span > 0:
        places = np.minimum((x - x[0]) * (buckets / span), buckets - 1).astype("i8")
    starts = np.flatnonzero(np.diff(places, prepend=-1))
    ordinals = np.cumsum(np.diff(places, prepend=places[0]) != 0)
    rows = [starts, np.append(starts[1:], len(x)) - 1]
    for y in ys:
        for reduce, none in ((np.minimum, np.inf), (np.maximum, -np.inf)):
            filled = np.where(np.isnan(y), none, y)
            best = reduce.reduceat(filled, starts)
            hits = np.flatnonzero(filled == best[ordinals])
            first = np.flatnonzero(np.diff(ordinals[hits], prepend=-1))
            rows.append(hits[first])
    return np.unique(np.concatenate(rows))


def seen(x: Any, y: Any, across: int, down: int) -> Any:
    """Return the first row in each cell of a grid that is laid over points."""
    if len(x) == 0:
        return np.zeros(0, "i8")
    cells = _cells(x, across) * down + _cells(y, down)
    return np.sort(np.unique(cells, return_index=True)[1])


def _cells(values: Any, count: int) -> Any:
    low, high = values.min(), values.max()
    if high <= low:
        return np.zeros(len(values), "i8")
    return np.minimum((values - low) * (count / (high - low)), count - 1).astype("i8")


def arrayed(parts: Sequence[Any]) -> Array:
    """Return vectors, one behind the other, as an array."""
    values = np.concatenate(parts) if parts else np.zeros(0)
    buffer = memoryview(np.ascontiguousarray(values, dtype="f8").tobytes())
    return Array(FLOAT64, len(values), [buffer])
