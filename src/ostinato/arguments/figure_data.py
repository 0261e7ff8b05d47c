"""Figure data: what a figure of Matplotlib has drawn, as a table for who cannot see it."""

import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import msgspec

MOST_ROWS = 1000
"""Rows of all that a figure shows; of more it is said how many there are."""

DIGITS = 10
"""To so many digits numbers are told: more are what computing leaves behind."""

Cell = float | int | str | None


_MIDNIGHT = re.compile(r"[T ]00:00:00(\.0+)?(\+00:00)?$")


class _Series(NamedTuple):
    """Some of what axes show: its name, how many points it has, and these, as far as asked for."""

    kind: str
    name: str
    size: int
    points: Iterable[tuple[Cell, Cell]]


def table_of(figure: Any) -> bytes | None:
    """Return the points of lines, bars and the like of a figure as a table; None if it has none.

    The table is JSON: its columns, its rows, and how many rows there would be if they were all
    there.
    """
    parts = [(axes, [*_series_of(axes)]) for axes in figure.axes if _is_plain(axes)]
    parts = [(axes, series) for axes, series in parts if series]
    if not parts:
        return None
    rows: list[list[Cell]] = []
    count = sum(series.size for _, several in parts for series in several)
    for number, (axes, several) in enumerate(parts, 1):
        title = [axes.get_title() or f"Axes {number}"] if len(parts) > 1 else []
        names = _named(several)
        for series, name in zip(several, names, strict=True):
            points = islice(series.points, MOST_ROWS - len(rows))
            rows += [[*title, name, x, y] for x, y in points]
    columns = [*(["axes"] if len(parts) > 1 else []), "series", *_labels(parts[0][0], len(parts))]
    return msgspec.json.encode({"columns": columns, "rows": rows, "count": count})


def _labels(axes: Any, count: int) -> tuple[str, str]:
    """Return what the points are called along the axes, if they are the only ones."""
    if count > 1:
        return "x", "y"
    return axes.get_xlabel() or "x", axes.get_ylabel() or "y"


def _named(several: list[_Series]) -> list[str]:
    """Return a name for each series: what Matplotlib calls by itself begins with an underscore."""
    own = [each.name if not each.name.startswith("_") else "" for each in several]
    bare = Counter(each.kind for each, name in zip(several, own, strict=True) if not name)
    counts: Counter[str] = Counter()
    names = []
    for series, name in zip(several, own, strict=True):
        counts[series.kind] += not name
        number = f" {counts[series.kind]}" if bare[series.kind] > 1 else ""
        names.append(name or f"{series.kind}{number}")
    return names


def _is_plain(axes: Any) -> bool:
    """Return whether points of axes are two numbers each; a scale of colors has none of its own."""
    return bool(axes.name != "3d" and axes.get_label() != "<colorbar>" and axes.get_visible())


def _series_of(axes: Any) -> Iterator[_Series]:
    for line in axes.lines:
        # What runs through all of the axes, as a line at a value, is no data.
        if line.get_visible() and line.get_transform() == axes.transData:
            xs, ys = line.get_xdata(orig=True), line.get_ydata(orig=True)
            points = zip(_told(axes.xaxis, xs), _told(axes.yaxis, ys), strict=False)
            yield _Series("Line", str(line.get_label()), min(_length(xs), _length(ys)), points)
    yield from _bars_of(axes)
    wedges = [patch for patch in axes.patches if type(patch).__name__ == "Wedge"]
    if wedges:
        shares = ((_word(each.get_label()), _share(each)) for each in wedges)
        yield _Series("Shares", "", len(wedges), shares)
    for collection in axes.collections:
        if type(collection).__name__ == "PathCollection" and collection.get_visible():
            yield _scattered(axes, collection)
    for image in axes.images:
        rows, columns = image.get_array().shape[:2]
        yield _Series("Image", str(image.get_label()), 1, [(f"{columns} columns", f"{rows} rows")])


def _bars_of(axes: Any) -> Iterator[_Series]:
    for bars in axes.containers:
        patches = getattr(bars, "patches", None)
        if patches and hasattr(bars, "orientation"):
            points = _bars(axes, patches, lies=bars.orientation == "horizontal")
            yield _Series("Bars", str(bars.get_label()), len(patches), points)


def _scattered(axes: Any, collection: Any) -> _Series:
    offsets = collection.get_offsets()
    across = _told(axes.xaxis, (each[0] for each in offsets), are_placed=True)
    upright = _told(axes.yaxis, (each[1] for each in offsets), are_placed=True)
    points = zip(across, upright, strict=True)
    return _Series("Points", str(collection.get_label()), len(offsets), points)


def _bars(axes: Any, patches: Any, *, lies: bool) -> Iterator[tuple[Cell, Cell]]:
    middles = (
        each.get_y() + each.get_height() / 2 if lies else each.get_x() + each.get_width() / 2
        for each in patches
    )
    lengths = (each.get_width() if lies else each.get_height() for each in patches)
    along, across = (axes.yaxis, axes.xaxis) if lies else (axes.xaxis, axes.yaxis)
    pairs = zip(_told(along, middles, are_placed=True), _told(across, lengths), strict=True)
    return ((length, middle) if lies else (middle, length) for middle, length in pairs)


def _share(wedge: Any) -> Cell:
    return _cell((wedge.theta2 - wedge.theta1) / 360)


def _word(label: object) -> str:
    return "" if str(label).startswith("_") else str(label)


def _told(axis: Any, values: Any, *, are_placed: bool = False) -> Iterator[Cell]:
    """Return values as they are to be told.

    Args:
        axis: Which they are along.
        values: What the script has said, or numbers.
        are_placed: Whether they are numbers that an axis has made of names or moments.
    """
    word_of = _periods_of(axis) or (_words_of(axis) if are_placed else None)
    flat = values.ravel() if hasattr(values, "ravel") else values
    for value in flat if hasattr(flat, "__iter__") else [flat]:
        yield _cell(value if word_of is None or _is_missing(value) else word_of(value))


def _is_missing(value: Any) -> bool:
    """Return whether a value is none that anything can stand for: it is not even itself."""
    return type(value).__name__ == "MaskedConstant" or value != value


def _periods_of(axis: Any) -> Callable[[Any], Any] | None:
    """Return what tells the period of pandas that a number stands for, if an axis has such."""
    freq = getattr(axis, "freq", None)
    pandas = sys.modules.get("pandas")
    if freq is None or pandas is None:
        return None
    return lambda value: pandas.Period(ordinal=round(value), freq=freq)


def _words_of(axis: Any) -> Callable[[Any], Any] | None:
    """Return what tells the name or moment that a number on an axis stands for; None for numbers.

    Names stand in its units, or are labels at places that somebody has set.
    """
    units = getattr(axis, "units", None)
    names = {float(place): name for name, place in getattr(units, "_mapping", {}).items()}
    if not names:
        places = getattr(axis.major.locator, "locs", ())
        written = axis.get_major_formatter()
        if type(written).__name__ in ("FixedFormatter", "FuncFormatter"):
            names = {float(place): written(place, at) for at, place in enumerate(places)}
    names = {place: name for place, name in names.items() if name != ""}
    if names:
        # Bars of several series stand beside the place that they have in common.
        return lambda value: names.get(float(value), names.get(float(round(value)), value))
    formatter = type(axis.get_major_formatter()).__name__
    if "Date" in formatter and (dates := sys.modules.get("matplotlib.dates")):
        return lambda value: _moment(dates, value)
    return None


def _moment(dates: Any, number: Any) -> Any:
    try:
        return dates.num2date(number)
    except (ValueError, OverflowError):
        return number  # No calendar goes so far: it is out of sight, and no reason to show nothing.


def _cell(value: Any) -> Cell:
    """Return a value as JSON has it."""
    if type(value).__name__ == "MaskedConstant":
        return None
    if hasattr(value, "item") and getattr(getattr(value, "dtype", None), "kind", "") in "biuf":
        value = value.item()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _text(value)
    if not math.isfinite(value):
        return None
    if isinstance(value, int):
        return value
    short = float(f"{value:.{DIGITS}g}")
    return int(short) if short.is_integer() and abs(short) < 1e15 else short


def _text(value: Any) -> str | None:
    if value is None:
        return None
    text = str(value)
    return None if text in ("NaT", "nan") else _MIDNIGHT.sub("", text)


def _length(values: Any) -> int:
    size = getattr(values, "size", None)
    if isinstance(size, int):
        return size
    return len(values) if hasattr(values, "__len__") else 1
