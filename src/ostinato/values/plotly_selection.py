"""Plotly selection: what can be selected in a figure of Plotly."""

from typing import Any

import msgspec

from ostinato.values.chart_selection import ChartSelection
from ostinato.values.chart_states import Bound, Count, PlotlyState

NUMBERS = ("curve_number", "point_number", "point_index", "point_numbers", "point_indices")
"""What points have that are places in the figure: numbers, or for cells of a grid lists of them."""


class PlotlyArea(msgspec.Struct, frozen=True):
    """A rectangle by its ends, or a lasso by its corners, on the axes of the figure."""

    x: list[Bound]
    y: list[Bound]
    xref: str = "x"
    yref: str = "y"


class PlotlySelection(ChartSelection, frozen=True):
    """What can be selected in a figure.

    Args:
        traces: How many traces it has.
    """

    traces: int = 0

    def entered(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Check what a browser says beyond the types of its parts, and return it.

        Raises:
            ValueError: If it cannot be selected.
        """
        for point in parts["points"]:
            if isinstance(point, dict) and not _is_below(point.get("curve_number"), self.traces):
                raise ValueError(f"there is no such trace: {point['curve_number']!r:.100}")
        return self.adopted(parts)

    def adopted(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Check what the script has set or what was selected before, and return it.

        Raises:
            ValueError: If it is no such selection.
        """
        for point in parts["points"]:
            if not isinstance(point, dict):
                raise ValueError(f"points must be dicts, got {point!r:.100}")
            for name in NUMBERS:
                if not _is_place(point.get(name)):
                    raise ValueError(f"points: {name} must be a number of one, got {point[name]!r}")
        for name, ends in (("box", 2), ("lasso", None)):
            for area in parts[name]:
                sizes = {len(area["x"]), len(area["y"])}
                if len(sizes) > 1 or (ends and sizes != {ends}):
                    raise ValueError(f"{name} must have {ends or 'as many'} x and y: {area!r:.100}")
        return parts


def _is_place(value: Any) -> bool:
    """Return whether this may be the place of a point; some events of Plotly have none."""
    if isinstance(value, list):
        return all(map(_is_place, value))
    return value is None or (isinstance(value, int) and value >= 0)


def _is_below(value: Any, most: int) -> bool:
    return not isinstance(value, int) or value < most


def plotly_selection(who: str, traces: int) -> PlotlySelection:
    """Return what can be selected in a figure of Plotly.

    Args:
        who: The chart, for errors.
        traces: How many traces it has.
    """
    return PlotlySelection(
        who,
        PlotlyState,
        {"points": [], "point_indices": [], "box": [], "lasso": []},
        shapes={
            "point_indices": list[Count],
            "box": list[PlotlyArea],
            "lasso": list[PlotlyArea],
        },
        traces=traces,
    )
