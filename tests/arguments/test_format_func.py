"""Arguments of choices: `format_func`, and members of Enums for numbers."""

import enum
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidParameterTypeError

CALLS = ["selectbox", "radio", "multiselect", "select_slider", "menu_button"]
GROUPS = ["pills", "segmented_control"]


class Place(enum.IntEnum):
    FIRST = 0
    SECOND = 1


@pytest.mark.parametrize(
    ("call", "format_func"),
    [
        *((call, given) for call in CALLS for given in (None, "%s", "", 0, {"x": "y"})),
        *((call, given) for call in GROUPS for given in ("%s", 5, {"x": "y"})),
    ],
)
def test_what_is_no_function_is_refused_by_name(call: str, format_func: Any) -> None:
    with pytest.raises(StreamlitInvalidParameterTypeError) as caught:
        getattr(st, call)("a", ["x"], format_func=format_func)
    wanted = f'{call} "a": format_func must be a function that returns the text of an option, got'
    assert str(caught.value).startswith(f"{wanted} format_func={format_func!r}: leave it out")


@pytest.mark.parametrize("call", GROUPS)
@pytest.mark.parametrize("format_func", [None, "", 0, [], False, str.upper])
def test_buttons_side_by_side_take_what_is_false_for_none(call: str, format_func: Any) -> None:
    assert getattr(st, call)("a", ["x", "y"], default="y", format_func=format_func) == "y"


@pytest.mark.parametrize("call", ["selectbox", "radio"])
def test_an_index_may_be_a_member_of_an_int_enum(call: str) -> None:
    assert getattr(st, call)("a", ["x", "y"], Place.SECOND) == "y"


def test_numbers_may_be_members_of_an_int_enum() -> None:
    for value in (
        st.feedback(default=Place.SECOND),
        st.pagination(Place.SECOND),
        st.pagination(5, default=Place.SECOND),
    ):
        assert (value, type(value)) == (1, int)
