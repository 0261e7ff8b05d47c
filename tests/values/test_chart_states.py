"""What of charts is selected: what a browser may say of each kind of chart, and what it may not."""

import math
from typing import Any

import pytest

from ostinato.values.chart_selection import ChartSelection
from ostinato.values.chart_states import echarts_selection
from ostinato.values.codec import Unfit
from ostinato.values.deck_selection import DeckRows, deck_selection
from ostinato.values.plotly_selection import plotly_selection
from ostinato.values.vega_selection import vega_selection

PLOTLY = plotly_selection("figure", 2)
VEGA = vega_selection("chart", {"at": False, "brush": True}, {"x"})
DECK = deck_selection(
    "deck",
    {
        "cities": DeckRows(2, b'[{"city":"Wien"},{"city":"Roma"}]'),
        "shapes": DeckRows(1, b'{"type":"FeatureCollection","features":[{"id":7}]}'),
        "many": DeckRows(900, kinds={"n": "integer", "name": "text"}),
        "sums": DeckRows(),
    },
    is_single=False,
)
ECHARTS = echarts_selection("chart")
ONE = deck_selection("deck", {"a": DeckRows(3), "b": DeckRows(3)}, is_single=True)


def points(*points: Any) -> dict[str, Any]:
    return {"points": [*points], "point_indices": [], "box": [], "lasso": []}


def area(**named: Any) -> dict[str, Any]:
    return {"xref": "x", "yref": "y", "x": [0, 1.5], "y": ["a", None], **named}


def drawn(kind: str, coord_range: list[Any], **named: Any) -> dict[str, Any]:
    area = {"brush_index": 0, "brush_type": kind, "coord_range": coord_range}
    return {
        "selected": [],
        "areas": [{**area, "grid_index": 0, "grid_id": None, "offset": [], **named}],
    }


def objects(**layers: dict[int, Any]) -> dict[str, Any]:
    indices = {name: [*each] for name, each in layers.items()}
    told = {name: [*each.values()] for name, each in layers.items()}
    return {"indices": indices, "objects": told}


@pytest.mark.parametrize(
    ("codec", "wire"),
    [
        (PLOTLY, points({"curve_number": 1, "point_number": 0, "point_index": 0, "x": None})),
        (PLOTLY, points({"curve_number": 0, "point_number": [0, 3], "point_index": [0, 3]})),
        (PLOTLY, points({"point_numbers": [4, 5], "point_indices": [4, 5]})),
        (PLOTLY, points({"curve_number": 0, "point_number": None})),
        (PLOTLY, {**points(), "box": [area()], "point_indices": [3]}),
        (PLOTLY, {**points(), "lasso": [area(x=[1, 2, "2026-01-01"], y=[1, 2, 3], xref="x2")]}),
        (VEGA, {"at": [{"x": 1, "name": None}, {"bin_x": [0, 5]}], "brush": {}}),
        (VEGA, {"at": {"name": ["a"]}, "brush": {"x": [2, 1.5], "name": ["a", None, 3]}}),
        (VEGA, {"at": [], "brush": []}),
        (DECK, objects(cities={1: {"city": "Roma"}, 0: {"city": "Wien"}}, shapes={0: {"id": 7}})),
        (DECK, objects(many={899: {"n": 4.5, "name": None}}, sums={10_000: {"count": 3}})),
        (ONE, objects(a={2: 5})),
        (ECHARTS, drawn("lineX", [1, 2.5], grid_index=1, offset=[-3.5, 0])),
        (ECHARTS, drawn("rect", [[1, 2], ["2026-01-01", None]], offset=[[1, 2], [0, 0]])),
        (ECHARTS, drawn("polygon", [[1, 2], [3, 4], [5, 6]])),
    ],
)
def test_what_a_page_says_is_taken(codec: ChartSelection, wire: Any) -> None:
    taken = codec.decode(wire)
    assert taken == {"selection": wire}
    assert codec.adopt(taken) == (taken, wire)


@pytest.mark.parametrize(
    ("codec", "wire"),
    [
        (PLOTLY, points(5)),
        (PLOTLY, points({"curve_number": 2})),
        (PLOTLY, points({"curve_number": -1})),
        (PLOTLY, points({"point_number": -5})),
        (PLOTLY, points({"point_number": "a"})),
        (PLOTLY, points({"point_index": 1.5})),
        (PLOTLY, points({"point_numbers": [1, {}]})),
        (PLOTLY, points({"x": math.nan})),
        (PLOTLY, {**points(), "point_indices": [-1]}),
        (PLOTLY, {**points(), "point_indices": ["a"]}),
        (PLOTLY, {**points(), "box": [{"x": ["a"], "y": [{}], "xref": 5}]}),
        (PLOTLY, {**points(), "box": [area(x=[1])]}),
        (PLOTLY, {**points(), "box": [area(x=[1, 2, 3], y=[1, 2, 3])]}),
        (PLOTLY, {**points(), "box": [area(y=[1, math.inf])]}),
        (PLOTLY, {**points(), "lasso": [{"x": [1, 2, 3]}]}),
        (PLOTLY, {**points(), "lasso": [area(x=[1, 2, 3], y=[1, 2])]}),
        (VEGA, {"brush": {"x": [1]}}),
        (VEGA, {"brush": {"x": [2, 1, 3]}}),
        (VEGA, {"brush": {"x": ["a", None]}}),
        (VEGA, {"brush": {"x": [True, False]}}),
        (VEGA, {"brush": {"x": 1}}),
        (VEGA, {"brush": {"name": []}}),
        (VEGA, {"brush": {"name": [{}]}}),
        (VEGA, {"brush": [{"x": 1}]}),
        (VEGA, {"at": [{"x": {"$gt": 1}}]}),
        (VEGA, {"at": [{"x": [{}]}]}),
        (VEGA, {"at": [1]}),
        (VEGA, {"at": {"x": {"$gt": 1}}}),
        (DECK, objects(cities={2: {"city": "Oslo"}})),
        (DECK, objects(cities={-1: {"city": "Roma"}})),
        (DECK, objects(towns={0: {"city": "Roma"}})),
        (DECK, {"indices": {"cities": [0]}, "objects": {}}),
        (DECK, {"indices": {}, "objects": {"cities": [{"evil": 1}]}}),
        (DECK, {"indices": {"cities": [0, 0]}, "objects": {"cities": [1, 1]}}),
        (DECK, {"indices": {"cities": ["a"]}, "objects": {"cities": [1]}}),
        (DECK, {"indices": {"cities": 0}, "objects": {"cities": 1}}),
        (DECK, objects(many={900: {"n": 1}})),
        (DECK, objects(many={0: {"evil": 1}})),
        (DECK, objects(many={0: {"n": "1"}})),
        (DECK, objects(many={0: [1]})),
        (ONE, objects(a={0: 1, 1: 1})),
        (ONE, objects(a={0: 1}, b={0: 1})),
        (ECHARTS, {"areas": [], "selected": [{"series_index": -1}]}),
        (
            ECHARTS,
            {
                "areas": [],
                "selected": [{"series_index": 0, "data_indices": [1], "clicked_indices": [2]}],
            },
        ),
        (ECHARTS, drawn("lineX", [1])),
        (ECHARTS, drawn("lineX", [[], []])),
        (ECHARTS, drawn("lineX", [1, 2], offset=[[], []])),
        (ECHARTS, drawn("lineY", [[1, 2], [3, 4]])),
        (ECHARTS, drawn("rect", [1, 2])),
        (ECHARTS, drawn("rect", [[1, 2], [3, 4], [5, 6]])),
        (ECHARTS, drawn("polygon", [])),
        (ECHARTS, drawn("polygon", [[1, 2], [3]])),
        (ECHARTS, drawn("lineX", [1, 2], offset=[0.5])),
        (ECHARTS, drawn("rect", [[1, 2], [3, 4]], offset=[1, 2])),
        (ECHARTS, drawn("lineX", [1, 2], grid_index=-1)),
    ],
)
def test_w16_what_no_page_says_is_refused(codec: ChartSelection, wire: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (whatever it says)
        codec.decode(wire)


def test_w16_objects_are_those_of_the_data_whatever_a_browser_says() -> None:
    wire = objects(cities={1: {"evil": 1}}, shapes={0: 5})
    assert DECK.decode(wire).selection.objects == {
        "cities": [{"city": "Roma"}],
        "shapes": [{"id": 7}],
    }


def test_o06_of_what_was_selected_stays_what_there_is() -> None:
    before = {"selection": objects(cities={1: 1, 5: 1}, gone={0: 1}, many={3: {"n": 1}})}
    told = {**objects(cities={1: {"city": "Roma"}}, many={3: {"n": 1}})}
    assert DECK.adopt(before) == ({"selection": told}, told)


@pytest.mark.parametrize("box", [[5], [{"x": [1], "y": [1]}]])
def test_a_script_hears_of_what_is_no_selection(box: Any) -> None:
    with pytest.raises(Unfit, match="box"):
        PLOTLY.adopt({"selection": {"box": box}})
