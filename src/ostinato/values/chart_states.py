"""Chart states: what a script is given of what is selected, by what draws the chart."""

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec

from ostinato.values.attributes import Attributes
from ostinato.values.chart_selection import ChartSelection

Count = Annotated[int, msgspec.Meta(ge=0)]
Bound = int | float | str | None


class VegaLiteState(Attributes):
    """What is selected in a chart in Vega-Lite: `selection`, by the names of its selections.

    Example:
        >>> VegaLiteState(selection=Attributes(brush={"x": [1, 2]})).selection.brush
        {'x': [1, 2]}
    """

    __slots__ = ()


class PlotlyState(Attributes):
    """What is selected in a figure of Plotly.

    `selection` has `points`, `point_indices`, `box` and `lasso`.

    Example:
        >>> PlotlyState(selection={"points": [{"x": 1}]}).selection["points"]
        [{'x': 1}]
    """

    __slots__ = ()


class PydeckState(Attributes):
    """What is selected in a chart of pydeck: `selection` has `indices` and `objects`.

    Example:
        >>> PydeckState(selection={"indices": {"cities": [0]}, "objects": {}}).selection["indices"]
        {'cities': [0]}
    """

    __slots__ = ()


class EChartsState(Attributes):
    """What is selected in a chart of ECharts: `selection`."""

    __slots__ = ()


class EChartsSelectionState(Attributes):
    """The parts of that: `selected` and `areas`."""

    __slots__ = ()


class Selected(msgspec.Struct, frozen=True):
    """What is selected in a series of ECharts: its items, or the edges between them."""

    series_index: Count
    series_id: str | None = None
    series_name: str | None = None
    data_type: Literal["main", "node", "edge"] = "main"
    data_indices: list[Count] = []


class Area(msgspec.Struct, frozen=True):
    """An area that somebody has drawn, in the numbers of the axes of a grid.

    On an axis of categories those are whole ones. `offset` says, in pixels, how far their middles
    are from its edges, so that it can be drawn again with the same items in it.

    Raises:
        ValueError: If its range is not that of its type, or its offset not that of its range.
    """

    brush_index: Count
    brush_type: Literal["rect", "polygon", "lineX", "lineY"]
    coord_range: list[Bound | list[Bound]]
    grid_index: Count = 0
    offset: list[float | list[float]] = []

    def __post_init__(self) -> None:
        """Check that it can be drawn."""
        shape = _shape(self.coord_range)
        is_line = self.brush_type in ("lineX", "lineY")
        fits = shape == [0, 0] if is_line else shape and all(count == 2 for count in shape)
        if not fits or (self.brush_type == "rect" and len(shape) != 2):
            raise ValueError(f"{self.coord_range!r:.100} is no range of {self.brush_type!r}")
        if self.offset and _shape(self.offset) != shape:
            raise ValueError(f"offset {self.offset!r:.100} must be as {self.coord_range!r:.100}")


def _shape(ends: Sequence[object]) -> list[int]:
    """Return how many numbers each of some ends has; 0 for one that is a number itself."""
    return [len(each) if isinstance(each, list) else 0 for each in ends]


def echarts_selection(who: str) -> ChartSelection:
    """Return what can be selected in a chart of ECharts."""
    return ChartSelection(
        who,
        EChartsState,
        {"selected": [], "areas": []},
        shapes={"selected": list[Selected], "areas": list[Area]},
        parts=EChartsSelectionState,
    )
