"""Which function draws what libraries of charts make."""

import altair
import graphviz
import plotly.graph_objects
import pydeck
import pyecharts.charts
import pytest
from matplotlib.figure import Figure

from ostinato.arguments.drawn import DRAWN, drawn_by
from ostinato.run.elements import elements

CHARTS = [
    (altair.Chart({"values": []}).mark_bar(), "altair_chart"),
    (altair.layer(altair.Chart().mark_bar(), altair.Chart().mark_line()), "altair_chart"),
    (altair.Chart().mark_bar() | altair.Chart().mark_bar(), "altair_chart"),
    (altair.Chart().mark_bar() & altair.Chart().mark_bar(), "altair_chart"),
    (altair.Chart().mark_bar().repeat(["a", "b"]), "altair_chart"),
    (graphviz.Graph(), "graphviz_chart"),
    (graphviz.Digraph(), "graphviz_chart"),
    (graphviz.Source("digraph { a }"), "graphviz_chart"),
    (Figure(), "pyplot"),
    (Figure().subfigures(), "pyplot"),
    (type("Own", (Figure,), {})(), "pyplot"),
    (plotly.graph_objects.Figure(), "plotly_chart"),
    (pydeck.Deck(), "pydeck_chart"),
    (pyecharts.charts.Bar(), "echarts_chart"),
    (pyecharts.charts.Grid(), "echarts_chart"),
]


@pytest.mark.parametrize(("chart", "name"), CHARTS)
def test_y06_a_chart_is_known_by_its_class(chart: object, name: str) -> None:
    assert drawn_by(chart) == name


@pytest.mark.parametrize(
    "value",
    [None, 1, "digraph { a }", {"mark": "bar"}, [], Figure, altair.Chart, Figure().subplots(), len],
)
def test_other_values_are_no_charts(value: object) -> None:
    assert drawn_by(value) == ""


def test_each_chart_is_drawn_by_a_function_of_streamlit() -> None:
    assert set(DRAWN.values()) <= elements.keys()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keras.src.models.model", "Model"),
        ("tf_keras.engine.training", "Model"),
        ("seaborn.axisgrid", "Grid"),
        ("seaborn._core.plot", "Plot"),
    ],
)
def test_those_of_libraries_that_are_not_here_are_known_too(module: str, name: str) -> None:
    base = type(name, (), {"__module__": module})
    assert drawn_by(type("Sequential", (base,), {"__module__": module})())
