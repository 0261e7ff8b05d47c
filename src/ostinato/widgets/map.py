"""Map: points on a map."""

from typing import Any, ClassVar

from ostinato.arguments.charts import MAP_HEIGHT, ChartArguments
from ostinato.errors import StreamlitValueError
from ostinato.run.charts import draw_chart
from ostinato.run.container import Container
from ostinato.run.elements import announce, element
from ostinato.run.maps import located
from ostinato.wire.charts import ChartProps
from ostinato.wire.frames import Frame
from ostinato.wire.props import Height, Width


class Map(ChartProps, frozen=True, kw_only=True):
    """The wire form of `map`.

    `points` has a row for each point: latitude, longitude, its size in metres if `has_sizes`, and
    its color if `has_colors`: a number with red in the lowest byte and alpha in the highest, 0 for
    the usual one, 2 for the first of those that the theme has. `size` and `color` are those of all
    points. `data` is the table that the script has passed. `styles` are the addresses of the base
    maps in light and dark; empty for none.
    """

    shows_files: ClassVar[tuple[str, ...]] = ("files",)

    points: Frame
    data: Frame
    has_sizes: bool = False
    has_colors: bool = False
    size: float | None = None
    color: int | None = None
    zoom: float | None = None
    styles: tuple[str, str] = ("", "")

    @property
    def files(self) -> list[str | None]:
        """The files that the browser fetches points and data from."""
        return [self.points.file, self.data.file]


@element
def map(
    data: Any = None,
    *,
    latitude: str | None = None,
    longitude: str | None = None,
    color: Any = None,
    size: str | float | None = None,
    zoom: float | None = None,
    width: Width = "stretch",
    height: Height = 500,
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Show points on a map.

    The base map comes from `maps.lightStyle` and `maps.darkStyle` of the config, by default from
    OpenFreeMap, which needs no key. Without a network the points stand on plain ground, between
    meridians and parallels. Points that have no place are left out.

    Args:
        data: Any table; None for a map without points.
        latitude: The name of its column of latitudes. None for "lat", "latitude", "LAT" or
            "LATITUDE".
        longitude: The name of its column of longitudes. None for "lon", "longitude", "LON" or
            "LONGITUDE".
        color: A color such as "#ffaa00", "#ffaa0088", (255, 170, 0) or (1.0, 0.6, 0.0, 0.5), one of
            the theme's, so that one sees through ("red", "orange", "yellow", "green", "blue",
            "violet", "gray", "primary"), or the name of a column of such. None for "primary".
        size: The radius of a point in metres, or the name of a column of such. None for 100.
        zoom: How large the map is at first: 0 shows the world, 10 a city, 15 streets. None to show
            all points.
        width: "stretch", "content" or pixels.
        height: "stretch" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        alt: What a screen reader calls it. By default how many points there are, and where.

    Raises:
        StreamlitAPIException: If there is no such column, or a value that is none of a place, a
            color or a size.
        StreamlitDataframeConversionError: If `data` has no rows.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If `color`, `size` or `zoom` is none of what it can be.

    Differs:
        data: What has a latitude beyond 90 degrees or a longitude beyond 360 is an error, which
            names the row.
        zoom: Without one, the map shows all points also where they lie on both sides of the 180th
            meridian.

    Example:
        >>> st.map({"lat": [48.86, 51.51], "lon": [2.35, -0.13]}, size=20_000)
    """
    announce("map")
    common = ChartArguments("map", alt, width, height, use_container_width)
    who = common.who
    place = located(who, data, latitude, longitude, size, color)
    return draw_chart(Map(**common.props, room=MAP_HEIGHT, **place, zoom=_zoom(who, zoom)))


def _zoom(who: str, zoom: Any) -> float | None:
    if zoom is None:
        return None
    try:
        number = float(zoom)
    except (TypeError, ValueError):
        number = -1.0
    if not 0 <= number <= 24:
        raise StreamlitValueError(
            f"{who}: zoom must be a number from 0 to 24, got zoom={zoom!r}: 10 shows a city"
        )
    return number
