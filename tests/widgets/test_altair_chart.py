"""Altair chart: its tables do not go through JSON, its names are its own."""

import threading
from typing import Any

import altair as alt
import pandas as pd
import polars as pl
import pytest

import ostinato as st
from ostinato import errors
from ostinato.arguments.vega import renamed
from ostinato.testing import AppTest

TABLE = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "t": pd.to_datetime(["2024-01-01"] * 2)})


def shown(chart: Any, **options: Any) -> Any:
    return st.altair_chart(chart, **options).node.props


def chart_of(table: Any) -> Any:
    return alt.Chart(table).mark_bar().encode(x="a", y="b")


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.from_pandas])
def test_a_table_is_a_frame_and_its_types_are_known(kind: Any) -> None:
    props = shown(chart_of(kind(TABLE)).encode(color="t"))
    assert props.spec["data"] == {"name": "table-1"}
    assert props.spec["encoding"]["x"] == {"field": "a", "type": "quantitative"}
    assert props.spec["encoding"]["color"]["type"] == "temporal"
    assert props.frames["table-1"].rows == 2
    assert "datasets" not in props.spec


def test_z02_a_table_may_have_any_number_of_rows_and_travels_once() -> None:
    big = pd.DataFrame({"a": range(20_000), "b": 1})
    props = shown(chart_of(big) + chart_of(big).mark_line())
    assert [frame.rows for frame in props.frames.values()] == [20_000]


def test_other_data_travel_in_the_description() -> None:
    props = shown(alt.Chart(alt.Data(values=[{"a": 1}])).mark_bar().encode(x="a:Q"))
    assert props.spec["data"] == {"values": [{"a": 1}]}
    assert props.frames == {}
    found = alt.LookupData(TABLE, "a", ["b"])
    looking = alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().transform_lookup("a", found)
    assert len(shown(looking).frames) == 2


def test_altair_makes_of_tables_elsewhere_what_it_did() -> None:
    before = alt.data_transformers.active
    inside: list[Any] = []

    class Chart(alt.Chart):
        def to_dict(self, *args: Any, **options: Any) -> Any:
            other = threading.Thread(target=lambda: inside.append(chart_of(TABLE).to_dict()))
            other.start()
            other.join()
            return super().to_dict(*args, **options)

    props = shown(Chart(TABLE).mark_bar().encode(x="a"))
    assert [*props.frames] == ["table-1"]
    assert "datasets" in inside[0]
    assert alt.data_transformers.active == before
    assert "datasets" in chart_of(TABLE).to_dict()


def test_z03_names_that_altair_gives_are_counted_in_each_chart() -> None:
    first, second = alt.selection_interval(), alt.selection_point(fields=["b"])
    left = chart_of(TABLE).add_params(first).transform_filter(second)
    right = (
        chart_of(TABLE)
        .add_params(second)
        .encode(color=alt.condition(first, "a", alt.value("grey")))
    )
    state = st.altair_chart(left | right, on_select="rerun")
    assert {*state.selection} == {"param_1", "param_2"}
    named = alt.selection_point(name="mine")
    state = st.altair_chart(chart_of(TABLE).add_params(named), on_select="rerun")
    assert [*state.selection] == ["mine"]


def test_z03_a_name_is_another_one_wherever_it_stands() -> None:
    spec = {
        "params": [{"name": "param_7", "select": "point", "views": ["view_12"]}],
        "vconcat": [
            {
                "name": "view_12",
                "params": [{"name": "param_70", "select": "interval"}],
                "transform": [{"filter": "param_7.a > 1 && !param_70"}],
                "data": {"values": [{"a": "param_7"}]},
            },
            {"name": "view_mine", "title": "param_700"},
        ],
    }
    assert renamed(spec) == {
        "params": [{"name": "param_1", "select": "point", "views": ["view_1"]}],
        "vconcat": [
            {
                "name": "view_1",
                "params": [{"name": "param_2", "select": "interval"}],
                "transform": [{"filter": "param_1.a > 1 && !param_2"}],
                "data": {"values": [{"a": "param_7"}]},
            },
            {"name": "view_mine", "title": "param_700"},
        ],
    }


def test_what_is_selected_is_given_to_the_script() -> None:
    app = AppTest.from_string("""
        import altair as alt, pandas as pd, streamlit as st
        chart = alt.Chart(pd.DataFrame({"a": [1, 2]})).mark_bar().encode(x="a:Q")
        st.text(st.altair_chart(chart.add_params(alt.selection_interval()), on_select="rerun"))
        st.button("Again")
    """).run()
    app.altair_chart[0].select(param_1={"a": [1, 2]}).run()
    app.button[0].click().run()
    assert app.text[0].value == "{'selection': {'param_1': {'a': [1, 2]}}}"


@pytest.mark.parametrize("value", [TABLE, {"mark": "bar"}, "chart", None, alt.Chart])
def test_what_is_no_chart_is_named(value: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="a chart of Altair, got"):
        st.altair_chart(value)


def test_facets_and_views_side_by_side_have_their_own_width() -> None:
    assert shown(chart_of(TABLE)).width == "stretch"
    assert shown(chart_of(TABLE) | chart_of(TABLE)).width == "content"
    assert shown(chart_of(TABLE).facet("b")).width == "content"
    assert shown(chart_of(TABLE) & chart_of(TABLE)).width == "stretch"
