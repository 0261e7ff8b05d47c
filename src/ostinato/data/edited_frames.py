"""Edited frames: frames and arrays of libraries, with what was changed in them.

Nothing here imports a library: whoever has a frame has loaded it.
"""

import sys
from collections.abc import Sequence
from typing import Any

from ostinato.data.edited import Changes
from ostinato.data.kinds import copies_on_write, is_styler
from ostinato.wire.frames import EXACT


def edited_pandas(data: Any, changes: Changes) -> Any:
    """Return a frame or a series with its changes; of anything else, a frame."""
    pandas = sys.modules["pandas"]
    if is_styler(data):
        data = data.data
    if isinstance(data, pandas.Series):
        name = data.name
        frame = _frame(data.to_frame(0), changes)
        return frame.iloc[:, 0].rename(name)
    if isinstance(data, pandas.DataFrame):
        return _frame(data, changes)
    if isinstance(data, pandas.Index):
        return _frame(data.to_frame(index=False), changes)
    values = pandas.Series(data)
    return _frame(values.to_frame(), changes)


def _frame(frame: Any, changes: Changes) -> Any:
    pandas = sys.modules["pandas"]
    base, edits = changes.index, changes.edits
    by_column = changes.by_column
    if not edits.added and not edits.deleted and min(by_column, default=base) >= base:
        made = frame.copy(deep=not copies_on_write())
        for at, cells in by_column.items():
            values = _with(_own(frame.iloc[:, at - base]), cells)
            made.isetitem(at - base, pandas.Series(values, index=frame.index, dtype=values.dtype))
        return made
    index = _index(frame, changes)
    columns = [_set(_own(frame.iloc[:, at]), changes, at + base) for at in range(frame.shape[1])]
    # Each keeps its type, also where pandas would guess another from the values.
    series = [pandas.Series(values, index=index, dtype=values.dtype) for values in columns]
    made = pandas.DataFrame(dict(enumerate(series)), index=index)
    made.columns = frame.columns
    made.attrs = frame.attrs
    return made


def _own(series: Any) -> Any:
    """Return the values of a column, as numpy has them if it does."""
    values = series.array
    return values.to_numpy() if _is_of_numpy(values) else values


def _is_of_numpy(values: Any) -> bool:
    return isinstance(values, sys.modules["pandas"].arrays.NumpyExtensionArray)


def _set(values: Any, changes: Changes, at: int) -> Any:
    """Return the values of a column, as they are now, of the type that they were if that can be."""
    edits = changes.edits
    found = _with(values, changes.by_column.get(at, {}))
    if edits.deleted:
        found = found[_mask(len(found), edits.deleted)]
    if edits.added:
        found = _joined(found, [cells.get(at) for cells in changes.added])
    return found


def _with(values: Any, changed: dict[int, Any]) -> Any:
    if not changed:
        return values.copy()
    rows, now = [*changed], [*changed.values()]
    found = _widened(values, now).copy()
    try:
        found[rows] = _as_array(now, found.dtype)
    except (TypeError, ValueError, OverflowError):
        found = _objects(found)
        found[rows] = _objects(now)
    return found


def _joined(values: Any, added: list[Any]) -> Any:
    pandas = sys.modules["pandas"]
    found = _widened(values, added)
    try:
        more = _as_array(added, found.dtype)
    except (TypeError, ValueError, OverflowError):
        found, more = _objects(found), _objects(added)
    both = [pandas.Series(each, dtype=each.dtype) for each in (found, more)]
    return _own(pandas.concat(both, ignore_index=True))


def _widened(values: Any, now: Sequence[Any]) -> Any:
    """Return values of a type that has none, if that is needed: numbers and flags may have none."""
    numpy = sys.modules["numpy"]
    if not isinstance(values, numpy.ndarray) or None not in now:
        return values
    if values.dtype.kind in "iu":
        is_exact = not len(values) or max(int(values.max()), -int(values.min())) <= EXACT
        return values.astype("float64") if is_exact else _as_array(values, "Int64")
    return _objects(values) if values.dtype.kind == "b" else values


def _objects(values: Any) -> Any:
    found = sys.modules["numpy"].empty(len(values), dtype=object)
    found[:] = [*values]
    return found


def _as_array(now: Sequence[Any], dtype: Any) -> Any:
    pandas, numpy = sys.modules["pandas"], sys.modules["numpy"]
    kind = getattr(dtype, "kind", "")
    if isinstance(dtype, numpy.dtype) and kind not in "mM":
        if kind == "O":
            return _objects(now)
        return numpy.array([float("nan") if one is None else one for one in now], dtype=dtype)
    if isinstance(dtype, pandas.CategoricalDtype):
        known = {*dtype.categories}
        if any(one is not None and one not in known for one in now):
            raise ValueError("there is no such category")
        return pandas.Categorical([*now], dtype=dtype)
    if isinstance(dtype, pandas.DatetimeTZDtype):
        moments = [pandas.NaT if one is None else pandas.Timestamp(one) for one in now]
        return pandas.array(moments, dtype=dtype)
    return pandas.array([*now], dtype=dtype)


def _mask(rows: int, deleted: Sequence[int]) -> Any:
    mask = sys.modules["numpy"].ones(rows, dtype=bool)
    mask[list(deleted)] = False
    return mask


def _index(frame: Any, changes: Changes) -> Any:
    """Return the index as it is now; of one that counts, rows that were added count on."""
    pandas, edits, index = sys.modules["pandas"], changes.edits, frame.index
    names = range(changes.index)
    is_plain = isinstance(index, pandas.RangeIndex)
    if is_plain or not changes.index:
        kept = index[_mask(len(index), edits.deleted)] if edits.deleted else index
        if not edits.added:
            return kept
        step = index.step if is_plain else 1
        start = index.start if is_plain else 0
        first = index[-1] + step if len(index) else start
        if not edits.deleted:
            stop = first + step * len(edits.added)
            return pandas.RangeIndex(start, stop, step, name=index.name)
        more = [first + step * at for at in range(len(edits.added))]
        return pandas.Index([*kept, *more], name=index.name)
    levels = [
        pandas.Index(_set(_own(index.get_level_values(at)), changes, at), name=index.names[at])
        for at in names
    ]
    if len(levels) == 1:
        return levels[0]
    return pandas.MultiIndex.from_arrays(levels, names=index.names)


def edited_numpy(data: Any, changes: Changes) -> Any:
    """Return an array with its changes."""
    numpy = sys.modules["numpy"]
    array = data.copy()
    if not changes.edits:
        return array
    if array.dtype.names:
        return _records(array, changes)
    base, columns = changes.index, changes.by_column
    flat = array.reshape(len(array), -1) if array.size else array.reshape(len(array), 1)
    now = [value for cells in columns.values() for value in cells.values()]
    added = [[row.get(base + at) for at in range(flat.shape[1])] for row in changes.added]
    now += [value for row in added for value in row]
    flat = _wide(flat, now)
    for at, cells in columns.items():
        for row, value in cells.items():
            flat[row, at - base] = _none_as(value, flat.dtype)
    if changes.edits.deleted:
        flat = numpy.delete(flat, list(changes.edits.deleted), axis=0)
    if added:
        more = numpy.empty((len(added), flat.shape[1]), dtype=flat.dtype)
        for row, values in enumerate(added):
            more[row] = [_none_as(value, flat.dtype) for value in values]
        flat = numpy.concatenate([flat, more])
    return flat.reshape(-1) if array.ndim < 2 else flat.reshape(-1, *array.shape[1:])


def _none_as(value: Any, dtype: Any) -> Any:
    if value is None:
        return float("nan") if dtype.kind == "f" else "NaT" if dtype.kind in "mM" else None
    return value


def _wide(array: Any, now: Sequence[Any]) -> Any:
    """Return an array that has room for new values."""
    numpy, kind = sys.modules["numpy"], array.dtype.kind
    if None in now and kind in "iub":
        array = array.astype(object if kind == "b" else float)
    if kind == "U":
        longest = max((len(value) for value in now if isinstance(value, str)), default=0)
        if None in now:
            return array.astype(object)
        if longest * 4 > array.dtype.itemsize:
            return array.astype(f"U{longest}")
    for value in now:
        if value is not None and kind in "iuf" and not isinstance(value, int | float):
            return array.astype(object)
    return array if array.flags.writeable else numpy.array(array)


def _records(array: Any, changes: Changes) -> Any:
    numpy, base = sys.modules["numpy"], changes.index
    names = array.dtype.names
    for at, cells in changes.by_column.items():
        for row, value in cells.items():
            array[names[at - base]][row] = _none_as(value, array.dtype[names[at - base]])
    if changes.edits.deleted:
        array = numpy.delete(array, list(changes.edits.deleted))
    more = numpy.zeros(len(changes.added), dtype=array.dtype)
    for row, cells in enumerate(changes.added):
        for at, value in cells.items():
            more[names[at - base]][row] = _none_as(value, array.dtype[names[at - base]])
    return numpy.concatenate([array, more])


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
        series = frame.to_series(at - base)
        values = series.to_list()
        for row, value in cells.items():
            values[row] = value
        made = polars.Series(series.name, values, dtype=series.dtype, strict=False)
        frame = frame.with_columns(made)
    if changes.edits.deleted:
        gone = {*changes.edits.deleted}
        frame = frame.filter(polars.Series([row not in gone for row in range(len(frame))]))
    if changes.added:
        more = {
            name: polars.Series(
                name, [cells.get(at) for cells in changes.added], dtype=dtype, strict=False
            )
            for at, (name, dtype) in enumerate(frame.schema.items(), base)
        }
        frame = frame.vstack(polars.DataFrame(more))
    return frame


def edited_pyarrow(data: Any, changes: Changes) -> Any:
    """Return a table or a column with its changes; None for anything else."""
    pyarrow = sys.modules["pyarrow"]
    if isinstance(data, pyarrow.RecordBatch):
        data = pyarrow.Table.from_batches([data])
    if isinstance(data, pyarrow.Array | pyarrow.ChunkedArray):
        if pyarrow.types.is_struct(data.type):
            return None
        table = pyarrow.table({"value": data})
        return _table_of_pyarrow(table, changes).column(0).combine_chunks()
    return _table_of_pyarrow(data, changes) if isinstance(data, pyarrow.Table) else None


def _table_of_pyarrow(table: Any, changes: Changes) -> Any:
    pyarrow = sys.modules["pyarrow"]
    # Its columns are those of ours, in order: what names rows is one of them.
    for at, cells in changes.by_column.items():
        field = table.schema.field(at)
        values = table.column(at).to_pylist()
        for row, value in cells.items():
            values[row] = value
        table = table.set_column(at, field, pyarrow.array(values, type=field.type))
    if changes.edits.deleted:
        gone = {*changes.edits.deleted}
        table = table.filter(pyarrow.array([row not in gone for row in range(table.num_rows)]))
    if changes.added:
        arrays = [
            pyarrow.array([cells.get(at) for cells in changes.added], type=field.type)
            for at, field in enumerate(table.schema)
        ]
        table = pyarrow.concat_tables([table, pyarrow.table(arrays, schema=table.schema)])
    return table
