"""Figures: what Plotly draws, as the browser gets it.

Numbers travel as the bytes that they are. Many of them are a file, of which the browser keeps what
it has fetched: a run that shows the same again only looks whether it is the same.
"""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from ostinato.data.figure import NoFigure, Numbers, parts_of, plain
from ostinato.errors import StreamlitAPIException
from ostinato.run.marked_files import filing_here, keep_bytes

SMALL = 16 * 1024
"""Bytes up to which an array travels within its figure."""

WHOLE = 64 * 1024
"""Bytes up to which the rest of a figure travels with its element."""

MOST_PIXELS = 20_000

TYPE = "application/octet-stream"

TRACES = frozenset(
    {
        "bar",
        "barpolar",
        "box",
        "candlestick",
        "carpet",
        "choropleth",
        "choroplethmap",
        "choroplethmapbox",
        "cone",
        "contour",
        "contourcarpet",
        "densitymap",
        "densitymapbox",
        "funnel",
        "funnelarea",
        "heatmap",
        "histogram",
        "histogram2d",
        "histogram2dcontour",
        "icicle",
        "image",
        "indicator",
        "isosurface",
        "mesh3d",
        "ohlc",
        "parcats",
        "parcoords",
        "pie",
        "sankey",
        "scatter",
        "scatter3d",
        "scattercarpet",
        "scattergeo",
        "scattergl",
        "scattermap",
        "scattermapbox",
        "scatterpolar",
        "scatterpolargl",
        "scattersmith",
        "scatterternary",
        "splom",
        "streamtube",
        "sunburst",
        "surface",
        "table",
        "treemap",
        "violin",
        "volume",
        "waterfall",
    }
)
"""The types of traces that Plotly draws, those on maps included."""

_encode = msgspec.msgpack.Encoder().encode


class Shown(NamedTuple):
    """A figure as it travels."""

    figure: bytes | None
    """It in MessagePack; None if it is a file."""
    file: str | None
    arrays: list[str]
    """The files of its large arrays."""
    width: int | None
    """Its own size, in pixels."""
    height: int | None
    traces: int
    """How many traces it has."""


def shown(who: str, value: Any, *, has_theme: bool) -> Shown:
    """Return a figure as the browser gets it.

    Args:
        who: The element that shows it, for errors.
        value: What a script shows.
        has_theme: Whether the page's colours stand for those that nobody has chosen.

    Raises:
        StreamlitAPIException: If it is no figure, or there is no room for it.
    """
    packing = _Packing(who)
    try:
        parts = parts_of(value)
        whole = {
            "data": plain(parts["data"], packing.pack, "data"),
            "layout": plain(_layout(parts["layout"], has_theme=has_theme), packing.list, "layout"),
        }
        if parts["frames"]:
            whole["frames"] = plain(parts["frames"], packing.pack, "frames")
        _check(whole["data"])
        content = _encode(whole)
    except NoFigure as error:
        raise StreamlitAPIException(f"{who}: figure_or_data {error}") from None
    except UnicodeEncodeError:
        raise StreamlitAPIException(
            f"{who}: figure_or_data must have texts that UTF-8 can encode:"
            ' pass text.encode(errors="replace").decode()'
        ) from None
    file = packing.file_of(content) if len(content) > WHOLE else None
    width, height = (_pixels(whole["layout"], name) for name in ("width", "height"))
    traces = len(whole["data"])
    return Shown(None if file else content, file, packing.files, width, height, traces)


def _pixels(layout: Mapping[str, Any], name: str) -> int | None:
    size = layout.get(name)
    return max(1, min(int(size), MOST_PIXELS)) if isinstance(size, int | float) else None


def _check(data: list[Any]) -> None:
    for number, trace in enumerate(data):
        kind = trace.get("type", "scatter")
        if not isinstance(kind, str) or kind not in TRACES:
            raise NoFigure(
                f"must have types of traces that Plotly knows, got type={kind!r} in"
                f" data[{number}]: use one of {', '.join(sorted(TRACES))}"
            )


def _layout(layout: Any, *, has_theme: bool) -> Any:
    """Return a layout, without the template that nobody has chosen.

    Plotly puts it into every figure; "plotly" stands for it.
    """
    if not has_theme or not isinstance(layout, Mapping):
        return layout
    template = layout.get("template")
    return {**layout, "template": "plotly"} if _is_usual(template) else layout


def _is_usual(template: Any) -> bool:
    own = template.get("layout") if isinstance(template, Mapping) else None
    if not isinstance(own, Mapping):
        return False
    colors = (str(own.get(name, "")).lower() for name in ("paper_bgcolor", "plot_bgcolor"))
    return (*colors,) == ("white", "#e5ecf6") and "#636efa" in (own.get("colorway") or ())


class _Packing:
    """Makes of the numbers of one figure what travels."""

    def __init__(self, who: str) -> None:
        self._who = who
        self.files: list[str] = []

    def pack(self, numbers: Numbers) -> dict[str, Any]:
        """Return what stands for numbers: their bytes, or the file that has them."""
        told: dict[str, Any] = {"dtype": numbers.dtype, "shape": list(numbers.shape)}
        size = numbers.data.nbytes
        file = self.file_of(numbers.data) if size > SMALL else None
        if file is None:
            return {**told, "bdata": bytes(numbers.data)}
        if file not in self.files:
            self.files.append(file)
        return {**told, "file": self.files.index(file)}

    def list(self, numbers: Numbers) -> dict[str, Any]:
        """Return what stands for numbers of the layout, which are few."""
        return {
            "dtype": numbers.dtype,
            "shape": list(numbers.shape),
            "bdata": bytes(numbers.data),
        }

    def file_of(self, data: Any) -> str | None:
        """Return the address of a file with these bytes; None where there are no files.

        Raises:
            StreamlitAPIException: If there is no room for it.
        """
        filing = filing_here()
        if filing is None:
            return None
        megabytes = math.ceil(memoryview(data).nbytes / 1e6)
        return keep_bytes(f"{self._who}: {megabytes} MB of figure_or_data", filing, data, TYPE)
