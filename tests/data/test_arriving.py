"""Tables that custom components say, in streams that nobody has checked."""

import datetime as dt
import random
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from ostinato.data.arriving import MOST_VALUES, columns_in, frame_of


def written(batches: list[pa.RecordBatch]) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batches[0].schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    return bytes(sink.getvalue())


def stream(**columns: Any) -> bytes:
    return written(pa.table(columns).to_batches(max_chunksize=2))


@pytest.mark.parametrize(
    "values",
    [
        pa.array([1, None, 3]),
        pa.array([1.5, None, -2.0], pa.float32()),
        pa.array(["a", None, "é" * 20]),
        pa.array(["a", None, "b"], pa.large_string()),
        pa.array([b"\0", None, b""]),
        pa.array([True, None, False]),
        pa.array([None, None, None]),
        pa.array(["x", "y", "x", None, "y"]).dictionary_encode(),
        pa.array([[1, 2], None, []]),
        pa.array([{"p": 1, "q": "r"}, None, {"p": None, "q": "s"}]),
        pa.array([dt.datetime(2026, 1, 2, 3), None], pa.timestamp("ms")),
        pa.array([dt.date(2026, 1, 2), None]),
    ],
    ids=str,
)
def test_m03_columns_of_any_type_arrive(values: Any) -> None:
    (found,) = columns_in(stream(a=values))
    assert found == ("a", values.to_pylist())


def test_m03_a_table_becomes_a_frame() -> None:
    found = frame_of(
        {
            # As components of Streamlit say it: the names of the rows stand behind the cells, too.
            "data": stream(x=[1, 2], y=["p", None], __index_level_0__=["r", "s"]),
            "index": stream(**{"0": ["r", "s"]}),
            "columns": stream(**{"0": ["x", "y"]}),
        }
    )
    expected = pd.DataFrame({"x": [1, 2], "y": ["p", None]}, index=["r", "s"])
    pd.testing.assert_frame_equal(found, expected, check_dtype=False)
    bare = frame_of({"data": stream(x=[1, 2]), "index": b"", "columns": b""})
    pd.testing.assert_frame_equal(bare, pd.DataFrame({"x": [1, 2]}))
    levels = frame_of(
        {
            "data": stream(**{"0": [1]}),
            "index": stream(**{"0": ["a"], "1": [5]}),
            "columns": stream(**{"0": ["over"], "1": ["under"]}),
        }
    )
    assert levels.to_dict() == {("over", "under"): {("a", 5): 1}}


@pytest.mark.parametrize(
    "streams",
    [
        {"data": b"\x01\x02", "index": b"", "columns": b""},
        {"data": b"\xff\xff\xff\xff\x10\x00\x00\x00", "index": b"", "columns": b""},
        {"data": b"\xff\xff\xff\xff\x00\x00\x00\x00", "index": b"", "columns": b""},
        {"data": b"x" * 1000, "index": b"", "columns": b""},
        {"data": stream(a=[1, 2]), "index": stream(a=[1]), "columns": b""},
        {"data": stream(a=[1, 2]), "index": b"", "columns": stream(a=["x", "y"])},
    ],
)
def test_m10_what_is_no_table_is_refused(streams: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="expected"):
        frame_of(streams)


def test_m10_a_stream_with_a_wrong_byte_is_read_or_refused_and_nothing_else() -> None:
    whole = stream(a=["x", None, "yz"], b=[[1], [2, 3], None], c=[1.0, 2.0, 3.0])
    chance = random.Random(1)
    for _ in range(1500):
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            found = columns_in(bytes(broken[: chance.choice((len(broken), len(broken) // 2))]))
        except ValueError:
            continue
        assert sum(len(str(values)) for _name, values in found) < 100_000


@pytest.mark.parametrize(("columns", "batches"), [(8, 1), (1, 8), (2, 2)])
def test_m10_values_that_take_no_bytes_are_counted_all_the_same(columns: int, batches: int) -> None:
    rows = MOST_VALUES // 2
    batch = pa.record_batch({f"c{place}": pa.nulls(rows) for place in range(columns)})
    with pytest.raises(ValueError, match="at most 5,000,000 values"):
        columns_in(written([batch] * batches))
    assert len(columns_in(written([pa.record_batch({"a": pa.nulls(9)})] * 2))[0][1]) == 18


ODD = [
    pa.array([b"", b""], pa.binary(0)),
    pa.array([0], pa.timestamp("s", tz="America")),
    pa.array([0], pa.timestamp("s", tz="a" * 300)),
]


@pytest.mark.parametrize("values", ODD, ids=lambda values: str(values.type)[:40])
def test_m10_odd_types_are_refused_in_words(values: Any) -> None:
    with pytest.raises(ValueError, match="expected a stream of Arrow"):
        columns_in(stream(a=values))


@pytest.mark.parametrize("columns", [1, 10])
def test_m10_what_stands_once_in_a_stream_is_not_laid_out_a_million_times(columns: int) -> None:
    rows = 200_000 // columns
    text = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int8()), pa.array(["z" * 700]))
    with pytest.raises(ValueError, match="at most 134,217,728 characters"):
        columns_in(written([pa.record_batch({f"c{place}": text for place in range(columns)})]))


def test_m10_what_lies_in_others_counts_as_what_it_takes() -> None:
    values = pa.nulls(20_000)
    for _ in range(30):
        values = pa.StructArray.from_arrays([values], ["x"])
    with pytest.raises(ValueError, match="at most 5,000,000 values"):
        columns_in(written([pa.record_batch({"a": values})]))
