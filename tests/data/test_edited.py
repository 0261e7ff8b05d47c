"""Edited: data of every kind comes back as what it was, with what was changed in it."""

import collections
import dataclasses
import datetime as dt
import decimal
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest

from ostinato.data.edited import Changes, edited
from ostinato.data.tables import table_of
from ostinato.values.edits import Cells, Edits


def changed(
    data: Any,
    cells: dict[int, Cells] | None = None,
    added: list[Cells] | None = None,
    deleted: tuple[int, ...] = (),
) -> Any:
    table = table_of(data)
    edits = Edits("m", table.rows, cells or {}, dict(enumerate(added or [])), deleted)
    return edited(data, Changes(table, edits))


class Pair(NamedTuple):
    name: str
    age: int


@dataclasses.dataclass(frozen=True)
class Person:
    name: str
    age: int


PLAIN: dict[str, tuple[Any, dict[int, Cells], list[Cells], tuple[int, ...], Any]] = {
    "a list": ([1, 2, 3], {0: {0: 9}}, [{0: 5}, {}], (1,), [9, 3, 5, None]),
    "a tuple": ((1, 2, 3), {0: {0: 9}}, [], (1,), (9, 3)),
    "a set": ({1}, {}, [{0: 5}], (), {1, 5}),
    "lists": ([[1, "a"], [2, "b"]], {1: {1: "c"}}, [{0: 3}], (), [[1, "a"], [2, "c"], [3, None]]),
    "lists of different lengths": ([[1], [2, 3]], {0: {1: 4}}, [], (), [[1, 4], [2, 3]]),
    "dicts, and none": ([{"a": 1}, None], {1: {0: "b"}}, [], (), [{"a": 1}, "b"]),
    "lists, and a number": ([[1], 2], {1: {0: "b"}}, [], (), [[1], "b"]),
    "no rows": ([], {}, [], (), []),
    "tuples": ([(1, "a")], {0: {0: 2}}, [{1: "b"}], (), [(2, "a"), (None, "b")]),
    "dicts": (
        [{"a": 1, "b": 2}, {"a": 3}],
        {1: {1: 4}},
        [{0: 5}],
        (0,),
        [{"a": 3, "b": 4}, {"a": 5, "b": None}],
    ),
    "named tuples": (
        [Pair("A", 1)],
        {0: {1: 2}},
        [{0: "B", 1: 3}],
        (),
        [Pair("A", 2), Pair("B", 3)],
    ),
    "data classes": (
        [Person("A", 1)],
        {0: {1: 2}},
        [{0: "B", 1: 3}],
        (),
        [Person("A", 2), Person("B", 3)],
    ),
    "columns": (
        {"a": [1, 2], "b": ("x", "y")},
        {0: {1: "z"}},
        [{0: 3}],
        (1,),
        {"a": [1, 3], "b": ("z", None)},
    ),
    "names and values": ({"x": 1, "y": 2}, {0: {1: 5}}, [{0: "z", 1: 7}], (1,), {"x": 5, "z": 7}),
    "rows by name": (
        {"a": {"r": 1, "s": 2}, "b": {"r": 3}},
        {0: {1: 9}},
        [{0: "t", 2: 8}],
        (1,),
        {"a": {"r": 9}, "b": {"r": 3, "t": 8}},
    ),
    "days": ([dt.date(2020, 1, 1)], {0: {0: "2021-02-03"}}, [], (), [dt.date(2021, 2, 3)]),
    "times": ([dt.time(1, 2)], {0: {0: "03:04"}}, [], (), [dt.time(3, 4)]),
    "moments": (
        [dt.datetime(2020, 1, 1, tzinfo=dt.UTC)],
        {0: {0: "2021-02-03T04:05"}},
        [],
        (),
        [dt.datetime(2021, 2, 3, 4, 5, tzinfo=dt.UTC)],
    ),
    "decimals": (
        [decimal.Decimal("1.25")],
        {0: {0: "2.5"}},
        [{0: "1.125"}],
        (),
        [decimal.Decimal("2.50"), decimal.Decimal("1.125")],
    ),
    "lists of numbers": ([{"n": [1, 2]}], {0: {0: ["3", "4"]}}, [], (), [{"n": [3, 4]}]),
    "whole numbers beyond what browsers hold": ([1], {0: {0: str(1 << 62)}}, [], (), [1 << 62]),
}


@pytest.mark.parametrize("case", PLAIN.values(), ids=PLAIN)
def test_plain_data_comes_back_as_what_it_was(case: Any) -> None:
    data, cells, added, deleted, expected = case
    found = changed(data, cells, added, deleted)
    assert found == expected
    assert type(found) is type(expected)


FRAME = pd.DataFrame(
    {
        "i8": pd.array([1, 2, 3], dtype="int8"),
        "f32": pd.array([0.5, 1.5, 2.5], dtype="float32"),
        "flag": [True, False, True],
        "text": ["a", "b", "c"],
        "cat": pd.Categorical(["x", "y", "x"], categories=["x", "y", "z"], ordered=True),
        "day": pd.to_datetime(["2020-01-01", "2020-01-02", None]),
        "zone": pd.to_datetime(["2020-01-01"] * 3).tz_localize("Europe/Berlin"),
        "Int": pd.array([1, None, 3], dtype="Int64"),
        "bool": pd.array([True, None, False], dtype="boolean"),
        "object": pd.Series(["p", None, "q"], dtype=object),
        "exact": pd.Series([decimal.Decimal("1.5")] * 3, dtype=object),
    }
)
VALUES: list[tuple[str, Any, Any]] = [
    ("i8", 7, 7),
    ("f32", 7.5, 7.5),
    ("flag", False, False),
    ("text", "new", "new"),
    ("cat", "z", "z"),
    ("day", "2021-05-06T07:08", pd.Timestamp("2021-05-06 07:08")),
    ("zone", "2021-07-06T07:08", pd.Timestamp("2021-07-06 07:08", tz="Europe/Berlin")),
    ("Int", 9, 9),
    ("bool", True, True),
    ("object", "r", "r"),
    ("exact", "2.25", decimal.Decimal("2.25")),
]


@pytest.mark.parametrize(("name", "value", "expected"), VALUES, ids=[each[0] for each in VALUES])
def test_columns_of_pandas_keep_their_type(name: str, value: Any, expected: Any) -> None:
    at = FRAME.columns.get_loc(name) + 1
    found = changed(FRAME, {0: {at: value}}, [{at: value}], (1,))
    assert found[name].tolist()[0] == expected
    assert found[name].tolist()[2] == expected
    assert found[name].dtype == FRAME[name].dtype
    assert list(found.columns) == list(FRAME.columns)
    before = [each for each in FRAME.columns if each not in (name, "i8", "flag")]
    pd.testing.assert_frame_equal(found.iloc[:2][before], FRAME.iloc[[0, 2]][before])
    assert found.index.tolist() == [0, 2, 3]


def test_what_has_no_room_for_none_is_widened() -> None:
    found = changed(FRAME, {0: {1: None, 3: None}})
    assert found["i8"].isna().tolist() == [True, False, False]
    assert found["i8"].tolist()[1:] == [2, 3]
    assert found["flag"].tolist() == [None, False, True]
    big = pd.DataFrame({"n": [1 << 60, 1]})
    assert changed(big, {1: {1: None}})["n"].tolist() == [1 << 60, pd.NA]


def test_an_index_is_counted_on_or_set() -> None:
    plain = pd.DataFrame({"n": [1, 2]}, index=pd.RangeIndex(10, 30, 10, name="at"))
    assert changed(plain, {}, [{1: 5}]).index.equals(pd.RangeIndex(10, 40, 10))
    assert changed(plain, {}, [], (0,)).index.tolist() == [20]
    named = pd.DataFrame({"n": [1, 2]}, index=pd.Index(["a", "b"], name="who"))
    found = changed(named, {0: {0: "A"}}, [{0: "c", 1: 3}], (1,))
    assert (found.index.tolist(), found.index.name) == (["A", "c"], "who")
    several = named.set_index(pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["x", "y"]))
    found = changed(several, {0: {2: 9}}, [{0: "c", 1: 3, 2: 7}])
    assert found.index.tolist() == [("a", 1), ("b", 2), ("c", 3)]
    assert found["n"].tolist() == [9, 2, 7]


def test_columns_of_one_name_are_told_apart_and_others_keep_theirs() -> None:
    twice = pd.DataFrame([[1, 2]], columns=["n", "n"])
    found = changed(twice, {0: {2: 5}})
    assert found.to_numpy().tolist() == [[1, 5]]
    assert list(found.columns) == ["n", "n"]
    above = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]))
    found = changed(above, {0: {2: 5}})
    assert found.columns.equals(above.columns)
    assert found.iloc[0].tolist() == [1, 5]


def test_series_come_back_as_series_and_an_index_as_a_frame() -> None:
    series = pd.Series([1.5, 2.5], name="n", index=["a", "b"])
    found = changed(series, {1: {1: 9.5}}, [], (0,))
    pd.testing.assert_series_equal(found, pd.Series([9.5], name="n", index=["b"]))
    assert isinstance(changed(pd.Index([1, 2], name="n"), {0: {0: 5}}), pd.DataFrame)


def test_what_a_styler_shows_comes_back_as_its_frame() -> None:
    pytest.importorskip("jinja2")
    assert changed(FRAME.style, {0: {1: 7}})["i8"].tolist() == [7, 2, 3]


ARRAYS: dict[str, tuple[Any, dict[int, Cells], list[Cells], tuple[int, ...], list[Any], str]] = {
    "whole numbers": (np.array([1, 2, 3]), {0: {0: 9}}, [{0: 5}], (1,), [9, 3, 5], "int64"),
    "small ones": (np.array([1, 2], "int8"), {0: {0: 9}}, [], (), [9, 2], "int8"),
    "without one": (np.array([1, 2]), {0: {0: None}}, [], (1,), [None], "float64"),
    "a table": (
        np.array([[1.0, 2.0], [3.0, 4.0]]),
        {1: {0: 9.0}},
        [{1: 5.0}],
        (0,),
        [[9.0, 4.0], [None, 5.0]],
        "float64",
    ),
    "texts": (np.array(["a", "b"]), {0: {0: "long"}}, [], (), ["long", "b"], "<U4"),
    "flags": (np.array([True, False]), {0: {0: False}}, [], (), [False, False], "bool"),
}


@pytest.mark.parametrize("case", ARRAYS.values(), ids=ARRAYS)
def test_arrays_of_numpy_keep_their_type_and_shape(case: Any) -> None:
    data, cells, added, deleted, expected, dtype = case
    found = changed(data, cells, added, deleted)
    plain = found.astype(object)
    plain[pd.isna(plain)] = None
    assert plain.tolist() == expected
    assert found.dtype == dtype
    assert not np.shares_memory(found, data)


def test_records_of_numpy_are_set_by_field() -> None:
    data = np.array([("a", 1), ("b", 2)], dtype=[("name", "U5"), ("n", "i4")])
    found = changed(data, {0: {1: 7}}, [{0: "c", 1: 3}], (1,))
    assert found.tolist() == [("a", 7), ("c", 3)]
    assert found.dtype == data.dtype


def test_rows_that_are_arrays_are_arrays() -> None:
    first, second = changed([np.array([1, 2])], {0: {1: 5}}, [{0: 3, 1: 4}])
    assert (first.tolist(), second.tolist()) == ([1, 5], [3, 4])
    assert first.dtype == second.dtype == np.dtype(int)


@pytest.mark.parametrize("kind", [pd.DataFrame, dict])
def test_many_edits_of_many_columns_are_read_once(kind: Callable[[Any], Any]) -> None:
    data = kind({str(n): list(range(500)) for n in range(100)})
    table = table_of(data)
    start = table.index_columns
    cells = {row: {at + start: row for at in range(100)} for row in range(500)}
    changes = Changes(table, Edits("m", 500, cells, {0: {}}))
    begin = time.thread_time()
    edited(data, changes)
    assert time.thread_time() - begin < 0.5


def test_anything_else_comes_back_as_a_frame() -> None:
    found = changed(collections.deque([1, 2]), {0: {0: 5}})
    assert isinstance(found, pd.DataFrame)
    assert found["value"].tolist() == [5, 2]


def test_polars_comes_back_as_polars() -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"n": [1, 2], "t": ["a", "b"]})
    found = changed(frame, {0: {0: 9}}, [{1: "c"}], (1,))
    assert found.equals(polars.DataFrame({"n": [9, None], "t": ["a", "c"]}))
    assert changed(frame["n"], {0: {0: 9}}).to_list() == [9, 2]


def test_arrow_comes_back_as_arrow() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({"n": pyarrow.array([1, 2], "int8"), "t": ["a", "b"]})
    found = changed(table, {0: {0: 9}}, [{1: "c"}], (1,))
    assert found.schema.equals(table.schema)
    assert found.to_pydict() == {"n": [9, None], "t": ["a", "c"]}
