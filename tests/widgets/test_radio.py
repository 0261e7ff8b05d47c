"""Radio; what all choices have in common is told of selectbox."""

from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitInvalidWidthError
from ostinato.testing import AppTest
from tab import Server, Tab

Color = Enum("Color", "RED BLUE")

MEAL = """
import ostinato as st
meal = st.radio("Meal", [1, 2], index=None, format_func=lambda n: f"meal {n}", key="meal")
st.text(f"{meal!r} {st.session_state.meal!r}")
"""


@pytest.mark.parametrize(
    ("options", "index", "value"),
    [
        (["x", "y"], 0, "x"),
        (["x", "y"], 1, "y"),
        (["x", "y"], None, None),
        ([], 0, None),
        (Color, 1, Color.BLUE),
        ([None, "x"], 0, None),
        ([[1], [2]], 1, [2]),
    ],
)
def test_w02_the_first_call_returns_the_option_at_the_index(
    options: Any, index: int | None, value: object
) -> None:
    assert st.radio("a", options, index) == value


def test_w01_a_choice_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string(MEAL).run()
    meal = app.radio[0]
    assert (meal.options, meal.index, meal.value) == (["meal 1", "meal 2"], None, None)
    meal.set_value(2).run()
    assert app.text[0].value == "2 2"
    assert app.radio(key="meal").index == 1


def test_w08_a_choice_moves_with_its_option() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        more = ["new"] if st.checkbox("more") else []
        st.text(st.radio("a", more + ["x", "y"], key="a"))
    """).run()
    app.radio[0].set_value("y").run()
    app.checkbox[0].check().run()
    assert (app.text[0].value, app.radio[0].index) == ("y", 2)


@pytest.mark.parametrize(("held", "value"), [("y", "y"), ("z", "x"), (None, "None")])
def test_w14_what_the_script_sets_is_chosen_or_else_the_default(held: object, value: str) -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.radio('a', ['x', 'y'], key='a'))")
    app.session_state.a = held
    assert app.run().text[0].value == value


def test_w19_it_is_read_from_the_address(tmp_path: Path) -> None:
    script = "st.text(st.radio('Size', ['S', 'M'], key='size', bind='query-params'))"
    with Server(tmp_path, script) as server:
        assert Tab(server, query="size=M").texts == ["M"]
        assert Tab(server, query="size=XL").texts == ["S"]


def test_captions_may_be_fewer_or_none_and_tell_two_radios_apart() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.radio("a", ["x", "y"], captions=["*one*"])
        st.radio("a", ["x", "y"], captions=(each for each in [None, "two"]))
        st.radio("a", ["x", "y"], horizontal=True)
    """).run()
    assert [radio.captions for radio in app.radio] == [["*one*"], ["", "two"], []]
    assert [radio.horizontal for radio in app.radio] == [False, False, True]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"captions": [1, 2]}, StreamlitInvalidParameterTypeError, "got captions=[1, 2]"),
        ({"index": "y"}, StreamlitInvalidParameterTypeError, "got index='y'"),
        ({"width": "auto"}, StreamlitInvalidWidthError, "got width='auto'"),
    ],
)
def test_what_makes_no_radio_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.radio("a", ["x", "y"], **call)
    assert str(caught.value).startswith('radio "a": ')
    assert str(caught.value).endswith(text)
