"""Absent text: what a value that cannot be shown yet would show, as plain text."""

import reprlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from ostinato.wire.text import sendable

MOST_ROWS = 10
MOST_COLUMNS = 20

LONGEST = 4_000
"""Characters of text."""

LONGEST_VALUE = 60
"""Characters of a value in it."""


def table_text(data: Any) -> str:
    """Return the first rows of a table, list or dict; nothing for anything else."""
    return _safely(_table, data)


def _safely(write: Callable[[Any], str], data: Any) -> str:
    try:
        text = sendable(write(data))
    except Exception:  # noqa: BLE001  (the data may be of any library, and what is in it of any)
        return ""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _table(data: Any) -> str:
    if type(data).__name__ == "Styler":
        data = data.data
    if hasattr(data, "to_string") and hasattr(data, "head"):
        given = {"max_cols": MOST_COLUMNS} if getattr(data, "ndim", 1) > 1 else {}
        return _rows(str(data.head(MOST_ROWS).to_string(**given)), len(data))
    if hasattr(data, "head") or hasattr(data, "shape"):
        some = data.head(MOST_ROWS) if hasattr(data, "head") else data[:MOST_ROWS]
        return _rows(str(some), len(data))
    if isinstance(data, Mapping):
        lines = [f"{_shown(key)}: {_shown(data[key])}" for key in islice(data, MOST_ROWS)]
        return _rows("\n".join(lines), len(data))
    if isinstance(data, Sequence | set | frozenset) and not isinstance(data, str | bytes):
        return _rows("\n".join(map(_line, islice(data, MOST_ROWS))), len(data))
    return ""


def _line(row: Any) -> str:
    """Return one row of a list: a dict by its items, another series by what is in it."""
    if isinstance(row, Mapping):
        pairs = islice(row.items(), MOST_COLUMNS)
        return "  ".join(f"{_shown(key)}: {_shown(value)}" for key, value in pairs)
    if isinstance(row, Iterable) and not isinstance(row, str | bytes):
        return "  ".join(map(_shown, islice(row, MOST_COLUMNS)))
    return _shown(row)


def _rows(text: str, count: int) -> str:
    """Return text with the number of rows below it, if not all are shown."""
    return text if count <= MOST_ROWS else f"{text}\n... {count:,} in all"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}..."
    short = reprlib.Repr()
    short.maxstring = short.maxother = LONGEST_VALUE
    is_number = hasattr(value, "__float__") and not isinstance(value, Iterable)
    return str(value)[:LONGEST_VALUE] if is_number else short.repr(value)
