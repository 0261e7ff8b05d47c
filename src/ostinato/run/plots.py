"""Plots: the points of a table as the browser draws them, and the table behind them."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec

from ostinato.arguments.charts import USUAL_HEIGHT
from ostinato.arguments.colors import color_of
from ostinato.arguments.plots import Named, Picked, PlotArguments
from ostinato.data.column import Column, Table
from ostinato.data.fingerprint import fingerprint
from ostinato.data.places import Axis, Choice, Kind, Sort, axis_of
from ostinato.data.plots import Plot, plot_of
from ostinato.run.frames import EVERYTHING, frame_of, table_in
from ostinato.run.memory import Memory
from ostinato.run.run import home_here
from ostinato.wire.plots import PlotAxis, PlotSeries

AROUND, MOST_BANDS = 90, 500
"""Pixels that a chart needs beside its bands, and how many of these make it higher."""

INLINE = 64 * 1024
"""Bytes up to which points travel with their element."""

REMEMBERED = 32
"""Plots that a process remembers, of at most `LARGEST` bytes each."""

LARGEST = 1 << 20

_encode = msgspec.msgpack.Encoder().encode


class Given(NamedTuple):
    """What a chart is called with: its table and the columns that are drawn."""

    table: Table
    named: list[Named]
    picked: Picked


def given(common: PlotArguments, data: Any, *, with_texts: bool = False) -> Given:
    """Return the table of a chart, and which of its columns are drawn.

    Raises:
        StreamlitAPIException: If there is no such column, or its values cannot be drawn.
        StreamlitDataframeConversionError: If `data` has no rows.
    """
    table = table_in(common.who, data, EVERYTHING)
    named = [
        Named(number, column.name, axis_of(column), column.is_index)
        for number, column in enumerate(table.columns)
    ]
    return Given(table, named, common.pick(named, with_texts=with_texts))


def plotted(
    common: PlotArguments,
    kind: Kind,
    found: Given,
    *,
    is_aligned: bool = False,
    sort: Sort = "name",
    band: int = 0,
) -> dict[str, Any]:
    """Return the props of a chart: what is drawn of a table.

    Args:
        common: What the chart is called with.
        kind: What is drawn.
        found: The table and its columns.
        is_aligned: Whether all series have the same places.
        sort: The order of categories.
        band: How many pixels of the height each category needs; 0 if they stand side by side.

    Raises:
        StreamlitAPIException: If there is no room for it.
    """
    table, _named, picked = found
    choice = Choice(kind, picked.ys, picked.x, picked.color, picked.size, is_aligned, sort)
    frame = frame_of(table)
    plot = _plot(table, choice)
    points = Table(
        [Column(name, array, "number") for name, array in plot.arrays.items()],
        next(iter(plot.arrays.values())).length,
    )
    asks = plot.is_sampled and plot.x.kind != "category" and frame.file is not None
    return {
        **common.props,
        "room": max(USUAL_HEIGHT, AROUND + band * min(len(plot.x.categories or ()), MOST_BANDS)),
        "x": _axis(plot.x, picked.x_title),
        "y": _axis(plot.y, picked.y_title),
        "series": _series(plot, picked),
        "points": frame_of(points, INLINE),
        "frame": frame,
        "question": _question(choice) if asks else None,
        "shade": _shade(found, plot),
        "left_out": plot.left_out,
    }


def _plot(table: Table, choice: Choice) -> Plot:
    """Return what is drawn of a table; what was drawn of the same one before is not computed."""
    named = (choice.x, *choice.ys, choice.color, choice.size)
    numbers = {number for number in named if number is not None}
    if isinstance(choice.sort, tuple):
        numbers.add(choice.sort[0])
    columns = {number: table.columns[number] for number in numbers}
    home = home_here()
    if home is None or home.files is None:
        return plot_of(columns, table.rows, choice, color_of)
    memory: Memory[Plot] = home.files.notes.setdefault("plots", Memory(REMEMBERED))
    looked_at = table._replace(columns=[columns[number] for number in sorted(numbers)])
    mark = fingerprint(looked_at, home.files.ids.seed) + _encode(choice)
    plot = memory.find(mark)
    if plot is None:
        plot = plot_of(columns, table.rows, choice, color_of)
        if sum(array.nbytes for array in plot.arrays.values()) <= LARGEST:
            memory.note(mark, plot)
    return plot


def _axis(axis: Axis, title: str | None) -> PlotAxis:
    return PlotAxis(
        kind=axis.kind,
        title=title,
        zone=axis.zone,
        is_date=axis.is_date,
        categories=None if axis.categories is None else list(axis.categories),
    )


def _series(plot: Plot, picked: Picked) -> list[PlotSeries]:
    colors = picked.colors or ()
    return [
        PlotSeries(
            name=each.name,
            color=colors[place] if place < len(colors) else each.color,
            points=each.points,
        )
        for place, each in enumerate(plot.series)
    ]


def _shade(found: Given, plot: Plot) -> str | None:
    """Return the name of what shades points, if they have shades."""
    if "shade" not in plot.arrays or found.picked.color is None:
        return None
    return found.table.columns[found.picked.color].name


def _question(choice: Choice) -> str:
    """Return how the server is asked for the points of a part of the x axis."""
    fields = {
        "kind": choice.kind,
        "x": "" if choice.x is None else choice.x,
        "ys": ",".join(map(str, choice.ys)),
        "color": "" if choice.color is None else choice.color,
        "size": "" if choice.size is None else choice.size,
        "aligned": int(choice.is_aligned),
    }
    return f"points?{urlencode({name: each for name, each in fields.items() if each != ''})}"
