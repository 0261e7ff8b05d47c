"""Charts of pydeck."""

import json
import logging
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pydeck
import pytest

import ostinato as st
from ostinato.errors import StreamlitAPIException, StreamlitValueError
from ostinato.run.decks import MANY, deck_of
from ostinato.testing import AppTest
from ostinato.values.deck_selection import DeckRows
from ostinato.widgets.pydeck_chart import PydeckChart

CITIES = pd.DataFrame({"city": ["Wien", "Roma"], "lat": [48.2, 41.9], "lon": [16.4, 12.5]})
OWN = ("https://tiles.openfreemap.org/styles/positron", "https://tiles.openfreemap.org/styles/dark")


def layer(data: Any = CITIES, kind: str = "ScatterplotLayer", **named: Any) -> Any:
    return pydeck.Layer(kind, data, get_position=["lon", "lat"], **named)


def props(deck: Any = None, **named: Any) -> PydeckChart:
    return st.pydeck_chart(deck, **named).node.props  # type: ignore


def test_o04_a_deck_is_told_without_the_data_of_its_layers() -> None:
    view = pydeck.ViewState(latitude=45, longitude=14, zoom=4, pitch=30)
    made = props(pydeck.Deck(layer(id="cities", pickable=True), initial_view_state=view))
    spec = json.loads(made.spec)
    assert spec["layers"] == [
        {
            "@@type": "ScatterplotLayer",
            "getPosition": "@@=[lon, lat]",
            "id": "cities",
            "pickable": True,
        }
    ]
    assert spec["initialViewState"]["pitch"] == 30
    assert json.loads(made.data[0].json or "") == CITIES.to_dict("records")
    assert "mapStyle" not in spec


def test_the_deck_of_the_script_stays_as_it_is() -> None:
    deck = pydeck.Deck(layer())
    before = deck.to_json()
    props(deck)
    assert deck.to_json() == before


def test_o04_an_id_that_pydeck_makes_up_is_the_same_in_every_run() -> None:
    def draw() -> PydeckChart:
        return props(pydeck.Deck([layer(), layer(kind="TextLayer")]))

    assert draw() == draw()
    assert [each["id"] for each in json.loads(draw().spec)["layers"]] == [
        "ScatterplotLayer-0",
        "TextLayer-1",
    ]


def test_many_rows_of_numbers_and_texts_are_a_frame() -> None:
    many = pd.concat([CITIES] * 300)
    made = props(pydeck.Deck(layer(many)))
    frame = made.data[0].frame
    assert frame is not None
    assert frame.rows == 600
    assert [column.name for column in frame.columns] == ["city", "lat", "lon"]
    nested = [{"path": [[0, 0], [1, 1]]}] * 600
    assert props(pydeck.Deck(pydeck.Layer("PathLayer", nested))).data[0].json


def test_data_is_any_table_an_address_or_any_json() -> None:
    assert props(pydeck.Deck(layer(pl.from_pandas(CITIES)))).data[0].frame is not None
    address = "https://example.com/data.json"
    made = props(pydeck.Deck(layer(address)))
    assert json.loads(made.spec)["layers"][0]["data"] == address
    assert made.data == []
    values = [{"when": pd.Timestamp("2024-01-02"), "n": np.int64(3), "x": float("nan")}]
    told = json.loads(props(pydeck.Deck(layer(values))).data[0].json or "")
    assert told == [{"when": "2024-01-02T00:00:00", "n": 3, "x": None}]


def test_arrays_that_pydeck_holds_are_rows_again() -> None:
    frame = pd.DataFrame({"place": [[1.0, 2.0], [3.0, 4.0]]})
    binary = pydeck.Layer(
        "ScatterplotLayer", frame, get_position="place", use_binary_transport=True
    )
    made = props(pydeck.Deck(binary))
    assert json.loads(made.data[0].json or "") == [{"place": [1.0, 2.0]}, {"place": [3.0, 4.0]}]
    assert json.loads(made.spec)["layers"][0]["getPosition"] == "@@=place"


@pytest.mark.parametrize(
    ("named", "styles", "has_ground"),
    [
        ({"map_style": None}, OWN, True),
        ({"map_style": "light"}, (OWN[0],) * 2, True),
        ({"map_style": "dark"}, (OWN[1],) * 2, True),
        ({}, (OWN[1],) * 2, True),
        ({"map_style": "road"}, (OWN[0],) * 2, True),
        ({"map_style": "mapbox://styles/mapbox/dark-v9"}, (OWN[1],) * 2, True),
        ({"map_style": OWN[0]}, (OWN[0],) * 2, True),
        ({"map_provider": None}, ("", ""), False),
        ({"map_provider": "mapbox", "map_style": {"version": 8}}, ('{"version":8}',) * 2, True),
    ],
)
def test_o05_base_maps(named: dict[str, Any], styles: tuple[str, str], has_ground: bool) -> None:
    made = props(pydeck.Deck(layer(), **named))
    assert (made.styles, made.has_ground) == (styles, has_ground)


def test_o05_a_base_map_that_pages_may_not_load_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = props(pydeck.Deck(layer(), map_style="https://maps.example.com/style.json"))
    assert made.styles == OWN
    assert "maps.hosts" in caplog.text


def test_none_is_a_map_without_layers() -> None:
    made = props()
    assert (made.spec, made.data, made.styles) == ("{}", [], OWN)


@pytest.mark.parametrize("value", [3, "deck", CITIES, pydeck.Deck])
def test_what_is_no_deck_is_refused(value: Any) -> None:
    with pytest.raises(StreamlitAPIException, match=r"^pydeck_chart: pydeck_obj must be a"):
        props(value)


def test_what_cannot_be_told_is_an_error_that_says_so() -> None:
    class Broken:
        layers = ()

        def to_json(self) -> str:
            raise TypeError("no words")

    with pytest.raises(StreamlitAPIException, match="cannot be told as JSON: TypeError: no words"):
        props(Broken())


def test_options_are_checked() -> None:
    with pytest.raises(StreamlitValueError, match="on_select must be"):
        props(on_select="click")
    with pytest.raises(StreamlitValueError, match="selection_mode must be"):
        props(selection_mode="all")


SCRIPT = """
import pydeck, streamlit as st
rows = [{"city": "Wien", "at": [16, 48]}, {"city": "Roma", "at": [12, 42]}]
layer = pydeck.Layer("ScatterplotLayer", rows, id="cities", get_position="at", pickable=True)
event = st.pydeck_chart(pydeck.Deck(layer), on_select=ON, key="cities")
st.text(f"{event.selection.indices} {event['selection']['objects']}")
"""


def test_o06_what_is_selected_is_told_by_layer() -> None:
    app = AppTest.from_string(SCRIPT.replace("ON", "'rerun'")).run()
    assert app.text[0].value == "{} {}"
    chart = app.get("pydeck_chart")[0]
    assert chart.spec["layers"][0]["data"][1]["city"] == "Roma"
    chart.select({"cities": [1]}).run()
    roma = {"city": "Roma", "at": [12, 42]}
    assert app.text[0].value == f"{{'cities': [1]}} {{'cities': [{roma}]}}"
    assert app.session_state["cities"].selection.indices.cities == [1]
    app.run()
    assert app.get("pydeck_chart")[0].selection.indices == {"cities": [1]}


def test_a_function_is_called_before_the_run() -> None:
    app = AppTest.from_string(
        "import streamlit as st\nmet = st.session_state.setdefault('met', [])\n"
        + SCRIPT.replace("ON", "lambda: met.append(1)")
        + "\nst.text(len(met))"
    ).run()
    app.get("pydeck_chart")[0].select({"cities": [0]}).run()
    assert app.text[1].value == "1"


@pytest.mark.parametrize("value", [{"rows": [1]}, {"indices": 3}, {"objects": [1]}, 3])
def test_what_is_no_selection_is_refused(value: Any) -> None:
    app = AppTest.from_string(SCRIPT.replace("ON", "'rerun'")).run()
    with pytest.raises(StreamlitAPIException):
        app.get("pydeck_chart")[0].set_value({"selection": value})


@pytest.mark.parametrize("indices", [{"cities": [2]}, {"cities": [0, 1]}, {"towns": [0]}])
def test_w16_what_there_is_not_cannot_be_selected(indices: dict[str, list[int]]) -> None:
    app = AppTest.from_string(SCRIPT.replace("ON", "'rerun'")).run()
    with pytest.raises(StreamlitAPIException, match="cannot be selected: there are only"):
        app.get("pydeck_chart")[0].select(indices)


def known(data: Any, kind: str = "ScatterplotLayer", **named: Any) -> dict[str, DeckRows]:
    return deck_of("deck", pydeck.Deck(layer(data, kind, id="a", **named))).layers


def test_w16_what_is_known_of_the_objects_of_layers() -> None:
    assert known([{"a": 1}]) == {}
    (rows,) = known([{"a": 1}, {"a": 2}], pickable=True).values()
    assert (rows.count, rows.content) == (2, b'[{"a":1},{"a":2}]')
    (rows,) = known([{"a": "x" * 1000}] * 100, pickable=True).values()
    assert (rows.count, rows.content) == (100, None)
    (rows,) = known([{"a": 1, "b": "c"}] * MANY, pickable=True).values()
    assert (rows.count, rows.kinds) == (MANY, {"a": "integer", "b": "text"})
    (rows,) = known([{"a": 1}], "HexagonLayer", pickable=True).values()
    assert rows == DeckRows()
    (rows,) = known([{"a": 1}], "H3HexagonLayer", pickable=True).values()
    assert rows.count == 1
    (rows,) = known("https://example.com/cities.json", pickable=True).values()
    assert rows == DeckRows()
    shapes = {"type": "FeatureCollection", "features": [{"type": "Feature"}]}
    (rows,) = known(shapes, "GeoJsonLayer", pickable=True).values()
    assert rows.count == 1


def test_who_is_not_asked_selects_nothing() -> None:
    app = AppTest.from_string("import streamlit as st\nst.pydeck_chart()").run()
    chart = app.get("pydeck_chart")[0]
    assert chart.value == {}
    with pytest.raises(StreamlitAPIException, match="on_select"):
        chart.select({"cities": [0]})
