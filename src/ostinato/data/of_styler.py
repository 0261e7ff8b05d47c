"""Of styler: the frame of a Styler of pandas, with its texts, and how its cells look."""

import html
from array import array
from collections.abc import Mapping
from typing import Any

from ostinato.data.arrow import Array, Type
from ostinato.data.column import Column, Table
from ostinato.data.of_pandas import table_of
from ostinato.data.plain import texts
from ostinato.data.styler import Cell, Style, styled
from ostinato.wire.frames import Look

_FIELDS = {
    "color": "color",
    "background-color": "background",
    "background": "background",
    "font-weight": "weight",
    "font-style": "style",
    "text-decoration": "decoration",
}
LOOK = Type("uint", 16)
MOST_LOOKS = (1 << 16) - 1

Place = tuple[int, int]


def table_of_styler(styler: Any) -> Table:
    """Return the frame of a Styler, with texts where it says others, and with looks."""
    table = table_of(styler.data)
    cells = {
        (cell.row, cell.column): cell
        for row in styled(styler).body
        for cell in row
        if cell.row is not None and cell.column is not None
    }
    shown = {at: html.unescape(cell.text) for at, cell in cells.items() if _has_own_text(cell)}
    styles = dict.fromkeys(cell.style for cell in cells.values())
    found = {style: look for style in styles if (look := _look(style)) is not None}
    looks = list(dict.fromkeys(found.values()))[:MOST_LOOKS]
    numbers = {look: number for number, look in enumerate(looks, 1)}
    places = {
        at: numbers.get(found[cell.style], 0) for at, cell in cells.items() if cell.style in found
    }
    start = table.index_columns
    columns = [
        column if at < start else _styled(column, at - start, shown, places)
        for at, column in enumerate(table.columns)
    ]
    return table._replace(columns=columns, looks=looks)


def _has_own_text(cell: Cell) -> bool:
    """Return whether a cell shows another text than one of which nothing was said."""
    value = cell.value
    is_number = isinstance(value, float | complex)
    is_number = is_number or getattr(getattr(value, "dtype", None), "kind", "") in ("f", "c")
    return cell.text != (f"{value:.6f}" if is_number else str(value))


def _look(style: Style) -> Look | None:
    """Return how a cell looks; None if nothing is said of what we draw."""
    known = ((_FIELDS.get(name.lower()), value.strip()) for name, value in style)
    fields = {field: value for field, value in known if field and value}
    return Look(**fields) if fields else None


def _styled(
    column: Column, place: int, shown: Mapping[Place, str], looks: Mapping[Place, int]
) -> Column:
    rows = range(column.array.length)
    own = [shown.get((row, place)) for row in rows]
    numbers = [looks.get((row, place), 0) for row in rows]
    buffer = memoryview(array("H", numbers)).cast("B")
    return column._replace(
        texts=texts(own) if any(text is not None for text in own) else None,
        looks=Array(LOOK, column.array.length, [buffer]) if any(numbers) else None,
    )
