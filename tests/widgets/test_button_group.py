"""Pills and segmented control; what all choices have in common is told of selectbox."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDefaultNotInOptionsError,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidWidthError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from tab import Server, Tab

Color = Enum("Color", "RED BLUE")
BOTH = pytest.mark.parametrize("name", ["pills", "segmented_control"])

SIDES = """
import ostinato as st
def note(*args):
    st.session_state.log = (st.session_state.sides, *args)
more = ["soup"] if st.checkbox("more") else []
options = more + ["rice", "salad", "bread"]
sides = st.NAME("Sides", options, key="sides", on_change=note, args=[1], ARGUMENTS)
st.text(f"{sides!r} {st.session_state.sides!r} {st.session_state.get('log')!r}")
"""


def app_of(name: str, arguments: str = "") -> AppTest:
    return AppTest.from_string(SIDES.replace("NAME", name).replace("ARGUMENTS", arguments)).run()


@BOTH
@pytest.mark.parametrize(
    ("options", "default", "value"),
    [
        (["x", "y"], None, None),
        (["x", "y"], "y", "y"),
        (["x", "y"], ["y"], "y"),
        (["x", "y"], [], None),
        ([], None, None),
        (None, None, None),
        (range(3), 0, 0),
        (Color, Color.BLUE, Color.BLUE),
        ([None, "x"], None, None),
        ([[1], [2]], [[2]], [2]),
        ([(1, 2), (3, 4)], (3, 4), (3, 4)),
    ],
)
def test_w02_the_first_call_returns_the_default(
    name: str, options: Any, default: Any, value: Any
) -> None:
    assert getattr(st, name)("a", options, default=default) == value


@BOTH
@pytest.mark.parametrize(
    ("default", "value"), [(None, []), (2, [2]), ([2, 1], [2, 1]), ((1,), [1]), ({2}, [2])]
)
def test_w02_in_multi_mode_it_returns_a_list(name: str, default: Any, value: Any) -> None:
    chosen = getattr(st, name)("a", [1, 2], selection_mode="multi", default=default)
    assert chosen == value


@BOTH
def test_w01_a_choice_reaches_the_script_the_state_and_its_callback(name: str) -> None:
    app = app_of(name)
    group = app.get(name)[0]
    assert (group.options, group.value, group.indices) == (["rice", "salad", "bread"], None, [])
    group.select("salad").run()
    assert app.text.values == ["'salad' 'salad' ('salad', 1)"]
    group = app.button_group[0]
    assert (group.type, group.indices, group.formatted_values) == (name, [1], ["salad"])
    group.unselect("rice").unselect("salad").run()
    assert app.text.values == ["None None (None, 1)"]


@BOTH
def test_w01_several_come_in_the_order_in_which_they_were_chosen(name: str) -> None:
    app = app_of(name, "selection_mode='multi', default='bread'")
    app.get(name)[0].select("rice").run()
    assert app.text.values == ["['bread', 'rice'] ['bread', 'rice'] (['bread', 'rice'], 1)"]
    group = app.get(name)[0]
    assert (group.indices, group.formatted_values) == ([2, 0], ["bread", "rice"])
    group.unselect("bread").run()
    assert app.get(name)[0].value == ["rice"]


@BOTH
def test_w08_choices_move_with_their_options_and_go_with_them(name: str) -> None:
    app = app_of(name, "selection_mode='multi'")
    app.checkbox[0].check().run()
    app.get(name)[0].set_value(["bread", "soup"]).run()
    app.checkbox[0].uncheck().run()
    assert app.get(name)[0].value == ["bread"]
    app.checkbox[0].check().run()
    assert app.get(name)[0].indices == [3]


def test_w07_a_changed_default_stands_unless_a_person_has_chosen() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        n = st.number_input("n", 0, 2)
        st.text(st.pills("a", [0, 1, 2], default=n))
        st.text(st.segmented_control("b", [0, 1, 2], default=[n], selection_mode="multi"))
    """).run()
    app.number_input[0].set_value(1).run()
    assert app.text.values == ["1", "[1]"]
    app.pills[0].set_value(2)
    app.segmented_control[0].set_value([])
    app.number_input[0].set_value(0).run()
    assert app.text.values == ["2", "[]"]


def test_w07_pills_and_a_segmented_control_with_equal_arguments_are_two_widgets() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text((st.pills("a", ["x"]), st.segmented_control("a", ["x"])))
    """).run()
    app.pills[0].set_value("x").run()
    assert app.text.values == ["('x', None)"]


def test_l07_the_echo_works() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("a", [])
        st.session_state.a = st.pills("a", "x y z".split(), selection_mode="multi",
                                      default=st.session_state.a)
    """).run()
    for option in "yxz":
        app.pills[0].select(option).run()
    assert app.session_state.a == ["y", "x", "z"]


@pytest.mark.parametrize(
    ("mode", "held", "value"),
    [
        ("single", "x", "x"),
        ("single", None, None),
        ("single", "z", "y"),
        ("single", ["x"], "y"),
        ("single", 5, "y"),
        ("multi", ["x"], ["x"]),
        ("multi", ("x", "z"), ["x"]),
        ("multi", "x", ["x"]),
        ("multi", None, []),
        ("multi", ["z"], []),
        ("multi", 5, []),
    ],
)
def test_w14_what_the_script_sets_is_chosen_as_far_as_there_is_such_an_option(
    mode: str, held: object, value: object
) -> None:
    app = AppTest.from_string(
        f"import ostinato as st; st.pills('a', ['x', 'y'], key='a', default='y',"
        f" selection_mode={mode!r})"
    )
    app.session_state.a = held
    assert app.run().pills[0].value == value
    assert app.session_state.a == value
    assert not app.exception


def test_w03_a_callback_sets_it() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def swap():
            st.session_state.a = st.session_state.a[::-1]
        st.button("Swap", on_click=swap)
        st.text(st.pills("a", [1, 2], key="a", selection_mode="multi", default=[1, 2]))
    """).run()
    app.button[0].click().run()
    assert app.text.values == ["[2, 1]"]


OWN = """
from dataclasses import dataclass
@dataclass(frozen=True)
class City:
    name: str
cities = [City("Oslo"), City("Rome"), City("Bern")]
prices = {city: at for at, city in enumerate(cities)}
one = st.pills("One", cities, format_func=lambda city: city.name)
some = st.pills("Some", cities, format_func=lambda city: city.name, selection_mode="multi")
st.text([prices.get(one), *[prices[city] for city in some], *[city in cities for city in some]])
"""


def test_w13_options_of_the_scripts_own_classes_are_returned_themselves(tmp_path: Path) -> None:
    store = MemoryStore(lambda: 0.0)
    with Server(tmp_path, OWN, store=store) as server:
        tab = Tab(server)
        tab.set("One", [1, "Rome"])
        tab.set("Some", [[2, "Bern"], [0, "Oslo"]])
        tab.settle()
        assert tab.texts == ["[1, 2, 0, True, True]"]
    with Server(tmp_path, OWN, store=store) as server:  # S10: another process goes on
        tab.move(server)
        tab.settle()
        tab.send({})
        tab.settle()
        assert tab.texts == ["[1, 2, 0, True, True]"]


@pytest.mark.parametrize(
    ("arguments", "forged"),
    [
        ("disabled=True", [0, "x"]),
        ("", [0, "z"]),
        ("", [[0, "x"]]),
        ("default='y', required=True", None),
        ("selection_mode='multi'", [0, "x"]),
        ("selection_mode='multi'", None),
    ],
)
def test_w16_what_is_forged_is_dropped(arguments: str, forged: Any, tmp_path: Path) -> None:
    script = f"st.text(st.pills('a', ['x', 'y'], {arguments}))"
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        before = tab.texts
        tab.set("a", forged)
        tab.settle()
        assert tab.texts == before


def test_w19_it_is_read_from_the_address_and_written_there(tmp_path: Path) -> None:
    script = """
one = st.pills("One", ["x", "y"], key="one", bind="query-params", default="y")
some = st.pills("Some", ["x", "y", "z"], key="some", bind="query-params", default=["z"],
                selection_mode="multi")
st.text((one, some))
"""
    addresses = {
        "": "('y', ['z'])",
        "one=x&some=y&some=x": "('x', ['y', 'x'])",
        "one=&some=": "(None, [])",
        "one=q&some=q": "('y', ['z'])",
        "some=q&some=x": "('y', ['x'])",
    }
    with Server(tmp_path, script) as server:
        assert {query: Tab(server, query=query).texts[0] for query in addresses} == addresses
        tab = Tab(server)
        tab.set("Some", [[1, "y"], [0, "x"]])
        tab.settle()
        assert tab.page.values["main"][0] == "some=y&some=x"
        tab.set("Some", [])
        tab.settle()
        assert tab.page.values["main"][0] == "some="


@BOTH
@pytest.mark.parametrize(
    ("arguments", "error", "text"),
    [
        ({"selection_mode": "both"}, StreamlitValueError, "got selection_mode='both'"),
        ({"default": "q"}, StreamlitDefaultNotInOptionsError, "'q' is none of them"),
        ({"default": ["x", "y"]}, StreamlitAPIException, "got default=['x', 'y']"),
        (
            {"required": True, "selection_mode": "multi"},
            StreamlitIncompatibleParametersError,
            'selection_mode="multi": leave one of them out',
        ),
        ({"width": "big"}, StreamlitInvalidWidthError, "got width='big'"),
        ({"bind": "query-params"}, StreamlitMissingRequiredParameterError, "got bind="),
    ],
)
def test_what_makes_none_is_refused(
    name: str, arguments: dict[str, Any], error: type[Exception], text: str
) -> None:
    make: Callable[..., object] = getattr(st, name)
    with pytest.raises(error) as caught:
        make("a", ["x", "y"], **arguments)
    assert str(caught.value).startswith(f'{name} "a": ')
    assert text in str(caught.value)


def test_nobody_can_choose_what_is_not_there() -> None:
    app = app_of("pills", "selection_mode='multi'")
    with pytest.raises(StreamlitAPIException, match="'soup' is not among the options"):
        app.pills[0].select("soup")
