"""What is selected in a chart, after a page load and after the end of a process (+L03)."""

import time
from pathlib import Path
from typing import Any

import pytest

from ostinato.stores.file_memory import MemoryFiles
from ostinato.stores.memory import MemoryStore
from tab import Server, Tab

CHART = """
import numpy as np, pandas as pd
data = pd.DataFrame({"x": np.arange(3000), "y": np.arange(3000) / 2})
spec = {
    "dataset": {"source": data}, "xAxis": {}, "yAxis": {}, "brush": {"xAxisIndex": "all"},
    "series": [{"type": "scatter", "selectedMode": True, "name": "s"}],
}
event = st.echarts_chart(spec, on_select="rerun", KEY)
st.text(event.selection)
"""
NOTHING: dict[str, list[Any]] = {"selected": [], "areas": []}
CHOICE = {
    "selected": [
        {
            "series_index": 0,
            "series_id": None,
            "series_name": "s",
            "data_type": "main",
            "data_indices": [1, 2],
            "clicked_indices": [2],
        }
    ],
    "areas": [
        {
            "brush_index": 0,
            "brush_type": "lineX",
            "coord_range": [1, 2.5],
            "grid_index": 1,
            "grid_id": "b",
            "offset": [-0.5, 0.25],
        }
    ],
}


DRAWN = {
    "echarts_chart": (CHART, CHOICE, NOTHING),
    "plotly_chart": (
        'event = st.plotly_chart({"data": [{"y": [1, 2]}]}, on_select="rerun", KEY)\n'
        "st.text(event.selection)",
        {
            "points": [{"curve_number": 0, "point_index": 1, "x": 1, "y": 2}],
            "point_indices": [1],
            "box": [],
            "lasso": [],
        },
        {"points": [], "point_indices": [], "box": [], "lasso": []},
    ),
    "pydeck_chart": (
        "import pydeck\n"
        'layer = pydeck.Layer("ScatterplotLayer", [{"a": 1}], id="a", pickable=True)\n'
        'event = st.pydeck_chart(pydeck.Deck([layer]), on_select="rerun", KEY)\n'
        "st.text(event.selection)",
        {"indices": {"a": [0]}, "objects": {"a": [{"a": 1}]}},
        {"indices": {}, "objects": {}},
    ),
    "vega_lite_chart": (
        'at = {"name": "at", "select": {"type": "point", "fields": ["a"]}}\n'
        'spec = {"mark": "bar", "params": [at], "encoding": {"x": {"field": "a"}}}\n'
        'event = st.vega_lite_chart([{"a": 1}], spec, on_select="rerun", KEY)\n'
        "st.text(event.selection)",
        {"at": [{"a": 1}]},
        {"at": {}},
    ),
}
"""Each chart that is asked what is selected: a script, what somebody selects, and nothing."""


def select(tab: Tab, kind: str, choice: Any) -> None:
    props = tab.page.props
    tab.send({next(id for id in props if props[id]["kind"] == kind): choice})


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("key", ["key='chart'", ""])
def test_e08_z04_a05_o06_a_selection_outlasts_a_page_load_and_a_killed_process(
    tmp_path: Path, kind: str, key: str
) -> None:
    script, choice, nothing = DRAWN[kind]
    script = script.replace("KEY", key)
    store, files = MemoryStore(time.monotonic), MemoryFiles(time.monotonic)
    with (
        Server(tmp_path, script, store=store, files=files) as server,
        Server(tmp_path, script, store=store, files=files) as other,
    ):
        tab = Tab(server)
        tab.settle()
        assert tab.texts == [str(nothing)]
        select(tab, kind, choice)
        tab.settle()
        assert tab.texts == [str(choice)]
        tab.reload()
        tab.settle()
        assert tab.texts == [str(choice)]
        # The process ends without a word, and another has nothing but the store.
        tab.move(other)
        tab.settle()
        assert tab.texts == [str(choice)]
        select(tab, kind, nothing)
        tab.settle()
        assert tab.texts == [str(nothing)]


def test_a_selection_of_another_shape_is_dropped(tmp_path: Path) -> None:
    with Server(tmp_path, CHART.replace("KEY", "key='chart'")) as server:
        tab = Tab(server)
        tab.settle()
        wrongs: list[Any] = [
            3,
            {"selected": [{"series_index": "a"}]},
            {"other": []},
            {"areas": [[]]},
        ]
        for wrong in wrongs:
            select(tab, "echarts_chart", wrong)
            tab.settle()
            assert tab.texts == [str(NOTHING)]
