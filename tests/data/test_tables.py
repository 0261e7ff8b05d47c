"""Tables of libraries that are not installed here, by the methods that they have."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from ostinato.data.tables import table_of
from ostinato.data.values import values_of
from ostinato.errors import StreamlitDataframeConversionError

FRAME = pd.DataFrame({"n": range(50)})


class Dask:
    """Computed late, in parts."""

    npartitions = 5

    def head(self, count: int, npartitions: int = 1) -> pd.DataFrame:
        assert npartitions == -1
        return FRAME.head(count)

    def compute(self) -> pd.DataFrame:
        raise AssertionError("all of it was computed")


class Modin:
    """In memory, of another library."""

    def __init__(self, frame: pd.DataFrame = FRAME) -> None:
        self.frame = frame

    def head(self, count: int) -> "Modin":
        return Modin(self.frame.head(count))

    def _to_pandas(self) -> pd.DataFrame:
        return self.frame


class Snowpark:
    """In a database."""

    def __init__(self, rows: int | None = None) -> None:
        self.rows = rows

    def limit(self, count: int) -> "Snowpark":
        return Snowpark(count)

    def to_pandas(self) -> pd.DataFrame:
        assert self.rows is not None, "all of it was fetched"
        return FRAME.head(self.rows)


class Spark(Snowpark):
    def limit(self, count: int) -> "Spark":
        return Spark(count)

    to_pandas = None  # type: ignore[assignment]

    def toPandas(self) -> pd.DataFrame:  # noqa: N802
        return super().to_pandas()


class Ibis(Snowpark):
    def limit(self, count: int) -> "Ibis":
        return Ibis(count)

    to_pandas = None  # type: ignore[assignment]

    def to_pyarrow(self) -> pa.Table:
        return pa.Table.from_pandas(super().to_pandas())


class Labelled:
    """As xarray's: rows along dimensions."""

    name = None

    def head(self, count: int) -> "Labelled":
        raise AssertionError("it means something else here")

    def to_pandas(self) -> Any:
        raise ValueError("it has too many dimensions")

    def to_dataframe(self, name: str) -> pd.DataFrame:
        return FRAME.rename(columns={"n": name})


class Cursor:
    """As PEP 249 says."""

    description = (("n", None), ("n", None))

    def fetchmany(self, count: int) -> list[tuple[int, str]]:
        return [(n, "x") for n in range(50)][:count]


class Exchanging:
    """Known by the interchange protocol alone."""

    def __dataframe__(self, **options: Any) -> Any:
        return FRAME.__dataframe__(**options)


class Arrayed:
    """As a tensor: it can be made an array."""

    shape = (2, 2)

    def __array__(self) -> Any:
        return np.eye(2)


class Tensor(Arrayed):
    """As one of PyTorch, whose rows are tensors, too."""

    def __iter__(self) -> Iterator[Any]:
        return iter([Arrayed(), Arrayed()])


class LateArray:
    """As an array of Dask: computed late, in parts, and of tensors."""

    def __init__(self, rows: int = 50) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[Any]:
        raise AssertionError("it was computed row by row")

    def __getitem__(self, rows: slice) -> "LateArray":
        return LateArray(min(rows.stop, self.rows))

    def __array__(self) -> Any:
        return np.arange(self.rows).reshape(-1, 1)

    def compute(self) -> Any:
        raise AssertionError("all of it was computed")


@pytest.mark.parametrize(
    ("make", "rows", "of"),
    [
        (Dask, 50, None),
        (Modin, 50, None),
        (Snowpark, 50, None),
        (Spark, 50, None),
        (Ibis, 50, None),
        (Labelled, 50, None),
        (Cursor, 50, None),
        (Exchanging, 50, None),
        (Arrayed, 2, None),
        (Tensor, 2, None),
        (LateArray, 50, None),
    ],
)
@pytest.mark.filterwarnings("ignore:The Dataframe Interchange Protocol")
def test_a_table_of_another_library_is_shown(
    make: Callable[[], Any], rows: int, of: int | None
) -> None:
    table = table_of(make())
    assert (table.rows, table.of) == (rows, of)


@pytest.mark.parametrize("make", [Dask, Snowpark, Spark, Ibis, Cursor])
def test_of_what_is_computed_late_the_first_rows_are_shown(make: Callable[[], Any]) -> None:
    table = table_of(make(), first=10)
    assert table.rows == 10
    assert table.of is not None
    numbers = next(column for column in table.columns if column.name == "n")
    assert values_of(numbers.array) == list(range(10))


def test_a_tensor_is_shown_by_its_numbers() -> None:
    table = table_of(Tensor())
    read = {column.name: values_of(column.array) for column in table.columns}
    assert read == {"0": [1.0, 0.0], "1": [0.0, 1.0]}


def test_of_an_array_that_is_computed_late_the_first_rows_are_shown() -> None:
    table = table_of(LateArray(), first=10)
    assert (table.rows, table.of) == (10, -1)
    assert values_of(table.columns[0].array) == list(range(10))


@pytest.mark.parametrize("value", [5, "text", b"bytes", object(), 1.5, True])
def test_v01_what_has_no_rows_is_an_error(value: Any) -> None:
    with pytest.raises(StreamlitDataframeConversionError, match="must be made of rows or columns"):
        table_of(value)


def test_v01_no_value_of_a_column_is_an_exception() -> None:
    class Rude:
        def __str__(self) -> str:
            raise RuntimeError("no")

    loop: list[Any] = []
    loop.append(loop)
    deep: Any = 0
    for _ in range(200):
        deep = [deep]
    odd = [Rude(), loop, deep, float("nan"), "\ud800", 2**200, {"a": loop}, {1, "x"}, b"\xff"]
    table = table_of(
        {"odd": odd, "each": [[one] for one in odd], "in": [{"k": one} for one in odd]}
    )
    for column in table.columns:
        assert len(values_of(column.array)) == len(odd)
    for one in odd:
        assert table_of([one]).rows == 1
    for span in (dt.timedelta.max, dt.timedelta.min):
        assert table_of({"span": [span, dt.timedelta(1)]}).rows == 2


def test_columns_of_different_lengths_are_filled_up() -> None:
    table = table_of({"a": [1, 2, 3], "b": ["x"], "c": 5, "d": np.array([1.5])})
    read = {column.name: values_of(column.array) for column in table.columns}
    assert read == {
        "a": [1, 2, 3],
        "b": ["x", None, None],
        "c": [5, 5, 5],
        "d": [1.5, None, None],
    }


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (pa.array([1, None]), {"0": [1, None]}),
        (pa.array([2**60, None]), {"0": [2**60, None]}),
        (
            pa.array([{"x": 1, "y": "a"}, None, {"x": None}]),
            {"x": [1] + [None] * 2, "y": ["a"] + [None] * 2},
        ),
        (pa.chunked_array([[{"x": 1}], [None]]), {"x": [1, None]}),
        ({"a": pa.array([1, 2])}, {"a": [1, 2]}),
        ({"a": pa.array([{"x": 1}])}, {"a": [{"x": 1}]}),
        (pa.UnionArray.from_sparse(pa.array([0], pa.int8()), [pa.array([1])]), {"value": [1]}),
        (pa.record_batch({"a": [1, None]}), {"a": [1, None]}),
    ],
)
def test_an_array_of_arrow_is_shown_whole(value: Any, shown: dict[str, list[Any]]) -> None:
    columns = table_of(value).columns
    assert {column.name: values_of(column.array) for column in columns} == shown


def test_rows_of_different_lengths_are_filled_up() -> None:
    table = table_of([[1], [2, "x", None], ()])
    assert [values_of(column.array) for column in table.columns] == [
        [1, 2, None],
        [None, "x", None],
        [None, None, None],
    ]


def test_ten_thousand_columns_are_read_in_a_moment() -> None:
    begin = time.thread_time()
    table = table_of(pd.DataFrame(np.zeros((3, 10_000))))
    assert len(table.columns) == 10_001
    assert time.thread_time() - begin < 3


@pytest.mark.parametrize(
    "make",
    [
        lambda numbers: pd.DataFrame(numbers),
        lambda numbers: pd.DataFrame(numbers[:, ::-1])[::2],
        lambda numbers: pd.DataFrame(numbers.T).T,
        lambda numbers: pd.DataFrame(numbers).assign(more=1.5),
        lambda numbers: pd.DataFrame(numbers).astype({3: "float32"}),
        lambda numbers: pd.DataFrame({f"c{n}": numbers[:, n] for n in range(numbers.shape[1])}),
    ],
)
def test_many_columns_of_one_type_are_those_that_pandas_has(make: Callable[[Any], Any]) -> None:
    numbers = np.arange(6 * 150, dtype=float).reshape(6, 150)
    numbers[2, 5] = np.nan
    frame = make(numbers)
    columns = [column for column in table_of(frame).columns if not column.is_index]
    assert [column.name for column in columns] == [str(name) for name in frame.columns]
    for column, (_name, series) in zip(columns, frame.items(), strict=True):
        expected = [None if value != value else value for value in series.tolist()]
        assert values_of(column.array) == expected
