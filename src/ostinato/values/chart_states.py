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
    """What is selected in a series of ECharts: its items, or the edges between them.

    Of its items, `clicked_indices` were clicked, and the others lie in an area; None if all were
    that lie in none.

    Raises:
        ValueError: If something was clicked that is not selected.
    """

    series_index: Count
    series_id: str | None = None
    series_name: str | None = None
    data_type: Literal["main", "node", "edge"] = "main"
    data_indices: list[Count] = []
    clicked_indices: list[Count] | None = None

    def __post_init__(self) -> None:
        """Check that what was clicked is selected."""
        if not set(self.clicked_indices or []) <= set(self.data_indices):
            raise ValueError(f"clicked_indices {self.clicked_indices!r:.100} must be selected")


class Area(msgspec.Struct, frozen=True):
    """An area that somebody has drawn, in the numbers of the axes of a grid.

    On an axis of categories those are whole: its edges are so many categories from there as
    `offset` says. The grid is the first that the brush is for if nothing says which.

    Raises:
        ValueError: If its range is not that of its type, or its offset not that of its range.
    """

    brush_index: Count
    brush_type: Literal["rect", "polygon", "lineX", "lineY"]
    coord_range: list[Bound | list[Bound]]
    grid_index: Count | None = None
    grid_id: str | None = None
    offset: list[float | list[float]] = []

    def __post_init__(self) -> None:
        """Check that it can be drawn."""
        shape = _shape(self.coord_range)
        match self.brush_type:
            case "lineX" | "lineY":
                fits = shape == [None, None]
            case "rect":
                fits = shape == [2, 2]
            case "polygon":
                fits = set(shape) == {2}
        if not fits:
            raise ValueError(f"{self.coord_range!r:.100} is no range of {self.brush_type!r}")
        if self.offset and _shape(self.offset) != shape:
            raise ValueError(f"offset {self.offset!r:.100} must be as {self.coord_range!r:.100}")


def _shape(ends: Sequence[object]) -> list[int | None]:
    """Return how many numbers each of some ends has; None for one that is a number itself."""
    return [len(each) if isinstance(each, list) else None for each in ends]


def echarts_selection(who: str) -> ChartSelection:
    """Return what can be selected in a chart of ECharts."""
    return ChartSelection(
        who,
        EChartsState,
        {"selected": [], "areas": []},
        shapes={"selected": list[Selected], "areas": list[Area]},
        parts=EChartsSelectionState,
    )
