"""Edited: what a script gets back of its data, of the same type, with what was changed in it.

Libraries are known by the module of a value's class, and none is loaded: whoever has a value has
loaded it. What cannot be made again comes back as a frame of pandas or, without that, as a dict of
lists.
"""

import contextlib
import copy
import dataclasses
import datetime as dt
import functools
import itertools
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from ostinato.data.arrow import sliced
from ostinato.data.column import Table
from ostinato.data.edited_values import EPOCH, is_clock, value_of
from ostinato.data.kinds import LIBRARIES, fields_of, is_mapping, is_row, is_series, library_of
from ostinato.data.values import values_of
from ostinato.values.edits import Cells, Edits


class Changes:
    """Edits with values of Python, by row and by column.

    Args:
        table: The data as a table.
        edits: What was changed.
        zones: The time zones in which moments are shown, by column, where they are not their own.
    """

    def __init__(self, table: Table, edits: Edits, zones: Mapping[int, dt.tzinfo] = {}) -> None:
        self.table = table
        self.edits = edits
        self.index = table.index_columns
        """How many columns name the rows."""
        self._zones = zones

    @functools.cached_property
    def by_column(self) -> dict[int, dict[int, Any]]:
        """The values that were set in the table, by column and row."""
        found: dict[int, dict[int, Any]] = {}
        for row, cells in self.edits.cells.items():
            for at, value in self._values(cells, row).items():
                found.setdefault(at, {})[row] = value
        return found

    @functools.cached_property
    def by_row(self) -> dict[int, Cells]:
        """The values that were set in the table, by row and column."""
        return {row: self._values(cells, row) for row, cells in self.edits.cells.items()}

    @functools.cached_property
    def added(self) -> list[Cells]:
        """The values of rows that were added."""
        return [self._values(cells) for cells in self.edits.added.values()]

    def kept(self, rows: Sequence[Any]) -> list[Any]:
        """Return the rows that were not deleted."""
        gone = {*self.edits.deleted}
        return [row for at, row in enumerate(rows) if at not in gone]

    def column(self, at: int, values: Sequence[Any]) -> list[Any]:
        """Return the values of a column, as they are now."""
        found = [*values]
        for row, value in self.by_column.get(at, {}).items():
            found[row] = value
        return self.kept(found) + [cells.get(at) for cells in self.added]

    def _values(self, cells: Cells, row: int | None = None) -> Cells:
        return {at: self._value(at, value, row) for at, value in cells.items()}

    def _value(self, at: int, value: Any, row: int | None) -> Any:
        column = self.table.columns[at]
        if column.kind == "datetime" and row is not None and is_clock(value):
            value = f"{self._day(at, row)}T{value}"
        found = value_of(value, column)
        zone = self._zones.get(at)
        if isinstance(found, dt.datetime) and found.tzinfo is not None and zone is not None:
            with contextlib.suppress(OverflowError):  # In the last hours that Python has.
                return found.replace(tzinfo=zone).astimezone(found.tzinfo)
        return found

    def _day(self, at: int, row: int) -> dt.date:
        """Return the day of a moment whose time was set."""
        [old] = values_of(sliced(self.table.columns[at].array, row, row + 1))
        return old.date() if isinstance(old, dt.datetime) else EPOCH


def edited(data: Any, changes: Changes) -> Any:
    """Return data as it is after some changes; what can be changed is a copy.

    Args:
        data: What the script has passed.
        changes: What was changed in it.
    """
    library = library_of(type(data), (*LIBRARIES, "pyarrow"))
    if library == "pandas":
        from ostinato.data.edited_frames import edited_pandas  # noqa: PLC0415  (if it is there)

        return edited_pandas(data, changes)
    if library in ("polars", "pyarrow"):
        from ostinato.data import edited_columns  # noqa: PLC0415  (if it is there)

        is_polars = library == "polars"
        change = edited_columns.edited_polars if is_polars else edited_columns.edited_pyarrow
        found = change(data, changes)
        return _other(changes) if found is None else found
    if library == "numpy":
        from ostinato.data.edited_arrays import edited_numpy  # noqa: PLC0415  (if it is there)

        return edited_numpy(data, changes)
    if isinstance(data, Mapping):
        return _mapping(data, changes)
    if isinstance(data, list | tuple | set | frozenset):
        return _rows(data, changes)
    return _other(changes)


def _rows(data: Any, changes: Changes) -> Any:
    """Return rows: records, lists, or single values."""
    rows = list(data)
    at_once: Callable[[Iterable[Any]], Any] = type(data) if type(data) in _BUILT else list
    fields = [fields_of(row) for row in rows]
    if rows and all(each is not None for each in fields):
        names = list(dict.fromkeys(itertools.chain.from_iterable(fields)))  # type: ignore[arg-type]
        return at_once(_records(rows, names, changes))
    if rows and all(map(is_row, rows)):
        return at_once(_lists(rows, changes))
    return at_once(changes.column(changes.index, rows))


def _records(rows: list[Any], names: Sequence[Any], changes: Changes) -> list[Any]:
    base, first = changes.index, rows[0]
    for row, cells in changes.by_row.items():
        rows[row] = _with(rows[row], {names[at - base]: value for at, value in cells.items()})
    added = [
        _made_like(first, {name: cells.get(at + base) for at, name in enumerate(names)})
        for cells in changes.added
    ]
    return [copy.copy(row) if isinstance(row, dict) else row for row in changes.kept(rows)] + added


_BUILT = (list, tuple, set, frozenset)


def _with(row: Any, values: Mapping[Any, Any]) -> Any:
    if isinstance(row, Mapping):
        return {**row, **values}
    if hasattr(row, "_replace"):
        return row._replace(**values)
    if dataclasses.is_dataclass(row):
        # As it is: what makes one may refuse values, or set other fields.
        return _filled(copy.copy(row), values)
    return {**(fields_of(row) or {}), **values}


def _made_like(row: Any, values: Mapping[Any, Any]) -> Any:
    if isinstance(row, Mapping):
        return dict(values)
    kind: Any = type(row)
    if dataclasses.is_dataclass(row):
        given = {field.name for field in dataclasses.fields(row) if field.init}
        try:
            made = kind(**{name: values[name] for name in values if name in given})
        except Exception:  # noqa: BLE001  (what makes one may refuse that a value is missing)
            return _filled(object.__new__(kind), values)
        return _filled(made, values)
    if hasattr(row, "_make"):
        return row._make(values.values())
    return dict(values)


def _filled(row: Any, values: Mapping[Any, Any]) -> Any:
    for name, value in values.items():
        object.__setattr__(row, name, value)
    return row


def _lists(rows: list[Any], changes: Changes) -> list[Any]:
    base, width, first = changes.index, len(changes.table.columns) - changes.index, rows[0]
    for row, cells in changes.by_row.items():
        values = [*rows[row]]
        values += [None] * (max(cells) - base + 1 - len(values))
        for at, value in cells.items():
            values[at - base] = value
        rows[row] = _like(rows[row], values)
    added = [_like(first, [cells.get(at + base) for at in range(width)]) for cells in changes.added]
    return [row if isinstance(row, tuple) else copy.copy(row) for row in changes.kept(rows)] + added


def _mapping(data: Mapping[Any, Any], changes: Changes) -> dict[Any, Any]:
    parts = list(data.values())
    if parts and all(map(is_mapping, parts)):
        return _rows_by_name(data, changes)
    base = changes.index
    if not any(is_series(part) for part in parts):
        names = changes.column(0, list(data))
        values = changes.column(base, parts)
        return dict(zip(names, values, strict=True))
    found = {}
    for at, (name, part) in enumerate(data.items(), base):
        found[name] = _column_like(part, changes, at)
    return found


def _column_like(part: Any, changes: Changes, at: int) -> Any:
    """Return a column of a dict as it is now, of the type that it was."""
    library = library_of(type(part), (*LIBRARIES, "pyarrow"))
    if library and len(part) == changes.table.rows:
        if library == "numpy" and not part.dtype.names:
            from ostinato.data.edited_arrays import edited_part  # noqa: PLC0415  (if it is there)

            return edited_part(part.copy(), changes, at)
        if library in ("polars", "pyarrow"):
            from ostinato.data import edited_columns  # noqa: PLC0415  (likewise)

            is_polars = library == "polars"
            set_in = edited_columns.edited_series if is_polars else edited_columns.edited_column
            return set_in(part, changes, at)
        if library == "pandas" and hasattr(part, "iloc"):
            from ostinato.data.edited_frames import edited_values  # noqa: PLC0415  (likewise)

            return edited_values(part, changes, at)
    return _like(part, changes.column(at, _long(part, changes.table)))


def _long(part: Any, table: Table) -> list[Any]:
    """Return the values of a column, as many as there are rows."""
    if not is_series(part):
        return [part] * table.rows
    values = list(part)
    return values + [None] * (table.rows - len(values))


def _like(part: Any, values: list[Any]) -> Any:
    """Return values as what they were in: a column, or a row."""
    library = library_of(type(part))
    if library == "pandas":
        series: Any = sys.modules["pandas"].Series
        return series(values, name=getattr(part, "name", None))
    if library == "numpy":
        from ostinato.data.edited_arrays import array_like  # noqa: PLC0415  (if it is there)

        return array_like(values, part.dtype)
    if library == "polars":
        return sys.modules["polars"].Series(part.name, values, strict=False)
    return type(part)(values) if type(part) in _BUILT else values


def _rows_by_name(data: Mapping[Any, Mapping[Any, Any]], changes: Changes) -> dict[Any, Any]:
    """Return a dict of dicts: the outer are columns, the inner are rows."""
    names = list(dict.fromkeys(name for part in data.values() for name in part))
    now = changes.column(0, names)
    found = {}
    for at, (title, part) in enumerate(data.items(), changes.index):
        values = changes.column(at, [part.get(name) for name in names])
        found[title] = {
            name: value
            for name, value in zip(now, values, strict=True)
            if value is not None or name in part
        }
    return found


def _other(changes: Changes) -> Any:
    """Return what is of no type that could be made again."""
    columns = changes.table.columns
    values = {at: changes.column(at, values_of(column.array)) for at, column in enumerate(columns)}
    names = [column.name for column in columns]
    plain = range(changes.index, len(columns))
    if find_spec("pandas") is None:
        return {names[at]: values[at] for at in plain}
    import pandas  # noqa: PLC0415  (what is of no other type is a frame, where there are any)

    frame = pandas.DataFrame({at: values[at] for at in plain})
    frame.columns = pandas.Index([names[at] for at in plain])
    if changes.index and not changes.table.has_plain_index:
        frame.index = pandas.Index(values[0], name=names[0] or None)
    return frame
