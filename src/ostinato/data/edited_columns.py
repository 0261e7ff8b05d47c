"""Edited columns: those of Polars and Arrow, with what was changed in them.

What was not touched is moved, never made again: not all of it is a value of Python. A column whose
type has no room for a value takes the one that its library finds for all of them.

Nothing here imports a library: whoever has a column has loaded it.
"""

import itertools
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from ostinato.data.edited import Changes
from ostinato.data.plain import text_of
from ostinato.data.same import in_utc, is_same


def edited_polars(data: Any, changes: Changes) -> Any:
    """Return a frame or a series with its changes; None for anything else."""
    polars = sys.modules["polars"]
    if isinstance(data, polars.Series):
        return _frame_of_polars(data.to_frame(), changes).to_series()
    if isinstance(data, polars.LazyFrame):
        data = data.head(changes.table.rows).collect()
    if not isinstance(data, polars.DataFrame):
        return None
    return _frame_of_polars(data, changes)


def _frame_of_polars(frame: Any, changes: Changes) -> Any:
    polars, base = sys.modules["polars"], changes.index
    for at, cells in changes.by_column.items():
        frame = frame.with_columns(series_with(frame.to_series(at - base), cells))
    frame = _kept(frame, changes)
    if changes.added:
        columns = frame.get_columns()
        more = [
            [cells.get(at) for cells in changes.added] for at in range(base, base + len(columns))
        ]
        frame = polars.DataFrame(list(map(_joined, columns, more)))
    return frame


def edited_series(series: Any, changes: Changes, at: int) -> Any:
    """Return a series of Polars that is one column, as it is now."""
    found = _kept(series_with(series, changes.by_column.get(at, {})), changes)
    return _joined(found, [cells.get(at) for cells in changes.added])


def _kept(data: Any, changes: Changes) -> Any:
    """Return a frame or a series without the rows that were deleted."""
    if not changes.edits.deleted:
        return data
    gone = {*changes.edits.deleted}
    return data.filter(sys.modules["polars"].Series([row not in gone for row in range(len(data))]))


def series_with(series: Any, cells: Mapping[int, Any]) -> Any:
    """Return a series of Polars in which some values are others."""
    if not cells:
        return series
    places = sys.modules["polars"].int_range(len(series), eager=True)
    places = places.scatter([*cells], range(len(series), len(series) + len(cells)))
    return _joined(series, [*cells.values()]).gather(places)


def _joined(series: Any, now: Sequence[Any]) -> Any:
    polars, name = sys.modules["polars"], series.name
    if not now:
        return series
    try:
        more = polars.Series(name, [in_utc(value) for value in now], dtype=series.dtype)
        if all(map(is_same, now, more.to_list())):
            return polars.concat([series, more])
    except Exception:  # noqa: BLE001  (Polars refuses values in many ways)
        pass
    values = [*series.to_list(), *now]
    try:
        found = polars.Series(name, values)
        if all(map(is_same, values, found.to_list())):
            return found
    except Exception:  # noqa: BLE001  (likewise)
        pass
    return polars.Series(name, values, dtype=polars.Object)


def edited_pyarrow(data: Any, changes: Changes) -> Any:
    """Return a table or a column with its changes; None for anything else."""
    pyarrow = sys.modules["pyarrow"]
    if isinstance(data, pyarrow.RecordBatch):
        data = pyarrow.Table.from_batches([data])
    if isinstance(data, pyarrow.Array | pyarrow.ChunkedArray):
        is_struct = pyarrow.types.is_struct(data.type)
        return None if is_struct else edited_column(data, changes, len(changes.table.columns) - 1)
    return _table_of_pyarrow(data, changes) if isinstance(data, pyarrow.Table) else None


def edited_column(data: Any, changes: Changes, at: int) -> Any:
    """Return an array of Arrow that is one column, as it is now."""
    pyarrow = sys.modules["pyarrow"]
    if isinstance(data, pyarrow.ChunkedArray):
        return _column_of_pyarrow(data, changes, at)
    return _column_of_pyarrow(pyarrow.chunked_array([data]), changes, at).combine_chunks()


def _table_of_pyarrow(table: Any, changes: Changes) -> Any:
    pyarrow = sys.modules["pyarrow"]
    if not changes.edits:
        return table
    # Its columns are the last of ours, in order: what names rows may be one of them.
    base = len(changes.table.columns) - table.num_columns
    fields, columns = [], []
    for at, (field, column) in enumerate(zip(table.schema, table.columns, strict=True), base):
        now = [*changes.by_column.get(at, {}).values()]
        now += [cells.get(at) for cells in changes.added]
        found = _column_of_pyarrow(column, changes, at)
        is_nullable = field.nullable or None in now
        fields.append(field.with_type(found.type).with_nullable(is_nullable))
        columns.append(found)
    return pyarrow.table(columns, schema=pyarrow.schema(fields, metadata=table.schema.metadata))


def _column_of_pyarrow(column: Any, changes: Changes, at: int) -> Any:
    """Return a column of Arrow as it is now."""
    cells = changes.by_column.get(at, {})
    gone = {*changes.edits.deleted}
    rows = len(column)
    added = [cells.get(at) for cells in changes.added]
    joined = _joined_in_arrow(column, [*cells.values(), *added])
    if not cells and not gone:
        return joined
    new = dict(zip(cells, itertools.count(rows)))
    places = [new.get(row, row) for row in range(rows) if row not in gone]
    places += range(rows + len(cells), len(joined))
    try:
        return joined.take(sys.modules["pyarrow"].array(places, type="int64"))
    except NotImplementedError:
        return _sliced(joined, places)


def _sliced(column: Any, places: Sequence[int]) -> Any:
    """Return some places of a column whose values Arrow cannot take one by one."""
    parts = []
    for _at, run in itertools.groupby(enumerate(places), lambda each: each[1] - each[0]):
        start, *rest = [place for _at, place in run]
        parts += column.slice(start, 1 + len(rest)).chunks
    return sys.modules["pyarrow"].chunked_array(parts, type=column.type)


def _joined_in_arrow(column: Any, now: Sequence[Any]) -> Any:
    pyarrow = sys.modules["pyarrow"]
    if not now:
        return column
    utc = [in_utc(value) for value in now]
    try:
        more = _made_in_arrow(utc, column)
        if all(map(is_same, now, values_in_arrow(more))):
            return pyarrow.chunked_array([*column.chunks, more], type=column.type)
    except (pyarrow.ArrowException, TypeError, ValueError, OverflowError):
        pass
    values = [*values_in_arrow(column), *utc]
    try:
        found = pyarrow.array(values)
        if all(map(is_same, values, values_in_arrow(found))):
            return pyarrow.chunked_array([found])
    except (pyarrow.ArrowException, TypeError, ValueError, OverflowError):
        pass
    texts = [None if value is None else text_of(value) for value in values]
    return pyarrow.chunked_array([pyarrow.array(texts, type=pyarrow.string())])


def _made_in_arrow(values: Sequence[Any], column: Any) -> Any:
    """Return values as an array of the type of a column; as categories, if it has them."""
    pyarrow = sys.modules["pyarrow"]
    if pyarrow.types.is_dictionary(column.type) and column.num_chunks:
        known = column.chunk(0).dictionary
        places = {value: at for at, value in enumerate(known.to_pylist())}
        if all(value is None or value in places for value in values):
            indices = pyarrow.array(map(places.get, values), type=column.type.index_type)
            made = pyarrow.DictionaryArray.from_arrays
            return made(indices, known, ordered=column.type.ordered)
    return pyarrow.array(values, type=column.type)


def values_in_arrow(column: Any) -> list[Any]:
    """Return the values of a column as those of Python, which has no nanoseconds."""
    types = sys.modules["pyarrow"].types
    if types.is_timestamp(column.type) and column.type.unit == "ns":
        micros = sys.modules["pyarrow"].timestamp("us", column.type.tz)
        column = column.cast(micros, safe=False)
    found: list[Any] = column.to_pylist()
    return found
