"""Capsules: columns of libraries that hand them on by Arrow's C data interface."""

import ctypes
import gc
import weakref
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from ostinato.data.capsules import CArray, columns_of, single
from ostinato.data.column import Table
from ostinato.data.tiles import written
from ostinato.data.values import values_of

TYPES = [
    pa.array([1, None, 3], pa.int8()),
    pa.array([1, None, 3], pa.uint64()),
    pa.array([1.5, None, float("inf")], pa.float32()),
    pa.array([True, None, False]),
    pa.array(["a", None, "ü" * 20]),
    pa.array(["a", None, "ü" * 20], pa.large_string()),
    pa.array(["a", None, "ü" * 20], pa.string_view()),
    pa.array([b"a", None, b"b" * 20], pa.binary_view()),
    pa.array([b"ab", None, b"cd"], pa.binary(2)),
    pa.array([[1], None, [2, 3]]),
    pa.array([[1, 2], None, [3, 4]], pa.list_(pa.int8(), 2)),
    pa.array([{"x": 1, "y": "a"}, None, {"x": None, "y": "b"}]),
    pa.array([[("k", 1)], None, []], pa.map_(pa.string(), pa.int64())),
    pa.array(["x", None, "y"]).dictionary_encode(),
    pa.array([[{"a": [1]}], None, [{"a": None}, {"a": []}]]),
    pa.nulls(3),
]


def wire(values: Any) -> Any:
    """Return what pyarrow reads of what we write of a column."""
    column = single(values, "c")
    assert column is not None
    content = b"".join(part for parts in written(Table([column], len(values))) for part in parts)
    read = pa.ipc.open_stream(content).read_all()
    read.validate(full=True)
    return read["0"].to_pylist()


@pytest.mark.parametrize("values", TYPES, ids=lambda values: str(values.type))
def test_an_array_comes_through_whole_in_part_and_in_chunks(values: Any) -> None:
    assert wire(values) == values.to_pylist()
    for start in range(3):
        part = values[start:]
        assert wire(part) == part.to_pylist()
        chunks = pa.chunked_array([part, values[:start], values, values[:0]], values.type)
        assert wire(chunks) == chunks.to_pylist()


class Uncounted:
    """What some libraries give: nobody has counted what is missing."""

    def __init__(self, values: Any) -> None:
        self.values = values

    def __len__(self) -> int:
        return len(self.values)

    def __arrow_c_array__(self) -> tuple[object, object]:
        schema, array = self.values.__arrow_c_array__()
        address = ctypes.pythonapi.PyCapsule_GetPointer
        address.restype, address.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
        CArray.from_address(address(array, b"arrow_array")).null_count = -1
        return schema, array


def test_an_array_that_does_not_count_what_is_missing_is_whole() -> None:
    for values in ([7, 7], [7, None], ["a", "b"]):
        assert wire(Uncounted(pa.array(values))) == values


def test_chunks_with_dictionaries_of_their_own_are_put_together() -> None:
    chunks = pa.chunked_array(
        [pa.array(["a", "b"]).dictionary_encode(), pa.array(["c", None, "a"]).dictionary_encode()]
    )
    assert wire(chunks) == ["a", "b", "c", None, "a"]


def test_what_we_do_not_read_is_told() -> None:
    months = pa.array([(1, 2, 3)], pa.month_day_nano_interval())
    assert single(months, "c") is None


def test_memory_is_released_when_nobody_has_a_column_any_more() -> None:
    class Owner:
        def __init__(self) -> None:
            self.data = bytearray(800)

    owner = Owner()
    buffer = pa.py_buffer(memoryview(owner.data))
    values = pa.Array.from_buffers(pa.int64(), 100, [None, buffer])
    before = pa.total_allocated_bytes()
    column = single(values, "c")
    view = weakref.ref(values)
    del values, buffer
    gc.collect()
    assert view() is None
    assert column is not None
    assert values_of(column.array) == [0] * 100
    owner.data[0] = 5  # It is the same memory.
    assert values_of(column.array)[0] == 5
    del column
    gc.collect()
    owner.data += b"more"  # Which nobody holds: a bytearray that is looked at does not grow.
    assert pa.total_allocated_bytes() <= before


def test_a_frame_in_chunks_is_read_as_one() -> None:
    part = pl.DataFrame({"t": ["a", "b" * 30, None], "n": [1, None, 3]})
    frame = pl.concat([part, part[1:], part], rechunk=False)
    assert frame.n_chunks() == 3
    read = {column.name: values_of(column.array) for column in columns_of(frame)}
    assert read == {"t": frame["t"].to_list(), "n": frame["n"].to_list()}
