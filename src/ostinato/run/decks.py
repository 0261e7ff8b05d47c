"""Decks: what deck.gl is to draw, from a deck of pydeck, with its data apart from what is said.

A row of JSON names every column again, and pydeck indents it: rows that have nothing but numbers
and texts travel as a frame, and what else is large is a file.
"""

import copy
import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from ostinato.data.kinds import is_table
from ostinato.errors import StreamlitAPIException
from ostinato.run.files import keep
from ostinato.run.frames import EVERYTHING, frame_of, table_in
from ostinato.run.maps import base_maps
from ostinato.run.surroundings import surroundings_here
from ostinato.values.deck_selection import DeckRows
from ostinato.wire.decks import LayerData
from ostinato.wire.frames import Frame

logger = logging.getLogger("ostinato")

SMALL = 8 * 1024
"""Bytes of JSON up to which the rows of a layer travel with their element."""

MANY = 500
"""Rows from which on they are told by columns."""

LOOKED_UP = 64 * 1024
"""Bytes of JSON up to which the rows of a layer are known while somebody may select some."""

PLAIN = {"boolean", "integer", "number", "text", "category"}
"""What columns have that are the same in Arrow as in JSON."""

SUMS = re.compile(r"((CPU|GPU)?Grid|Contour|Heatmap|Hexagon|ScreenGrid)Layer")
"""Layers whose objects are sums of their rows."""

_OWN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

DARK = re.compile(r"dark", re.IGNORECASE)
KNOWN = re.compile(r"https://basemaps\.cartocdn\.com/gl/|mapbox://|[\w-]+$")
"""Base maps that ours stand in for: they need a key, or are only for some."""


class Deck(NamedTuple):
    """What deck.gl is to draw.

    Args:
        spec: All that the script says but for the data of layers, as JSON.
        data: The data of layers.
        styles: Base maps in light and dark: addresses, or whole styles as JSON; empty for none.
        has_ground: Whether there is a map at all.
        tooltip: What is told of what one points at.
        layers: What is known of the objects of the layers in which some can be selected, by the ids
            of these.
    """

    spec: str
    data: list[LayerData]
    styles: tuple[str, str]
    has_ground: bool
    tooltip: Any
    layers: dict[str, DeckRows]


def deck_of(who: str, deck: Any) -> Deck:
    """Return what deck.gl is to draw.

    Args:
        who: The chart, for errors.
        deck: A deck of pydeck, or None for a map without layers.

    Raises:
        StreamlitAPIException: If it is no deck, or one that cannot be told.
    """
    if deck is None:
        return Deck("{}", [], base_maps(), has_ground=True, tooltip=None, layers={})
    is_deck = callable(getattr(deck, "to_json", None)) and not isinstance(deck, type)
    if not is_deck or is_table(deck):
        raise StreamlitAPIException(
            f"{who}: pydeck_obj must be a pydeck.Deck or None, got {deck!r:.60}: make one by"
            " pydeck.Deck(layers=[...])"
        )
    layers = [*_layers_of(deck)]
    spec = _spec(who, _without_data(deck, layers))
    told = [layer for layer in spec.get("layers") or [] if isinstance(layer, dict)]
    own = layers if len(told) == len(layers) else [None] * len(told)
    rows = [*_data(who, told, own)]
    styles, has_ground = _styles(who, spec)
    for name in ("mapStyle", "mapProvider", "cartoKey", "mapProjection", "widgets"):
        spec.pop(name, None)
    tooltip = getattr(deck, "_tooltip", None)
    data = [each for each, _ in rows]
    known = {each.place: objects for each, objects in rows}
    choosable = {
        str(layer.get("id")): DeckRows() if _sums(layer) else known.get(place, DeckRows())
        for place, layer in enumerate(told)
        if layer.get("pickable")
    }
    return Deck(_json(spec).decode(), data, styles, has_ground, _json_value(tooltip), choosable)


def _sums(layer: Mapping[str, Any]) -> bool:
    return SUMS.fullmatch(str(layer.get("@@type"))) is not None


def _data(
    who: str, told: Sequence[dict[str, Any]], own: Sequence[Any]
) -> Iterator[tuple[LayerData, DeckRows]]:
    """Yield the data of layers, and leave in what is told of them only the address of others."""
    for place, (layer, made) in enumerate(zip(told, own, strict=True)):
        # pydeck makes up another id for each run: one that is not told is the layer's place.
        if _OWN_ID.fullmatch(str(layer.get("id", ""))):
            layer["id"] = f"{layer.get('@@type', 'Layer')}-{place}"
        rows = _binary_rows(layer, made)
        if rows is None:
            rows = layer.pop("data", None) if made is None else getattr(made, "data", None)
        if isinstance(rows, str):
            layer["data"] = rows
        elif rows is not None:
            yield _told(who, place, rows)


def _layers_of(deck: Any) -> Iterator[Any]:
    layers = getattr(deck, "layers", None) or []
    yield from layers if isinstance(layers, list | tuple) else [layers]


def _without_data(deck: Any, layers: list[Any]) -> Any:
    """Return a deck that says all but the data: writing that as JSON is what takes time."""
    if not all(hasattr(layer, "_data") for layer in layers):
        return deck
    bare = copy.copy(deck)
    bare.layers = [copy.copy(layer) for layer in layers]
    for layer in bare.layers:
        layer._data = None  # noqa: SLF001  (its setter would read it as a table)
    return bare


def _spec(who: str, deck: Any) -> dict[str, Any]:
    try:
        spec = json.loads(deck.to_json())
    except Exception as error:
        raise StreamlitAPIException(
            f"{who}: the deck cannot be told as JSON: {type(error).__name__}: {error}: correct what"
            " its layers are made of"
        ) from error
    if not isinstance(spec, dict):
        raise StreamlitAPIException(f"{who}: a deck is a dict as JSON, got {spec!r:.60}")
    return spec


def _binary_rows(layer: dict[str, Any], own: Any) -> list[dict[str, Any]] | None:
    """Return the rows of a layer whose columns pydeck holds as arrays, which it says nowhere."""
    columns = getattr(own, "_binary_data", None)
    if not columns:
        return None
    lists = {}
    for column in columns:
        lists[column["column_name"]] = column["np_data"].tolist()
        layer[column["accessor"]] = f"@@={column['column_name']}"
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]


def _told(who: str, place: int, rows: Any) -> tuple[LayerData, DeckRows]:
    """Return the data of a layer as it travels, and what is known of its objects."""
    frame = _frame(who, rows)
    if frame is not None:
        kinds = {column.name: column.kind for column in frame.columns if not column.is_index}
        return LayerData(place, frame=frame), DeckRows(frame.rows, kinds={**kinds})
    content = _json(rows)
    objects = rows.get("features") if isinstance(rows, Mapping) else rows
    count = len(objects) if isinstance(objects, list | tuple) else None
    known = DeckRows(count, content if len(content) <= LOOKED_UP else None)
    file = keep(content, type="application/json") if len(content) > SMALL else None
    if file:
        return LayerData(place, file=file), known
    return LayerData(place, json=content.decode()), known


def _frame(who: str, rows: Any) -> Frame | None:
    """Return many rows of numbers and texts as a frame; None for what JSON tells better."""
    if is_table(rows):
        return frame_of(table_in(who, rows, EVERYTHING))
    if not isinstance(rows, list) or len(rows) < MANY or not isinstance(rows[0], Mapping):
        return None
    names = rows[0].keys()
    if not all(isinstance(name, str) for name in names):
        return None
    if any(isinstance(value, Mapping | list | tuple) for value in rows[0].values()):
        return None
    try:
        columns = {name: [row[name] for row in rows] for name in names}
    except (KeyError, TypeError):
        return None
    table = table_in(who, columns, EVERYTHING)
    if len(table.columns) != len(names) or any(c.kind not in PLAIN for c in table.columns):
        return None
    return frame_of(table)


def _styles(who: str, spec: Mapping[str, Any]) -> tuple[tuple[str, str], bool]:
    """Return the base maps of a deck, and whether there is a map."""
    own = base_maps()
    # One that is None is no part of the JSON.
    if "mapProvider" not in spec:
        return ("", ""), False
    style = spec.get("mapStyle")
    if style is None:
        return own, True
    if isinstance(style, dict):
        text = _json(style).decode()
        return (text, text), True
    style = str(style)
    if _may_load(style):
        return (style, style), True
    if not KNOWN.match(style):
        logger.warning(
            "%s: pages may not load the base map %r: name its hosts in maps.hosts of the config;"
            " until then the usual one is shown",
            who,
            style,
        )
        return own, True
    one = own[1] if DARK.search(style) else own[0]
    return (one, one), True


def _may_load(address: str) -> bool:
    """Return whether pages may load from where an address is: see `maps.hosts`."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return False
    maps = surroundings_here().config.maps
    hosts = [*maps.hosts, maps.light_style, maps.dark_style]
    return any(host == "*" or _is_at(parts.netloc, host) for host in hosts)


def _is_at(netloc: str, host: str) -> bool:
    named = urlsplit(host if "//" in host else f"//{host}").netloc
    return netloc == named or (named.startswith("*.") and netloc.endswith(named[1:]))


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value, enc_hook=_plain)


def _json_value(value: Any) -> Any:
    return msgspec.json.decode(_json(value))


def _plain(value: Any) -> Any:
    """Return what JSON has no word for as what stands for it."""
    for name in ("tolist", "item", "isoformat"):
        if callable(getattr(value, name, None)):
            return getattr(value, name)()
    interface = getattr(value, "__geo_interface__", None)
    return str(value) if interface is None else interface
