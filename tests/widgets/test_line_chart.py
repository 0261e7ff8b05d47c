"""Line, area, bar and scatter charts: which columns they draw, how, and what they refuse."""

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidColorError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
)
from ostinato.testing import AppTest
from ostinato.wire.plots import PlotProps

DATA = {"day": ["Mo", "Tu"], "paid": [1, 2], "free": [3, 4]}


def drawn(data: Any = None, call: str = "line_chart", **kwargs: Any) -> PlotProps:
    props = getattr(st, call)(data, **kwargs).node.props
    assert isinstance(props, PlotProps)
    return props


def names(props: PlotProps) -> list[str]:
    return [each.name for each in props.series]


def test_q01_each_column_of_numbers_is_a_series_over_the_index() -> None:
    frame = pd.DataFrame({"a": [1, 2], "b": [3, 4], "text": ["x", "y"]}, index=["one", "two"])
    props = drawn(frame)
    assert names(props) == ["a", "b"]
    assert props.x.categories == ["one", "two"]
    assert (props.x.title, props.y.title) == (None, None)


def test_q01_columns_can_be_named_and_name_their_axes() -> None:
    props = drawn(DATA, x="day", y="free")
    assert (names(props), props.x.title, props.y.title) == (["free"], "day", "free")
    props = drawn(DATA, x="day", y=["free", "paid"], x_label="Weekday", y_label="")
    assert (names(props), props.x.title, props.y.title) == (["free", "paid"], "Weekday", None)


def test_q01_an_index_with_a_name_is_a_column() -> None:
    frame = pd.DataFrame({"v": [1, 2]}, index=pd.Index([5, 6], name="when"))
    assert drawn(frame, x="when", y="v").x.title == "when"


@pytest.mark.parametrize(
    "data",
    [
        [1, 2, 3],
        np.arange(6).reshape(3, 2),
        {"a": [1, 2]},
        [{"a": 1}, {"a": 2}],
        pd.Series([1, 2]),
        (n for n in range(3)),
    ],
)
def test_q01_whatever_is_a_table_is_drawn(data: Any) -> None:
    assert drawn(data).series[0].points > 0


@pytest.mark.parametrize("data", [None, [], {}, pd.DataFrame(), pd.DataFrame({"a": [], "b": []})])
@pytest.mark.parametrize("call", ["line_chart", "area_chart", "bar_chart", "scatter_chart"])
def test_q03_no_data_is_an_empty_chart(data: Any, call: str) -> None:
    assert all(each.points == 0 for each in drawn(data, call).series)


def test_names_may_be_anything_and_the_same_one_is_taken_once() -> None:
    assert names(drawn({"a.b": [1], "c[d]": [2], "é 名": [3]})) == ["a.b", "c[d]", "é 名"]
    twice = pd.DataFrame([[1, 2, 3]], columns=["x", "v", "v"])
    assert names(drawn(twice, x="x")) == ["v", "v"]
    assert drawn(twice, x="x", y="v").series[0].points == 1


@pytest.mark.parametrize(
    ("color", "colors"),
    [
        ("#fa0", ["#fa0", "#fa0"]),
        ("red", ["red", "red"]),
        ((0, 0, 255), ["rgb(0, 0, 255)"] * 2),
        (["#f00", (0.0, 0.0, 1.0, 0.5)], ["#f00", "rgba(0, 0, 255, 0.5)"]),
        (None, [None, None]),
    ],
)
def test_q02_series_have_the_colors_that_are_given(color: Any, colors: list[str | None]) -> None:
    props = drawn(DATA, x="day", color=color)
    assert [each.color for each in props.series] == colors


def test_q02_a_column_tells_series_apart() -> None:
    data = {"x": [1, 1, 2, 2], "y": [1, 2, 3, 4], "who": ["b", "a", "b", "a"]}
    assert names(drawn(data, x="x", y="y", color="who")) == ["a", "b"]
    assert drawn(data, "scatter_chart", x="x", y="y", color="y").shade == "y"


@pytest.mark.parametrize(
    ("kwargs", "error", "words"),
    [
        ({"x": "dya"}, StreamlitAPIException, "got x='dya': there are 'day', 'paid', 'free'"),
        ({"y": ["paid", "no"]}, StreamlitAPIException, "got y='no': there are"),
        ({"y": "day"}, StreamlitAPIException, "a column of numbers, got y='day'"),
        ({"color": "who"}, StreamlitInvalidColorError, "got color='who': there are 'day'"),
        ({"x": "day", "color": ["red"] * 3}, StreamlitInvalidColorError, "got 3 colors"),
        ({"color": ["rde", "red"]}, StreamlitInvalidColorError, "got 'rde'"),
        ({"x": 1.5}, StreamlitInvalidParameterTypeError, "x must be the name of a column"),
        ({"width": -1}, StreamlitInvalidWidthError, "width"),
        ({"height": "tall"}, StreamlitInvalidHeightError, "height"),
    ],
)
def test_q03_what_cannot_be_drawn_is_named(
    kwargs: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as raised:
        drawn(DATA, "area_chart", **kwargs)
    assert words in str(raised.value)


def test_q03_texts_alone_are_no_values() -> None:
    with pytest.raises(StreamlitAPIException, match="a column of numbers is needed"):
        drawn({"a": ["x"]})


def test_columns_of_different_kinds_have_no_axis_in_common() -> None:
    data = {"n": [1], "t": [dt.datetime(2024, 1, 1)]}
    with pytest.raises(StreamlitAPIException, match="must be of one kind"):
        drawn(data, y=["n", "t"])


def test_what_a_screen_reader_says_can_be_given() -> None:
    assert drawn(DATA, x="day", alt="Two lines").alt == "Two lines"
    assert drawn(DATA, x="day", alt=" ").alt is None


APP = """
import numpy as np, pandas as pd, streamlit as st
count = st.number_input("rows", value=2_000_000)
numbers = np.arange(count, dtype="f8")
st.line_chart(pd.DataFrame({"v": numbers % 1000}))
st.button("again")
"""


def test_q05_an_unchanged_chart_is_not_computed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_string(APP).run()
    before = app.get("line_chart")[0]._props  # type: ignore[attr-defined]  # noqa: SLF001
    assert before["question"].startswith("points?kind=line")
    assert sum(each["points"] for each in before["series"]) < 5000
    monkeypatch.setattr("ostinato.run.plots.plot_of", None)
    app.button[0].click().run()
    assert not app.exception
    assert app.get("line_chart")[0]._props == before  # type: ignore[attr-defined]  # noqa: SLF001
