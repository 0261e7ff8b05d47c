"""Places: where the rows of a table stand along the axes of a chart."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from ostinato.data.arrow import Array
from ostinato.data.column import Column
from ostinato.data.values import values_of
from ostinato.data.vectors import NAN, engine, floats_of, texts_of

Kind = Literal["line", "area", "bar", "scatter"]
AxisKind = Literal["number", "time", "clock", "duration", "category"]


MOST_BANDS = 500
"""Distinct numbers up to which each has a bar with its name below."""

MOST_CATEGORIES = 10_000

NUMBERS = frozenset({"integer", "number", "decimal", "boolean", "empty"})
AXES: dict[str, AxisKind] = {
    "date": "time",
    "datetime": "time",
    "time": "clock",
    "duration": "duration",
}

Sort = Literal["name", "data"] | tuple[int, bool]
"""The order of categories: by name, as they come, or by a column, perhaps descending."""


Names = tuple[list[str | None], list[int]]
"""Categories, and the place of each row among them; -1 for a row that has none."""


class Choice(NamedTuple):
    """What is drawn, by the numbers of columns.

    Args:
        kind: What is drawn of each series.
        ys: The columns of the values.
        x: That of their places; None for the numbers of the rows.
        color: That which tells series apart, or shades points.
        size: That of the points' sizes.
        is_aligned: Whether all series have the same places, as what is stacked has.
        sort: The order of categories.
    """

    kind: Kind
    ys: tuple[int, ...]
    x: int | None = None
    color: int | None = None
    size: int | None = None
    is_aligned: bool = False
    sort: Sort = "name"


class Axis(NamedTuple):
    """What stands along an axis."""

    kind: AxisKind
    zone: str | None = None
    categories: Sequence[str] | None = None
    is_date: bool = False


def axis_of(column: Column) -> AxisKind:
    """Return what a column is along an axis."""
    kind = column.kind
    if kind == "mixed" and _are_numbers(column.array):
        return "number"
    return "number" if kind in NUMBERS else AXES.get(kind, "category")


def _are_numbers(array: Array) -> bool:
    """Return whether what has no type of its own, as ints beside decimals, has numbers only."""
    try:
        for text in values_of(array):
            if text is not None:
                float(text)
    except (TypeError, ValueError):
        return False
    return True


def _axis(column: Column) -> Axis:
    return Axis(axis_of(column), zone=column.zone, is_date=column.kind == "date")


def along(columns: Mapping[int, Column], rows: int, choice: Choice) -> tuple[Axis, Any, str | None]:
    """Return the x axis, where each row stands on it, and what of it is left out."""
    vectors = engine()
    column = None if choice.x is None else columns[choice.x]
    axis = Axis("number") if column is None else _axis(column)
    if column is not None and column.kind == "boolean":
        axis = Axis("category")
    if axis.kind == "category":
        assert column is not None
        return _categories(*_named(column, choice), columns, choice)
    x = vectors.counted(rows) if column is None else floats_of(column.array)
    if choice.kind == "bar" and axis.kind == "number":
        bands = _bands(x, choice)
        if bands is not None:
            return _categories(*bands, columns, choice)
    return axis, x, None


def _named(column: Column, choice: Choice) -> Names:
    """Return the categories of a column, and which of them each row has."""
    texts = texts_of(column.array)
    names: list[str | None] = [*dict.fromkeys(texts)]
    known = {name: place for place, name in enumerate(names)}
    places = [known[text] for text in texts]
    return by_name(column, names, places) if choice.sort == "name" else (names, places)


def _bands(x: Any, choice: Choice) -> Names | None:
    """Return the distinct numbers of bars as categories; None if there are too many."""
    vectors = engine()
    codes, found = vectors.coded(vectors.taken(x, vectors.finite(x)))
    if len(found) > MOST_BANDS:
        return None
    names: list[str | None] = [_number_text(each) for each in found]
    places = [int(code) for code in codes]
    if len(places) < len(x):
        known = {each: place for place, each in enumerate(found)}
        places = [known.get(each, -1) for each in _listed(x)]
    if choice.sort == "data":
        return reordered(names, places, [each for each in dict.fromkeys(places) if each >= 0])
    return names, places


def _categories(
    names: list[str | None],
    places: list[int],
    columns: Mapping[int, Column],
    choice: Choice,
) -> tuple[Axis, Any, str | None]:
    """Return an axis of categories, in the order of a column if that is asked for."""
    if isinstance(choice.sort, tuple):
        names, places = _by_column(columns, choice.sort, names, places)
    left_out = None
    if len(names) > MOST_CATEGORIES:
        left_out = f"{MOST_CATEGORIES:,} of {len(names):,} categories are drawn"
    shown = min(len(names), MOST_CATEGORIES)
    labels = tuple("None" if name is None else name for name in names[:shown])
    x = engine().vector([place if 0 <= place < shown else NAN for place in places])
    return Axis("category", categories=labels), x, left_out


def _listed(values: Any) -> list[float]:
    found: list[float] = values.tolist() if hasattr(values, "tolist") else [*values]
    return found


def _number_text(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def reordered(
    names: Sequence[Any], places: Sequence[int], order: Sequence[int]
) -> tuple[list[Any], list[int]]:
    """Return names in another order, which is given by their old places, and those of the rows."""
    new = {old: place for place, old in enumerate(order)}
    return [names[old] for old in order], [new.get(place, -1) for place in places]


def by_name(
    column: Column, names: Sequence[Any], places: Sequence[int]
) -> tuple[list[Any], list[int]]:
    """Order by name, or as the values are ordered themselves; what is missing comes last."""
    of = column.array.type
    own: dict[str | None, int] = {}
    if of.name == "dictionary" and of.is_ordered:
        own = {text: at for at, text in enumerate(texts_of(column.array.children[0]))}
    has_numbers = column.kind in NUMBERS

    def key(at: int) -> tuple[bool, float, str]:
        text = names[at]
        rank = own.get(text, len(own))
        return text is None, _number(text) if has_numbers else rank, text or ""

    return reordered(names, places, sorted(range(len(names)), key=key))


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


def _by_column(
    columns: Mapping[int, Column],
    sort: tuple[int, bool],
    names: Sequence[Any],
    places: Sequence[int],
) -> tuple[list[Any], list[int]]:
    """Order by what a column says of each category: the sum of its numbers, else its first text."""
    number, descending = sort
    column = columns[number]
    keys: dict[int, Any] = {}
    if axis_of(column) == "category":
        for place, text in zip(places, texts_of(column.array), strict=True):
            keys.setdefault(place, text or "")
        missing: Any = ""
    else:
        for place, value in zip(places, _listed(floats_of(column.array)), strict=True):
            keys[place] = keys.get(place, 0.0) + (value if value == value else 0.0)
        missing = 0.0
    order = sorted(range(len(names)), key=lambda at: keys.get(at, missing), reverse=descending)
    return reordered(names, places, order)


def upward(columns: Mapping[int, Column], choice: Choice) -> tuple[Axis, dict[int, Any]]:
    """Return the y axis, and the values of each of its columns."""
    vectors = engine()
    if not choice.ys:
        return Axis("number"), {}
    first = columns[choice.ys[0]]
    axis = _axis(first)
    if axis.kind != "category":
        found = {number: floats_of(columns[number].array) for number in choice.ys}
        return axis, {number: vectors.bounded(values) for number, values in found.items()}
    texts = {number: texts_of(columns[number].array) for number in choice.ys}
    names = sorted({text for each in texts.values() for text in each if text is not None})
    known: dict[str | None, float] = {name: float(at) for at, name in enumerate(names)}
    ys = {
        number: vectors.vector([known.get(text, NAN) for text in each])
        for number, each in texts.items()
    }
    return Axis("category", categories=tuple(names)), ys
