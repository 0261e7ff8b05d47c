"""Maps: points, and layers of what lies on the earth."""

import json

import ostinato as st

CITIES = {
    "city": ["Vienna", "Paris", "Madrid", "Rome"],
    "lat": [48.21, 48.86, 40.42, 41.9],
    "lon": [16.37, 2.35, -3.7, 12.5],
    "people": [2.0, 2.1, 3.3, 2.8],
}


class Deck:
    """What pydeck.Deck is, where pydeck need not be installed."""

    def to_json(self) -> str:
        """Return what deck.gl is to draw."""
        rows = [dict(zip(CITIES, row, strict=True)) for row in zip(*CITIES.values(), strict=True)]
        layer = {
            "@@type": "ScatterplotLayer",
            "id": "cities",
            "data": rows,
            "pickable": True,
            "getPosition": "@@=[lon, lat]",
            "getRadius": "@@=people * 40000",
            "getFillColor": [26, 111, 212, 180],
        }
        view = {"longitude": 6, "latitude": 46, "zoom": 3.6}
        return json.dumps({"layers": [layer], "initialViewState": view, "mapProvider": "carto"})


def map() -> None:
    """Points on a map."""
    st.map(CITIES, size=60_000, height=320, alt="Four cities")


def pydeck_chart() -> None:
    """Layers of deck.gl, to select in."""
    event = st.pydeck_chart(Deck(), on_select="rerun", key="deck", height=320, alt="Four cities")
    st.caption(f"Selected: {len(event.selection.indices.get('cities', []))}")


EXAMPLES = (map, pydeck_chart)
