"""Table: rows and columns, shown as they are."""

from typing import Any, Literal

import msgspec

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.arguments.text import check_choice
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Height, Props, Width


class TableColumn(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One column: its headers, outermost first, and its cells.

    They are Markdown, unless `kind` says that a text means itself, or that they are numbers.

    `styles` has for each cell its place in `css` of the table, counted from 1, and 0 for none;
    `name_style` the same for its headers. `number` is what style sheets know it by.
    """

    names: list[str]
    cells: list[str | int | float | bool | None]
    kind: Literal["text", "plain", "integer", "number"] = "text"
    is_index: bool = False
    styles: list[int] | None = None
    name_style: int = 0
    number: int = 0


class TableRule(msgspec.Struct, frozen=True):
    """A rule of the style sheet that belongs to a table."""

    selector: str
    css: str


class Table(Props, frozen=True, kw_only=True):
    """The wire form of `table`; `rest` is how many rows are not shown, -1 if nobody knows."""

    columns: list[TableColumn]
    rows: int
    border: bool | Literal["horizontal"] = True
    width: Width = "stretch"
    height: Height = "content"
    hide_header: bool = False
    caption: str | None = None
    alt: str | None = None
    css: list[str] = []
    rules: list[TableRule] = []
    rest: int = 0


@element
def table(
    data: Any = None,
    *,
    border: bool | Literal["horizontal"] = True,
    width: Width = "stretch",
    height: Height = "content",
    hide_index: bool | None = None,
    hide_header: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Show rows and columns as they are, without anything to sort or to scroll.

    Args:
        data: Whatever has rows: tables of pandas, Polars, Arrow and others, a Styler, dicts, lists,
            arrays. Texts, also those of headers, are Markdown.
        border: Whether there are lines around the cells, or "horizontal" for those between rows.
        width: "stretch", "content" or pixels.
        height: "content", "stretch", or pixels, in which the rows scroll below the headers.
        hide_index: Whether the names of rows are hidden; None hides plain numbers.
        hide_header: Whether the names of columns are hidden; None hides those nobody has given.
        alt: What the table shows, for who does not see it.

    Raises:
        StreamlitAPIException: If the data has no rows.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `alt` is no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such border.

    Differs:
        data: Of a Styler, what it hides is hidden, and its caption and style sheet count. Numbers
            that would be shown as zero are not, and durations, decimals and bytes are told in full.

    Example:
        >>> st.table({"Instrument": ["Flute", "Oboe"], "Players": [3, 2]}, border="horizontal")
    """
    check_width("table", width, STRETCH_OR_CONTENT)
    check_height("table", height)
    if border != "horizontal":
        check_choice("table", "border", border, (True, False))
    if not isinstance(alt, str | None):
        raise StreamlitInvalidParameterTypeError(f"table: alt must be a str, got alt={alt!r}")
    from ostinato.data.static import static_of  # noqa: PLC0415  (few scripts show tables)

    found = static_of(data)
    is_index_hidden = _is_hidden("hide_index", hide_index, found.has_plain_index)
    css: dict[str, int] = {}
    columns = [
        TableColumn(
            names=list(column.names),
            cells=list(column.cells),
            is_index=column.is_index,
            kind=column.kind,
            styles=[_place(css, style) for style in column.styles] or None,
            name_style=_place(css, column.name_style),
            number=column.number,
        )
        for column in found.columns
        if not (column.is_index and is_index_hidden)
    ]
    has_index = any(column.is_index for column in found.columns)
    if not is_index_hidden and not has_index and found.columns:
        numbers = range(found.rows)
        names = [""] * len(columns[0].names)
        columns.insert(0, TableColumn(names=names, cells=[*numbers], kind="integer", is_index=True))
    return draw(
        Table(
            columns=columns,
            rows=found.rows,
            border=border,
            width=width,
            height=height,
            hide_header=_is_hidden("hide_header", hide_header, not found.has_names),
            caption=found.caption,
            alt=(alt or "").strip() or None,
            css=list(css),
            rules=[TableRule(selector, style) for selector, style in found.rules],
            rest=found.rest,
        )
    )


def _is_hidden(name: str, given: bool | None, usually: bool) -> bool:
    return usually if given is None else as_flag("table", name, given)


def _place(css: dict[str, int], style: str) -> int:
    """Return the place of a style among all of the table, counted from 1; 0 for none."""
    return css.setdefault(style, len(css) + 1) if style else 0
