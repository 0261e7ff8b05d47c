"""Cells: the values of a column as text, for tables that the browser shows as they are."""

import datetime as dt
import decimal
import math
from collections.abc import Sequence
from typing import Any

from ostinato.data.column import Column
from ostinato.data.plain import text_of
from ostinato.data.values import values_of

NUMBERS = frozenset({"integer", "number", "decimal"})
"""Kinds of columns whose cells stand to the right."""

MARKDOWN = frozenset({"text", "category", "mixed", "empty"})
"""Kinds of columns in which a text may be Markdown."""

SMALL = 5e-5
"""Numbers below it would be shown as zero."""


def cells_of(column: Column) -> list[str | None]:
    """Return the text of each cell of a column; None for what is not there."""
    shown = [_text(value) for value in values_of(column.array)]
    if column.texts is None:
        return shown
    given = values_of(column.texts)
    return [one if other is None else other for one, other in zip(shown, given, strict=True)]


def _text(value: Any) -> str | None:
    if value is None:
        return None
    write = _WRITERS.get(type(value))
    return text_of(value) if write is None else write(value)


def _number(value: float) -> str | None:
    if math.isnan(value):
        return None
    if not math.isfinite(value):
        return "∞" if value > 0 else "-∞"
    if value and abs(value) < SMALL:
        return f"{value:.4e}"
    return f"{value:,.4f}"


def _moment(value: dt.datetime) -> str:
    parts = "milliseconds" if value.microsecond % 1000 == 0 else "microseconds"
    return value.isoformat(" ", parts if value.microsecond else "seconds")


def _bytes(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.hex(" ")


def _list(values: Sequence[Any]) -> str:
    return f"[{', '.join(map(_item, values))}]"


def _item(value: Any) -> str:
    if isinstance(value, list | dict):
        return str(_text(value))
    return repr(value) if isinstance(value, str | bytes | int | float | None) else text_of(value)


def _struct(value: dict[str, Any]) -> str:
    return f"{{{', '.join(f'{name!r}: {_item(one)}' for name, one in value.items())}}}"


_WRITERS: dict[type, Any] = {
    bool: lambda value: "true" if value else "false",
    float: _number,
    dt.datetime: _moment,
    dt.timedelta: str,
    decimal.Decimal: lambda value: f"{value:f}",
    bytes: _bytes,
    list: _list,
    dict: _struct,
}
