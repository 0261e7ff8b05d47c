"""Zoom: the points that a chart draws of a part of its x axis, read from the table behind it."""

import math
from collections.abc import Mapping
from typing import Any, BinaryIO

from ostinato.arguments.colors import color_of
from ostinato.data import ipc
from ostinato.data.cells import arrays_of
from ostinato.data.column import Column
from ostinato.data.places import Choice, Kind
from ostinato.data.plots import MOST_SERIES, plot_of
from ostinato.data.vectors import engine
from ostinato.wire.frames import Frame

KINDS: Mapping[str, Kind] = {"line": "line", "area": "area", "bar": "bar", "scatter": "scatter"}


def points_in(frame: Frame, file: BinaryIO, params: Mapping[str, str]) -> bytes:
    """Return points as a stream of Arrow: their numbers by name, and "series", which each is of.

    Args:
        frame: The table.
        file: Its bytes.
        params: What is asked: what a chart draws, and `from` and `to` along x.

    Raises:
        ValueError: If the question makes no sense.
    """
    choice = _choice(params, len(frame.columns))
    span = _number(params, "from"), _number(params, "to")
    named = (choice.x, *choice.ys, choice.color, choice.size)
    numbers = sorted({number for number in named if number is not None})
    arrays = arrays_of(frame, file, numbers)
    columns = {number: _column(frame, number, arrays[str(number)]) for number in numbers}
    plot = plot_of(columns, frame.rows, choice, color_of, span)
    vectors = engine()
    marks = [vectors.vector([place] * each.points) for place, each in enumerate(plot.series)]
    found = {**plot.arrays, "series": vectors.arrayed(marks)}
    rows = found["x"].length
    parts = [*ipc.head([*found.items()]), *ipc.tile([*found.values()], 0, rows)]
    return b"".join(parts)


def _column(frame: Frame, number: int, array: Any) -> Column:
    about = frame.columns[number]
    return Column(about.name, array, about.kind, about.is_index, zone=about.zone)


def _choice(params: Mapping[str, str], columns: int) -> Choice:
    ys = params.get("ys", "").split(",")
    if len(ys) > MOST_SERIES:
        raise ValueError(f"at most {MOST_SERIES} columns can be asked for, got {len(ys)}")
    kind = KINDS.get(params.get("kind", ""))
    if kind is None:
        raise ValueError(f"there is no such kind of chart: {params.get('kind', '')!r:.50}")
    return Choice(
        kind,
        tuple(_place(each, columns) for each in ys),
        _optional(params, "x", columns),
        _optional(params, "color", columns),
        _optional(params, "size", columns),
        is_aligned=params.get("aligned") == "1",
    )


def _optional(params: Mapping[str, str], name: str, columns: int) -> int | None:
    return _place(params[name], columns) if name in params else None


def _place(text: str, columns: int) -> int:
    number = int(text) if text.isdecimal() and len(text) < 10 else columns
    if number >= columns:
        raise ValueError(f"there is no column {text!r:.50}")
    return number


def _number(params: Mapping[str, str], name: str) -> float:
    number = float(params.get(name, "nan")[:50])
    if not math.isfinite(number):
        raise ValueError(f"{name} must be a number")
    return number
