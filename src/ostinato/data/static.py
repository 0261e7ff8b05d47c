"""Static: anything that has rows as cells, for a table that is shown as it is."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ostinato.data import static_cells as cells
from ostinato.data.kinds import is_styler
from ostinato.data.plain import encodable
from ostinato.data.styler import Cell, Styled, css_of, styled
from ostinato.data.tables import table_of

NUMERIC = (int, float)


class StaticColumn(NamedTuple):
    """One column.

    Args:
        names: Its headers, outermost first.
        cells: Its cells; None for what is not there.
        is_index: Whether it names the rows.
        kind: What they are.
        styles: How its cells are drawn, in CSS: one for each, or none at all.
        name_style: How its headers are drawn.
        number: Its number among all columns, or among those of the index.
    """

    names: Sequence[str]
    cells: Sequence[cells.Cell]
    is_index: bool = False
    kind: cells.CellKind = "text"
    styles: Sequence[str] = ()
    name_style: str = ""
    number: int = 0


class Static(NamedTuple):
    """A table as cells."""

    columns: Sequence[StaticColumn]
    rows: int
    has_plain_index: bool = True
    has_names: bool = True
    caption: str | None = None
    rules: Sequence[tuple[str, str]] = ()
    rest: int = 0
    """How many rows there are beside; -1 if nobody knows."""


def static_of(value: Any) -> Static:
    """Return anything that has rows as cells.

    Raises:
        StreamlitAPIException: If it has none.
    """
    if is_styler(value):
        return _of_styler(value)
    table = table_of(value)
    columns = [
        StaticColumn(
            [encodable(name) for name in (*column.groups, column.name)],
            cells.cells_of(column),
            column.is_index,
            cells.kind_of(column),
        )
        for column in table.columns
    ]
    rest = 0 if table.of is None else table.of if table.of < 0 else table.of - table.rows
    return Static(columns, table.rows, table.has_plain_index, table.has_names, rest=rest)


def _of_styler(styler: Any) -> Static:
    """Return the table of a Styler; what it hides is not there."""
    told = styled(styler)
    rows = told.body
    width = max((len(row) for row in [*told.head, *rows]), default=0)
    head = [row for row in told.head if len(row) == width]
    columns = [
        _styled_column(place, [row[place] for row in head], [row[place] for row in rows], told)
        for place in range(width)
    ]
    is_plain = told.index_levels == 0
    return Static(columns, len(rows), is_plain, bool(head), told.caption, told.rules)


def _styled_column(
    place: int, head: Sequence[Cell], body: Sequence[Cell], told: Styled
) -> StaticColumn:
    values = [cell.value for cell in body]
    styles = [css_of(cell.style) for cell in body]
    first = head[-1] if head else body[0] if body else None
    return StaticColumn(
        [encodable(cell.text) for cell in head],
        [encodable(cell.text) for cell in body],
        is_index=place < told.index_levels,
        kind="integer" if values and all(map(_is_number, values)) else "text",
        styles=styles if any(styles) else (),
        name_style=next((css_of(cell.style) for cell in reversed(head) if cell.style), ""),
        number=place if first is None or first.column is None else first.column,
    )


def _is_number(value: Any) -> bool:
    is_plain = isinstance(value, NUMERIC) and not isinstance(value, bool)
    return is_plain or getattr(getattr(value, "dtype", None), "kind", "") in ("i", "u", "f")
