"""Typed: columns keep what was not touched; what is entered is held as it is, or refused."""

import dataclasses
import datetime as dt
import zoneinfo
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from ostinato.data.edited import Changes, edited
from ostinato.data.edited_values import as_set
from ostinato.data.fitting import rooms_of
from ostinato.data.tables import table_of
from ostinato.testing import AppTest
from ostinato.values.cell import SHOWN_AS
from ostinato.values.edits import Cells, Edits

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
NOON = dt.datetime(2020, 1, 1, 12)
LARGE = (1 << 53) + 1
FINE = 1_700_000_000_123_456_789
GAP = "2020-03-29T02:30:00"
VIEWS = pa.array(["a", "b"], pa.string_view())
RUNS = pa.RunEndEncodedArray.from_arrays(pa.array([1, 2], pa.int32()), pa.array(["a", "b"]))


@dataclasses.dataclass
class Order:
    count: int
    total: int = dataclasses.field(init=False, default=3)

    def __post_init__(self) -> None:
        self.count += 0  # No count is no order.


@dataclasses.dataclass(slots=True, frozen=True)
class Fixed:
    name: str


def changed(
    data: Any,
    cells: dict[int, Cells] | None = None,
    added: list[Cells] | None = None,
    deleted: tuple[int, ...] = (),
) -> Any:
    table = table_of(data)
    ways = [SHOWN_AS.get(column.kind) for column in table.columns]
    columns = [as_set(column, way) for column, way in zip(table.columns, ways, strict=True)]
    table = table._replace(columns=columns)
    edits = Edits("m", table.rows, cells or {}, dict(enumerate(added or [])), deleted)
    return edited(data, Changes(table, edits))


def check(data: Any, value: Any, zone: Any = None) -> None:
    """Enter a value into the last column."""
    table = table_of(data)
    ways = [SHOWN_AS.get(column.kind, "text") for column in table.columns]
    last = len(ways) - 1
    rooms_of(data, table, ways, {} if zone is None else {last: zone})[last](value)


def values(data: Any) -> list[Any]:
    """Return the values of the last column."""
    if isinstance(data, pa.Table):
        return data.column(-1).to_pylist()
    if isinstance(data, pl.DataFrame):
        return data.to_series(-1).to_list()
    if isinstance(data, pd.DataFrame):
        return data.iloc[:, -1].tolist()
    return data.tolist() if isinstance(data, np.ndarray) else list(data)


def series(values: list[Any], dtype: Any) -> pl.DataFrame:
    return pl.DataFrame({"x": pl.Series(values).cast(dtype)})


def arrow(values: Any, of: Any = None) -> pa.Table:
    return pa.table({"x": pa.array(values, of)})


def ticks(data: Any) -> list[int]:
    """Return moments as the numbers that they are stored as."""
    if isinstance(data, pa.Table):
        return data.column(0).cast("int64").to_pylist()
    return data["x"].to_physical().to_list()


FINE_ONES: dict[str, Any] = {
    "Polars moments": series([0, FINE], pl.Datetime("ns")),
    "Polars times": series([0, FINE % 86_400_000_000_000], pl.Time),
    "Arrow moments": arrow([0, FINE], pa.timestamp("ns")),
    "Arrow times": arrow([0, FINE % 86_400_000_000_000], pa.time64("ns")),
}


@pytest.mark.parametrize("data", FINE_ONES.values(), ids=FINE_ONES)
@pytest.mark.parametrize("added", [[], [{}]], ids=["set", "added"])
def test_v07_nanoseconds_that_were_not_touched_stay(data: Any, added: list[Cells]) -> None:
    text = "01:00:00" if table_of(data).columns[0].kind == "time" else "1970-01-01T01:00:00"
    before = ticks(data)
    found = changed(data, {0: {0: text}}, added)
    assert ticks(found) == [3_600_000_000_000, before[1], *[None for _ in added]]
    assert ticks(changed(data, {}, [], (0,))) == before[1:]


class Case(NamedTuple):
    """What becomes of some data: the values of the last column, and its type."""

    data: Any
    cells: dict[int, Cells]
    added: list[Cells]
    deleted: tuple[int, ...]
    expected: list[Any]
    dtype: str


NONE = float("nan")
KEPT: dict[str, Case] = {
    "large, one cleared": Case(
        np.array([1, LARGE]), {0: {0: None}}, [], (), [None, LARGE], "object"
    ),
    "small, one cleared": Case(np.array([1, 2]), {0: {0: None}}, [], (), [NONE, 2.0], "float64"),
    "large, a row added": Case(np.array([1, LARGE]), {}, [{}], (), [1, LARGE, None], "object"),
    "large without a sign": Case(
        np.array([(1 << 64) - 1], "u8"), {}, [{}], (), [(1 << 64) - 1, None], "object"
    ),
    "a large one entered": Case(
        np.array([1, 2]), {0: {0: LARGE}, 1: {0: None}}, [], (), [LARGE, None], "object"
    ),
    "bytes, a row added": Case(np.array([b"a"]), {}, [{}], (), [b"a", None], "object"),
    "no rows of three": Case(
        np.zeros((0, 3)), {}, [{0: 1.0, 1: 2.0, 2: 3.0}], (), [[1.0, 2.0, 3.0]], "float64"
    ),
    "masked, one cleared": Case(
        np.ma.array([1, LARGE, 3], mask=[0, 0, 1]), {0: {0: None}}, [{}], (1,), [None] * 3, "int64"
    ),
    "no moment": Case(np.array(["2020-01-01"], "M8[ns]"), {0: {0: None}}, [], (), [None], "M8[ns]"),
    "lists in three dimensions": Case(
        np.zeros((1, 2, 2)), {0: {1: [1.0, 2.0]}}, [], (), [[[0, 0], [1.0, 2.0]]], "float64"
    ),
    "pandas: large, one cleared": Case(
        pd.DataFrame({"x": np.array([(1 << 64) - 1, 2], "u8")}),
        {1: {1: None}},
        [{}],
        (),
        [(1 << 64) - 1, pd.NA, pd.NA],
        "UInt64",
    ),
    "pandas: a large one entered": Case(
        pd.DataFrame({"x": [1, 2]}), {0: {1: None}, 1: {1: LARGE}}, [], (), [pd.NA, LARGE], "Int64"
    ),
    "pandas: too large for 32 bits": Case(
        pd.DataFrame({"x": np.array([1.5], "f4")}), {}, [{1: 1e300}], (), [1.5, 1e300], "float64"
    ),
    "pandas: finer than seconds": Case(
        pd.DataFrame({"x": pd.array([NOON], dtype="M8[s]")}),
        {0: {1: "2020-01-01T00:00:00.5"}},
        [],
        (),
        [dt.datetime(2020, 1, 1, 0, 0, 0, 500_000)],
        "object",
    ),
    "pandas: texts of Python": Case(
        pd.DataFrame({"x": pd.array(["a", "b"], dtype="string[python]")}),
        {0: {1: "z"}},
        [{1: "y"}],
        (1,),
        ["z", "y"],
        "string",
    ),
    "Polars: nothing yet": Case(
        pl.DataFrame({"x": [None, None]}), {0: {0: "q"}}, [{0: "r"}], (), ["q", None, "r"], "String"
    ),
    "Arrow: nothing yet": Case(
        arrow(pa.nulls(2)), {0: {0: "q"}}, [{0: "r"}], (), ["q", None, "r"], "string"
    ),
    "Arrow: views": Case(arrow(VIEWS), {0: {0: "z"}}, [], (1,), ["z"], "string_view"),
    "Arrow: runs": Case(
        arrow(RUNS),
        {},
        [{0: "z"}],
        (0,),
        ["b", "z"],
        "run_end_encoded<run_ends: int32, values: string>",
    ),
    "Arrow: as many categories as fit": Case(
        arrow([str(n) for n in range(128)]).cast(
            pa.schema({"x": pa.dictionary(pa.int8(), pa.string())})
        ),
        {0: {0: "1"}},
        [],
        tuple(range(2, 128)),
        ["1", "1"],
        "dictionary<values=string, indices=int8, ordered=0>",
    ),
    "Arrow: lists of days": Case(
        arrow([[dt.date(2020, 1, 1)]]),
        {0: {0: ["2020-02-02"]}},
        [],
        (),
        [[dt.date(2020, 2, 2)]],
        "list<item: date32[day]>",
    ),
    "Arrow: a time zone": Case(
        arrow([NOON], pa.timestamp("us", "Europe/Berlin")),
        {0: {0: "2021-07-01T12:00:00"}},
        [],
        (),
        [dt.datetime(2021, 7, 1, 12, tzinfo=BERLIN)],
        "timestamp[us, tz=Europe/Berlin]",
    ),
}


@pytest.mark.parametrize("case", KEPT.values(), ids=KEPT)
def test_v07_what_was_not_touched_stays_and_a_type_without_room_is_widened(case: Case) -> None:
    before = values(case.data)
    found = changed(case.data, case.cells, case.added, case.deleted)
    assert type(found) is type(case.data)
    assert repr(values(found)) == repr(case.expected) or values(found) == case.expected
    types = {pa.Table: lambda: found.schema[-1].type, pl.DataFrame: lambda: found.dtypes[-1]}
    frames = types | {pd.DataFrame: lambda: found.dtypes.iloc[-1]}
    dtype = frames.get(type(found), lambda: found.dtype)()
    assert dtype == np.dtype("M8[ns]") if case.dtype == "M8[ns]" else str(dtype) == case.dtype
    assert repr(values(case.data)) == repr(before)


def test_v07_fields_of_records_are_widened_one_by_one() -> None:
    data = np.array([(1, "a"), (2, "b")], dtype=[("n", "i4"), ("s", "U1")])
    assert changed(data, {0: {1: "abc"}}).tolist() == [(1, "abc"), (2, "b")]
    found = changed(data, {0: {0: None, 1: None}}, [{0: 7}], (1,))
    assert repr(found.tolist()) == "[(nan, None), (7.0, None)]"
    assert isinstance(changed(data.view(np.recarray), {}, [], (0,)), np.recarray)
    assert table_of(changed(data, {}, [], (0, 1))).rows == 0
    pairs = np.array([(1, (2, 3))], dtype=[("n", "i4"), ("p", "f8", 2)])
    found = changed(pairs, {0: {1: [4.0, 5.0]}}, [{0: 6}])
    assert found["p"].tolist()[0] == [4.0, 5.0]


def test_v07_columns_in_a_dict_keep_their_type_and_what_was_not_touched() -> None:
    data = {
        "n": np.array([1, LARGE]),
        "p": pd.Series([1, 2], dtype="Int8", index=["r", "s"]),
        "t": pl.Series([1, FINE]).cast(pl.Datetime("ns")),
        "a": pa.array([1, LARGE]),
        "rows": np.ones((2, 2)),
    }
    found = changed(data, {0: {0: None, 1: 7, 2: "1970-01-01T00:00:00"}})
    assert found["n"].tolist() == [None, LARGE]
    assert (found["p"].dtype, found["p"].to_dict()) == ("Int8", {"r": 7, "s": 2})
    assert found["t"].to_physical().to_list() == [0, FINE]
    assert found["a"].equals(data["a"])
    assert np.array_equal(found["rows"], data["rows"])
    del data["rows"]
    found = changed(data, {}, [{}], (0,))
    assert found["n"].tolist() == [LARGE, None]
    assert found["p"].tolist() == [2, pd.NA]
    assert found["t"].to_physical().to_list() == [FINE, None]
    assert found["a"].equals(pa.array([LARGE, None]))


def test_v07_rows_of_classes_are_set_as_they_are() -> None:
    found = changed([Order(1), Order(2)], {0: {1: 9}, 1: {0: None}}, [{0: 5, 1: 6}, {}])
    assert [(each.count, each.total) for each in found] == [(1, 9), (None, 3), (5, 6), (None, None)]
    assert changed([Fixed("a")], {0: {0: "b"}}, [{}]) == [Fixed("b"), Fixed(None)]  # type: ignore[arg-type]


REFUSED: dict[str, tuple[Any, Any]] = {
    "Polars: a decimal too fine": (series(["1.10"], pl.Decimal(5, 2)), "1.234"),
    "Polars: a decimal too large": (series(["1.10"], pl.Decimal(5, 2)), "12345678"),
    "Polars: a text among numbers": (pl.DataFrame({"x": [[1, 2]]}), ["a"]),
    "Polars: a fraction among whole ones": (pl.DataFrame({"x": [[1, 2]]}), ["1.5"]),
    "Polars: another length": (series([[1, 2]], pl.Array(pl.Int8, 2)), ["1"]),
    "Polars: too late": (series([NOON], pl.Datetime("ns")), "3000-01-01T00:00:00"),
    "Polars: too early": (series([NOON], pl.Datetime("ns")), "1600-01-01T00:00:00"),
    "Polars: too fine": (series([NOON], pl.Datetime("ms")), "2020-01-01T00:00:00.123456"),
    "Polars: infinite": (series([1.5], pl.Float32), 1e300),
    "Polars: no such time": (
        pl.DataFrame({"x": pl.Series([NOON]).dt.replace_time_zone("Europe/Berlin")}),
        GAP,
    ),
    "Arrow: a decimal too fine": (arrow([Decimal("1.1")], pa.decimal128(5, 2)), "1.234"),
    "Arrow: a decimal too large": (arrow([Decimal("1.1")], pa.decimal128(5, 2)), "12345678"),
    "Arrow: a text among numbers": (arrow([[1, 2]]), ["a"]),
    "Arrow: a fraction among whole ones": (arrow([[1, 2]]), ["1.5"]),
    "Arrow: no day": (arrow([[dt.date(2020, 1, 1)]]), ["x"]),
    "Arrow: no flag": (arrow([[True]]), ["x"]),
    "Arrow: another length": (arrow([[1, 2]], pa.list_(pa.int8(), 2)), ["1"]),
    "Arrow: too late": (arrow([NOON], pa.timestamp("ns")), "3000-01-01T00:00:00"),
    "Arrow: too early": (arrow([NOON], pa.timestamp("ns")), "0001-01-01T00:00:00"),
    "Arrow: too fine": (arrow([dt.time(1)], pa.time32("s")), "01:02:03.5"),
    "Arrow: infinite": (arrow(np.array([1.5], "f2")), 1e6),
    "Arrow: no such time": (arrow([NOON], pa.timestamp("us", "Europe/Berlin")), GAP),
    "numpy: too late": (np.array([NOON], "M8[ns]"), "3000-01-01T00:00:00"),
    "numpy: too early": (np.array([NOON], "M8[ns]"), "1600-01-01T00:00:00"),
    "numpy: no first of the month": (np.array(["2020-01"], "M8[M]"), "2020-01-15"),
    "numpy: infinite": (np.array([1.5], "f4"), 1e300),
    "numpy: infinite halves": (np.array([1.5], "f2"), 1e6),
    "numpy: nearly nothing": (np.array([1.5], "f4"), 1e-300),
    "numpy: a text that ends in nothing": (np.array(["a"]), "x\0"),
    "records": (np.array([(1, 1.5)], dtype=[("n", "i4"), ("x", "f2")]), 1e6),
    "a list of arrays": ([np.array([1.5], "f2")], 1e6),
    "a dict of arrays": ({"x": np.array([NOON], "M8[ns]")}, "3000-01-01T00:00:00"),
    "pandas: no such time": (
        pd.DataFrame({"x": pd.to_datetime([NOON]).tz_localize("Europe/Berlin")}),
        GAP,
    ),
    "no such time": ([NOON.replace(tzinfo=BERLIN)], GAP),
    "nanoseconds": ([NOON], "2020-01-01T00:00:00.123456789"),
    "a day with a time": ([dt.date(2020, 1, 1)], "2020-01-01T10:30"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_v07_what_a_column_cannot_hold_is_refused(case: tuple[Any, Any]) -> None:
    data, value = case
    with pytest.raises(ValueError, match=r"is no value of|there is no|finer than|is no day"):
        check(data, value)


ELSEWHERE = (
    "nanoseconds",
    "a day with a time",
    "no such time",
    "pandas: no such time",
    "a list of arrays",
)


@pytest.mark.parametrize("name", [name for name in REFUSED if name not in ELSEWHERE])
def test_v07_what_came_all_the_same_raises_nothing_in_the_script_and_is_not_lost(name: str) -> None:
    data, value = REFUSED[name]
    at = table_of(data).index_columns + len(table_of(data).columns) - 1
    found = changed(data, {0: {at: value}}, [{at: value}])
    assert type(found) is type(data)
    part = found["x"] if isinstance(found, dict) else found
    if isinstance(part, np.ndarray) and part.dtype.names:
        part = part["x"]
    held = values(part)
    assert held[0] == held[-1] is not None
    if "no such" not in name:
        plain = [str(item) for item in held[0]] if isinstance(held[0], list) else held[0]
        text = str(plain).replace(" ", "T").removesuffix("00000").removesuffix(".00")
        assert text == str(value).removesuffix("00000")


FITTING: dict[str, tuple[Any, Any]] = {
    "the nearest number": (series([1.5], pl.Float32), 0.1),
    "a decimal": (series(["1.10"], pl.Decimal(5, 2)), "1e2"),
    "twice in autumn": (arrow([NOON], pa.timestamp("us", "Europe/Berlin")), "2020-10-25T02:30:00"),
    "a longer text": (np.array(["a"]), "abc"),
    "pandas has objects": (
        pd.DataFrame({"x": pd.array([NOON], dtype="M8[ns]")}),
        "3000-01-01T00:00",
    ),
    "texts where nothing was": (pl.DataFrame({"x": [None]}), "hello"),
    "the first day": (series([NOON], pl.Datetime("us", "Europe/Berlin")), "0001-01-02T00:00:00"),
    "a category": (series(["a", "b"], pl.Enum(["a", "b"])), "b"),
    "none": (series(["1.10"], pl.Decimal(5, 2)), None),
}


@pytest.mark.parametrize("case", FITTING.values(), ids=FITTING)
def test_what_a_column_can_hold_is_not_refused(case: tuple[Any, Any]) -> None:
    check(*case)


def test_v07_a_time_zone_that_a_column_is_shown_in_says_which_times_there_are() -> None:
    data = [NOON.replace(tzinfo=dt.UTC)]
    check(data, GAP)
    with pytest.raises(ValueError, match="there is no 2020-03-29 02:30:00 in Europe/Berlin"):
        check(data, GAP, BERLIN)


@pytest.mark.parametrize("text", ["12345678901234567890123456789", "1e400", "1e-400", "1E+999999"])
def test_v07_decimals_of_any_length_are_kept(text: str) -> None:
    found = changed([{"x": Decimal("1.10")}], {0: {0: text}})
    assert found == [{"x": Decimal(text)}]
    assert table_of(found).rows == 1


def test_v07_the_person_is_told_and_the_script_is_given_what_was_there() -> None:
    app = AppTest.from_string(
        """
import numpy as np
import ostinato as st
out = st.data_editor(np.array(["2020-01-01"], dtype="M8[ns]"))
st.text(str(out[0])[:10])
"""
    ).run()
    with pytest.raises(Exception, match=r"'value': '3000-01-01T00:00:00' is no value of the type"):
        app.data_editor[0].set_cell(0, "value", "3000-01-01T00:00:00")
    app.data_editor[0].set_cell(0, "value", "2021-02-03T00:00:00").run()
    assert app.text[0].value == "2021-02-03"
