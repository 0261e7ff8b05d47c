"""Copies: how a value is kept so that each caller gets one of its own, at the least cost.

What nobody can change is handed out as it is. Tables are handed out as copies that are made when
they are changed, where their library does so. All else is a pickle, whose buffers are not part of
the stream and are copied as they are.
"""

import datetime as dt
import decimal
import enum
import fractions
import pathlib
import pickle
import sys
import uuid
from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from ostinato.state.script_names import MAIN

PROTOCOL = 5

IMMUTABLE = frozenset(
    {
        str, bytes, int, float, bool, complex, type(None), type(Ellipsis), range,
        dt.date, dt.time, dt.datetime, dt.timedelta, dt.timezone,
        decimal.Decimal, fractions.Fraction, uuid.UUID,
        pathlib.PosixPath, pathlib.WindowsPath, pathlib.PurePosixPath, pathlib.PureWindowsPath,
    }
)  # fmt: skip
"""Types whose values nobody can change; a class below one of them may be another matter."""

PLAIN = frozenset(
    [
        "string",
        "bytes",
        "integer",
        "floating",
        "mixed-integer-float",
        "boolean",
        "decimal",
        "complex",
        "datetime64",
        "datetime",
        "date",
        "timedelta64",
        "timedelta",
        "time",
        "period",
        "empty",
    ]
)
"""What pandas says of columns of objects that nobody can change."""


class Kept(Protocol):
    """A value that is kept."""

    @property
    def size(self) -> int:
        """About how many bytes it takes."""

    def copy(self) -> Any:
        """Return the value, for somebody who may change it."""


class Same:
    """A value that is handed out as it is."""

    __slots__ = ("size", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self.size = sys.getsizeof(value)

    def copy(self) -> Any:
        """Return the value itself."""
        return self.value


class Copied(NamedTuple):
    """A value that its library copies."""

    value: Any
    make: Callable[[Any], Any]
    size: int

    def copy(self) -> Any:
        """Return a copy."""
        return self.make(self.value)


class Pickled(NamedTuple):
    """A value as a pickle, and the buffers that are no part of it."""

    stream: bytes
    buffers: tuple[bytes | bytearray, ...]

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.stream) + sum(map(len, self.buffers))

    def copy(self) -> Any:
        """Return what the pickle makes; what was read only is shared."""
        buffers = [
            bytearray(buffer) if type(buffer) is bytearray else buffer for buffer in self.buffers
        ]
        return pickle.loads(self.stream, buffers=buffers)


def keep(value: Any) -> Kept:
    """Keep a value for others to have copies of; whoever made it may change it at once.

    Raises:
        Exception: Whatever pickle raises, if it has no form as bytes.
    """
    if is_immutable(value):
        return Same(value)
    return _keep_foreign(value) or pickled(value)


def pickled(value: Any) -> Pickled:
    """Return a value as a pickle.

    Raises:
        Exception: Whatever pickle raises, if it has no form as bytes.
    """
    found: list[pickle.PickleBuffer] = []
    stream = pickle.dumps(value, PROTOCOL, buffer_callback=found.append)
    buffers = [buffer.raw() for buffer in found]
    # What was read only stays so, and is never copied again.
    return Pickled(
        stream, tuple(bytes(each) if each.readonly else bytearray(each) for each in buffers)
    )


def is_immutable(value: Any) -> bool:
    """Return whether nobody can change a value, or anything in it."""
    kind = type(value)
    if kind in IMMUTABLE:
        return True
    if kind in (tuple, frozenset):
        return all(map(is_immutable, value))
    # A class of the script is made again by each run: its members are found by their names.
    return isinstance(value, enum.Enum) and kind.__module__ != MAIN


def _keep_foreign(value: Any) -> Kept | None:
    """Keep what has a way of its own to be copied; None for all else."""
    kind = type(value)
    make = _FOREIGN.get(f"{kind.__module__.partition('.')[0]}.{kind.__name__}")
    return None if make is None else make(value)


def _keep_array(array: Any) -> Kept | None:
    if array.dtype.hasobject:
        return None
    if not array.flags.writeable and array.flags.owndata:
        return Copied(array, lambda each: each, array.nbytes)
    return Copied(array.copy(order="K"), lambda each: each.copy(order="K"), array.nbytes)


def _keep_table(table: Any) -> Kept | None:
    """Keep a pandas table: in pandas 3, copies are made when somebody changes one."""
    pandas = sys.modules["pandas"]
    if int(pandas.__version__.partition(".")[0]) < 3 or table.attrs or not _is_plain(table):
        return None
    own = table.copy(deep=True)
    if not _lock(own):
        return None
    size = own.memory_usage(index=True, deep=True)
    return Copied(own, _copy_table, int(size if isinstance(own, pandas.Series) else size.sum()))


def _copy_table(own: Any) -> Any:
    table = own.copy(deep=False)
    if table.ndim == 2:
        numpy = sys.modules["numpy"]
        for place, dtype in enumerate(own.dtypes):
            if not isinstance(dtype, numpy.dtype):
                table.isetitem(place, own.iloc[:, place].array.copy())
    return table


def _lock(own: Any) -> bool:
    """Have no way around the copy: arrays that somebody gets hold of cannot be written.

    False if they can be: this looks at what pandas keeps to itself.
    """
    numpy = sys.modules["numpy"]
    try:
        for block in own._mgr.blocks:  # noqa: SLF001  (what comes of it is looked at below)
            if isinstance(block.values, numpy.ndarray):
                block.values.flags.writeable = False
    except (AttributeError, ValueError):
        return False
    shown = own.copy(deep=False)
    columns = [shown] if own.ndim == 1 else [shown.iloc[:, place] for place in range(own.shape[1])]
    return all(
        isinstance(each.dtype, numpy.dtype)
        and not each.array.to_numpy().flags.writeable
        or (own.ndim == 2 and not isinstance(each.dtype, numpy.dtype))
        for each in columns
    )


def _is_plain(table: Any) -> bool:
    """Return whether nothing in a table can be changed but the table."""
    axes = [table.index] if table.ndim == 1 else [table.index, table.columns]
    columns = [table] if table.ndim == 1 else [table.iloc[:, n] for n in range(table.shape[1])]
    return all(map(_is_plain_index, axes)) and all(map(_is_plain_column, columns))


def _is_plain_index(index: Any) -> bool:
    pandas = sys.modules["pandas"]
    if not is_immutable(tuple(index.names)):
        return False
    levels = index.levels if isinstance(index, pandas.MultiIndex) else [index]
    return all(map(_is_plain_column, levels))


def _is_plain_column(column: Any) -> bool:
    pandas, dtype = sys.modules["pandas"], column.dtype
    if isinstance(dtype, pandas.CategoricalDtype):
        return _is_plain_column(dtype.categories)
    if isinstance(dtype, pandas.api.extensions.ExtensionDtype):
        return type(dtype).__module__.partition(".")[0] == "pandas" and dtype.name != "object"
    return dtype.kind != "O" or pandas.api.types.infer_dtype(column, skipna=True) in PLAIN


_FOREIGN: dict[str, Callable[[Any], Kept | None]] = {
    "numpy.ndarray": _keep_array,
    "pandas.DataFrame": _keep_table,
    "pandas.Series": _keep_table,
    "polars.DataFrame": lambda frame: Copied(frame, _clone, frame.estimated_size()),
    "polars.Series": lambda series: Copied(series, _clone, series.estimated_size()),
    "pyarrow.Table": lambda table: Copied(table, _itself, table.nbytes),
    "pyarrow.RecordBatch": lambda batch: Copied(batch, _itself, batch.nbytes),
}


def _clone(frame: Any) -> Any:
    return frame.clone()


def _itself(value: Any) -> Any:
    return value
