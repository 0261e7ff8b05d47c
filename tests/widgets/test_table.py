"""Table: whatever has rows as cells, its headers, and what a Styler says of it."""

import dataclasses
import datetime as dt
import decimal
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ostinato as st
from ostinato.data.styler import css_of, style_of
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.widgets.table import Table

FRAME = pd.DataFrame({"a": [1.234, 2], "b": [3, 4]}, index=["x", "y"])


@dataclasses.dataclass
class Player:
    name: str
    age: int


def drawn(data: Any = None, **options: Any) -> Table:
    props = st.table(data, **options).node.props  # type: ignore[union-attr]
    assert isinstance(props, Table)
    return props


def rows(props: Table) -> list[tuple[Any, ...]]:
    return list(zip(*[column.cells for column in props.columns], strict=True))


def names(props: Table) -> list[str]:
    return [" / ".join(column.names) for column in props.columns]


@pytest.mark.parametrize(
    ("values", "cells", "kind"),
    [
        ([1, -3], [1, -3], "integer"),
        ([2**63], ["9223372036854775808"], "integer"),
        ([1.5, float("nan"), float("inf")], [1.5, None, "∞"], "number"),
        ([decimal.Decimal("1.50"), None], ["1.50", None], "integer"),
        (["**b**", None], ["**b**", None], "text"),
        ([True, False], [True, False], "plain"),
        ([dt.date(2026, 1, 2)], ["2026-01-02"], "plain"),
        ([dt.time(3, 4, 5)], ["03:04:05"], "plain"),
        ([dt.datetime(2026, 1, 2, 3, 4, 5)], ["2026-01-02 03:04:05"], "plain"),
        ([dt.datetime(2026, 1, 2, 3, 4, 5, 123000)], ["2026-01-02 03:04:05.123"], "plain"),
        (
            [dt.datetime(2026, 1, 2, 3, tzinfo=dt.UTC)],
            ["2026-01-02 03:00:00+00:00"],
            "plain",
        ),
        ([dt.timedelta(days=1, hours=2)], ["1 day, 2:00:00"], "plain"),
        ([b"ab", b"\xff\x00"], ["ab", "ff 00"], "plain"),
        ([[1, 2], []], ["[1, 2]", "[]"], "plain"),
        ([1, "a", None], ["1", "a", None], "text"),
    ],
)
def test_cells_of_all_kinds(values: list[Any], cells: list[Any], kind: str) -> None:
    (column,) = drawn({"a": values}).columns
    assert (column.cells, column.kind) == (cells, kind)


def test_cells_of_pandas() -> None:
    frame = pd.DataFrame(
        {
            "category": pd.Categorical(["u", "v"]),
            "period": pd.period_range("2026-01", periods=2, freq="M"),
            "integer": pd.array([1, None], dtype="Int64"),
            "zone": pd.to_datetime(["2026-01-02 03:04:05"] * 2).tz_localize("Europe/Paris"),
        }
    )
    assert rows(drawn(frame)) == [
        ("u", "2026-01", 1, "2026-01-02 03:04:05+01:00"),
        ("v", "2026-02", None, "2026-01-02 03:04:05+01:00"),
    ]


@pytest.mark.parametrize(
    ("data", "header", "content", "hides_header"),
    [
        (None, [], [], True),
        ([], [], [], True),
        ([1, 2], ["value"], [(1,), (2,)], True),
        ({"a": [1, 2], "b": ["x", "y"]}, ["a", "b"], [(1, "x"), (2, "y")], False),
        ({"a": 1, "b": "x"}, ["", "value"], [("a", "1"), ("b", "x")], True),
        ([{"a": 1}, {"a": 2, "b": 3}], ["a", "b"], [(1, None), (2, 3)], False),
        ([Player("Ada", 36)], ["name", "age"], [("Ada", 36)], False),
        ([[1, 2], [3, 4]], ["0", "1"], [(1, 2), (3, 4)], True),
        (np.arange(4).reshape(2, 2), ["0", "1"], [(0, 1), (2, 3)], True),
        (pd.Series([1.5], name="n"), ["n"], [(1.5,)], False),
        (FRAME, ["", "a", "b"], [("x", 1.234, 3), ("y", 2.0, 4)], False),
        (pd.DataFrame({"a": []}), ["a"], [], False),
        ((each for each in [[1, 2]]), ["0", "1"], [(1, 2)], True),
        (range(2), ["value"], [(0,), (1,)], True),
        (deque([{"a": 1}]), ["a"], [(1,)], False),
        ({"a": 1}.values(), ["value"], [(1,)], True),
        ({"a": {"x": 1}}, ["", "a"], [("x", 1)], False),
        (np.array([(1,)], dtype=[("a", int)]), ["a"], [(1,)], False),
        ({}, [], [], True),
    ],
)
def test_j05_headers_that_nobody_has_given_are_hidden(
    data: Any, header: list[str], content: list[tuple[Any, ...]], hides_header: bool
) -> None:
    props = drawn(data)
    assert (names(props), rows(props)) == (header, content)
    assert props.hide_header is hides_header
    assert drawn(FRAME, hide_header=True).hide_header
    assert not drawn([1], hide_header=False).hide_header


def test_an_index_of_plain_numbers_is_hidden_unless_it_is_wanted() -> None:
    plain = pd.DataFrame({"a": [1, 2]})
    assert names(drawn(plain)) == ["a"]
    assert rows(drawn(plain, hide_index=False)) == [(0, 1), (1, 2)]
    assert rows(drawn([5, 6], hide_index=False)) == [(0, 5), (1, 6)]
    assert names(drawn(FRAME, hide_index=True)) == ["a", "b"]


def test_several_levels_are_headers_of_each_other() -> None:
    frame = pd.DataFrame(
        np.arange(4).reshape(2, 2),
        index=pd.MultiIndex.from_product([["A"], [1, 2]], names=["up", "down"]),
        columns=pd.MultiIndex.from_tuples([("X", "a"), ("X", "b")]),
    )
    props = drawn(frame)
    assert names(props) == ["up", "down", "X / a", "X / b"]
    assert [column.is_index for column in props.columns] == [True, True, False, False]
    assert rows(props) == [("A", 1, 0, 1), ("A", 2, 2, 3)]


def test_j05_a_styler_says_texts_colours_and_what_is_hidden() -> None:
    styler = (
        FRAME.style.format("{:.1f}")
        .highlight_max(color="yellow")
        .map_index(lambda _: "color: teal", axis="columns")
        .set_caption("Two rows")
        .set_table_styles([{"selector": "th:hover", "props": "color: red"}])
    )
    props = drawn(styler)
    assert rows(props) == [("x", "1.2", "3.0"), ("y", "2.0", "4.0")]
    assert props.caption == "Two rows"
    yellow = props.css.index("background-color: yellow;") + 1
    assert [column.styles for column in props.columns] == [None, [0, yellow], [0, yellow]]
    assert props.css[props.columns[1].name_style - 1] == "color: teal;"
    assert [(rule.selector, rule.css) for rule in props.rules] == [("th:hover", "color: red;")]
    assert [column.kind for column in props.columns] == ["text", "integer", "integer"]
    assert names(drawn(FRAME.style.hide(axis="index"))) == ["a", "b"]
    assert drawn(FRAME.style.hide(axis="columns")).hide_header
    hidden = drawn(FRAME.style.hide(["a"], axis="columns"))
    assert names(hidden) == ["", "b"]
    assert [column.number for column in hidden.columns][-1] == 1


def test_a_styler_that_has_not_changed_costs_no_edit() -> None:
    assert drawn(FRAME.style.highlight_max()) == drawn(FRAME.style.highlight_max())


@pytest.mark.parametrize(
    ("style", "css"),
    [
        ([("color", "red"), ("x", "} b { color: blue")], "color: red;"),
        ("color: red; background: url(x)", "color: red; background: url(x);"),
        ("content: '</style>'", ""),
        ([("width", 3)], "width: 3;"),
    ],
)
def test_j05_a_style_says_no_more_than_properties(style: Any, css: str) -> None:
    assert css_of(style_of(style)) == css


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: st.table("text"), StreamlitAPIException, "a table must be made of rows"),
        (lambda: st.table([1], border="x"), StreamlitValueError, "table: border must"),  # type: ignore[arg-type]
        (lambda: st.table([1], width="x"), StreamlitInvalidWidthError, "table: width must"),  # type: ignore[arg-type]
        (lambda: st.table([1], height=0), StreamlitInvalidHeightError, "table: height must"),
        (lambda: st.table([1], alt=5), StreamlitInvalidParameterTypeError, "table: alt must"),  # type: ignore[arg-type]
        (
            lambda: st.table([1], hide_index=np.arange(2)),  # type: ignore[arg-type]
            StreamlitInvalidParameterTypeError,
            "table: hide_index must",
        ),
    ],
)
def test_r06_what_it_refuses(
    call: Callable[[], object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=f"^{words}"):
        call()


def test_a_test_reads_a_table() -> None:
    app = AppTest.from_string("""
        import pandas as pd
        import ostinato as st
        st.table(pd.DataFrame({"a": [1, 2], "b": [0.5, None], "c": ["x", "y"]}, index=["u", "v"]))
        st.table([[1, 2]])
    """).run()
    first, second = app.table
    assert first.columns == ["", "a", "b", "c"]
    assert first.rows == [("u", 1, 0.5, "x"), ("v", 2, None, "y")]
    assert first.value.loc["v", "a"] == 2
    assert first.value["b"].sum() == 0.5
    assert second.value.to_numpy().tolist() == [[1, 2]]


def test_importing_and_showing_plain_tables_loads_no_library() -> None:
    code = (
        "import sys, ostinato as st; st.table({'a': [1]}); st.metric('a', 1, chart_data=[1]);"
        "print(sorted({'numpy', 'pandas', 'pyarrow', 'narwhals'} & {*sys.modules}))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
