"""Select slider; what all choices have in common is told of selectbox."""

import time
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitMissingRequiredParameterError, StreamlitValueError
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from tab import Server, Tab

Color = Enum("Color", "RED GREEN BLUE")

SIZE = """
    import ostinato as st
    size = st.select_slider("Size", [1, 2, 3, 4], {}, format_func=lambda n: f"*{{n}}*", key="size")
    st.text(repr((size, st.session_state.size)))
"""


@pytest.mark.parametrize(
    ("options", "value", "returned"),
    [
        (["x", "y"], None, "x"),
        (["x", "y"], "y", "y"),
        (["x", "y", "z"], ("z", "x"), ("x", "z")),
        (["x", "y"], ["y", "y"], ("y", "y")),
        (Color, Color.GREEN, Color.GREEN),
        (Color, (Color.BLUE, Color.RED), (Color.RED, Color.BLUE)),
        ([None, "x"], None, None),
        (["x", None], None, None),
        ([[1], [2]], [2], [2]),
        ([(1, 2), (3, 4)], (3, 4), (3, 4)),
        ([(1, 2), (3, 4)], None, (1, 2)),
        ([(1, 2), (3, 4)], ((3, 4), (1, 2)), ((1, 2), (3, 4))),
        (5, None, 5),
    ],
)
def test_w02_the_first_call_returns_the_options_that_the_value_is(
    options: Any, value: Any, returned: object
) -> None:
    assert st.select_slider("a", options, value) == returned


def test_w01_a_place_reaches_the_script_and_the_state() -> None:
    app = AppTest.from_string(SIZE.format("None")).run()
    size = app.select_slider(key="size")
    assert (size.options, size.value, size.format_func(2)) == (
        ["*1*", "*2*", "*3*", "*4*"],
        1,
        "*2*",
    )
    size.set_value(3).run()
    assert app.text[0].value == "(3, 3)"


def test_w01_so_does_a_range_in_the_order_of_the_options() -> None:
    app = AppTest.from_string(SIZE.format("(2, 3)")).run()
    app.select_slider[0].set_range(4, 1).run()
    assert app.text[0].value == "((1, 4), (1, 4))"


def test_options_of_the_scripts_own_classes_are_those_of_this_run() -> None:
    app = AppTest.from_string("""
        import enum
        import ostinato as st
        class Size(enum.Enum):
            S = 1
            M = 2
            L = 3
        one = st.select_slider("One", Size, Size.M, key="one")
        low, high = st.select_slider("Two", Size, (Size.S, Size.M), key="two")
        st.text((one is Size.L, low is Size.M, high is Size.L))
    """).run()
    app.select_slider[0].set_value(app.select_slider[1].value[1])
    app.run()
    options = app.inputs.memory_of(app.select_slider[1].id).codec.choice.options
    app.select_slider[0].set_value(options.values[2])
    app.select_slider[1].set_range(*options.values[1:])
    app.run()
    app.run()
    assert app.text[0].value == "(True, True, True)"


@pytest.mark.parametrize("call", ["select_slider", "selectbox", "radio"])
@pytest.mark.parametrize(
    "options",
    [
        "{'a': np.array([1, 2])}, {'a': np.array([3, 4])}",
        "{'a': np.array([1, 2, 2])}, {'a': np.array([2, 2])}, {'a': np.array([2])}, {'b': 1}",
        "{'a': [np.array([1, np.nan]), 1]}, {'a': [np.array([3, np.nan]), 2]}",
        "{'a': pd.DataFrame({'x': [1, None]})}, {'a': pd.DataFrame({'x': [2, None]})}",
        "[np.array([1, 2])], [np.array([3, 4])]",
        "np.array([1, 2]), np.array([3, 4])",
    ],
)
def test_w08_options_whose_equals_sign_says_nothing_are_found_again(
    call: str, options: str, tmp_path: Path
) -> None:
    script = f"""
import numpy as np, pandas as pd
options = {options},
chosen = st.{call}("a", options, format_func=repr, key="a")
st.text([repr(each) for each in options].index(repr(chosen)))
st.button("Again")
"""
    store = MemoryStore(time.monotonic)
    with (
        Server(tmp_path, script, store=store) as first,
        Server(tmp_path, script, store=store) as other,
    ):
        tab = Tab(first)
        assert tab.texts == ["0"]
        place = [1, tab.of_kind(call)[0]["options"][1]]
        tab.set("a", [place] if call == "select_slider" else place)
        tab.settle()
        tab.click("Again")
        tab.settle()
        assert tab.texts == ["1"]
        tab.move(other)
        tab.settle()
        assert tab.texts == ["1"]


def test_w07_a_changed_default_moves_what_nobody_moved() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        default = "z" if st.checkbox("other") else "x"
        st.text(st.select_slider("a", ["x", "y", "z"], default))
    """).run()
    app.checkbox[0].check().run()
    assert app.text[0].value == "z"
    app.select_slider[0].set_value("y")
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "y"


def test_l07_the_echo_keeps_every_input() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        state = st.session_state
        state.span = st.select_slider("a", range(9), state.get("span", (2, 4)))
    """).run()
    for span in ((3, 4), (3, 7), (0, 8)):
        app.select_slider[0].set_range(*span).run()
        assert app.session_state.span == span


def test_w08_a_place_moves_with_its_option_and_goes_with_it() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        options = st.session_state.get("options", ["x", "y", "z"])
        st.text(st.select_slider("a", options, (options[0], options[-1]), key="a"))
    """).run()
    app.select_slider[0].set_range("y", "z").run()
    app.session_state.options = ["w", "y", "z"]
    assert app.run().text[0].value == "('y', 'z')"
    app.session_state.options = ["w", "z"]
    assert app.run().text[0].value == "('w', 'z')"


@pytest.mark.parametrize(
    ("value", "held", "returned"),
    [
        ("None", 3, 3),
        ("None", 9, 1),
        ("None", None, 1),
        ("None", "2", 1),
        ("None", (3, 2), (2, 3)),
        ("2", [2, 4], (2, 4)),
        ("2", (2, 9), (2, 2)),
        ("None", (2, 9), (1, 4)),
        ("None", (2,), 1),
        ("(2, 3)", 4, 4),
        ("(2, 3)", 9, (2, 3)),
        ("(2, 3)", (1, 9), (2, 3)),
        ("(2, 3)", (1, 2, 3), (2, 3)),
        ("(2, 3)", None, (2, 3)),
    ],
)
def test_w14_what_the_script_sets_decides_also_whether_it_is_a_range(
    value: str, held: Any, returned: object
) -> None:
    app = AppTest.from_string(SIZE.format(value))
    app.session_state.size = held
    assert app.run().text[0].value == repr((returned, returned))


def test_w16_a_disabled_one_and_forged_values_change_nothing(tmp_path: Path) -> None:
    script = (
        "st.text(st.select_slider('a', ['x', 'y'], key='a'))\n"
        "st.text(st.select_slider('b', ['x', 'y'], key='b', disabled=True))"
    )
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        tab.set("b", [[1, "y"]])
        for wire in (None, [[1, "z"]], [[0, "x"], [1, "y"]], "y"):
            tab.set("a", wire)
        tab.settle()
        assert tab.texts == ["x", "x"]
        tab.set("a", [[1, "y"]])
        tab.settle()
        assert tab.texts == ["y", "x"]


def test_w19_it_is_read_from_the_address(tmp_path: Path) -> None:
    script = "st.text(st.select_slider('a', 'STU', ('S', 'U'), key='a', bind='query-params'))"
    script = script.replace("'STU'", "['S', 'T', 'U']")
    with Server(tmp_path, script) as server:
        assert Tab(server, query="a=U&a=T").texts == ["('T', 'U')"]
        assert Tab(server, query="a=U").texts == ["('S', 'U')"]
        assert Tab(server, query="a=U&a=X").texts == ["('S', 'U')"]


def test_s10_another_process_has_it_from_the_store(tmp_path: Path) -> None:
    store = MemoryStore(time.monotonic)
    script = "st.text(st.select_slider('a', ['x', 'y', 'z'], ('x', 'y'), key='a'))"
    with (
        Server(tmp_path, script, store=store) as first,
        Server(tmp_path, script, store=store) as other,
    ):
        tab = Tab(first)
        tab.set("a", [[1, "y"], [2, "z"]])
        tab.settle()
        tab.move(other)
        tab.settle()
        assert tab.texts == ["('y', 'z')"]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"options": []}, StreamlitMissingRequiredParameterError, "got options=[]"),
        ({"value": "z"}, StreamlitValueError, "must be among the options, got value='z'"),
        ({"value": ("x", "z")}, StreamlitValueError, "got value=('x', 'z')"),
        ({"value": ("x",)}, StreamlitValueError, "or two for a range, got value=('x',)"),
        ({"value": ()}, StreamlitValueError, "got value=()"),
        ({"value": ("x",) * 3}, StreamlitValueError, "got value=('x', 'x', 'x')"),
    ],
)
def test_what_makes_no_slider_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.select_slider("a", **{"options": ["x", "y"], **call})
    assert str(caught.value).startswith('select_slider "a": ')
    assert str(caught.value).endswith(text)
