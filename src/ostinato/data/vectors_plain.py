"""Vectors without numpy: what a chart computes, for apps that have not loaded it."""

import math
from array import array as packed
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ostinato.data.arrow import FLOAT64, Array
from ostinato.data.values import numbers, values_of

NAN = float("nan")


def vector(values: Sequence[float]) -> list[float]:
    """Return numbers as a vector."""
    return [*values]


def whole(values: Sequence[int]) -> list[int]:
    """Return whole numbers as a vector."""
    return [*values]


def stored(array: Array, scale: float) -> list[float]:
    """Return the numbers of an array as they are stored, times a scale; NaN for missing ones."""
    plain = [float(each * scale) for each in numbers(array)]
    if array.validity is None:
        return plain
    pairs = zip(values_of(array), plain, strict=True)
    return [NAN if value is None else number for value, number in pairs]


def counted(length: int) -> list[float]:
    """Return the numbers from 0."""
    return [float(each) for each in range(length)]


def coded(values: Sequence[float]) -> tuple[list[int], list[float]]:
    """Return for each number the place of its value among the distinct ones, and these in order."""
    found = sorted({*values})
    places = {value: place for place, value in enumerate(found)}
    return [places[value] for value in values], found


def grouped(codes: Sequence[int], count: int) -> list[list[int]]:
    """Return the rows of each code, in their order."""
    found: list[list[int]] = [[] for _ in range(count)]
    for row, code in enumerate(codes):
        if 0 <= code < count:
            found[code].append(row)
    return found


def taken(values: Sequence[float], rows: Sequence[int]) -> list[float]:
    """Return the values of some rows."""
    if isinstance(rows, slice):
        return [*values[rows]]
    return [values[row] for row in rows]


def whole_rows(length: int) -> Sequence[int]:
    """Return the numbers of all rows."""
    return range(length)


def finite(values: Sequence[float]) -> list[int]:
    """Return the rows whose value is a number, and not without end."""
    return [row for row, value in enumerate(values) if math.isfinite(value)]


def bounded(values: Sequence[float]) -> list[float]:
    """Return values with NaN for those without end."""
    return [value if math.isfinite(value) else NAN for value in values]


def ordered(values: Sequence[float]) -> list[int]:
    """Return the rows in the order of their values, equal ones as they are."""
    return sorted(range(len(values)), key=values.__getitem__)


def between(values: Sequence[float], low: float, high: float, margin: int) -> tuple[int, int]:
    """Return where sorted values lie from `low` to `high`, with some more on either side."""
    start = bisect_left(values, low) - margin
    stop = bisect_right(values, high) + margin
    return max(start, 0), min(stop, len(values))


def inside(values: Sequence[float], low: float, high: float) -> list[int]:
    """Return the rows whose values lie from `low` to `high`."""
    return [row for row, value in enumerate(values) if low <= value <= high]


def summed(x: Sequence[float], y: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return the distinct values of `x` in order, and the sum of `y` for each: NaN of none."""
    sums: dict[float, float] = {}
    for at, value in zip(x, y, strict=True):
        before = sums.setdefault(at, NAN)
        if value == value:
            sums[at] = value if before != before else before + value
    found = sorted(sums)
    return found, [sums[at] for at in found]


def united(parts: Sequence[Sequence[float]]) -> list[float]:
    """Return all distinct values of some vectors, in order."""
    return sorted({value for part in parts for value in part})


def placed(x: Sequence[float], own: Sequence[float], y: Sequence[float]) -> list[float]:
    """Return for each of `x` the `y` that stands at it in `own`; NaN where there is none."""
    known = dict(zip(own, y, strict=True))
    return [known.get(at, NAN) for at in x]


def total(parts: Sequence[Sequence[float]]) -> list[float]:
    """Return the sums, row by row, of what is there."""
    return [sum(value for value in row if value == value) for row in zip(*parts, strict=True)]


def extremes(x: Sequence[float], ys: Sequence[Sequence[float]], buckets: int) -> list[int]:
    """Return the rows to draw of sorted `x`: in each bucket the first, last, least and greatest."""
    if not x:
        return []
    span = x[-1] - x[0]
    scale = buckets / span if span > 0 else 0.0
    bounds, last = [], -1
    for row, value in enumerate(x):
        place = min(int((value - x[0]) * scale), buckets - 1)
        if place != last:
            bounds.append(row)
            last = place
    rows: set[int] = set()
    for start, stop in zip(bounds, [*bounds[1:], len(x)], strict=True):
        rows |= {start, stop - 1}
        for y in ys:
            there = [row for row in range(start, stop) if y[row] == y[row]]
            if there:
                rows.add(min(there, key=y.__getitem__))
                rows.add(max(there, key=y.__getitem__))
    return sorted(rows)


def seen(x: Sequence[float], y: Sequence[float], across: int, down: int) -> list[int]:
    """Return the first row in each cell of a grid that is laid over points."""
    found: dict[tuple[int, int], int] = {}
    for row, cell in enumerate(zip(_cells(x, across), _cells(y, down), strict=True)):
        found.setdefault(cell, row)
    return sorted(found.values())


def _cells(values: Sequence[float], count: int) -> list[int]:
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high <= low:
        return [0] * len(values)
    scale = count / (high - low)
    return [min(int((value - low) * scale), count - 1) for value in values]


def arrayed(parts: Sequence[Sequence[float]]) -> Array:
    """Return vectors, one behind the other, as an array."""
    values = packed("d")
    for part in parts:
        values.extend(part)
    return Array(FLOAT64, len(values), [memoryview(values).cast("B")])
