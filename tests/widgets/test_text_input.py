"""Text input."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.values.text import Text


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, ""),
        ({"value": None}, None),
        ({"value": 5}, "5"),
        ({"value": "hello", "max_chars": 3}, "hel"),
        ({"value": "hello", "max_chars": 0}, "hello"),
    ],
)
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.text_input("a", **call) == value


def field(**call: Any) -> Any:
    return AppTest.from_function(draw, args=(st, call)).run().text_input[0]


def draw(st: Any, call: dict[str, Any]) -> None:
    st.text_input("a", **call)


def test_a_type_brings_icon_placeholder_check_and_completion() -> None:
    email = field(type="email")
    assert (email.icon, email.placeholder) == (":material/mail:", "you@example.com")
    assert (email.autocomplete, bool(email.validate)) == ("email", True)


def test_an_empty_text_turns_each_of_them_off() -> None:
    email = field(type="email", icon="", placeholder="", validate="", autocomplete="")
    for name in ("icon", "placeholder", "validate", "autocomplete"):
        assert not getattr(email, name)


def test_what_the_script_says_comes_before_the_type() -> None:
    email = field(type="email", icon="🔥", placeholder="p", validate=("^x", "no"))
    assert (email.icon, email.placeholder) == ("🔥", "p")
    assert (email.validate, email.validate_message) == ("^x", "no")


def test_live_is_a_pause_in_milliseconds() -> None:
    assert field(live=True).live == 250
    assert field(live="0ms").live == 0
    assert field().live is False


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"type": "x"}, StreamlitValueError, "type must be one of 'default', 'password'"),
        ({"max_chars": -1}, StreamlitValueError, "got max_chars=-1"),
        (
            {"max_chars": True},
            StreamlitValueError,
            "or None or 0 for any number, got max_chars=True",
        ),
        ({"max_chars": "x"}, StreamlitValueError, "got max_chars='x'"),
        ({"validate": 5}, StreamlitInvalidParameterTypeError, "got validate=5"),
        ({"validate": ("x",)}, StreamlitValueError, "a regular expression and a message"),
        ({"live": 300}, StreamlitInvalidParameterTypeError, "got live=300"),
    ],
)
def test_what_makes_no_field_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text) as caught:
        st.text_input("a", **call)
    assert str(caught.value).startswith('text_input "a": ')


@pytest.mark.parametrize("wire", [5, None, ["x"], True, "four", b"x"])
def test_w16_what_a_browser_cannot_mean_is_refused(wire: object) -> None:
    with pytest.raises(ValueError, match="expected a str|expected at most 3 characters, got 4"):
        Text(3).decode(wire)


def test_a_script_may_set_a_longer_text_than_can_be_typed() -> None:
    assert Text(3).adopt("hello") == ("hello", "hello")


def test_none_is_a_value_where_it_was_the_default() -> None:
    assert Text(None, True).decode(None) is None


def test_a_text_reaches_the_script() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(repr(st.text_input("a", max_chars=3)) + repr(st.text_input("b", None)))
    """).run()
    assert app.text[0].value == "''None"
    app.text_input[0].input("äöü")
    app.text_input[1].input("").run()
    assert app.text[0].value == "'äöü'''"


def test_w07_the_echo_pattern_keeps_every_text() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("name", "")
        st.session_state.name = st.text_input("Name", st.session_state.name)
        st.text(st.session_state.name)
    """).run()
    for name in ("Ada", "Grace", "Ada", "", "Edsger"):
        app.text_input[0].input(name).run()
        assert app.text[0].value == name


def test_issue_8_none_in_session_state_empties_the_field() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def reset():
            st.session_state.name = None
        st.text(repr(st.text_input("a", "Ada", key="name")))
        st.button("Reset", on_click=reset)
    """).run()
    app.button[0].click().run()
    assert app.text.values == ["None"]
    assert app.run().text.values == ["None"]


def test_a_longer_text_of_the_script_reaches_the_page() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.text_input("a", max_chars=3, key="name"))
    """)
    app.session_state.name = "hello"
    assert app.run().text.values == ["hello"]
