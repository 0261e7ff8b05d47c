"""Sixty tables of odd kinds, one function for each: what their cells read is in the tests."""

import collections
import dataclasses
import datetime as dt
import decimal
import enum
import sqlite3
import uuid
import zoneinfo
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
MOMENT = dt.datetime(2024, 2, 29, 12, 30, 15)


class Color(enum.Enum):
    RED = 1


class Point(NamedTuple):
    x: int
    y: str


@dataclasses.dataclass
class Person:
    name: str
    born: int | None


def cursor() -> Any:
    connection = sqlite3.connect(":memory:")
    return connection.execute("select 1 as a, 'x' as b union all select 2, null")


def duck() -> Any:
    import duckdb  # noqa: PLC0415

    return duckdb.sql("select * from (values (1, 'x'), (2, null)) as t(a, b)")


ODD: dict[str, Callable[[], Any]] = {
    "none": lambda: None,
    "list": lambda: [1, None, 3],
    "list_of_lists": lambda: [[1, "a"], [2, None]],
    "list_of_dicts": lambda: [{"a": 1, "b": "x"}, {"a": 2}],
    "list_of_dataclasses": lambda: [Person("Ada", 1815), Person("Bob", None)],
    "list_of_namedtuples": lambda: [Point(1, "a"), Point(2, "b")],
    "tuple": lambda: ("a", "b"),
    "set": lambda: {"a"},
    "frozenset": lambda: frozenset({2.5}),
    "deque": lambda: collections.deque([1, 2]),
    "range": lambda: range(3),
    "generator": lambda: (n * n for n in range(3)),
    "map": lambda: map(str, [1, 2]),
    "dict_of_lists": lambda: {"a": [1, 2], "b": ["x", None]},
    "dict_of_scalars": lambda: {"a": 1, "b": "x"},
    "dict_of_dicts": lambda: {"r1": {"a": 1}, "r2": {"a": 2}},
    "counter": lambda: collections.Counter("aab"),
    "empty_list": list,
    "empty_dict": dict,
    "numpy_1d": lambda: np.array([1.5, np.nan, np.inf]),
    "numpy_2d": lambda: np.arange(4).reshape(2, 2),
    "numpy_structured": lambda: np.array([(1, "a"), (2, "b")], dtype=[("n", "i4"), ("s", "U4")]),
    "numpy_text": lambda: np.array(["a", "ü"]),
    "numpy_bool": lambda: np.array([True, False]),
    "numpy_datetime": lambda: np.array(["2024-02-29T12:30:15", "NaT"], dtype="M8[s]"),
    "numpy_complex": lambda: np.array([1 + 2j]),
    "numpy_masked": lambda: np.ma.masked_array([1, 2], [False, True]),
    "numpy_big_endian": lambda: np.array([1, 2], dtype=">i4"),
    "pandas_frame": lambda: pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
    "pandas_empty": lambda: pd.DataFrame(),
    "pandas_no_rows": lambda: pd.DataFrame({"a": pd.Series([], dtype="int64")}),
    "pandas_no_columns": lambda: pd.DataFrame(index=["r1", "r2"]),
    "pandas_named_index": lambda: pd.DataFrame({"a": [1]}, index=pd.Index(["r"], name="id")),
    "pandas_rows_multiindex": lambda: pd.DataFrame(
        {"v": [1, 2]}, index=pd.MultiIndex.from_tuples([("a", 1), ("a", 2)], names=["k", None])
    ),
    "pandas_columns_multiindex": lambda: pd.DataFrame(
        [[1, 2]], columns=pd.MultiIndex.from_tuples([("g", "a"), ("g", "b")])
    ),
    "pandas_duplicate_columns": lambda: pd.DataFrame([[1, "x"]], columns=["a", "a"]),
    "pandas_number_columns": lambda: pd.DataFrame([[1, 2]]),
    "pandas_categorical": lambda: pd.DataFrame({"c": pd.Categorical(["x", None, "y"])}),
    "pandas_nullable": lambda: pd.DataFrame(
        {"i": pd.array([1, None], dtype="Int64"), "b": pd.array([True, None], dtype="boolean")}
    ),
    "pandas_zones": lambda: pd.DataFrame({"z": [pd.Timestamp(MOMENT, tz="Europe/Berlin"), pd.NaT]}),
    "pandas_moments": lambda: pd.DataFrame({"m": pd.to_datetime([MOMENT, None])}),
    "pandas_durations": lambda: pd.DataFrame({"d": pd.to_timedelta([90.5, None], unit="s")}),
    "pandas_periods": lambda: pd.DataFrame({"p": pd.period_range("2024-01", periods=2, freq="M")}),
    "pandas_intervals": lambda: pd.DataFrame({"i": pd.interval_range(0, 2)}),
    "pandas_sparse": lambda: pd.DataFrame({"s": pd.arrays.SparseArray([0, 0, 1])}),
    "pandas_arrow_types": lambda: pd.DataFrame(
        {"i": pd.array([1, None], dtype="int32[pyarrow]"), "s": pd.array(["a", None], "string")}
    ),
    "pandas_mixed": lambda: pd.DataFrame({"m": [1, "a", None, 2.5, [1], {"k": 1}]}),
    "pandas_objects": lambda: pd.DataFrame({"o": [Color.RED, uuid.UUID(int=1), 1 + 2j]}),
    "pandas_lists": lambda: pd.DataFrame({"l": [[1, 2], [], None], "s": [["a"], [], None]}),
    "pandas_dicts": lambda: pd.DataFrame({"d": [{"a": 1}, {"b": [1]}, None]}),
    "pandas_bytes": lambda: pd.DataFrame({"b": [b"abc", b"\xff", None]}),
    "pandas_decimals": lambda: pd.DataFrame({"d": [decimal.Decimal("1.10"), None]}),
    "pandas_dates": lambda: pd.DataFrame(
        {"d": [dt.date(2024, 2, 29), None], "t": [dt.time(1), None]}
    ),
    "pandas_big_integers": lambda: pd.DataFrame({"i": [2**63 - 1, -(2**63)]}),
    "pandas_unsigned": lambda: pd.DataFrame({"u": np.array([2**64 - 1, 0], dtype="u8")}),
    "pandas_huge_integers": lambda: pd.DataFrame({"h": [2**70, 1]}),
    "pandas_series": lambda: pd.Series([1, 2], name="s"),
    "pandas_series_unnamed": lambda: pd.Series(["a", "b"]),
    "pandas_index": lambda: pd.Index(["a", "b"]),
    "pandas_styler": lambda: pd.DataFrame({"a": [1.234, 2]}).style.format("{:.1f}"),
    "polars_frame": lambda: pl.DataFrame({"a": [1, None], "b": ["x", None]}),
    "polars_lazy": lambda: pl.LazyFrame({"a": [1, 2]}),
    "polars_series": lambda: pl.Series("s", [1.5, None, float("nan")]),
    "polars_types": lambda: pl.DataFrame(
        {"c": pl.Series(["q"], dtype=pl.Categorical), "l": [[1, 2]], "s": [{"x": 1}]}
    ),
    "polars_wide_integers": lambda: pl.DataFrame({"i": pl.Series([2**100], dtype=pl.Int128)}),
    "polars_objects": lambda: pl.DataFrame({"o": pl.Series([Color.RED], dtype=pl.Object)}),
    "arrow_table": lambda: pa.table({"a": [1, None], "b": ["x", None]}),
    "arrow_chunked": lambda: pa.chunked_array([["a"], ["b"]]),
    "arrow_map": lambda: pa.table({"m": pa.array([[("k", 1)]], pa.map_(pa.string(), pa.int64()))}),
    "arrow_decimal256": lambda: pa.table(
        {"d": pa.array([decimal.Decimal(1)], pa.decimal256(50, 2))}
    ),
    "arrow_union": lambda: pa.table(
        {
            "u": pa.UnionArray.from_sparse(
                pa.array([0, 1], pa.int8()), [pa.array([1, 2]), pa.array(["a", "b"])]
            )
        }
    ),
    "arrow_nested": lambda: pa.table({"n": pa.array([[{"a": [1]}], None])}),
    "database_cursor": cursor,
    "duckdb_relation": duck,
}


def reading(columns: list[str], rows: list[tuple[Any, ...]]) -> str:
    """Return what a table reads, in a line."""
    lines = [", ".join(columns), *(", ".join(map(str, row)) for row in rows)]
    return "; ".join(lines)
