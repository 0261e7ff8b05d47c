"""Styler: what a Styler of pandas says of its table, cell by cell.

It is asked as it is when it writes HTML, with a template in place of its own, as its documentation
allows: so all it can do is there: formats, colours of cells and headers, style sheets of its own,
what is hidden, and the caption.
"""

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Style = tuple[tuple[str, str], ...]
"""Properties of CSS, in order."""

BAD = re.compile(r"[{}<>@;]|/\*|\\")
"""What would end a rule of a style sheet, or begin another."""


class Cell(NamedTuple):
    """One cell, or a header.

    Args:
        text: What it shows: a piece of HTML.
        value: What that stands for.
        style: How it is drawn.
        row: The number of its row in the data, if it has one.
        column: The number of its column in the data, if it has one.
    """

    text: str
    value: Any
    style: Style
    row: int | None
    column: int | None


class Styled(NamedTuple):
    """A table as a Styler shows it, row by row: headers of rows are the first cells of a row."""

    head: list[list[Cell]]
    body: list[list[Cell]]
    index_levels: int
    caption: str | None
    rules: list[tuple[str, str]]


class _Template:
    """Stands in for the template that a Styler writes HTML by, and notes what it is told."""

    def __init__(self) -> None:
        self.told: Mapping[str, Any] = {}

    def render(self, **told: Any) -> str:
        """Write nothing."""
        self.told = told
        return ""


def styled(styler: Any) -> Styled:
    """Return the table of a Styler as it is to be shown."""
    template = _Template()
    own = copy.copy(styler)
    own.template_html = template
    own.to_html(sparse_index=False, sparse_columns=False)
    told = template.told
    styles = _styles(told)
    head = [_row(row, styles) for row in told["head"]]
    body = [_row(row, styles) for row in told["body"]]
    first = told["body"][0] if told["body"] else (told["head"] or [[]])[0]
    levels = sum(1 for cell in first if cell["type"] == "th" and _is_of_index(cell))
    caption = told.get("caption")
    if isinstance(caption, tuple):
        caption = caption[0]
    return Styled(head, body, levels, caption, [*_rules(told.get("table_styles") or ())])


def _is_of_index(cell: Mapping[str, Any]) -> bool:
    return bool(cell["is_visible"]) and "col_heading" not in cell["class"]


def _styles(told: Mapping[str, Any]) -> dict[str, Style]:
    """Return how cells and headers are drawn, by their ids."""
    found: dict[str, Style] = {}
    for name in ("cellstyle", "cellstyle_index", "cellstyle_columns"):
        for entry in told.get(name) or ():
            style = style_of(entry["props"])
            for selector in entry["selectors"]:
                found[selector] = found.get(selector, ()) + style
    return found


def _row(row: Iterable[Mapping[str, Any]], styles: Mapping[str, Style]) -> list[Cell]:
    return [
        Cell(_text(cell), cell["value"], styles.get(cell.get("id", ""), ()), *_place(cell["class"]))
        for cell in row
        if cell["is_visible"]
    ]


def _text(cell: Mapping[str, Any]) -> str:
    shown = str(cell.get("display_value", cell["value"]))
    return "" if shown == "&nbsp;" else shown


def _place(classes: str) -> tuple[int | None, int | None]:
    """Return the row and the column that a cell is of, by its classes, as "data row1 col2"."""
    row = column = None
    for name in classes.split():
        if row is None and name.startswith("row") and name[3:].isdigit():
            row = int(name[3:])
        elif column is None and name.startswith("col") and name[3:].isdigit():
            column = int(name[3:])
    return row, column


def _rules(styles: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    """Yield the rules of the style sheet that belongs to the table."""
    for style in styles:
        selectors = [style["selector"]] if isinstance(style["selector"], str) else style["selector"]
        for selector in selectors:
            if not BAD.search(selector):
                yield selector, css_of(style_of(style["props"]))


def style_of(style: Sequence[tuple[str, Any]] | str) -> Style:
    """Return properties, as pairs or as CSS; what would be more than properties is left out."""
    if isinstance(style, str):
        parts = (part.partition(":") for part in style.split(";") if part.strip())
        style = [(name.strip(), value.strip()) for name, _, value in parts]
    return tuple((name, f"{value}") for name, value in style if not BAD.search(f"{name}{value}"))


def css_of(style: Style) -> str:
    """Return properties as CSS.

    Example:
        >>> css_of(style_of([("color", "red"), ("x", "} b {")]))
        'color: red;'
    """
    return " ".join(f"{name}: {value};" for name, value in style)
