"""Chart states: what a script is given of what is selected, by what draws the chart."""

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
    """An area that somebody has drawn, in the numbers of its axes."""

    brush_index: Count
    brush_type: Literal["rect", "polygon", "lineX", "lineY"]
    coord_range: list[Bound | list[Bound]]


def echarts_selection(who: str) -> ChartSelection:
    """Return what can be selected in a chart of ECharts."""
    return ChartSelection(
        who,
        EChartsState,
        {"selected": [], "areas": []},
        shapes={"selected": list[Selected], "areas": list[Area]},
        parts=EChartsSelectionState,
    )
