"""Chart selection: what a script is given, and what of a browser is refused."""

from typing import Any

import pytest

from ostinato.errors import StreamlitAPIException
from ostinato.values.attributes import Attributes
from ostinato.values.chart_selection import ChartSelection
from ostinato.values.codec import Unfit
from ostinato.values.plain import DEEPEST, MOST

CODEC = ChartSelection("chart", Attributes, {"points": [], "box": []})


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else 1


def test_nothing_is_selected_at_first() -> None:
    state, wire = CODEC.start()
    assert state == {"selection": {"points": [], "box": []}}
    assert wire == {"points": [], "box": []}


def test_what_is_selected_has_attributes_all_the_way_down() -> None:
    state = CODEC.decode({"points": [{"x": 1, "curve": {"name": "a"}}]})
    assert state.selection.points[0].curve.name == "a"
    assert state.selection.box == []


def test_a_script_sets_what_it_has_read() -> None:
    state, _ = CODEC.adopt(CODEC.decode({"points": [{"x": 1}]}))
    assert state.selection.points == [{"x": 1}]


@pytest.mark.parametrize(
    "wire",
    [
        None,
        [],
        "points",
        {"other": []},
        {1: []},
        {"points": None},
        {"points": {"x": 1}},
        {"points": [b"bytes"]},
        {"points": [{1: 2}]},
        {"points": nested(DEEPEST + 1)},
        {"points": [0] * MOST},
    ],
)
def test_what_is_no_selection_is_refused(wire: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (whatever it says)
        CODEC.decode(wire)
    with pytest.raises(Unfit) as caught:
        CODEC.adopt({"selection": wire})
    assert isinstance(caught.value.error, StreamlitAPIException)
    assert "chart: a selection must be a dict with 'selection'" in str(caught.value.error)
