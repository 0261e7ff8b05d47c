"""Tables: whatever a script shows as a table, as columns of Arrow.

Libraries are known by the module of a value's class: whoever has a value has loaded it, and nothing
here loads one. What none of ours is asked for its first rows, by the methods that libraries of
tables have.
"""

import itertools
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ostinato.data.arrow import Array, copied, sliced
from ostinato.data.column import Column, Table
from ostinato.data.kinds import (
    COMPUTED,
    LAZY,
    copies_on_write,
    fields_of,
    is_in_arrow,
    is_lazy,
    is_mapping,
    is_of_numpy,
    is_of_pandas,
    is_of_polars,
    is_other_array,
    is_row,
    is_series,
    is_styler,
    is_values,
    library_of,
)
from ostinato.data.plain import column_of, text_of
from ostinato.errors import StreamlitDataframeConversionError

FIRST = 10_000
"""Rows that are shown of what has not been computed yet."""

ENDLESS = 1_000_000
"""Values that are taken from a generator."""


def table_of(value: Any, first: int = FIRST) -> Table:
    """Return anything as a table.

    Args:
        value: What the script shows.
        first: How many rows to take of what has not been computed yet.

    Raises:
        StreamlitDataframeConversionError: If it is nothing that has rows.
    """
    if value is None:
        return Table([], 0, has_names=False)
    for fits, make in _MAKERS:
        if fits(value):
            return make(value, first)
    return _of_other(value, first)


def _of_pandas(value: Any, first: int) -> Table:
    if is_styler(value):
        from ostinato.data.of_styler import table_of_styler  # noqa: PLC0415  (few are styled)

        return table_of_styler(value)
    from ostinato.data import of_pandas  # noqa: PLC0415  (needed by what has loaded it only)

    if not copies_on_write() or not hasattr(value, "iloc"):
        return of_pandas.table_of(value)
    shared = value.copy(deep=False)
    return of_pandas.table_of(shared)._replace(source=shared, is_borrowed=False)


def _of_numpy(value: Any, first: int) -> Table:
    from ostinato.data import of_numpy  # noqa: PLC0415  (needed by what has loaded it only)

    array = sys.modules["numpy"].asanyarray(value)
    columns = of_numpy.columns_of(array)
    rows = columns[0].array.length if columns else len(value)
    return Table(columns, rows, has_names=bool(array.dtype.names))


def _of_array(value: Any, first: int) -> Table:
    """Return an array of another library, such as PyTorch; one that is computed late, its start."""
    if not hasattr(value, "compute"):
        return table_of(value.__array__())
    table = table_of(value[: first + 1].__array__())
    return table if table.rows <= first else cut_off(table, first)._replace(of=-1)


def _of_polars(value: Any, first: int) -> Table:
    polars = sys.modules["polars"]
    if isinstance(value, polars.LazyFrame):
        # One more tells whether there are more.
        found = value.head(first + 1).collect()
        table = _of_polars(found.head(first), first)
        return table._replace(of=-1) if len(found) > first else table
    if isinstance(value, polars.Series):
        column = _of_polars_series(value)
        return Table([column._replace(name=value.name or "value")], len(value))
    columns = [_of_polars_series(series) for series in value.get_columns()]
    return Table(columns, len(value), is_borrowed=False)


def _of_polars_series(series: Any) -> Column:
    from ostinato.data.capsules import single  # noqa: PLC0415  (needed by what has such arrays)

    try:
        column = None if str(series.dtype) == "Object" else single(series, series.name)
    except Exception:  # noqa: BLE001  (of objects no library makes an array; each fails its own way)
        column = None
    return column or column_of(series.to_list(), series.name)


def _of_capsule(value: Any, first: int) -> Table:
    from ostinato.data import capsules  # noqa: PLC0415  (needed by what has such arrays)

    if not hasattr(value, "schema") or hasattr(value, "type"):
        column = capsules.single(value, "0")
        if column is not None and column.array.type.name != "struct":
            return Table([column], column.array.length)
    try:
        columns = capsules.columns_of(value)
    except capsules.Unreadable:
        return _of_values(value)
    columns = [_index_or_not(column) for column in columns]
    rows = _rows(columns, value)
    return Table(columns, rows, is_borrowed=False, counts_from_first=True)


def _of_values(value: Any) -> Table:
    """Return what has columns that we cannot read: it knows their values itself."""
    if hasattr(value, "to_pydict"):
        pairs = zip(value.column_names, value.columns, strict=True)
        columns = [column_of(values.to_pylist(), name) for name, values in pairs]
        return Table(columns, value.num_rows)
    return _of_iterable(value.to_pylist())


def _rows(columns: Sequence[Column], value: Any) -> int:
    return columns[0].array.length if columns else int(getattr(value, "num_rows", 0))


def _index_or_not(column: Column) -> Column:
    """Return a column; one that pandas has put there for an index without a name is one."""
    if column.name.startswith("__index_level_") and column.name.endswith("__"):
        return column._replace(name="", is_index=True)
    return column


def _of_lazy(value: Any, first: int) -> Table:
    if hasattr(value, "fetchmany") and hasattr(value, "description"):
        return _of_cursor(value, first)
    if hasattr(value, "to_dataframe"):
        return table_of(_labelled(value), first)
    head = _head(value, first + 1)
    found = _computed(head)
    table = table_of(found, first)
    if table.rows <= first or head is value:
        return table
    return cut_off(table, first)


def _of_cursor(cursor: Any, first: int) -> Table:
    """Return what a cursor of a database, or a relation of DuckDB, has."""
    names = [text_of(each[0]) for each in cursor.description or ()]
    rows = [tuple(row) for row in cursor.fetchmany(first + 1)]
    columns = [
        column_of([row[place] for row in rows[:first]], name) for place, name in enumerate(names)
    ]
    is_cut = len(rows) > first
    return Table(columns, min(len(rows), first), of=-1 if is_cut else None)


def _labelled(value: Any) -> Any:
    """Return what has labels, as xarray makes it, as a frame; its values may have no name."""
    has_no_name = getattr(value, "name", "") is None
    return value.to_dataframe(name="value") if has_no_name else value.to_dataframe()


def _head(value: Any, count: int) -> Any:
    """Return the first rows, not computed if the library computes late."""
    if hasattr(value, "npartitions"):
        return value.head(count, npartitions=-1)
    for name in LAZY:
        method = getattr(value, name, None)
        if callable(method):
            return method(count)
    return value


def _computed(value: Any) -> Any:
    if hasattr(value, "compute"):
        value = value.compute()
    if library_of(type(value)):
        return value
    if hasattr(value, "__arrow_c_stream__"):
        return _Stream(value)
    if hasattr(value, "_to_pandas"):
        return value._to_pandas()  # noqa: SLF001  (the only door that Modin has)
    for name in COMPUTED:
        method = getattr(value, name, None)
        if callable(method):
            return method()
    return value


class _Stream:
    """What hands on its rows, and nothing else of a library."""

    def __init__(self, value: Any) -> None:
        self.__arrow_c_stream__ = value.__arrow_c_stream__


def cut_off(table: Table, rows: int) -> Table:
    """Return the first rows of a table, which says that there were more."""
    cut = _changed(table, lambda array: sliced(array, 0, rows))
    return cut._replace(rows=rows, of=table.rows)


def copied_table(table: Table) -> Table:
    """Return a table in memory of its own: what the script does to its data changes it no more."""
    return _changed(table, copied)._replace(is_borrowed=False)


def _changed(table: Table, change: Callable[[Array], Array]) -> Table:
    columns = [
        column._replace(
            array=change(column.array),
            texts=None if column.texts is None else change(column.texts),
            looks=None if column.looks is None else change(column.looks),
        )
        for column in table.columns
    ]
    return table._replace(columns=columns)


def _of_mapping(value: Mapping[Any, Any], first: int) -> Table:
    """Return columns by name; of plain values, rows by name."""
    parts = list(value.values())
    if parts and all(map(is_mapping, parts)):
        return _of_rows_by_name(value)
    if not any(is_series(part) for part in parts):
        names = column_of([text_of(name) for name in value], "")._replace(is_index=True)
        columns = [names, column_of(parts, "value")]
        columns = columns if parts else []
        return Table(columns, len(parts), has_plain_index=not parts, has_names=False)
    columns = [_series(part, text_of(name)) for name, part in value.items()]
    rows = max(column.array.length for column in columns)
    return Table(
        [_as_long(column, part, rows) for column, part in zip(columns, parts, strict=True)], rows
    )


def _series(part: Any, name: str) -> Column:
    if not is_series(part):
        return column_of([part], name)
    if library_of(type(part)):
        columns = [column for column in table_of(part).columns if not column.is_index]
        if len(columns) == 1:
            return columns[0]._replace(name=name)
    elif is_in_arrow(part):
        from ostinato.data.capsules import single  # noqa: PLC0415  (needed by what has such arrays)

        if (column := single(part, name)) is not None:
            return column
    return column_of(_taken(part), name)


def _as_long(column: Column, part: Any, rows: int) -> Column:
    """Return a column with as many values as the longest: one that stands for all, or none."""
    if column.array.length == rows:
        return column
    from ostinato.data.values import values_of  # noqa: PLC0415  (rarely needed)

    values = values_of(column.array)
    missing = rows - len(values)
    values += values * missing if not is_series(part) else [None] * missing
    return column_of(values, column.name)


def _of_rows_by_name(value: Mapping[Any, Any]) -> Table:
    """Return a table of a dict of dicts: the outer are columns, the inner are rows."""
    names = list(dict.fromkeys(itertools.chain.from_iterable(value.values())))
    index = column_of([text_of(name) for name in names], "")._replace(is_index=True)
    columns = [
        column_of([part.get(name) for name in names], text_of(title))
        for title, part in value.items()
    ]
    return Table([index, *columns], len(names), has_plain_index=False)


def _taken(values: Iterable[Any]) -> Sequence[Any]:
    if isinstance(values, list | tuple):
        return values
    return list(itertools.islice(values, ENDLESS))


def _of_iterable(values: Iterable[Any], first: int = FIRST) -> Table:
    rows = _taken(values)
    fields = [fields_of(row) for row in rows]
    if rows and all(field is not None for field in fields):
        return _of_records(fields)  # type: ignore[arg-type]
    if rows and all(is_row(row) for row in rows):
        return _of_lists(rows)
    return Table([column_of(rows, "value")] if rows else [], len(rows), has_names=False)


def _of_records(rows: Sequence[Mapping[Any, Any]]) -> Table:
    names = list(dict.fromkeys(itertools.chain.from_iterable(rows)))
    columns = [column_of([row.get(name) for row in rows], text_of(name)) for name in names]
    return Table(columns, len(rows))


def _of_lists(rows: Sequence[Sequence[Any]]) -> Table:
    width = max(map(len, rows))
    columns = [
        column_of([row[at] if at < len(row) else None for row in rows], str(at))
        for at in range(width)
    ]
    return Table(columns, len(rows), has_names=False)


def _of_other(value: Any, first: int) -> Table:
    """Return what has another form of itself, or is one value."""
    if hasattr(value, "__dataframe__") and "pandas" in sys.modules:
        exchange = sys.modules["pandas"].api.interchange
        return table_of(exchange.from_dataframe(value), first)
    raise StreamlitDataframeConversionError(
        f"a table must be made of rows or columns, got {text_of(value)[:100]!r}: pass a frame, an"
        " array, a dict or a list"
    )


_MAKERS: Sequence[tuple[Callable[[Any], bool], Callable[[Any, int], Table]]] = (
    (is_of_pandas, _of_pandas),
    (is_of_numpy, _of_numpy),
    (is_of_polars, _of_polars),
    (is_in_arrow, _of_capsule),
    (is_lazy, _of_lazy),
    (is_other_array, _of_array),
    (lambda value: isinstance(value, Mapping), _of_mapping),
    (is_values, _of_iterable),
)
"""How each kind of thing becomes a table: the first that fits."""
