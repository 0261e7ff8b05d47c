"""Of pandas: frames, series, indexes and arrays as columns.

Nothing here imports the library: whoever has a frame has loaded it.
"""

import sys
from collections.abc import Iterator
from typing import Any

from ostinato.data.arrow import Array, Type
from ostinato.data.capsules import single
from ostinato.data.column import Column, Table
from ostinato.data.of_numpy import made, made_of
from ostinato.data.plain import array_of, text_of, texts
from ostinato.wire.frames import ColumnKind

MANY = 100
"""Columns from which on it is worth to look whether they lie together."""


def table_of(value: Any) -> Table:
    """Return a frame, series, index or array as a table."""
    pandas = sys.modules["pandas"]
    if isinstance(value, pandas.DataFrame):
        index = list(_index(value.index))
        return Table([*index, *_columns(value)], len(value), (), None, _is_plain(value.index))
    if isinstance(value, pandas.Series):
        name = "0" if value.name is None else text_of(value.name)
        columns = [*_index(value.index), _column(name, value.array)]
        return Table(columns, len(value), (), None, _is_plain(value.index))
    if isinstance(value, pandas.MultiIndex):
        levels = [level._replace(is_index=False) for level in _index(value)]
        return Table(levels, len(value))
    title = getattr(value, "name", None)
    array = value.array if isinstance(value, pandas.Index) else value
    return Table([_column("0" if title is None else text_of(title), array)], len(value))


def _is_plain(index: Any) -> bool:
    return isinstance(index, sys.modules["pandas"].RangeIndex)


def _columns(frame: Any) -> Iterator[Column]:
    pandas = sys.modules["pandas"]
    is_nested = isinstance(frame.columns, pandas.MultiIndex)
    for name, values in zip(frame.columns, _arrays(frame), strict=True):
        # A name that is a tuple stands below others.
        if is_nested:
            *groups, last = [text_of(each) for each in name]
            yield _column(last, values)._replace(groups=tuple(groups))
        else:
            yield _column(text_of(name), values)


def _arrays(frame: Any) -> Iterator[Any]:
    """Yield the values of each column: of many of one type at once, if they lie together."""
    dtypes = frame.dtypes
    if len(dtypes) >= MANY and getattr(dtypes.iloc[0], "kind", "") in "iuf":
        numpy = sys.modules["numpy"]
        if isinstance(dtypes.iloc[0], numpy.dtype) and (dtypes == dtypes.iloc[0]).all():
            values = frame.to_numpy()
            if values.flags.f_contiguous:
                yield from values.T
                return
    for _name, series in frame.items():
        yield series.array


def _index(index: Any) -> Iterator[Column]:
    for level in range(index.nlevels):
        values = index.get_level_values(level)
        name = index.names[level]
        shown = "" if name is None else text_of(name)
        yield _column(shown, values.array)._replace(is_index=True)


def _column(name: str, values: Any) -> Column:
    """Return the values of one column, as one of the arrays that pandas has."""
    pandas, numpy = sys.modules["pandas"], sys.modules["numpy"]
    if isinstance(values, numpy.ndarray):
        return Column(name, *made(values))
    dtype = values.dtype
    if isinstance(values, pandas.arrays.NumpyExtensionArray):
        plain = values.to_numpy()
        absent = numpy.asarray(values.isna()) if plain.dtype.kind == "O" else None
        array, kind, zone = made_of(plain, absent)
        return Column(name, array, kind, zone=zone)
    if isinstance(dtype, numpy.dtype):  # Of moments and durations.
        return Column(name, *made(numpy.asarray(values)))
    if isinstance(dtype, pandas.CategoricalDtype):
        return _category(name, values)
    if isinstance(dtype, pandas.DatetimeTZDtype):
        array, kind = made(numpy.asarray(values, dtype=f"M8[{dtype.unit}]"))
        zone = text_of(dtype.tz)
        of = Type("timestamp", 64, array.type.unit, zone=zone)
        return Column(name, Array(of, array.length, array.buffers, array.validity), kind, zone=zone)
    return _of_extension(name, values)


def _of_extension(name: str, values: Any) -> Column:
    """Return the values of an array that is none of numpy's."""
    pandas, numpy = sys.modules["pandas"], sys.modules["numpy"]
    dtype = values.dtype
    if hasattr(values, "__arrow_array__") and _is_of_arrow(dtype):
        return _of_arrow(name, values)
    if isinstance(dtype, pandas.SparseDtype):
        return Column(name, *made(numpy.asarray(values)))
    if hasattr(dtype, "numpy_dtype") and dtype.kind in "iufb":
        zero = False if dtype.kind == "b" else dtype.numpy_dtype.type(0)
        plain = values.to_numpy(dtype=dtype.numpy_dtype, na_value=zero)
        return Column(name, *made(plain, numpy.asarray(values.isna())))
    return _of_objects(name, values)


def _of_objects(name: str, values: Any) -> Column:
    pandas, numpy = sys.modules["pandas"], sys.modules["numpy"]
    absent = numpy.asarray(values.isna()).tolist()
    plain = [None if is_absent else value for value, is_absent in zip(values, absent, strict=True)]
    if isinstance(values.dtype, pandas.PeriodDtype):
        return Column(name, texts([None if v is None else str(v) for v in plain]), "period")
    array, kind, zone = array_of(plain)
    return Column(name, array, kind, zone=zone)


def _is_of_arrow(dtype: Any) -> bool:
    pandas = sys.modules["pandas"]
    if isinstance(dtype, pandas.StringDtype):
        return bool(dtype.storage == "pyarrow")
    return isinstance(dtype, pandas.ArrowDtype)


def _of_arrow(name: str, values: Any) -> Column:
    """Return what lies in memory as Arrow has it."""
    column = single(values.__arrow_array__(), name)
    return column or _of_objects(name, values)


def _category(name: str, values: Any) -> Column:
    numpy = sys.modules["numpy"]
    inner = _column("", values.categories.array)
    codes = numpy.asarray(values.codes)
    indices, _kind = made(codes, codes < 0)
    kind: ColumnKind = "category"
    of = Type(
        "dictionary",
        fields=(("", inner.array.type),),
        index=indices.type,
        is_ordered=bool(values.ordered),
    )
    if inner.array.type.name == "dictionary":
        return _of_objects(name, values)
    # What is not there has the code -1, which no reader is to look up.
    buffers = [memoryview(numpy.maximum(codes, 0)).cast("B")] if len(codes) else indices.buffers
    array = Array(of, len(codes), buffers, indices.validity, [inner.array])
    return Column(name, array, kind, zone=inner.zone)
