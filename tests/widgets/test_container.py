"""Containers: container, columns, empty."""

import itertools
import math
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidColumnSpecError,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from ostinato.testing import AppTest


def test_elements_are_drawn_where_they_are_meant_to_be() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        box = st.container(key="box")
        st.text("below")
        box.text("first")
        with box:
            st.text("second")
            st.sidebar.text("beside")
    """).run()
    assert app.main.children[0].text.values == ["first", "second"]
    assert app.get_by_key("box").text.values == ["first", "second"]
    assert app.text.values == ["first", "second", "below", "beside"]
    assert app.sidebar.text.values == ["beside"]


@pytest.mark.parametrize(
    ("spec", "weights"),
    [(2, [0.5, 0.5]), ([3, 1], [0.75, 0.25]), ((w for w in (1, 1)), [0.5, 0.5]), (True, [1.0])],
)
def test_columns_share_the_width(spec: Any, weights: list[float]) -> None:
    columns = st.columns(spec)
    assert [column.node.props.weight for column in columns] == weights  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "spec", [0, -1, [], [1, 0], [1, -1], [math.nan, 1], [1, math.inf], [10**400]]
)
def test_columns_need_a_width(spec: Any) -> None:
    with pytest.raises(StreamlitInvalidColumnSpecError, match="^columns: spec must be a positive"):
        st.columns(spec)


@pytest.mark.parametrize("spec", [2.5, "ab", None, ["1", 2]])
def test_columns_are_a_count_or_numbers(spec: Any) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError, match="^columns: spec must be a count"):
        st.columns(spec)


def test_columns_stand_in_the_page() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        left, right = st.columns([1, 3])
        right.text("r")
        left.text("l")
    """).run()
    assert [column.text[0].value for column in app.columns] == ["l", "r"]
    assert [column.weight for column in app.columns] == [0.25, 0.75]


def test_what_was_replaced_in_an_empty_place_can_be_drawn_into_no_more() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place = st.empty()
        inside = place.container()
        place.text("Another")
        inside.text("Late")
    """).run()
    assert app.exception[0].value == (
        "text: the container is no longer on the page, got one of an earlier run, or one that"
        " another has replaced in this run: draw it again first"
    )


def test_an_empty_place_holds_one_element() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        place = st.empty()
        st.text("below")
        for number in range(3):
            place.text(number)
        other = st.empty()
        other.text("gone")
        other.empty()
    """).run()
    assert app.text.values == ["2", "below"]


@pytest.mark.parametrize(
    ("call", "border"),
    [({}, False), ({"height": 200}, True), ({"height": 200, "border": False}, False)],
)
def test_a_fixed_height_brings_a_border(call: dict[str, Any], border: bool) -> None:
    assert st.container(**call).node.props.border is border  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"height": -1}, StreamlitInvalidHeightError, "got height=-1"),
        ({"gap": "x"}, StreamlitValueError, "gap must be"),
        ({"horizontal_alignment": "x"}, StreamlitValueError, "horizontal_alignment must be"),
        ({"vertical_alignment": "x"}, StreamlitValueError, "vertical_alignment must be"),
        ({"wrap": False}, StreamlitIncompatibleParametersError, "set horizontal=True or leave"),
    ],
)
def test_what_makes_no_container_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=f"^container: .*{text}|^container: {text}"):
        st.container(**call)


def test_a_container_has_no_methods_but_elements() -> None:
    with pytest.raises(AttributeError, match="has no 'nonsense'"):
        getattr(st.container(), "nonsense")  # noqa: B009


KEYED = {
    "container": "container(key='k')",
    "expander": "expander('l', key='k')",
    "followed": "expander('l', key='k', on_change='rerun')",
    "tabs": "tabs(['l'], key='k')",
    "input": "text_input('l', key='k')",
    "button": "button('l', key='k')",
}


def test_an_empty_key_is_none() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        for number in range(2):
            st.container(key="").text(number)
            st.expander("More", key="").text(number)
            st.popover("Menu", key="").text(number)
            st.tabs(["A"], key="")[0].text(number)
            st.grid(2, key="").text(number)
            with st.form(str(number)):
                st.form_submit_button("Send", key="")
        with st.form(""):
            st.text_input("Name")
            if st.form_submit_button("Go"):
                st.text("sent")
    """).run()
    assert not app.exception
    app.text_input[0].set_value("Ada")
    app.button[2].click().run()
    assert app.text[-1].value == "sent"


@pytest.mark.parametrize(("one", "other"), [*itertools.permutations(KEYED, 2)])
def test_w05_a_key_is_used_once_whatever_it_is_the_key_of(one: str, other: str) -> None:
    app = AppTest.from_string(f"import ostinato as st\nst.{KEYED[one]}\nst.{KEYED[other]}").run()
    (error,) = app.exception
    assert error.error == "StreamlitDuplicateElementKey"
    assert "got key='k' twice" in error.message
