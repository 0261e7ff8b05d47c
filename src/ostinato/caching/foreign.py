"""Foreign: the content of arrays, tables, tensors and pictures, for keys.

Nothing here imports a library: whoever has a value of one has loaded it.
"""

import pickle
import sys
from collections.abc import Callable
from typing import Any

from ostinato.caching.key import Digest, Unhashable, name_of

ROWS = 1 << 20
"""Bytes, about, that are put into the hash at once where they do not lie in order."""


def add(digest: Digest, value: Any, library: str) -> None:
    """Put a value of a library in.

    Raises:
        Unhashable: If it has no content that counts.
    """
    digest.add_type(type(value))
    _OF_LIBRARY[library](digest, value)


def _add_numpy(digest: Digest, value: Any) -> None:
    numpy = sys.modules["numpy"]
    if isinstance(value, numpy.ma.MaskedArray):
        _add_array(digest, numpy.ma.getmaskarray(value))
        value = numpy.ma.getdata(value)
    if isinstance(value, numpy.ndarray):
        _add_array(digest, value)
    elif isinstance(value, numpy.generic):
        digest.put(value.dtype.str, value.tobytes())
    elif isinstance(value, numpy.dtype):
        digest.put("dtype", repr(value).encode())
    elif isinstance(value, numpy.ufunc):
        digest.put("ufunc", value.__name__.encode())
    else:
        _add_pickled(digest, value)


def _add_array(digest: Digest, array: Any) -> None:
    digest.put(f"array {array.dtype.descr if array.dtype.names else array.dtype.str} {array.shape}")
    if array.dtype.hasobject:
        _add_objects(digest, array.reshape(-1).tolist())
    elif array.flags.c_contiguous:
        digest.put_parts("bytes", array.nbytes, [_bytes(array)])
    else:
        # The rows in order, however they lie.
        step = max(1, ROWS * len(array) // (array.nbytes or 1))
        rows = (array[start : start + step] for start in range(0, len(array), step))
        digest.put_parts("bytes", array.nbytes, (_bytes(part.copy(order="C")) for part in rows))


def _bytes(array: Any) -> memoryview:
    flat = sys.modules["numpy"].asarray(array).reshape(-1)
    view: memoryview = flat.view("u1").data if flat.size else memoryview(b"")
    return view


def _add_objects(digest: Digest, values: list[Any]) -> None:
    if all(type(value) is str for value in values):
        _add_texts(digest, values)
    else:
        digest.add_all("objects", values)


def _add_texts(digest: Digest, texts: list[str]) -> None:
    numpy = sys.modules["numpy"]
    digest.put("lengths", _bytes(numpy.fromiter(map(len, texts), "i8", len(texts))))
    digest.put("texts", "".join(texts).encode("utf-8", "surrogatepass"))


def _add_pandas(digest: Digest, value: Any) -> None:
    pandas = sys.modules["pandas"]
    if isinstance(value, pandas.DataFrame):
        digest.put("frame", str(value.shape).encode())
        _add_pandas(digest, value.columns)
        _add_pandas(digest, value.index)
        for place in range(value.shape[1]):
            _add_column(digest, value.iloc[:, place])
    elif isinstance(value, pandas.Series):
        digest.add(value.name)
        _add_pandas(digest, value.index)
        _add_column(digest, value)
    elif isinstance(value, pandas.RangeIndex):
        digest.add_all("range", [value.start, value.stop, value.step, value.name])
    elif isinstance(value, pandas.MultiIndex):
        digest.add_all("levels", [*value.names, *value.levels, *value.codes])
    elif isinstance(value, pandas.Index):
        digest.add(value.name)
        _add_column(digest, value)
    elif isinstance(value, pandas.api.extensions.ExtensionArray):
        _add_column(digest, pandas.Series(value, copy=False))
    else:
        _add_pickled(digest, value)


def _add_column(digest: Digest, column: Any) -> None:
    pandas, numpy = sys.modules["pandas"], sys.modules["numpy"]
    dtype = column.dtype
    digest.put("dtype", str(dtype).encode())
    if isinstance(dtype, numpy.dtype):
        _add_array(digest, column.to_numpy())
    elif isinstance(dtype, pandas.CategoricalDtype):
        _add_pandas(digest, dtype.categories)
        codes = column.cat.codes if isinstance(column, pandas.Series) else column.codes
        _add_array(digest, numpy.asarray(codes))
    elif isinstance(dtype, pandas.StringDtype):
        is_absent = numpy.asarray(column.isna())
        _add_array(digest, is_absent)
        values = numpy.where(is_absent, "", numpy.asarray(column, dtype=object))
        _add_texts(digest, values.tolist())
    elif isinstance(dtype, pandas.DatetimeTZDtype | pandas.PeriodDtype):
        _add_array(digest, numpy.asarray(column.astype("int64")))
    elif dtype.kind in "iufb" and hasattr(dtype, "numpy_dtype"):
        is_absent = numpy.asarray(column.isna())
        _add_array(digest, is_absent)
        zero = dtype.type(0) if dtype.kind != "b" else False
        _add_array(digest, column.array.to_numpy(dtype=dtype.numpy_dtype, na_value=zero))
    else:
        _add_pickled(digest, column.array)


def _add_polars(digest: Digest, value: Any) -> None:
    polars = sys.modules["polars"]
    if isinstance(value, polars.LazyFrame):
        raise Unhashable
    if isinstance(value, polars.DataFrame):
        digest.put("columns", repr(value.schema).encode())
        for series in value.get_columns():
            _add_pickled(digest, series.rechunk())
    else:
        _add_pickled(digest, value)


def _add_pyarrow(digest: Digest, value: Any) -> None:
    pyarrow = sys.modules["pyarrow"]
    if isinstance(value, pyarrow.ChunkedArray | pyarrow.Array):
        value = pyarrow.table({"": value})
    elif isinstance(value, pyarrow.RecordBatch):
        value = pyarrow.Table.from_batches([value])
    if not isinstance(value, pyarrow.Table):
        _add_pickled(digest, value)
        return
    sink = _Sink(digest)
    # Where a table was cut into chunks is no content.
    with pyarrow.ipc.new_stream(pyarrow.PythonFile(sink, mode="w"), value.schema) as stream:
        stream.write_table(value.combine_chunks())


class _Sink:
    """A file that goes into a hash."""

    closed = False

    def __init__(self, digest: Digest) -> None:
        self._digest = digest

    def write(self, content: Any) -> int:
        view = memoryview(content)
        self._digest.put("bytes", view)
        return view.nbytes

    def flush(self) -> None:
        """Do nothing: it holds nothing back."""

    def close(self) -> None:
        """Do nothing: the hash goes on."""


def _add_picture(digest: Digest, value: Any) -> None:
    if not hasattr(value, "tobytes"):
        _add_pickled(digest, value)
        return
    digest.add_all("picture", [value.mode, value.size, value.getpalette()])
    digest.put("bytes", value.tobytes())


def _add_torch(digest: Digest, value: Any) -> None:
    torch = sys.modules["torch"]
    if not isinstance(value, torch.Tensor):
        if isinstance(value, torch.nn.Module):
            raise Unhashable
        _add_pickled(digest, value)
        return
    digest.put("tensor", f"{value.dtype} {tuple(value.shape)} {value.requires_grad}".encode())
    flat = value.detach().cpu().contiguous().reshape(-1)
    _add_array(digest, flat.view(torch.uint8).numpy())


def _add_pickled(digest: Digest, value: Any) -> None:
    """Put in what pickle makes of a value."""
    buffers: list[pickle.PickleBuffer] = []
    try:
        digest.put("pickle", pickle.dumps(value, 5, buffer_callback=buffers.append))
    except Exception:  # noqa: BLE001  (a class may raise anything to say that it has no form)
        raise Unhashable(name_of(type(value))) from None
    for buffer in buffers:
        digest.put("buffer", buffer.raw())


_OF_LIBRARY: dict[str, Callable[[Digest, Any], None]] = {
    "numpy": _add_numpy,
    "pandas": _add_pandas,
    "polars": _add_polars,
    "pyarrow": _add_pyarrow,
    "PIL": _add_picture,
    "torch": _add_torch,
}
