"""Colour picker."""

import time
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
)
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from tab import Server, Tab


@pytest.mark.parametrize(
    ("value", "color"), [(None, "#000000"), ("#FFF", "#FFF"), ("#00F900", "#00F900")]
)
def test_w02_the_first_call_returns_the_default(value: str | None, color: str) -> None:
    assert st.color_picker("a", value) == color


def test_w01_a_colour_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text((st.color_picker("a", key="a"), st.session_state.a))
    """).run()
    app.color_picker(key="a").pick("#00ffaa").run()
    assert app.text[0].value == "('#00ffaa', '#00ffaa')"
    app.color_picker[0].pick("123456").run()
    assert app.color_picker[0].value == "#123456"
    with pytest.raises(StreamlitAPIException, match='color_picker "a": not a value'):
        app.color_picker[0].pick("red")


def test_c01_a_callback_gets_its_arguments_before_the_script_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(*args, **kwargs):
            st.session_state.log = (args, kwargs, st.session_state.a)
        st.text(st.session_state.get("log"))
        st.color_picker("a", key="a", on_change=note, args=(1,), kwargs={"b": 2})
    """).run()
    app.color_picker[0].pick("#ffffff").run()
    assert app.text[0].value == "((1,), {'b': 2}, '#ffffff')"


def test_l07_the_echo_keeps_every_input() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.color = st.color_picker("a", st.session_state.get("color"))
    """).run()
    for color in ("#111111", "#222222"):
        app.color_picker[0].pick(color).run()
        assert app.session_state.color == color


@pytest.mark.parametrize(
    ("held", "color"), [("#abc", "#abc"), ("red", "red"), (None, "#111111"), (5, "#111111")]
)
def test_w14_text_that_the_script_sets_is_the_colour_or_else_the_default(
    held: Any, color: str
) -> None:
    app = AppTest.from_string(
        "import ostinato as st; st.text(st.color_picker('a', '#111111', key='a'))"
    )
    app.session_state.a = held
    assert app.run().text[0].value == color


def test_w16_a_disabled_one_and_forged_values_change_nothing(tmp_path: Path) -> None:
    script = (
        "st.text(st.color_picker('a', key='a'))\n"
        "st.text(st.color_picker('b', key='b', disabled=True))"
    )
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        for wire in ("red", "", None, 0, ["#ffffff"]):
            tab.set("a", wire)
        tab.set("b", "#ffffff")
        tab.settle()
        assert tab.texts == ["#000000", "#000000"]


def test_w19_it_is_read_from_the_address(tmp_path: Path) -> None:
    script = "st.text(st.color_picker('a', key='a', bind='query-params'))"
    with Server(tmp_path, script) as server:
        assert Tab(server, query="a=%23ff0000").texts == ["#ff0000"]
        assert Tab(server, query="a=red").texts == ["#000000"]


def test_s10_another_process_has_it_from_the_store(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    script = "st.text(st.color_picker('a'))"
    with (
        Server(tmp_path, script, store=store) as first,
        Server(tmp_path, script, store=store) as other,
    ):
        tab = Tab(first)
        tab.set("a", "#abcdef")
        tab.settle()
        tab.move(other)
        tab.settle()
        assert tab.texts == ["#abcdef"]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"value": "red"}, StreamlitAPIException, "got value='red'"),
        ({"value": ""}, StreamlitAPIException, "got value=''"),
        ({"value": "#1234"}, StreamlitAPIException, "got value='#1234'"),
        ({"value": 5}, StreamlitInvalidParameterTypeError, "got value=5"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "got width='auto'"),
    ],
)
def test_what_makes_no_colour_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.color_picker("a", **call)
    assert str(caught.value).startswith('color_picker "a": ')
    assert str(caught.value).endswith(text)
