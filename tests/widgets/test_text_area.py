"""Text area; what all fields for text have in common is told of text_input."""

from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidHeightError, StreamlitValueError
from ostinato.testing import AppTest
from tab import Server, Tab


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, ""),
        ({"value": None}, None),
        ({"value": 5}, "5"),
        ({"value": "a\r\nb"}, "a\r\nb"),
        ({"value": "hello", "max_chars": 3}, "hel"),
    ],
)
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.text_area("a", **call) == value


def test_w01_text_of_several_lines_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(repr((st.text_area("a", None, key="a"), st.session_state.a)))
    """).run()
    assert app.text[0].value == "(None, None)"
    app.text_area(key="a").input("one\ntwo").run()
    assert app.text[0].value == repr(("one\ntwo", "one\ntwo"))


def test_l07_the_echo_keeps_every_input() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.story = st.text_area("a", st.session_state.get("story", "once"))
    """).run()
    for text in ("upon", "a\ntime"):
        app.text_area[0].input(text).run()
        assert app.session_state.story == text


def test_c01_a_callback_gets_its_arguments_before_the_script_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(*args, **kwargs):
            st.session_state.log = (args, kwargs, st.session_state.a)
        st.text(st.session_state.get("log"))
        st.text_area("a", key="a", on_change=note, args=(1,), kwargs={"b": 2})
    """).run()
    app.text_area[0].input("x").run()
    assert app.text[0].value == "((1,), {'b': 2}, 'x')"


@pytest.mark.parametrize(("held", "value"), [("y", "y"), (None, None), (5, "x"), ("long", "long")])
def test_w14_what_the_script_sets_is_shown_or_else_the_default(held: Any, value: Any) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(repr(st.text_area("a", "x", max_chars=2, key="a")))
    """)
    app.session_state.a = held
    assert app.run().text[0].value == repr(value)


@pytest.mark.parametrize("height", [None, 1, 68, 300, "content", "stretch"])
def test_its_height_is_told(height: Any) -> None:
    def draw(st: Any, height: Any) -> None:
        st.text_area("a", height=height)

    app = AppTest.from_function(draw, args=(st, height)).run()
    assert app.text_area[0].height == height


def test_w16_a_browser_cannot_send_what_does_not_fit(tmp_path: Path) -> None:
    script = "st.text(st.text_area('a', 'x', max_chars=3, key='a'))"
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        for wire in (None, 3, "long", ["x"]):
            tab.set("a", wire)
        tab.settle()
        assert tab.texts == ["x"]
        tab.set("a", "ok")
        tab.settle()
        assert tab.texts == ["ok"]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"height": 0}, StreamlitInvalidHeightError, "got height=0"),
        ({"height": "auto"}, StreamlitInvalidHeightError, "got height='auto'"),
        ({"height": 1.5}, StreamlitInvalidHeightError, "got height=1.5"),
        ({"max_chars": -1}, StreamlitValueError, "got max_chars=-1"),
        ({"max_chars": "3"}, StreamlitValueError, "got max_chars='3'"),
    ],
)
def test_what_makes_no_text_area_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.text_area("a", **call)
    assert str(caught.value).startswith('text_area "a": ')
    assert str(caught.value).endswith(text)
