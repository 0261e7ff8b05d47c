"""Plotly chart: which figures there are, how they travel, and what is selected in them."""

import datetime as dt
from decimal import Decimal
from typing import Any

import matplotlib as mpl
import msgspec
import numpy as np
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import polars as pl
import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.values.chart_states import PlotlyState

SELECTING = """
    import ostinato as st
    def note():
        st.session_state.noted = st.session_state.chart.selection.point_indices
    event = st.plotly_chart(
        {"data": [{"x": [1, 2], "y": [3, st.session_state.get("last", 4)]}]},
        key="chart",
        on_select=note,
    )
    st.text(event.selection.points)
    st.button("Again")
"""

BIG = """
    import numpy as np, ostinato as st
    n = st.session_state.get("n", 0)
    x = np.arange(10_000.0)
    st.plotly_chart([{"type": "scattergl", "x": x, "y": x * n, "text": ["a"] * 40_000}])
"""


def props(figure: Any, **options: Any) -> Any:
    return st.plotly_chart(figure, **options).node.props


def whole(figure: Any, **options: Any) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.msgpack.decode(props(figure, **options).figure)
    return told


def trace(figure: Any, **options: Any) -> dict[str, Any]:
    """Return what travels of the first trace of a figure."""
    first: dict[str, Any] = whole(figure, **options)["data"][0]
    return first


def props_of(chart: Any) -> dict[str, Any]:
    """Return what the browser is told of a chart."""
    told: dict[str, Any] = chart._props  # noqa: SLF001  (which files are asked for is no one else's)
    return told


class Told:
    def to_plotly_json(self) -> dict[str, Any]:
        return {"data": [{"x": [1]}]}


class Made:
    def to_dict(self) -> dict[str, Any]:
        return {"data": [{"x": [1]}]}


@pytest.mark.parametrize(
    "figure",
    [
        go.Figure(go.Scatter(x=[1])),
        go.Scatter(x=[1]),
        [go.Scatter(x=[1])],
        [{"x": [1], "type": "scatter"}],
        ({"x": (1,)},),
        {"data": [{"x": [1]}]},
        {"data": {"x": [1]}, "layout": None},
        {"data": go.Scatter(x=[1])},
        {"type": "scatter", "x": [1]},
        go.Figure(go.Scatter(x=[1])).to_dict(),
        Told(),
        Made(),
    ],
)
def test_a01_a_figure_is_what_has_traces(figure: Any) -> None:
    assert trace(figure)["x"] == [1]


@pytest.mark.parametrize("figure", [{}, [], {"data": []}, {"layout": {"title": "t"}}])
def test_a01_a_figure_may_be_empty(figure: Any) -> None:
    assert whole(figure)["data"] == []


@pytest.mark.filterwarnings("ignore:The converter attribute")
def test_a01_a_figure_of_matplotlib_is_converted() -> None:
    mpl.use("agg")
    from matplotlib import pyplot  # noqa: PLC0415  (after the backend is chosen)

    figure, axes = pyplot.subplots()
    axes.plot([1, 2], [3, 4])
    assert trace(figure)["y"] == [3, 4]
    pyplot.close(figure)


@pytest.mark.parametrize("figure", [None, 3, "text", object(), {"x": [1]}, [1], dict])
def test_a09_what_is_no_figure_is_an_error_that_says_what_is_one(figure: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="plotly_chart: figure_or_data must"):
        st.plotly_chart(figure)


def test_a09_a_type_of_trace_that_there_is_not_is_named() -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"type='nope' in data\[1\]: use one of"):
        st.plotly_chart([{"x": [1]}, {"type": "nope"}])


def test_a09_a_type_that_is_no_text_and_a_layout_that_is_no_dict_are_named() -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"got type=\['a'\] in data\[0\]"):
        st.plotly_chart({"data": [{"type": ["a"]}]})
    with pytest.raises(errors.StreamlitAPIException, match="a dict as its 'layout', got 5"):
        st.plotly_chart({"data": [{"y": [1]}], "layout": 5})


def test_a09_a_number_that_no_float_holds_is_a_gap_among_few_and_many() -> None:
    for count in (1, 300):
        assert trace([{"y": [10**400] + [1] * count}])["y"][:2] == [None, 1]


def test_a09_a_value_that_cannot_be_shown_is_told_by_its_place() -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"object.* at data\.marker\.color"):
        st.plotly_chart([{"marker": {"color": object()}}])
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(errors.StreamlitAPIException, match="nested this deeply"):
        st.plotly_chart([{"x": loop}])
    with pytest.raises(errors.StreamlitAPIException, match="UTF-8"):
        st.plotly_chart([{"name": "\ud800"}])
    with pytest.raises(errors.StreamlitAPIException, match="fit one another, at data.x"):
        st.plotly_chart([{"x": {"dtype": "f8", "bdata": "AAA="}}])


@pytest.mark.parametrize(
    ("array", "dtype", "size"),
    [
        (np.arange(100), "i1", 1),
        (np.arange(-200, 200), "i2", 2),
        (np.arange(200), "u1", 1),
        (np.arange(100) + 70_000, "i4", 4),
        (np.arange(100, dtype="u8") + 3_000_000_000, "u4", 4),
        (np.arange(100) + 2**40, "f8", 8),
        (np.arange(100, dtype="f4"), "f4", 4),
        (np.arange(100, dtype=">f8"), "f8", 8),
        (np.arange(100, dtype="f2"), "f4", 4),
        (np.arange(200.0)[::2], "f8", 8),
        (pd.Series(np.arange(100.0)), "f8", 8),
        (pl.Series(np.arange(100.0)), "f8", 8),
        ([float(n) for n in range(300)], "f8", 8),
    ],
)
def test_a03_numbers_travel_as_bytes(array: Any, dtype: str, size: int) -> None:
    x = trace([{"x": array}])["x"]
    assert (x["dtype"], x["shape"], len(x["bdata"])) == (dtype, [len(array)], len(array) * size)
    name = {"i": "<i", "u": "<u", "f": "<f"}[dtype[0]] + dtype[1]
    assert np.frombuffer(x["bdata"], name).tolist() == [*array]


def test_a03_what_plotly_has_told_in_its_own_way_is_read() -> None:
    figure = go.Figure(go.Heatmap(z=np.arange(200.0).reshape(20, 10)))
    z = trace(figure.to_dict())["z"]
    assert (z["dtype"], z["shape"], len(z["bdata"])) == ("f8", [20, 10], 1600)
    assert trace(figure)["z"] == z


def test_a03_moments_are_numbers_and_few_of_them_texts() -> None:
    days = pd.date_range("2024-01-01", periods=100)
    x = trace(px.line(pd.DataFrame({"x": days, "y": range(100)}), x="x", y="y"))["x"]
    assert x["dtype"] == "ms"
    assert np.frombuffer(x["bdata"], "<f8")[1] == pd.Timestamp("2024-01-02").timestamp() * 1000
    assert trace([{"x": days[:2]}])["x"] == ["2024-01-01T00:00:00", "2024-01-02T00:00:00"]


def test_a03_what_is_no_array_of_numbers_is_plain() -> None:
    told = trace(
        [
            {
                "x": [
                    dt.date(2024, 1, 1),
                    dt.datetime(2024, 1, 2, 3),
                    pd.Timestamp("2024"),
                    pd.NaT,
                ],
                "y": [Decimal("1.5"), np.float64(2), float("nan"), None, np.int64(3), pd.NA],
                "text": pd.Series(["a", None, "c"]),
                "ids": np.array(["p", "q"]),
                "customdata": np.array([[1, "a"], [2, None]], dtype=object),
                "marker": {"size": dt.timedelta(seconds=1), "color": {1}, "opacity": True},
                "base": 2**60,
            }
        ]
    )
    assert told == {
        "x": ["2024-01-01", "2024-01-02T03:00:00", "2024-01-01T00:00:00", None],
        "y": [1.5, 2.0, None, None, 3.0, None],
        "text": ["a", None, "c"],
        "ids": ["p", "q"],
        "customdata": [[1, "a"], [2, None]],
        "marker": {"size": 1000.0, "color": [1], "opacity": True},
        "base": float(2**60),
    }


def test_a03_what_plotly_takes_only_as_a_list_is_one() -> None:
    told = trace([{"type": "table", "cells": {"values": np.arange(300.0).reshape(3, 100)}}])
    assert told["cells"]["values"][0][:2] == [0.0, 1.0]
    assert trace([{"selectedpoints": np.arange(300)}])["selectedpoints"][:2] == [0, 1]


def test_a03_large_arrays_are_files_and_only_what_changes_is_another() -> None:
    app = AppTest.from_string(BIG).run()
    chart = app.plotly_chart[0]
    before = props_of(chart)["arrays"]
    assert len(before) == 2
    assert props_of(chart).get("figure") is None
    assert chart.data[0]["x"][:2] == [0.0, 1.0]
    app.session_state["n"] = 2
    after = app.run().plotly_chart[0]
    assert props_of(after)["arrays"][0] == before[0]
    assert props_of(after)["arrays"][1] != before[1]
    assert after.data[0]["y"][:2] == [0.0, 2.0]


def test_a06_the_template_that_nobody_has_chosen_stays_at_home() -> None:
    usual = px.scatter(x=[1], y=[1])
    assert whole(usual)["layout"]["template"] == "plotly"
    assert "colorway" in whole(usual, theme=None)["layout"]["template"]["layout"]
    dark = go.Figure(layout={"template": "plotly_dark"})
    assert isinstance(whole(dark)["layout"]["template"], dict)


def test_a05_what_is_selected_is_told_with_attributes() -> None:
    app = AppTest.from_string(SELECTING).run()
    assert app.text[0].value == "[]"
    app.plotly_chart[0].select(points=[1]).run()
    point = {"curve_number": 0, "point_number": 1, "point_index": 1, "x": 2, "y": 4}
    assert app.text[0].value == str([point])
    assert app.session_state["noted"] == [1]
    assert app.plotly_chart[0].selection.points[0].x == 2
    assert isinstance(app.session_state["chart"], PlotlyState)
    app.session_state["last"] = 5
    app.button[0].click().run()
    assert app.text[0].value == str([point])
    area = {"xref": "x", "yref": "y", "x": [0, 1], "y": [0, 1]}
    app.plotly_chart[0].select(box=[area]).run()
    assert app.plotly_chart[0].selection.box[0].x == [0, 1]
    assert app.plotly_chart[0].selection.points == []


def test_a05_who_does_not_ask_is_told_nothing() -> None:
    app = AppTest.from_string("import ostinato as st\nst.plotly_chart([{'y': [1]}])").run()
    with pytest.raises(errors.StreamlitAPIException, match="does not ask"):
        app.plotly_chart[0].select(points=[0])


@pytest.mark.parametrize(
    ("modes", "told"),
    [
        ("points", ["points"]),
        (["lasso", "box"], ["box", "lasso"]),
        ([], []),
        (("points", "box", "lasso"), ["points", "box", "lasso"]),
    ],
)
def test_a05_modes_are_one_or_several(modes: Any, told: list[str]) -> None:
    app = AppTest.from_string(
        f"import ostinato as st\nst.plotly_chart([], on_select='rerun', selection_mode={modes!r})"
    ).run()
    assert props_of(app.plotly_chart[0]).get("modes", []) == told


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"on_select": "no"}, errors.StreamlitValueError, "on_select"),
        ({"theme": "no"}, errors.StreamlitValueError, "theme"),
        (
            {"on_select": "rerun", "selection_mode": "no"},
            errors.StreamlitValueError,
            "selection_mode",
        ),
        ({"config": 3}, errors.StreamlitInvalidParameterTypeError, "config must be a dict"),
        ({"config": {"a": object()}}, errors.StreamlitInvalidParameterTypeError, "config.a"),
        ({"width": 0}, errors.StreamlitInvalidWidthError, "width"),
        ({"height": "auto"}, errors.StreamlitInvalidHeightError, "height"),
        ({"sharing": "x"}, TypeError, "sharing"),
    ],
)
def test_an_argument_that_does_not_fit_is_named(
    options: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        st.plotly_chart([], **options)


def test_its_size_and_options_are_told() -> None:
    figure = go.Figure(layout={"height": 300, "width": 1e9})
    told = props(figure, config={"scrollZoom": True, "locale": "de"})
    assert (told.room, told.own_width) == (300, 20_000)
    assert told.config == {"scrollZoom": True, "locale": "de"}


def test_the_same_figure_again_is_the_same() -> None:
    one, other = (props(px.scatter(x=[1, 2], y=np.arange(2))) for _ in range(2))
    assert one == other
