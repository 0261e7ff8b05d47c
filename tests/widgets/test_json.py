"""Json."""

import datetime as dt
import json
from collections import deque, namedtuple
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitInvalidParameterTypeError


@dataclass
class Record:
    n: int


Pair = namedtuple("Pair", "x y")


class Array:
    def tolist(self) -> list[int]:
        return [1, 2]


class Loud(int):
    def __repr__(self) -> str:
        return "loud"


def body(value: object) -> Any:
    return json.loads(st.json(value).node.props.body)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        (True, True),
        (5, 5),
        (2**60, 2**60),
        ({5: 6, None: 1, (1, 2): 3}, {"5": 6, "None": 1, "(1, 2)": 3}),
        ((1, "ä"), [1, "ä"]),
        ({"x"}, ["x"]),
        (deque([1]), [1]),
        (range(2), [0, 1]),
        (Pair(1, 2), {"x": 1, "y": 2}),
        (Record(1), {"n": 1}),
        (Array(), [1, 2]),
        (Loud(3), 3),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (dt.date(2020, 1, 1), "2020-01-01"),
        (object, "<class 'object'>"),
        (b"x", "b'x'"),
        ({"a": {"b": [{}]}}, {"a": {"b": [{}]}}),
    ],
)
def test_any_value_becomes_json(value: object, shown: object) -> None:
    assert body(value) == shown


def test_a_value_that_holds_itself_is_cut() -> None:
    loop: list[Any] = [1]
    loop.append(loop)
    assert body(loop) == [1, "..."]


def test_the_same_value_twice_is_shown_twice() -> None:
    one = [1]
    assert body([one, one]) == [[1], [1]]


def test_names_of_files_that_are_no_text_are_shown_by_escapes() -> None:
    names = ["caf\udce9", {"\ud800": "é\ud800"}, Path("\udce9")]
    sent = st.json(names).node.props.body  # type: ignore[union-attr]
    assert sent == r'["caf\udce9", {"\ud800": "é\ud800"}, "\udce9"]'
    assert body(names) == [*names[:2], "\udce9"]


def test_text_is_taken_as_json() -> None:
    assert st.json('{"x": 1}').node.props.body == '{"x": 1}'  # type: ignore[union-attr]


@pytest.mark.parametrize(("expanded", "taken"), [(True, True), (False, False), (2, 2), (-1, 0)])
def test_expanded_is_a_bool_or_a_depth(expanded: int, taken: object) -> None:
    props = st.json({}, expanded=expanded).node.props  # type: ignore[union-attr]
    assert props.expanded == taken  # type: ignore[union-attr]


def test_other_depths_are_refused() -> None:
    with pytest.raises(
        StreamlitInvalidParameterTypeError, match="^json: expanded .* got expanded="
    ):
        st.json({}, expanded="x")  # type: ignore[arg-type]
