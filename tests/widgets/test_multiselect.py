"""Multiselect; what all choices have in common is told of selectbox, and of pills in multi mode."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDefaultNotInOptionsError,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from tab import Server, Tab

FRUIT = """
import ostinato as st
def note(text):
    st.session_state.log = f"{text} {st.session_state.fruit}"
fruit = st.multiselect("Fruit", ["apple", "plum", "pear"], key="fruit", on_change=note,
                       kwargs={"text": "now"}, format_func=str.upper, ARGUMENTS)
st.text(f"{fruit} {st.session_state.fruit} {st.session_state.get('log')}")
"""


def app_of(arguments: str = "") -> AppTest:
    return AppTest.from_string(FRUIT.replace("ARGUMENTS", arguments)).run()


@pytest.mark.parametrize(
    ("options", "default", "value"),
    [
        (["x", "y"], None, []),
        (["x", "y"], ["y", "x"], ["y", "x"]),
        (["x", "y"], "y", ["y"]),
        ([0, 2], 0, [0]),
        (range(3), range(1, 3), [1, 2]),
        (np.arange(3), np.array([1]), [1]),
        ([None, "x"], [None], [None]),
        (["x", "x"], ["x", "x"], ["x", "x"]),
        ([], None, []),
        (5, None, []),
    ],
)
def test_w02_the_first_call_returns_the_default(options: Any, default: Any, value: Any) -> None:
    assert st.multiselect("a", options, default) == value


def test_w01_a_choice_reaches_the_script_the_state_and_its_callback() -> None:
    app = app_of("default='pear'")
    box = app.multiselect[0]
    assert (box.options, box.value, box.indices) == (["APPLE", "PLUM", "PEAR"], ["pear"], [2])
    box.select("apple").run()
    assert app.text.values == ["['pear', 'apple'] ['pear', 'apple'] now ['pear', 'apple']"]
    box = app.multiselect(key="fruit")
    assert (box.indices, box.values) == ([2, 0], ["PEAR", "APPLE"])
    assert box.format_func("x") == "X"
    box.unselect("pear").run()
    assert app.multiselect.values == [["apple"]]


def test_w13_what_is_done_to_the_list_does_not_change_the_state() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.multiselect("a", [[1], [2]], key="a", default=[[1]])[0].append(9)
        st.text(st.session_state.a)
    """).run()
    assert app.run().text.values == ["[[1]]"]


@pytest.mark.parametrize(
    ("held", "new", "value"),
    [
        (["plum", "kiwi"], False, ["plum"]),
        (["plum", "kiwi"], True, ["plum", "kiwi"]),
        ([5], True, []),
        (None, True, []),
        ("plum", False, ["plum"]),
    ],
)
def test_w14_what_the_script_sets_is_chosen_as_far_as_it_can_be(
    held: object, new: bool, value: object
) -> None:
    app = AppTest.from_string(FRUIT.replace("ARGUMENTS", f"accept_new_options={new}"))
    app.session_state.fruit = held
    assert app.run().multiselect[0].value == value
    assert not app.exception


def test_w14_more_than_there_may_be_is_an_error_and_is_given_up() -> None:
    app = AppTest.from_string(FRUIT.replace("ARGUMENTS", "max_selections=1, default='plum'"))
    app.session_state.fruit = ["apple", "pear"]
    (error,) = app.run().exception
    assert error.error == "StreamlitSelectionCountExceedsMaxError"
    assert error.message.startswith('multiselect "Fruit": at most 1 options can be chosen, got 2')
    assert app.run().multiselect[0].value == ["plum"]


def test_w08_a_choice_of_more_than_there_may_be_now_gives_way_to_the_default() -> None:
    app = app_of("max_selections=1 if st.checkbox('one') else None, default='plum'")
    app.multiselect[0].set_value(["apple", "pear"]).run()
    app.checkbox[0].check().run()
    assert app.multiselect[0].value == ["plum"]
    assert not app.exception


def test_text_of_ones_own_is_returned_where_it_is_accepted() -> None:
    app = app_of("accept_new_options=True")
    app.multiselect[0].select("kiwi").select("plum").run()
    assert app.multiselect[0].value == ["kiwi", "plum"]
    assert app.multiselect[0].indices == [1]
    with pytest.raises(StreamlitAPIException, match="'kiwi' is not among the options"):
        app_of().multiselect[0].select("kiwi")
    with pytest.raises(StreamlitAPIException, match="at most 1 options can be chosen, got 2"):
        app_of("max_selections=1").multiselect[0].set_value(["plum", "pear"])


@pytest.mark.parametrize(
    ("arguments", "forged"),
    [
        ("disabled=True", [[0, "x"]]),
        ("", [[0, "x"], [1, "q"]]),
        ("", [0, "x"]),
        ("", None),
        ("max_selections=1", [[0, "x"], [1, "y"]]),
    ],
)
def test_w16_what_is_forged_is_dropped(arguments: str, forged: Any, tmp_path: Path) -> None:
    script = f"st.text(st.multiselect('a', ['x', 'y'], on_change=print, {arguments}))"
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        tab.set("a", forged)
        tab.settle()
        assert tab.texts == ["[]"]


def test_w19_the_address_has_a_parameter_for_each(tmp_path: Path) -> None:
    script = """
st.text(st.multiselect("Fruit", ["apple", "plum", "pear"], ["plum"], key="fruit",
                       bind="query-params", max_selections=2, accept_new_options=True))
"""
    with Server(tmp_path, script) as server:
        assert Tab(server, query="fruit=pear&fruit=kiwi").texts == ["['pear', 'kiwi']"]
        assert Tab(server, query="fruit=a&fruit=b&fruit=c").texts == ["['a', 'b']"]
        assert Tab(server, query="fruit=").texts == ["[]"]
        tab = Tab(server)
        tab.set("Fruit", [[-1, "so so"], [2, "pear"]])
        tab.settle()
        assert tab.page.values["main"][0] == "fruit=so+so&fruit=pear"
        tab.set("Fruit", [[1, "plum"]])
        tab.settle()
        assert tab.page.values["main"][0] == ""


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"default": "q"}, StreamlitDefaultNotInOptionsError, "'q' is none of them"),
        (
            {"default": "q", "accept_new_options": True},
            StreamlitDefaultNotInOptionsError,
            "got default='q'",
        ),
        (
            {"default": ["x", "y"], "max_selections": 1},
            StreamlitSelectionCountExceedsMaxError,
            "got 2 and max_selections=1",
        ),
        ({"max_selections": 0}, StreamlitValueError, "got max_selections=0"),
        ({"max_selections": "2"}, StreamlitValueError, "got max_selections='2'"),
        ({"max_selections": 1.5}, StreamlitValueError, "got max_selections=1.5"),
        ({"max_selections": True}, StreamlitValueError, "got max_selections=True"),
        ({"filter_mode": "x"}, StreamlitValueError, "got filter_mode='x'"),
        (
            {"filter_mode": None, "accept_new_options": True},
            StreamlitIncompatibleParametersError,
            "leave one of them out",
        ),
        ({"select_all": None}, StreamlitInvalidParameterTypeError, "got select_all=None"),
        ({"select_all": 1.5}, StreamlitInvalidParameterTypeError, "got select_all=1.5"),
        ({"select_all": -1}, StreamlitValueError, "got select_all=-1"),
        ({"width": "content"}, StreamlitInvalidWidthError, "got width='content'"),
    ],
)
def test_what_makes_no_multiselect_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.multiselect("a", ["x", "y"], **call)
    assert str(caught.value).startswith('multiselect "a": ')
    assert text in str(caught.value)
