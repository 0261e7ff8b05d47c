"""Edited frames: those of pandas, with what was changed in them.

Nothing here imports the library: whoever has a frame has loaded it.
"""

import sys
from collections.abc import Sequence
from typing import Any

from ostinato.data.edited import Changes
from ostinato.data.kinds import copies_on_write, is_styler
from ostinato.data.same import is_same
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


def edited_values(series: Any, changes: Changes, at: int) -> Any:
    """Return a series that is one column of a dict, as it is now; counted, if rows are others."""
    values = _set(_own(series), changes, at)
    is_alike = not changes.edits.added and not changes.edits.deleted
    index = series.index if is_alike else None
    return sys.modules["pandas"].Series(values, index, values.dtype, series.name)


def _own(series: Any) -> Any:
    """Return the values of a column, as numpy has them if it does."""
    values = series.array
    return values.to_numpy() if _is_of_numpy(values) else values


def _is_of_numpy(values: Any) -> bool:
    # Its texts are of a class below it, but of a type of their own.
    return type(values) is sys.modules["pandas"].arrays.NumpyExtensionArray


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
        found[rows] = _fitting(now, found.dtype)
    except _UNFIT:
        found = _objects(found)
        found[rows] = _objects(now)
    return found


def _joined(values: Any, added: list[Any]) -> Any:
    pandas = sys.modules["pandas"]
    found = _widened(values, added)
    try:
        more = _fitting(added, found.dtype)
    except _UNFIT:
        found, more = _objects(found), _objects(added)
    both = [pandas.Series(each, dtype=each.dtype) for each in (found, more)]
    return _own(pandas.concat(both, ignore_index=True))


def _widened(values: Any, now: Sequence[Any]) -> Any:
    """Return values of a type with room for none, or for numbers that are large, if need be."""
    numpy = sys.modules["numpy"]
    if not isinstance(values, numpy.ndarray):
        return values
    kind, size = values.dtype.kind, values.dtype.itemsize
    if kind == "f" and size < 8 and any(_is_large(one, values.dtype) for one in now):
        return values.astype("float64")
    if None not in now or kind not in "iub":
        return values
    if kind == "b":
        return _objects(values)
    ends = [int(values.max()), int(values.min())] if len(values) else []
    is_exact = all(one is None or abs(one) <= EXACT for one in [*ends, *now])
    return (
        values.astype("float64") if is_exact else _as_array(values, f"{'U' * (kind == 'u')}Int64")
    )


def _is_large(one: Any, dtype: Any) -> bool:
    return isinstance(one, float) and abs(one) > float(sys.modules["numpy"].finfo(dtype).max)


def _objects(values: Any) -> Any:
    found = sys.modules["numpy"].empty(len(values), dtype=object)
    found[:] = [*values]
    return found


_UNFIT = (TypeError, ValueError, OverflowError, NotImplementedError)
"""What pandas, and Arrow below it, raise for values that a type cannot hold."""


def _fitting(now: Sequence[Any], dtype: Any) -> Any:
    """Return values as an array that holds them as they are.

    Raises:
        ValueError: If there is none of this type, or one of the others in `_UNFIT`.
    """
    made = _as_array(now, dtype)
    if not all(map(is_same, now, made)):
        raise ValueError("they would be others")
    return made


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
