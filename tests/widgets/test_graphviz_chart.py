"""Graphviz chart: what it is called with, and what of it reaches the page."""

from typing import Any

import graphviz
import pytest

import ostinato as st
from ostinato.arguments.graph import ENGINES
from ostinato.errors import (
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.widgets.graphviz_chart import GraphvizChart

DOT = "digraph { a -> b }"


def props(*args: Any, **named: Any) -> GraphvizChart:
    return st.graphviz_chart(*args, **named).node.props  # type: ignore


def test_y03_texts_and_graphs_are_drawn_by_their_engines() -> None:
    assert props(DOT) == GraphvizChart(DOT)
    assert props(f"\n    {DOT}\n").source == DOT
    graph = graphviz.Digraph(engine="neato")
    graph.edge("a", "b")
    assert props(graph).source == "digraph {\n\ta -> b\n}"
    assert props(graph).engine == "neato"
    assert props(graphviz.Graph()).engine == "dot"
    assert props(graphviz.Source(DOT, engine="circo")).engine == "circo"
    assert props(graphviz.Source(DOT)).source == DOT


@pytest.mark.parametrize("engine", ENGINES)
def test_engines(engine: str) -> None:
    assert props(graphviz.Digraph(engine=engine)).engine == engine


def test_an_engine_that_lays_out_nothing_is_refused() -> None:
    graph = type("Own", (graphviz.Digraph,), {"engine": "nop"})()
    with pytest.raises(StreamlitValueError, match=r"the engine of a graph must be .* engine='nop'"):
        props(graph)


@pytest.mark.parametrize("value", [None, 3, b"graph {}", [], {}, graphviz.Digraph, object(), len])
def test_what_is_no_graph_is_refused(value: object) -> None:
    with pytest.raises(
        StreamlitInvalidParameterTypeError,
        match=r"^graphviz_chart: figure_or_dot must be a text in DOT or a .* got figure_or_dot=",
    ):
        props(value)


def test_sizes() -> None:
    assert (props(DOT).width, props(DOT).height) == ("content", "content")
    assert props(DOT, width="stretch", height=300).height == 300
    assert props(DOT, height="stretch").height == "stretch"
    with pytest.raises(StreamlitInvalidWidthError, match=r"^graphviz_chart: width must be"):
        props(DOT, width="auto")
    with pytest.raises(StreamlitInvalidHeightError, match=r"^graphviz_chart: height must be"):
        props(DOT, height=0)
    with pytest.warns(DeprecationWarning, match=r"use width='stretch'"):
        assert props(DOT, use_container_width=True).width == "stretch"
    with pytest.warns(DeprecationWarning, match=r"use width='content'"):
        assert props(DOT, False).width == "content"


@pytest.mark.parametrize(("alt", "said"), [(None, None), ("", None), ("  ", None), ("A", "A")])
def test_the_text_for_screen_readers(alt: str | None, said: str | None) -> None:
    assert props(DOT, alt=alt).alt == said


def test_a_test_sees_the_description() -> None:
    def script() -> None:
        import ostinato as st  # noqa: PLC0415

        st.graphviz_chart("graph { a }", alt="One node")

    app = AppTest.from_function(script).run()
    [chart] = app.get("graphviz_chart")
    assert (chart.value, chart.engine, chart.alt) == ("graph { a }", "dot", "One node")
    assert app.graphviz_chart.values == ["graph { a }"]
