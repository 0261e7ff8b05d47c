"""What a person enters and the script, as it has come so far, cannot take any more: L09, W08."""

from collections.abc import Callable
from typing import Any

import pytest

from tab import Tab

OpenTab = Callable[..., Tab]

TOLD = "“Which” does not take what you entered: the change was not applied."

COUNT = """
n = st.number_input("n", 1, 10, 3, key="n")
gates.reach("options")
options = [f"q{number}" for number in range(n)]
"""

CALLS = [
    ("radio('Which', options, key='w')", [2, "q2"], "q0"),
    ("selectbox('Which', options, key='w')", [2, "q2"], "q0"),
    ("segmented_control('Which', options, key='w')", [2, "q2"], "None"),
    ("select_slider('Which', options, key='w')", [[2, "q2"]], "q0"),
    ("multiselect('Which', options, key='w')", [[2, "q2"]], "[]"),
    ("multiselect('Which', options, key='w')", [[2, "q2"], [1, "q1"]], "['q1']"),
    ("slider('Which', 0, n, key='w')", [3], "0"),
    ("number_input('Which', 0, n, key='w')", 3, "0"),
]


@pytest.mark.parametrize(("call", "wire", "value"), CALLS)
def test_l09_what_does_not_fit_any_more_is_told_once(
    open_tab: OpenTab, call: str, wire: Any, value: str
) -> None:
    tab = open_tab(COUNT + f"st.text(st.{call})")
    tab.send({"#n": 2, "#w": wire})
    tab.settle()
    assert (tab.texts, tab.told("notification")) == ([value], [["dropped", TOLD]])
    tab.send({"#n": 1})
    tab.settle()
    assert len(tab.told("notification")) == 1


def test_l09_so_is_what_is_chosen_while_the_options_are_about_to_change(
    open_tab: OpenTab,
) -> None:
    tab = open_tab(COUNT + "st.text(st.radio('Which', options, key='w'))")
    gates = tab.server.gates
    gates.close("options")
    tab.send({"#n": 2})
    tab.server.until(lambda: gates.reached.count("options") == 2)
    tab.send({"#w": [2, "q2"]})
    gates.open("options")
    tab.settle()
    assert (tab.texts, tab.told("notification")) == (["q0"], [["dropped", TOLD]])


@pytest.mark.parametrize(("call", "wire", "value"), CALLS)
def test_w08_what_was_chosen_before_goes_with_its_option_and_nobody_is_told(
    open_tab: OpenTab, call: str, wire: Any, value: str
) -> None:
    tab = open_tab(COUNT + f"st.text(st.{call})")
    tab.send({"#w": wire})
    tab.settle()
    tab.send({"#n": 2})
    tab.settle()
    assert (tab.texts, tab.told("notification")) == ([value], [])


@pytest.mark.parametrize("value", ["q1", "q9"])
def test_w14_what_the_script_sets_after_all_is_its_own_affair(
    open_tab: OpenTab, value: str
) -> None:
    tab = open_tab(f"""
def choose():
    st.session_state.w = {value!r}
n = st.number_input("n", 1, 10, 3, key="n")
options = [f"q{{number}}" for number in range(n)]
st.text(st.radio("Which", options, key="w", on_change=choose))
""")
    tab.send({"#n": 2, "#w": [2, "q2"]})
    tab.settle()
    assert tab.told("notification") == []
    assert tab.texts == ["q1" if value == "q1" else "q0"]


def test_l09_a_press_that_the_menu_has_no_more_is_told(open_tab: OpenTab) -> None:
    tab = open_tab(COUNT + "st.text(st.menu_button('Which', options, key='w'))")
    tab.send({"#n": 2, "#w": [2, "q2"]}, "#w")
    tab.settle()
    assert (tab.texts, tab.told("notification")) == (["None"], [["dropped", TOLD]])


def test_l09_options_that_cannot_even_be_compared_are_told_of(open_tab: OpenTab) -> None:
    tab = open_tab("""
class Odd(Exception):
    def __str__(self):
        raise self
class Option:
    def __init__(self, name):
        self.name = name
    def __str__(self):
        return self.name
    def __eq__(self, other):
        raise Odd
    __hash__ = object.__hash__
n = st.number_input("n", 1, 10, 3, key="n")
st.text(st.radio("Which", [Option(f"q{number}") for number in range(n)], key="w"))
""")
    tab.send({"#n": 2, "#w": [2, "q2"]})
    tab.settle()
    assert (tab.texts, tab.told("notification")) == (["q0"], [["dropped", TOLD]])
