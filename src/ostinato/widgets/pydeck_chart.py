"""Pydeck chart: layers of deck.gl on a map."""

from typing import Any, Literal

from ostinato.arguments.charts import MAP_HEIGHT, ChartArguments, OnSelect, asks
from ostinato.arguments.inputs import Key
from ostinato.arguments.text import check_choice
from ostinato.run.charts import draw_chart
from ostinato.run.decks import deck_of
from ostinato.run.elements import announce, element
from ostinato.values.deck_selection import deck_selection
from ostinato.wire.decks import DeckProps
from ostinato.wire.props import Height, Width

SelectionMode = Literal["single-object", "multi-object"]

MODES = ("single-object", "multi-object")


class PydeckChart(DeckProps, frozen=True, kw_only=True):
    """The wire form of `pydeck_chart`."""


@element
def pydeck_chart(
    pydeck_obj: Any = None,
    *,
    width: Width = "stretch",
    use_container_width: bool | None = None,
    height: Height = 500,
    selection_mode: SelectionMode = "single-object",
    on_select: OnSelect = "ignore",
    key: Key | None = None,
    alt: str | None = None,
) -> Any:
    """Draw the layers of a `pydeck.Deck`, on a map or without one.

    Base maps come from where those of `st.map` do. The built-in layers of deck.gl are drawn, in
    its views `MapView`, `OrbitView`, `OrthographicView`, `FirstPersonView` and `GlobeView`, with
    its extensions.

    Args:
        pydeck_obj: The deck; None for a map without layers.
        width: "stretch", "content" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        height: "stretch" or pixels.
        selection_mode: Whether one object can be selected, "single-object", or several,
            "multi-object". Only objects of layers with `pickable=True` can.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        alt: What a screen reader calls it. By default its `description`, or else its layers.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.indices` has for each layer
        the numbers of its rows, by the layer's id, and `.selection.objects` the rows themselves.

    Raises:
        StreamlitAPIException: If it is no deck, or what session state selects is no selection.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If `on_select` or `selection_mode` is none of what it can be.

    Differs:
        pydeck_obj: Base maps of Carto and Mapbox, which need a key or are not for everybody, are
            shown as those of the config, in light or dark as they are. A base map of another host
            is shown if `maps.hosts` of the config names it. Data may be any table.
        on_select: A layer without an id is known by its type and place, such as
            "ScatterplotLayer-0".

    Example:
        >>> st.pydeck_chart(pydeck.Deck(layers=[pydeck.Layer("ScatterplotLayer", cities)]))
    """
    announce("pydeck_chart")
    common = ChartArguments("pydeck_chart", alt, width, height, use_container_width, key)
    who = common.who
    is_asked = asks(who, on_select)
    check_choice(who, "selection_mode", selection_mode, MODES)
    deck = deck_of(who, pydeck_obj)
    props = PydeckChart(
        **common.props,
        room=MAP_HEIGHT,
        spec=deck.spec,
        data=deck.data,
        styles=deck.styles,
        has_ground=deck.has_ground,
        tooltip=deck.tooltip,
        mode=selection_mode if is_asked else None,
    )
    is_single = selection_mode == "single-object"
    codec = deck_selection(who, deck.layers, is_single=is_single) if is_asked else None
    return draw_chart(props, codec, on_select)
