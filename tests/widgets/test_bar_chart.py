"""Bar chart: how bars are put, and in which order."""

from typing import Any

import pytest

import ostinato as st
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.widgets.bar_chart import BarChart

DATA = {"fruit": ["pear", "apple", "fig"], "kilos": [2, 9, 5], "-odd": [1, 2, 3]}


def drawn(**kwargs: Any) -> BarChart:
    props = st.bar_chart(DATA, x="fruit", y="kilos", **kwargs).node.props  # type: ignore[union-attr]
    assert isinstance(props, BarChart)
    return props


@pytest.mark.parametrize(
    ("stack", "how"),
    [
        (None, "zero"),
        (True, "zero"),
        (False, "side"),
        ("layered", "over"),
        ("normalize", "normalize"),
        ("center", "center"),
    ],
)
def test_q04_bars_are_stacked_unless_the_script_says_otherwise(stack: Any, how: str) -> None:
    assert drawn(stack=stack).stack == how


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (True, ["apple", "fig", "pear"]),
        (False, ["pear", "apple", "fig"]),
        ("kilos", ["pear", "fig", "apple"]),
        ("-kilos", ["apple", "fig", "pear"]),
        ("-odd", ["pear", "apple", "fig"]),
        ("--odd", ["fig", "apple", "pear"]),
    ],
)
def test_q04_bars_are_in_the_order_that_is_asked_for(sort: Any, order: list[str]) -> None:
    assert drawn(sort=sort).x.categories == order


def test_an_order_by_no_column_is_refused() -> None:
    with pytest.raises(StreamlitAPIException, match="sort must be a column of the data"):
        drawn(sort="-weight")
    with pytest.raises(StreamlitValueError, match="sort must be one of True, False"):
        drawn(sort=3)


def test_bars_may_lie() -> None:
    assert drawn(horizontal=True).horizontal
    assert not drawn().horizontal


def test_q04_bars_that_lie_have_room_for_their_names() -> None:
    many = {"fruit": [f"fruit {number}" for number in range(60)], "kilos": list(range(60))}

    def room(data: object, **kwargs: Any) -> int:
        props = st.bar_chart(data, x="fruit", y="kilos", **kwargs).node.props  # type: ignore[union-attr]
        return props.room

    assert room(many) == room(DATA, horizontal=True) == room(DATA) == 350
    assert 1200 < room(many, horizontal=True) < 1500
