"""Each public element can be found on a page, read, and drawn wherever something can be drawn."""

import json
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from calls import CALLS, WHERE, script
from ostinato.run.container import elements
from ostinato.testing import AppTest
from ostinato.testing.block import Block
from ostinato.testing.element import Element, UnknownElement
from ostinato.testing.elements import (
    TYPES,
    Map,
    PlotlyChart,
    PydeckChart,
    Pyplot,
    Table,
    VegaLiteChart,
)
from ostinato.testing.lists import CONTAINERS, GROUPS, Lists
from ostinato.testing.tables import Framed

MINUTE = 60
ROOT = Path(__file__).parents[2]
RECORD = json.loads((ROOT / "tests/api/signatures.json").read_text(encoding="utf-8"))
TRANSIENT = {"spinner"}
"""What is on the page while a block runs, and gone when a test looks."""
ONCE = {"balloons", "snow", "toast"}
"""What happens once, and has no place on the page."""
REFUSED = {
    "form": dict.fromkeys(
        ("button", "chat_input", "download_button", "form", "menu_button"),
        "StreamlitInvalidLayoutContextError",
    )
}
"""What a place refuses, as Streamlit does."""


def test_the_table_has_each_method_of_containers() -> None:
    assert set(CALLS) == {name for name in elements if name[0] != "_"} == set(RECORD["containers"])


@pytest.mark.parametrize("name", sorted(set(CALLS) - TRANSIENT))
def test_at03_an_element_is_found_by_its_name_and_read(name: str) -> None:
    call = CALLS[name]
    app = AppTest.from_string(script({name: call}), default_timeout=MINUTE).run()
    assert app.session_state["said"] == {}
    found = app.get(call.type or name)
    assert found[0] == getattr(app, call.type or name)[0]
    assert type(found[0]) is not UnknownElement
    assert read(found[0]) == call.value
    assert repr(found[0]).startswith(type(found[0]).__name__ if name not in LISTED else name[:3])
    assert (call.type or name) in Lists.__annotations__


LISTED = {*CONTAINERS, *GROUPS}
READ: dict[type, Callable[[Any], Any]] = {
    Framed: attrgetter("rows"),
    Map: attrgetter("points"),
    PydeckChart: lambda chart: chart.spec["layers"],
    PlotlyChart: lambda chart: chart.data[0]["y"],
    Pyplot: lambda figure: figure.content[:4],
    Table: attrgetter("rows"),
    VegaLiteChart: lambda chart: chart.spec["mark"],
}
"""What is read of what has more to say than its value."""


def read(node: Element | Block) -> Any:
    """Return what stands in the table for an element."""
    if isinstance(node, Block):
        return node.text.values
    of = next((READ[kind] for kind in type(node).__mro__ if kind in READ), attrgetter("value"))
    return of(node)


@pytest.mark.parametrize("where", sorted(WHERE))
def test_at07_each_element_can_be_drawn_in_each_container(where: str) -> None:
    app = AppTest.from_string(script(CALLS, where), default_timeout=MINUTE).run()
    refused = REFUSED.get(where, {})
    assert app.session_state["said"] == refused
    assert [each.error for each in app.exception] == ([] if where == "empty" else ["ValueError"])
    if where == "empty":
        return
    place = parts(app).get(where) or app.get(where)[0]
    for name in CALLS.keys() - TRANSIENT - ONCE - refused.keys() - {"chat_input"}:
        assert len(place.get(CALLS[name].type or name)) > 0, name
    assert len(app.chat_input) == (where != "form")


def parts(app: AppTest) -> dict[str, Block]:
    """Return the places that no function of their own name has made."""
    containers = {"row": "container", "cell": "container", "with": "container"}
    return {
        "main": app.main,
        "sidebar": app.sidebar,
        "bottom": app.bottom,
        **{name: app.get(kind)[0] for name, kind in containers.items() if len(app.get(kind))},
    }


@pytest.mark.parametrize("name", sorted(TRANSIENT))
def test_what_is_there_for_a_while_is_gone(name: str) -> None:
    app = AppTest.from_string(script({name: CALLS[name]})).run()
    assert (app.session_state["said"], len(app.get(name))) == ({}, 0)


@pytest.mark.parametrize("name", sorted(TYPES))
def test_each_class_says_what_it_is(name: str) -> None:
    assert TYPES[name].__doc__
    assert issubclass(TYPES[name], Element)


def test_at02_charts_and_media_tell_what_they_show() -> None:
    names = ("line_chart", "image", "plotly_chart", "vega_lite_chart", "graphviz_chart", "pyplot")
    app = AppTest.from_string(script({name: CALLS[name] for name in names})).run()
    assert app.line_chart[0].series == ["a"]
    assert app.line_chart[0].columns == ["a"]
    assert app.plotly_chart[0].value is None
    assert app.image[0].captions == [""]
    assert app.vega_lite_chart[0].spec["mark"] == "bar"
    assert app.graphviz_chart[0].engine == "dot"
    assert len(app.get("vega_lite_chart")) == 2
    assert [each.type for each in app.get("arrow_vega_lite_chart")] == [
        "line_chart",
        "vega_lite_chart",
    ]
