"""Plots: which points a chart draws of the columns of a table.

Of many points it takes those that can be seen: of lines and areas the first, last, least and
greatest in each of many steps along x; of scattered points one in each cell of a fine grid; bars of
the same x are summed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ostinato.data.arrow import Array
from ostinato.data.column import Column
from ostinato.data.places import Axis, Choice, along, by_name, upward
from ostinato.data.values import values_of
from ostinato.data.vectors import engine, floats_of, texts_of

STEPS = 750
"""Steps along x of a line that is sampled: more are not seen."""

MOST_IN_ALL = 7_500
"""Steps of all lines of a chart."""

CELLS = (240, 150)
"""The grid of which each cell shows one point of a series."""

MOST_SCATTERED = 12_000
"""Points of all series up to which all are drawn."""

MOST_SERIES = 200


class Series(NamedTuple):
    """One line, area, set of bars or of points; `points` is how many it has."""

    name: str
    color: str | None
    points: int


class Plot(NamedTuple):
    """What is drawn: the points of all series, one series behind the other.

    Args:
        x: The axis of the places.
        y: The axis of the values.
        series: What the points are of.
        arrays: Their numbers by name: "x", "y", perhaps "size" and "shade".
        is_sampled: Whether there are more points than these.
        left_out: What there was too much of, in words.
    """

    x: Axis
    y: Axis
    series: Sequence[Series]
    arrays: Mapping[str, Array]
    is_sampled: bool
    left_out: str | None


class _Group(NamedTuple):
    name: str
    color: str | None
    y: int
    rows: Any


def plot_of(
    columns: Mapping[int, Column],
    rows: int,
    choice: Choice,
    as_color: Callable[[Any], str | None],
    span: tuple[float, float] | None = None,
) -> Plot:
    """Return what is to be drawn.

    Args:
        columns: The columns by their numbers, those that the choice names.
        rows: How many rows there are.
        choice: What is drawn.
        as_color: Returns the color that a value is; None if it is none.
        span: The part of the x axis that is in sight; None for all.
    """
    vectors = engine()
    x_axis, x, dropped = along(columns, rows, choice)
    y_axis, ys = upward(columns, choice)
    shade = _shade(columns, choice)
    groups, more = _groups(columns, rows, choice, as_color, has_shade=shade is not None)
    extra = {"shade": shade, "size": _size(columns, choice)}
    extra = {name: values for name, values in extra.items() if values is not None}
    if choice.kind == "scatter":
        parts, is_sampled = _scattered(groups, x, ys, extra, span)
    elif choice.is_aligned or choice.kind == "bar":
        parts, is_sampled = _aligned(groups, x, ys, span)
    else:
        parts, is_sampled = _lines(groups, x, ys, span)
    series = [
        Series(group.name, group.color, len(part["x"]))
        for group, part in zip(groups, parts, strict=True)
    ]
    arrays = {name: vectors.arrayed([part[name] for part in parts]) for name in ("x", "y", *extra)}
    return Plot(x_axis, y_axis, series, arrays, is_sampled, dropped or more)


def _shade(columns: Mapping[int, Column], choice: Choice) -> Any:
    """Return what shades points, if the column of their color has numbers."""
    if choice.kind != "scatter" or choice.color is None:
        return None
    column = columns[choice.color]
    if column.kind not in ("integer", "number", "decimal"):
        return None
    return engine().bounded(floats_of(column.array))


def _size(columns: Mapping[int, Column], choice: Choice) -> Any:
    if choice.size is None:
        return None
    return engine().bounded(floats_of(columns[choice.size].array))


def _groups(
    columns: Mapping[int, Column],
    rows: int,
    choice: Choice,
    as_color: Callable[[Any], str | None],
    *,
    has_shade: bool,
) -> tuple[list[_Group], str | None]:
    """Return what is drawn as one series each, and what is left out."""
    vectors = engine()
    if choice.color is None or has_shade:
        everything = vectors.whole_rows(rows)
        found = [_Group(columns[y].name, None, y, everything) for y in choice.ys]
    else:
        found = []
        values, codes = _distinct(columns[choice.color])
        colors = [as_color(value) for value in values]
        has_colors = bool(values) and all(color is not None for color in colors)
        parts = vectors.grouped(vectors.whole(codes), len(values))
        for y in choice.ys:
            for value, color, part in zip(values, colors, parts, strict=True):
                name = "" if has_colors else _name(value)
                if len(choice.ys) > 1:
                    name = ", ".join(filter(None, [name, columns[y].name]))
                found.append(_Group(name, color if has_colors else None, y, part))
    if len(found) <= MOST_SERIES:
        return found, None
    return found[:MOST_SERIES], f"{MOST_SERIES} of {len(found):,} series are drawn"


def _name(value: Any) -> str:
    return "None" if value is None else str(value)


def _distinct(column: Column) -> tuple[list[Any], list[int]]:
    """Return the distinct values of a column, in order, and which of them each row has."""
    plain: Sequence[Any]
    if column.kind == "list":
        plain = [None if each is None else tuple(each) for each in values_of(column.array)]
    else:
        plain = texts_of(column.array)
    places: dict[Any, int] = {}
    codes = [places.setdefault(value, len(places)) for value in plain]
    names = [*places]
    return (names, codes) if column.kind == "list" else by_name(column, names, codes)


Parts = tuple[list[dict[str, Any]], bool]


def _steps(groups: Sequence[_Group]) -> int:
    return max(50, min(STEPS, MOST_IN_ALL // max(len(groups), 1)))


def _lines(
    groups: Sequence[_Group], x: Any, ys: Mapping[int, Any], span: tuple[float, float] | None
) -> Parts:
    """Return the points of lines, each in the order of x."""
    vectors = engine()
    parts, is_sampled, steps = [], False, _steps(groups)
    for group in groups:
        own_x, own_y = vectors.taken(x, group.rows), vectors.taken(ys[group.y], group.rows)
        rows = vectors.finite(own_x)
        if len(rows) < len(own_x):
            own_x, own_y = vectors.taken(own_x, rows), vectors.taken(own_y, rows)
        order = vectors.ordered(own_x)
        own_x, own_y = vectors.taken(own_x, order), vectors.taken(own_y, order)
        own_x, own_y = _cut([own_x, own_y], span)
        if len(own_x) > 4 * steps:
            rows = vectors.extremes(own_x, [own_y], steps)
            own_x, own_y = vectors.taken(own_x, rows), vectors.taken(own_y, rows)
            is_sampled = True
        parts.append({"x": own_x, "y": own_y})
    return parts, is_sampled


def _cut(values: Sequence[Any], span: tuple[float, float] | None) -> Sequence[Any]:
    """Return what is in sight of sorted values, and their neighbours, so that lines go on."""
    if span is None:
        return values
    start, stop = engine().between(values[0], *span, 1)
    return [each[start:stop] for each in values]


def _aligned(
    groups: Sequence[_Group], x: Any, ys: Mapping[int, Any], span: tuple[float, float] | None
) -> Parts:
    """Return the points of what is stacked or stands side by side: all have one at each x."""
    vectors = engine()
    pairs = []
    for group in groups:
        own_x, own_y = vectors.taken(x, group.rows), vectors.taken(ys[group.y], group.rows)
        rows = vectors.finite(own_x)
        pairs.append(vectors.summed(vectors.taken(own_x, rows), vectors.taken(own_y, rows)))
    places = vectors.united([own_x for own_x, _y in pairs])
    values = [vectors.placed(places, own_x, own_y) for own_x, own_y in pairs]
    places, *values = _cut([places, *values], span)
    steps = _steps(groups)
    is_sampled = len(places) > 4 * steps
    if is_sampled:
        looked_at = [vectors.total(values), *values[:8]]
        rows = vectors.extremes(places, looked_at, steps)
        places = vectors.taken(places, rows)
        values = [vectors.taken(each, rows) for each in values]
    return [{"x": places, "y": each} for each in values], is_sampled


def _scattered(
    groups: Sequence[_Group],
    x: Any,
    ys: Mapping[int, Any],
    extra: Mapping[str, Any],
    span: tuple[float, float] | None,
) -> Parts:
    """Return points; of many, those that are not behind others of their series."""
    vectors = engine()
    found = []
    for group in groups:
        part = {"x": x, "y": ys[group.y], **extra}
        part = {name: vectors.taken(values, group.rows) for name, values in part.items()}
        for name in part:
            part = _only(part, vectors.finite(part[name]))
        if span is not None:
            part = _only(part, vectors.inside(part["x"], *span))
        found.append(part)
    if sum(len(part["x"]) for part in found) <= MOST_SCATTERED:
        return found, False
    share = max(len(groups), 1) ** -0.5
    across, down = (max(int(each * share), 20) for each in CELLS)
    return [_only(part, vectors.seen(part["x"], part["y"], across, down)) for part in found], True


def _only(part: Mapping[str, Any], rows: Any) -> dict[str, Any]:
    vectors = engine()
    return {name: vectors.taken(values, rows) for name, values in part.items()}
