"""Styled: what a Styler of pandas says of its table, cell by cell.

It is asked as it is when it writes HTML, so that all it can do is there: formats, colours of cells
and headers, style sheets of its own, what is hidden, and the caption.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Style = Sequence[tuple[str, Any]]

BAD = re.compile(r"[{}<>@;]|/\*|\\")
"""What would end a rule of a style sheet, or begin another."""


class Cell(NamedTuple):
    """One cell, or a header: its text, its style as CSS, and its classes."""

    text: str
    css: str
    classes: str
    value: Any


class Styled(NamedTuple):
    """A table as a Styler shows it, row by row: headers of rows are the first cells of a row."""

    head: list[list[Cell]]
    body: list[list[Cell]]
    index_levels: int
    caption: str | None
    rules: list[tuple[str, str]]


def styled(styler: Any) -> Styled:
    """Return the table of a Styler as it is to be shown."""
    styler._compute()  # noqa: SLF001  (what it says of cells has no public door)
    told = styler._translate(False, False)  # noqa: SLF001
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


def _styles(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the CSS of cells and headers, by their ids."""
    found: dict[str, str] = {}
    for name in ("cellstyle", "cellstyle_index", "cellstyle_columns"):
        for entry in told.get(name) or ():
            for selector in entry["selectors"]:
                found[selector] = found.get(selector, "") + css_of(entry["props"])
    return found


def _row(row: Iterable[Mapping[str, Any]], styles: Mapping[str, str]) -> list[Cell]:
    return [
        Cell(
            text=_text(cell),
            css=styles.get(cell.get("id", ""), ""),
            classes=cell["class"],
            value=cell["value"],
        )
        for cell in row
        if cell["is_visible"]
    ]


def _text(cell: Mapping[str, Any]) -> str:
    shown = str(cell.get("display_value", cell["value"]))
    return "" if shown == "&nbsp;" else shown


def _rules(styles: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    """Yield the rules of the style sheet that belongs to the table."""
    for style in styles:
        selectors = [style["selector"]] if isinstance(style["selector"], str) else style["selector"]
        for selector in selectors:
            if not BAD.search(selector):
                yield selector, css_of(style["props"])


def css_of(style: Style | str) -> str:
    """Return properties as CSS; what would be more than properties is left out.

    Example:
        >>> css_of([("color", "red"), ("x", "} b {")])
        'color: red;'
    """
    if isinstance(style, str):
        parts = (part.partition(":") for part in style.split(";") if part.strip())
        style = [(name.strip(), value.strip()) for name, _, value in parts]
    good = ((name, value) for name, value in style if not BAD.search(f"{name}{value}"))
    return " ".join(f"{name}: {value};" for name, value in good)
