"""ECharts chart: what is read of a specification, and what is selected."""

import datetime as dt
import json
import logging
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from pyecharts import options
from pyecharts.charts import Bar, Timeline
from pyecharts.commons.utils import JsCode

import ostinato as st
from ostinato import errors
from ostinato.testing import AppTest
from ostinato.values.chart_states import EChartsSelectionState, EChartsState

SELECTING = """
    import ostinato as st
    state = st.session_state
    def note():
        state.noted = state.chart.selection.selected
    bars = {"type": "bar", "selectedMode": "multiple", "data": state.get("data", [1, 2, 3])}
    spec = {"xAxis": {"type": "category"}, "yAxis": {}, "series": [bars], "brush": {}}
    event = st.echarts_chart(spec, key=state.get("key", "chart"), on_select=note)
    st.text(event)
    st.button("Again")
"""
ONE = {"series_index": 0, "data_indices": [1]}
WHOLE = {
    **ONE,
    "series_id": None,
    "series_name": None,
    "data_type": "main",
    "clicked_indices": None,
}


def shown(spec: Any, **options: Any) -> Any:
    return st.echarts_chart(spec, **options).node.props


def spec_of(spec: Any) -> Any:
    return json.loads(shown(spec).spec)


def test_e01_a_specification_is_a_dict_its_json_or_a_chart_of_pyecharts() -> None:
    expected = {"series": [{"type": "pie", "data": [1, None, True, "ä"]}], "1": {}}
    assert spec_of({"series": [{"type": "pie", "data": (1, None, True, "ä")}], 1: {}}) == expected
    assert spec_of(json.dumps(expected)) == expected
    bar = Bar().add_xaxis(["a", "b"]).add_yaxis("s", [1, np.int64(2)])
    assert spec_of(bar)["series"][0]["type"] == "bar"
    line = Timeline().add(bar, "2026")
    assert "baseOption" in spec_of(line)
    assert spec_of({"title": {"text": "\ud800"}}) == {"title": {"text": "?"}}


def test_what_is_changed_after_the_call_is_not_drawn() -> None:
    spec = {"series": [{"type": "pie", "data": [1]}]}
    props = shown(spec)
    spec["series"][0]["data"].append(2)  # type: ignore[attr-defined]
    assert json.loads(props.spec)["series"][0]["data"] == [1]


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ({"a": [{"b": dt.date(2026, 1, 2)}]}, "got a[0].b=datetime.date(2026, 1, 2): use .isofo"),
        ({"series": [{"data": [1.0, float("nan")]}]}, "got series[0].data[1]=nan: use None"),
        ({"series": [{"data": [np.int64(3)]}]}, "got series[0].data[0]=np.int64(3): use .item()"),
        ({"series": {"data": np.array([1])}}, "got series.data=a numpy.ndarray: pass it as datas"),
        ({"series": {"data": pl.Series([1])}}, "got series.data=a polars.Series: pass it as"),
        ({"x": pd.DataFrame({"a": [1]})}, "got x=a pandas.DataFrame: pass it as dataset.source"),
        ({"x": Decimal(1)}, "got x=Decimal('1'): use float()"),
        ({"x": {1, 2}}, "got x={1, 2}: use a list"),
        ({"tooltip": {"formatter": len}}, "formatter=<built-in function len>: use "),
        ({"tooltip": {"formatter": shown}}, ': use a template, such as "{b}: {c}"'),
        ({"a": {(1, 2): 3}}, "got a key (1, 2) of a: use a str"),
        ('{"a": NaN}', "spec has NaN, which is no JSON: use null instead"),
        ("{", "spec must be JSON, got Expecting property name"),
        ('{"f": function (p) { return 1 }}', "functions of JavaScript, which are not supported"),
        ('{"f": p => p.name}', "functions of JavaScript, which are not supported"),
        (
            Bar().add_yaxis("s", [], label_opts=options.LabelOpts(formatter=JsCode("p=>p"))),
            "use te",
        ),
    ],
)
def test_e02_what_is_no_json_is_named_with_its_place(spec: Any, words: str) -> None:
    with pytest.raises(errors.StreamlitAPIException) as caught:
        shown(spec, key="mine")
    assert str(caught.value).startswith('echarts_chart "mine": ')
    assert words in str(caught.value)


@pytest.mark.parametrize("spec", [None, 3, [1], "[1]", "3", "null"])
def test_what_is_no_option_object_is_refused(spec: Any) -> None:
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="spec must be a"):
        shown(spec)


def test_a_specification_that_holds_itself_or_has_no_end_is_refused() -> None:
    spec: dict[str, Any] = {}
    spec["a"] = [spec]
    with pytest.raises(errors.StreamlitAPIException, match="which holds itself"):
        shown(spec)
    deep: dict[str, Any] = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with pytest.raises(errors.StreamlitAPIException, match="nested this deeply"):
        shown(deep)


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ({"series": [{"type": "custom"}]}, 'series "custom" needs renderItem'),
        ({"series": {"type": "map"}}, 'series "map" needs the shapes of a map'),
        ({"geo": {}}, 'component "geo" needs the shapes of a map'),
        ({"series": [{"type": "lines", "coordinateSystem": "geo"}]}, "the shapes of a map"),
        ({"series": [{"type": "bar3D"}]}, 'series "bar3D" needs ECharts GL'),
        ({"globe": {}}, 'component "globe" needs ECharts GL'),
        ({"series": [{"type": "linesGL"}]}, "needs ECharts GL"),
        ({"series": [{"type": "wordCloud"}]}, 'series "wordCloud" needs echarts-wordcloud'),
        ({"baseOption": {"series": [{"type": "map"}]}}, "the shapes of a map"),
        ({"options": [{"series": {"type": "custom"}}]}, "renderItem"),
        ({"media": [{"option": {"grid3D": {}}}]}, "needs ECharts GL"),
    ],
)
def test_e03_what_needs_functions_maps_or_extensions_is_refused(spec: Any, words: str) -> None:
    with pytest.raises(errors.StreamlitAPIException, match=words):
        shown(spec)


def test_e04_the_source_of_a_dataset_is_a_table_in_any_form_without_its_index() -> None:
    frame = pd.DataFrame({"b": [1, 2], "a": ["x", None]}, index=["r", "s"])
    props = shown({"dataset": [{"source": frame}, {"transform": {}}, {"source": [[1]]}]})
    (table,) = props.tables
    assert table.path == ["dataset", 0]
    assert [column.name for column in table.frame.columns] == ["b", "a"]
    assert json.loads(props.spec)["dataset"] == [{}, {"transform": {}}, {"source": [[1]]}]
    for source in (pl.DataFrame({"a": [1]}), pd.Series([1], name="a"), np.array([[1, 2]])):
        assert len(shown({"dataset": {"source": source}}).tables) == 1
    columns = {"a": np.arange(5), "b": [1, 2, 3, 4, 5]}
    (table,) = shown({"dataset": {"source": columns}}).tables
    assert [column.name for column in table.frame.columns] == ["a", "b"]
    inner = {
        "baseOption": {"dataset": {"source": frame}},
        "options": [{"dataset": [{"source": frame}]}],
    }
    paths = [each.path for each in shown(inner).tables]
    assert paths == [["baseOption", "dataset"], ["options", 0, "dataset", 0]]
    assert shown({"dataset": {"source": {"a": [1]}}}).tables == []


def test_a_large_table_is_a_file_that_is_sent_once() -> None:
    app = AppTest.from_string("""
        import numpy as np, pandas as pd, ostinato as st
        data = pd.DataFrame({"x": np.arange(5000), "y": np.arange(5000) / 2})
        st.echarts_chart({"dataset": {"source": data}, "xAxis": {}, "yAxis": {}})
    """).run()
    (frame,) = app.echarts_chart[0].frames
    assert frame.rows == 5000
    assert frame.file is not None
    assert frame.data is None
    assert app.files[frame.file]
    assert app.run().echarts_chart[0].frames == [frame]


def test_e05_a_chart_of_pyecharts_is_as_large_as_it_says() -> None:
    def size(**init: str) -> tuple[Any, Any]:
        chart = Bar(init_opts=options.InitOpts(**init))
        props = shown(chart, width="content")
        return props.width, props.height

    assert size() == ("content", "content")
    assert size(width="640px", height="320px") == (640, 320)
    assert size(width="100%", height="100%") == ("stretch", "stretch")
    assert size(width="50vw") == ("content", "content")
    assert shown(Bar(init_opts=options.InitOpts(width="640px"))).width == "stretch"
    assert shown({}, width=300, height=200).height == 200


@pytest.mark.parametrize("option", [{"theme": "x"}, {"renderer": "x"}, {"on_select": "x"}])
def test_arguments_are_what_they_can_be(option: Any) -> None:
    with pytest.raises(errors.StreamlitValueError, match="must be"):
        shown({}, **option)


def test_nothing_to_select_and_no_words_are_told_to_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING, "ostinato"):
        st.echarts_chart({"series": [{"type": "bar"}]}, on_select="rerun")
        st.echarts_chart({}, alt=" ")
        said = [each for each in caplog.messages if each.startswith("echarts_chart")]
        assert [each.partition(":")[2].split()[0] for each in said] == ["nothing", "alt"]
        caplog.clear()
        st.echarts_chart({"series": {"type": "bar", "selectedMode": True}}, on_select="rerun")
        st.echarts_chart({"brush": {}}, on_select="rerun")
        st.echarts_chart({"toolbox": {"feature": {"brush": {}}}}, on_select="rerun")
        assert not [each for each in caplog.messages if each.startswith("echarts_chart")]


def test_e06_what_is_selected_is_told_by_series_and_by_area() -> None:
    app = AppTest.from_string(SELECTING).run()
    chart = app.echarts_chart[0]
    assert chart.spec["series"][0]["data"] == [1, 2, 3]
    assert chart.selection == {"selected": [], "areas": []}
    area = {"brush_index": 0, "brush_type": "lineX", "coord_range": [1, 2.5]}
    app = chart.select([ONE], [area]).run()
    event = app.session_state.chart
    whole = {**area, "grid_index": None, "grid_id": None, "offset": []}
    assert event == {"selection": {"selected": [WHOLE], "areas": [whole]}}
    assert type(event) is EChartsState
    assert type(event.selection) is EChartsSelectionState
    assert (
        event.selection.selected[0].data_indices
        == event["selection"]["selected"][0]["data_indices"]
    )
    assert app.session_state.noted == [WHOLE]
    assert app.button[0].click().run().echarts_chart[0].selection.selected == [WHOLE]


def test_e07_with_a_key_a_selection_outlasts_another_specification() -> None:
    app = AppTest.from_string(SELECTING).run()
    app.echarts_chart[0].select([ONE]).run()
    app.session_state.data = [5]
    assert app.run().echarts_chart[0].selection.selected == [WHOLE]


@pytest.mark.parametrize("change", [{"data": [5]}])
def test_e07_without_a_key_another_specification_has_nothing_selected(change: Any) -> None:
    source = SELECTING.replace('key=state.get("key", "chart"), on_select=note', 'on_select="rerun"')
    app = AppTest.from_string(source).run()
    app.echarts_chart[0].select([ONE]).run()
    assert app.run().echarts_chart[0].selection.selected == [WHOLE]
    for name, value in change.items():
        app.session_state[name] = value
    assert app.run().echarts_chart[0].selection.selected == []


@pytest.mark.parametrize("argument", ["theme=None", 'renderer="svg"', "width=300", 'alt="A"'])
def test_e07_without_a_key_other_arguments_have_nothing_selected(argument: str) -> None:
    app = AppTest.from_string(f"""
        import ostinato as st
        spec = {{"series": [{{"type": "pie", "selectedMode": True, "data": [1, 2]}}]}}
        if st.toggle("Other"):
            st.text(st.echarts_chart(spec, on_select="rerun", {argument}))
        else:
            st.text(st.echarts_chart(spec, on_select="rerun"))
    """).run()
    app.echarts_chart[0].select([ONE]).run()
    assert app.toggle[0].set_value(True).run().echarts_chart[0].selection.selected == []


@pytest.mark.parametrize(
    "wrong",
    [
        [{"series_index": -1}],
        [{"data_indices": [1]}],
        [{"series_index": 0, "data_indices": ["a"]}],
        [{"series_index": 0, "data_type": "x"}],
    ],
)
def test_what_is_no_selection_is_refused(wrong: Any) -> None:
    chart = AppTest.from_string(SELECTING).run().echarts_chart[0]
    with pytest.raises(errors.StreamlitAPIException, match="cannot be selected|a selection must"):
        chart.select(wrong)


def test_who_is_not_asked_selects_nothing() -> None:
    chart = (
        AppTest.from_string("import ostinato as st; st.echarts_chart({})").run().echarts_chart[0]
    )
    with pytest.raises(errors.StreamlitAPIException, match="does not ask"):
        chart.select([ONE])
