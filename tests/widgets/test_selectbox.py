"""Selectbox."""

from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.config import Config
from ostinato.config.options import Runner
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.testing import AppTest
from ostinato.values.choice import Choice, Options
from tab import Server, Tab


class Color(Enum):
    RED = 1
    BLUE = 2


class Series:
    """What a series or an array offers to those who do not know it."""

    shape = (2,)

    def __iter__(self) -> Any:
        raise AssertionError("the values of a series are to be had as a list")

    def tolist(self) -> list[int]:
        return [7, 8]


class Table:
    """What a table offers to those who do not know it."""

    shape = (2, 1)
    columns = ("first",)

    def __iter__(self) -> Any:
        return iter(self.columns)

    def __getitem__(self, name: str) -> Series:
        assert name == "first"
        return Series()


@pytest.mark.parametrize(
    ("options", "value"),
    [
        ([], None),
        (None, None),
        (["x", "y"], "x"),
        (("x", "y"), "x"),
        ({"x": 1, "y": 2}, "x"),
        ({"x": 1}.keys(), "x"),
        ({"z"}, "z"),
        ("xyz", "xyz"),
        (5, 5),
        (range(3), 0),
        ((i for i in range(3)), 0),
        (Color, Color.RED),
        ([None, "y"], None),
        ([[1], [2]], [1]),
        (Series(), 7),
        (Table(), 7),
    ],
)
def test_w02_options_may_be_anything_and_the_first_is_the_default(
    options: Any, value: object
) -> None:
    assert st.selectbox("a", options) == value


@pytest.mark.parametrize(("index", "value"), [(1, "y"), (None, None)])
def test_index_names_the_default(index: int | None, value: object) -> None:
    assert st.selectbox("a", ["x", "y"], index) == value


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"index": 2}, StreamlitValueOutOfRangeError, "between 0 and 1, got index=2"),
        ({"index": -1}, StreamlitValueOutOfRangeError, "got index=-1"),
        ({"index": "y"}, StreamlitInvalidParameterTypeError, "got index='y'"),
        ({"index": 1.0}, StreamlitInvalidParameterTypeError, "got index=1.0"),
        ({"index": True}, StreamlitInvalidParameterTypeError, "got index=True"),
        ({"filter_mode": "x"}, StreamlitValueError, "got filter_mode='x'"),
        (
            {"filter_mode": None, "accept_new_options": True},
            StreamlitIncompatibleParametersError,
            "leave one of them out",
        ),
    ],
)
def test_what_makes_no_selectbox_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text) as caught:
        st.selectbox("a", ["x", "y"], **call)
    assert str(caught.value).startswith('selectbox "a": ')


def options(
    *values: Any, may_be_none: bool = False, required: bool = False, may_be_new: bool = False
) -> Choice:
    texts = [str(value) for value in values]
    return Choice(
        Options(list(values), texts),
        may_be_none=may_be_none,
        is_required=required,
        may_be_new=may_be_new,
    )


def test_an_option_is_found_by_place_or_else_by_text() -> None:
    assert options("x", "y").decode([1, "y"]) == "y"
    assert options("new", "x", "y").decode([1, "y"]) == "y"
    assert options("x", "x").decode([1, "x"]) == "x"


@pytest.mark.parametrize(
    "wire", [None, "x", 0, [0], [0, 1], ["0", "x"], [True, "x"], [7, "z"], [-1, "z"], [0, "x", 1]]
)
def test_w16_what_a_browser_cannot_mean_is_refused(wire: object) -> None:
    with pytest.raises(ValueError, match="expected an index and a text|is not among the options"):
        options("x", "y").decode(wire)


def test_a_new_text_is_taken_where_allowed_and_matched_without_case() -> None:
    choice = options("Red", may_be_new=True)
    assert choice.decode([-1, "blue"]) == "blue"
    assert choice.decode([-1, "rED"]) == "Red"
    assert choice.adopt("blue") == ("blue", (-1, "blue"))


def test_a_required_choice_cannot_be_taken_back() -> None:
    assert options("x", may_be_none=True).decode(None) is None
    with pytest.raises(ValueError, match="expected an index"):
        options("x", may_be_none=True, required=True).decode(None)


def test_options_of_one_value_but_other_types_are_told_apart() -> None:
    assert options(1, True, 1.0).adopt(True) == (True, (1, "True"))


def test_w13_a_container_is_returned_as_a_copy() -> None:
    values = [[1], [2]]
    st.selectbox("a", values).append(5)
    assert values == [[1], [2]]


def test_w14_a_value_that_is_no_option_becomes_the_default() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.selectbox("a", ["x", "y"], key="a"))
    """)
    app.session_state.a = "z"
    assert app.run().text[0].value == "x"
    assert app.session_state.a == "x"


def test_a_choice_reaches_the_script() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.selectbox("a", [1, 2], index=None, format_func=lambda n: f"number {n}"))
    """).run()
    box = app.selectbox[0]
    assert (box.options, box.index, box.value) == (["number 1", "number 2"], None, None)
    box.select(2).run()
    assert app.text[0].value == "2"
    assert app.selectbox[0].index == 1
    app.selectbox[0].select_index(0).run()
    assert app.text[0].value == "1"
    app.selectbox[0].select_index(None).run()
    assert app.text[0].value == "None"


def test_nobody_can_choose_what_is_not_there() -> None:
    app = AppTest.from_string("import ostinato as st; st.selectbox('a', ['x'])").run()
    with pytest.raises(StreamlitAPIException, match="'z' is not among the options"):
        app.selectbox[0].select("z")


def test_a_choice_moves_with_its_option() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        more = ["new"] if st.checkbox("more") else []
        st.text(st.selectbox("a", more + ["x", "y"], key="a"))
    """).run()
    app.selectbox[0].select("y").run()
    app.checkbox[0].check().run()
    assert app.text[0].value == "y"
    assert app.selectbox[0].index == 2


@pytest.mark.parametrize(
    "definition",
    [
        "from enum import Enum\nKind = Enum('Kind', 'A B')\nkinds = list(Kind)",
        "from dataclasses import dataclass\n@dataclass\nclass Kind:\n    n: int\n\n"
        "kinds = [Kind(1), Kind(2)]",
    ],
)
def test_a_choice_survives_that_each_run_defines_its_class_anew(definition: str) -> None:
    app = AppTest.from_string(
        f"import ostinato as st\n{definition}\n"
        "kind = st.selectbox('a', kinds, key='a')\n"
        "st.text(kinds.index(kind))\n"
        "st.button('again')\n"
    ).run()
    app.selectbox[0].select_index(1).run()
    assert app.text[0].value == "1"
    app.button[0].click().run()
    assert app.text[0].value == "1"
    assert type(app.session_state.a).__name__ == "Kind"


CITIES = """
import ostinato as st
class City:
    def __init__(self, name):
        self.name = name
cities = [City("Oslo"), City("Rome")]
names = {city: city.name for city in cities}
"""


def test_issue_8_the_text_of_an_option_is_asked_for_with_options_of_this_run_only() -> None:
    app = AppTest.from_string(
        CITIES + "city = st.selectbox('c', cities, format_func=lambda city: names[city])\n"
        "st.text(names[city])\n"
    ).run()
    app.selectbox[0].select_index(1).run()
    assert [*app.text.values, *app.exception.values] == ["Rome"]
    assert [*app.run().text.values, *app.exception.values] == ["Rome"]


def test_issue_8_an_option_kept_from_an_earlier_run_is_found_again() -> None:
    app = AppTest.from_string(
        CITIES + "st.session_state.setdefault('kept', cities[1])\n"
        "def back():\n    st.session_state.c = st.session_state.kept\n"
        "st.button('back', on_click=back)\n"
        "st.text(names[st.selectbox('c', cities, format_func=names.get, key='c')])\n"
    ).run()
    app.button[0].click().run()
    assert app.text.values == ["Rome"]


def test_issue_8_what_is_no_number_can_be_chosen_and_stays_chosen() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.selectbox("n", [1.0, float("nan"), None]))
    """).run()
    app.selectbox[0].select_index(1).run()
    assert app.text.values == ["nan"]
    assert app.run().text.values == ["nan"]
    app.selectbox[0].select_index(2).run()
    assert app.run().text.values == ["None"]


def test_issue_8_none_in_session_state_takes_the_choice_back() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def reset():
            st.session_state.city = None
        st.text(st.selectbox("c", ["Oslo", "Rome"], key="city"))
        st.button("Reset", on_click=reset)
    """).run()
    app.button[0].click().run()
    assert (app.text.values, app.selectbox[0].index) == (["None"], None)
    assert app.run().text.values == ["None"]
    app.selectbox[0].select("Rome").run()
    assert app.text.values == ["Rome"]


def test_issue_8_an_object_is_returned_itself() -> None:
    app = AppTest.from_string(
        CITIES + "st.text(st.selectbox('c', cities, format_func=names.get) is cities[0])\n"
    ).run()
    assert app.text.values == ["True"]


MEMBERS = """
from enum import Enum
Kind = Enum("Kind", {"A": 1, "B": st.session_state.setdefault("b", 2)})
st.text(str(st.selectbox("Kind", Kind, key="kind") in list(Kind)))
st.text(str(st.session_state.kind))
if st.button("Change"):
    st.session_state.b = 3
    st.rerun()
"""


@pytest.mark.parametrize(
    ("coercion", "changes", "kept"),
    [
        ("nameOnly", False, True),
        ("nameOnly", True, True),
        ("nameAndValue", False, True),
        ("nameAndValue", True, False),
        ("off", False, False),
    ],
)
def test_w08_an_enum_member_is_told_by_what_the_configuration_says(
    coercion: Any, changes: bool, kept: bool, tmp_path: Path
) -> None:
    config = Config(runner=Runner(enum_coercion=coercion))
    with Server(tmp_path, MEMBERS, config) as server:
        tab = Tab(server)
        tab.set("Kind", [1, "Kind.B"])
        tab.settle()
        if changes:
            tab.click("Change")
        else:
            tab.send({})
        tab.settle()
        assert tab.texts == ["True", "Kind.B" if kept else "Kind.A"]


@pytest.mark.parametrize("kind", ["selectbox", "radio", "select_slider", "pills", "multiselect"])
def test_w14_a_number_of_pandas_and_one_of_python_are_one_option(kind: str) -> None:
    several = kind == "multiselect"
    app = AppTest.from_string(f"""
        import numpy as np
        import ostinato as st
        years = [np.int64(year) for year in (2019, 2020, 2021)]
        st.session_state.setdefault("np", {[2021] if several else 2021})
        st.session_state.setdefault("int", {"[years[1]]" if several else "years[1]"})
        st.text(st.{kind}("a", years, key="np"))
        st.text(st.{kind}("b", [2019, 2020, 2021], key="int"))
    """).run()
    assert not app.exception
    shown = ["[np.int64(2021)]", "[2020]"] if several else ["2021", "2020"]
    assert app.text.values == shown
    assert app.run().text.values == shown


@pytest.mark.parametrize("kind", ["selectbox", "radio", "select_slider", "pills", "multiselect"])
@pytest.mark.parametrize("kinds", ["float", "str", "np.int64"])
def test_w08_a_choice_stays_as_its_options_become_of_another_type(kind: str, kinds: str) -> None:
    app = AppTest.from_string(f"""
        import numpy as np
        import ostinato as st
        options = [2019, 2020, 2021]
        if st.checkbox("other"):
            options = [{kinds}(option) for option in options]
        chosen = st.{kind}("a", options, key="a", format_func=lambda one: str(int(one)))
        st.text(chosen in ({kinds}(2020), [{kinds}(2020)]))
    """).run()
    box = getattr(app, kind)[0]
    box.set_value([2020] if kind == "multiselect" else 2020).run()
    app.checkbox[0].check().run()
    assert app.text.values == ["True"]
    assert app.run().text.values == ["True"]
