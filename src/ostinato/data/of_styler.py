"""Of styler: what a Styler of pandas says of cells: their texts, and how they look.

It says so in HTML, the one form that it documents.
"""

import html
import re
from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from ostinato.data.arrow import Array, Type
from ostinato.data.column import Column, Table
from ostinato.data.of_pandas import table_of
from ostinato.data.plain import texts
from ostinato.wire.frames import Look

_CELL = re.compile(r'<td id="T_x_row(\d+)_col(\d+)"[^>]*>(.*?)</td>', re.DOTALL)
_RULE = re.compile(r"((?:#T_x_row\d+_col\d+\s*,?\s*)+)\{([^}]*)\}")
_PLACE = re.compile(r"_row(\d+)_col(\d+)")
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
    page = styler.to_html(table_uuid="x", sparse_index=False, sparse_columns=False)
    usual = type(styler)(styler.data).to_html(table_uuid="x")
    shown, plain = dict(_cells(page)), dict(_cells(usual))
    changed = {place: text for place, text in shown.items() if text != plain.get(place)}
    looks = list(dict.fromkeys(look for _place, look in _looks(page)))[:MOST_LOOKS]
    numbers = {look: number for number, look in enumerate(looks, 1)}
    places = {place: numbers.get(look, 0) for place, look in _looks(page)}
    start = sum(column.is_index for column in table.columns)
    columns = [
        column if at < start else _styled(column, at - start, changed, places)
        for at, column in enumerate(table.columns)
    ]
    return table._replace(columns=columns, looks=looks)


def _cells(page: str) -> Iterator[tuple[Place, str]]:
    for found in _CELL.finditer(page):
        yield (int(found[1]), int(found[2])), html.unescape(found[3])


def _looks(page: str) -> Iterator[tuple[Place, Look]]:
    style = page.partition("</style>")[0]
    for rule in _RULE.finditer(style):
        fields = dict(_declarations(rule[2]))
        if fields:
            look = Look(**fields)
            for place in _PLACE.finditer(rule[1]):
                yield (int(place[1]), int(place[2])), look


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        field = _FIELDS.get(name.strip().lower())
        if field is not None and value.strip():
            yield field, value.strip()


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
