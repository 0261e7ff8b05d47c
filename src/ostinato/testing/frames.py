"""Frames: the table of an element as a DataFrame of pandas."""

from collections.abc import Sequence
from typing import Any

import pandas

from ostinato.wire.frames import FrameColumn

Columns = Sequence[tuple[FrameColumn, list[Any]]]


def frame_of_pandas(columns: Columns) -> Any:
    """Return columns as a DataFrame."""
    index = [(column.name, values) for column, values in columns if column.is_index]
    others = [(column, values) for column, values in columns if not column.is_index]
    rows = len(columns[0][1]) if columns else 0
    series = [_series(column, values) for column, values in others]
    frame = pandas.concat(series, axis=1) if series else pandas.DataFrame(index=range(rows))
    frame.columns = _names([column for column, _values in others])
    if index:
        frame.index = _index(index)
    return frame


def _names(columns: Sequence[FrameColumn]) -> Any:
    if any(column.groups for column in columns):
        tuples = [(*(column.groups or ()), column.name) for column in columns]
        return pandas.MultiIndex.from_tuples(tuples)
    names = [column.name for column in columns]
    # Names travel as texts: what is counted from 0 was most likely given no names at all.
    if names == [str(place) for place in range(len(names))]:
        return pandas.RangeIndex(len(names))
    return pandas.Index(names, dtype=object)


def _index(index: Sequence[tuple[str, list[Any]]]) -> Any:
    names = [name or None for name, _values in index]
    if len(index) == 1:
        return pandas.Index(index[0][1], name=names[0])
    return pandas.MultiIndex.from_arrays([values for _name, values in index], names=names)


def _series(column: FrameColumn, values: list[Any]) -> Any:
    if column.kind == "integer":
        return pandas.Series(values, dtype="Int64" if None in values else None)
    if column.kind == "category":
        return pandas.Series(pandas.Categorical(values))
    if column.kind in ("number", "boolean", "datetime", "duration", "text"):
        return pandas.Series(values)
    return pandas.Series(values, dtype=object)
