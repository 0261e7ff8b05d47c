"""Maps: what a table tells of points, as the browser gets it, and the base maps below them."""

from typing import Any

from ostinato.data.column import Table
from ostinato.data.positions import places_of
from ostinato.run.frames import EVERYTHING, frame_of, table_in
from ostinato.run.surroundings import surroundings_here


def located(
    who: str, data: Any, latitude: object, longitude: object, size: object, color: object
) -> dict[str, Any]:
    """Return the props of a map that say what is where.

    Raises:
        StreamlitAPIException: If it is not to be found there.
        StreamlitDataframeConversionError: If `data` has no rows.
    """
    table = Table([], 0) if data is None else table_in(who, data, EVERYTHING)
    places = places_of(who, table, latitude, longitude, size, color)
    return {
        "points": frame_of(places.table),
        "data": frame_of(table),
        "has_sizes": places.has_sizes,
        "has_colors": places.has_colors,
        "size": places.size,
        "color": places.color,
        "styles": base_maps(),
    }


def base_maps() -> tuple[str, str]:
    """Return the addresses of the styles of the base maps in light and dark."""
    maps = surroundings_here().config.maps
    return maps.light_style, maps.dark_style
