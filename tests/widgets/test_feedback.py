"""Feedback."""

import time
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from tab import Server, Tab


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, None),
        ({"default": 1}, 1),
        ({"options": "faces", "default": 0}, 0),
        ({"options": "stars", "default": 4}, 4),
    ],
)
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.feedback(**call) == value


def test_w01_a_rating_reaches_the_script_and_the_state_and_can_be_taken_back() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text((st.feedback("stars", key="a", default=1), st.session_state.a))
    """).run()
    app.feedback(key="a").set_value(4).run()
    assert app.text[0].value == "(4, 4)"
    app.feedback[0].set_value(None).run()
    assert app.text[0].value == "(None, None)"
    assert app.feedback[0].value is None


def test_c01_a_callback_gets_its_arguments_before_the_script_runs() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(*args, **kwargs):
            st.session_state.log = (args, kwargs, st.session_state.a)
        st.text(st.session_state.get("log"))
        st.feedback(key="a", on_change=note, args=(1,), kwargs={"b": 2})
    """).run()
    app.feedback[0].set_value(0).run()
    assert app.text[0].value == "((1,), {'b': 2}, 0)"


def test_w05_two_without_a_key_are_told_apart_by_their_options() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.feedback("stars")
        st.feedback("faces")
        st.feedback("faces")
    """).run()
    assert app.exception[0].error == "StreamlitDuplicateElementId"
    assert app.exception[0].message.startswith("feedback: ")
    assert len(app.feedback) == 2


@pytest.mark.parametrize(
    ("held", "value"), [(0, 0), (None, None), (7, 1), (-1, 1), ("0", 1), (True, 1), (0.0, 1)]
)
def test_w14_what_the_script_sets_is_shown_or_else_the_default(held: Any, value: Any) -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.feedback(default=1, key='a'))")
    app.session_state.a = held
    assert app.run().text[0].value == str(value)


def test_w08_a_rating_that_other_options_do_not_have_is_forgotten() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.feedback(st.session_state.get("options", "stars"), key="a"))
    """).run()
    app.feedback[0].set_value(1).run()
    app.session_state.options = "thumbs"
    assert app.run().text[0].value == "1"
    app.session_state.options = "stars"
    app.run().feedback[0].set_value(3).run()
    app.session_state.options = "thumbs"
    assert app.run().text[0].value == "None"


def test_w16_a_disabled_one_and_forged_values_change_nothing(tmp_path: Path) -> None:
    script = (
        "st.text(st.feedback(key='a', default=1))\nst.text(st.feedback(key='b', disabled=True))"
    )
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        for wire in (2, -1, True, 0.5, "0", [0]):
            tab.send({"#a": wire})
        tab.send({"#b": 1})
        tab.settle()
        assert tab.texts == ["1", "None"]
        tab.send({"#a": None})
        tab.settle()
        assert tab.texts == ["None", "None"]


def test_w19_it_is_read_from_the_address(tmp_path: Path) -> None:
    script = "st.text(st.feedback('stars', key='a', default=1, bind='query-params'))"
    with Server(tmp_path, script) as server:
        for query, text in {"a=3": "3", "a=9": "1", "a=x": "1", "a=": "None"}.items():
            assert Tab(server, query=query).texts == [text]


def test_s10_another_process_has_it_from_the_store(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    script = "st.text(st.feedback('faces'))"
    with (
        Server(tmp_path, script, store=store) as first,
        Server(tmp_path, script, store=store) as other,
    ):
        tab = Tab(first)
        tab.set("", 3)
        tab.settle()
        tab.move(other)
        tab.settle()
        assert tab.texts == ["3"]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"options": "x"}, StreamlitValueError, "'stars', got options='x'"),
        ({"options": ["thumbs"]}, StreamlitValueError, "got options=['thumbs']"),
        ({"default": 2}, StreamlitValueOutOfRangeError, 'for options="thumbs", got default=2'),
        ({"options": "stars", "default": 5}, StreamlitValueOutOfRangeError, "got default=5"),
        ({"default": "1"}, StreamlitInvalidParameterTypeError, "got default='1'"),
        ({"default": True}, StreamlitInvalidParameterTypeError, "got default=True"),
        ({"default": float("nan")}, StreamlitInvalidParameterTypeError, "got default=nan"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "got width='auto'"),
    ],
)  # fmt: skip
def test_what_makes_no_feedback_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.feedback(**call)
    assert str(caught.value).startswith("feedback: ")
    assert str(caught.value).endswith(text)
