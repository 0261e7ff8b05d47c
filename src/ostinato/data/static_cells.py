"""Static cells: the values of a column as numbers and texts, for tables shown as they are."""

import datetime as dt
import decimal
import math
from collections.abc import Sequence
from typing import Any, Literal

from ostinato.data.column import Column
from ostinato.data.plain import text_of
from ostinato.data.values import values_of
from ostinato.wire.frames import EXACT

CellKind = Literal["text", "plain", "integer", "number"]
"""What the cells of a column are: Markdown, text that means itself, and numbers, to the right."""

Cell = str | int | float | bool | None

KINDS: dict[str, CellKind] = {
    "integer": "integer",
    "decimal": "integer",
    "number": "number",
    "text": "text",
    "category": "text",
    "mixed": "text",
    "empty": "text",
}


def kind_of(column: Column) -> CellKind:
    """Return what the cells of a column are."""
    return KINDS.get(column.kind, "plain")


def cells_of(column: Column) -> list[Cell]:
    """Return the cells of a column: numbers, texts, and None for what is not there."""
    shown = [_cell(value) for value in values_of(column.array)]
    if column.texts is None:
        return shown
    given = values_of(column.texts)
    return [one if other is None else other for one, other in zip(shown, given, strict=True)]


def _cell(value: Any) -> Cell:
    if value is None:
        return None
    write = _WRITERS.get(type(value))
    return text_of(value) if write is None else write(value)


def _whole(value: int) -> int | str:
    return value if abs(value) <= EXACT else str(value)


def _number(value: float) -> float | str | None:
    if math.isfinite(value):
        return value
    return None if math.isnan(value) else "∞" if value > 0 else "-∞"


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
        return str(_cell(value))
    return repr(value) if isinstance(value, str | bytes | int | float | None) else text_of(value)


def _struct(value: dict[str, Any]) -> str:
    return f"{{{', '.join(f'{name!r}: {_item(one)}' for name, one in value.items())}}}"


_WRITERS: dict[type, Any] = {
    bool: bool,
    int: _whole,
    float: _number,
    dt.datetime: _moment,
    dt.timedelta: str,
    decimal.Decimal: lambda value: f"{value:f}",
    bytes: _bytes,
    list: _list,
    dict: _struct,
}
