"""Vega-Lite chart: what travels of a description and its tables, and what is selected."""

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.values.chart_states import VegaLiteState

BAR: dict[str, Any] = {"mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}
POINT = {"name": "at", "select": "point"}
BRUSH = {"name": "brush", "select": "interval"}
ROWS = {"a": [1, 2], "b": ["x", "y"]}

SELECTING = """
    import ostinato as st
    rows = st.session_state.setdefault("rows", 3)
    def note():
        st.session_state.noted = st.session_state.chart.selection.brush
    event = st.vega_lite_chart(
        {"a": list(range(rows))},
        {
            "mark": "bar",
            "params": [{"name": "brush", "select": "interval"}, {"name": "at", "select": "point"}],
            "encoding": {"x": {"field": "a", "type": "quantitative"}},
        },
        key="chart",
        on_select=note,
    )
    st.text(event)
    if st.button("More"):
        st.session_state.rows += 1
        st.rerun()
"""


def shown(*args: Any, **options: Any) -> Any:
    return st.vega_lite_chart(*args, **options).node.props  # type: ignore[union-attr]


def test_z02_a_table_travels_as_a_frame_beside_the_description() -> None:
    props = shown(pd.DataFrame(ROWS), BAR)
    assert props.spec == {**BAR, "data": {"name": "source"}}
    assert [column.name for column in props.frames["source"].columns] == ["", "a", "b"]
    assert props.frames["source"].rows == 2
    assert props.files == [None]


def test_a_description_is_taken_with_its_data() -> None:
    spec = {**BAR, "data": {"values": [{"a": 1}]}}
    assert shown(spec).spec == spec
    assert shown(spec).frames == {}
    assert shown(None, spec).spec == spec


@pytest.mark.parametrize("table", [pd.DataFrame(ROWS), pl.DataFrame(ROWS), np.array([[1], [2]])])
def test_tables_within_a_description_are_frames(table: Any) -> None:
    layers = [{**BAR, "data": table}, {**BAR, "data": {"values": table}}]
    props = shown({"layer": layers})
    assert [layer["data"] for layer in props.spec["layer"]] == [{"name": "table-1"}] * 2
    assert list(props.frames) == ["table-1"]
    named = shown({**BAR, "data": {"name": "mine"}, "datasets": {"mine": table, "two": [1]}})
    assert list(named.frames) == ["mine"]
    assert named.spec["datasets"] == {"two": [1]}


def test_scalars_of_numpy_travel() -> None:
    app = AppTest.from_string("""
        import numpy as np, streamlit as st
        st.vega_lite_chart({"mark": {"type": "bar", "size": np.int64(3)}, "data": {"values": [1]}})
    """).run()
    assert not app.exception
    assert app.vega_lite_chart[0].spec["mark"]["size"] == 3


@pytest.mark.parametrize(
    ("spec", "width", "room"),
    [
        (BAR, "stretch", 350),
        ({**BAR, "height": 200}, "stretch", 200),
        ({"layer": [BAR, BAR]}, "stretch", 350),
        ({"hconcat": [BAR, BAR]}, "content", 354),
        ({"vconcat": [BAR, BAR]}, "stretch", 720),
        ({"vconcat": [{"hconcat": [BAR]}, BAR]}, "content", 720),
        ({"facet": {"field": "b"}, "spec": BAR}, "content", 395),
        ({"repeat": {"row": ["a", "b"]}, "spec": {**BAR, "height": 120}}, "content", 360),
        ({"concat": [BAR] * 3, "columns": 2}, "stretch", 720),
        ({**BAR, "encoding": {**BAR["encoding"], "row": {"field": "b"}}}, "content", 354),
        (
            {**BAR, "params": [{"name": "n", "bind": {"input": "range"}}]},
            "stretch",
            386,
        ),
    ],
)
def test_a_chart_has_its_usual_width_and_the_height_it_will_have(
    spec: Any, width: str, room: int
) -> None:
    props = shown(ROWS, spec)
    assert (props.width, props.room) == (width, room)
    assert shown(ROWS, spec, width=300).width == 300


def test_an_old_form_of_width_is_warned_of() -> None:
    with pytest.warns(DeprecationWarning, match="use width='content'"):
        assert shown(ROWS, BAR, use_container_width=False).width == "content"


def test_what_a_chart_cannot_be_called_with_is_named() -> None:
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="a dict in Vega-Lite"):
        st.vega_lite_chart(pd.DataFrame(ROWS))
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="spec={}"):
        st.vega_lite_chart(ROWS["a"], {})
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match=r"json\.loads"):
        st.vega_lite_chart(ROWS, '{"mark": "bar"}')  # type: ignore[call-overload]
    with pytest.raises(errors.StreamlitValueError, match='theme must be "streamlit" or None'):
        st.vega_lite_chart(ROWS, BAR, theme="dark")  # type: ignore[call-overload]
    with pytest.raises(errors.StreamlitValueError, match="on_select must be"):
        st.vega_lite_chart(ROWS, BAR, on_select="nope")  # type: ignore[call-overload]
    with pytest.raises(errors.StreamlitInvalidWidthError):
        st.vega_lite_chart(ROWS, BAR, width="wide")  # type: ignore[call-overload]
    with pytest.raises(errors.StreamlitAPIException, match="the chart has none: add a parameter"):
        st.vega_lite_chart(ROWS, BAR, on_select="rerun")
    spec = {**BAR, "params": [BRUSH]}
    with pytest.raises(errors.StreamlitAPIException, match="it has 'brush'"):
        st.vega_lite_chart(ROWS, spec, on_select="rerun", selection_mode="nope")


def test_z03_all_selections_are_asked_for_or_those_that_are_named() -> None:
    spec = {"hconcat": [{**BAR, "params": [POINT]}, {**BAR, "params": [BRUSH]}]}
    state = st.vega_lite_chart(ROWS, spec, on_select="rerun")
    assert isinstance(state, VegaLiteState)
    assert state == {"selection": {"at": {}, "brush": {}}}
    state = st.vega_lite_chart(ROWS, spec, on_select="rerun", selection_mode=["brush"])
    assert state == {"selection": {"brush": {}}}


def test_z03_points_are_selected_by_what_their_view_shows() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        spec = {
            "mark": "point",
            "params": [
                {"name": "at", "select": "point"},
                {"name": "by", "select": {"type": "point", "fields": ["b"]}},
                {"name": "not_asked", "select": "point"},
            ],
            "encoding": {
                "x": {"field": "a"}, "y": {"aggregate": "count"},
                "color": {"condition": {"param": "at", "field": "b"}, "value": "grey"},
            },
        }
        st.vega_lite_chart([{"a": 1, "b": 2}], spec, on_select="rerun", selection_mode=["at", "by"])
    """).run()
    assert [param["select"] for param in app.vega_lite_chart[0].spec["params"]] == [
        {"type": "point", "encodings": ["color", "x"]},
        {"type": "point", "fields": ["b"]},
        "point",
    ]


def test_z04_what_is_selected_is_the_value_and_outlasts_new_rows() -> None:
    app = AppTest.from_string(SELECTING).run()
    assert app.text[0].value == "{'selection': {'brush': {}, 'at': {}}}"
    app.vega_lite_chart[0].select(brush={"a": [0.5, 2]}).run()
    assert app.session_state["noted"] == {"a": [0.5, 2]}
    app.button[0].click().run()
    assert app.vega_lite_chart[0].selection == {"brush": {"a": [0.5, 2]}, "at": {}}
    app.vega_lite_chart[0].select(at=[{"a": 1}]).run()
    assert app.vega_lite_chart[0].selection.at[0].a == 1
    app.vega_lite_chart[0].select(brush={}).run()
    assert app.session_state["noted"] == {}


def test_what_is_no_selection_is_refused() -> None:
    app = AppTest.from_string(SELECTING).run()
    with pytest.raises(errors.StreamlitAPIException, match="there is no 'other'"):
        app.vega_lite_chart[0].select(other={})
    with pytest.raises(errors.StreamlitAPIException, match="must be a dict"):
        app.vega_lite_chart[0].select(brush=1)  # type: ignore[arg-type]


def test_z05_a_rerun_with_the_same_chart_is_the_same_chart() -> None:
    table = pd.DataFrame({"a": range(5000)})
    assert shown(table, BAR) == shown(table.copy(), dict(BAR))


def test_z06_a_description_that_holds_itself_is_an_error() -> None:
    spec: dict[str, Any] = {"mark": "bar"}
    spec["usermeta"] = spec
    with pytest.raises(errors.StreamlitAPIException, match="must neither hold itself"):
        st.vega_lite_chart({"a": [1]}, spec)
