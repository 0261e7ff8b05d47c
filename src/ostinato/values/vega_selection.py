"""Vega selection: what can be selected in a chart in Vega-Lite."""

from collections.abc import Iterable, Mapping
from typing import Any

from ostinato.values.chart_selection import ChartSelection
from ostinato.values.chart_states import VegaLiteState

SCALARS = (str, int, float, bool, type(None))


class VegaSelection(ChartSelection, frozen=True):
    """What can be selected in a chart in Vega-Lite.

    Args:
        ranges: Which of its selections are ranges, and no points.
        measures: The fields whose ranges have two ends. Those of others may be names in a row.
    """

    ranges: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()

    def adopted(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Check what the script has set or what was selected before, and return it.

        Raises:
            ValueError: If it is no such selection.
        """
        for name, part in parts.items():
            if isinstance(part, list):
                if name in self.ranges and part:
                    raise ValueError(f"{name} must be a dict of ranges, got {part!r:.100}")
                for point in part:
                    if not isinstance(point, dict) or not all(map(_is_cell, point.values())):
                        raise ValueError(f"{name} must have fields with values, got {point!r:.100}")
            for field, span in part.items() if isinstance(part, dict) else ():
                if not self._is_range(field, span):
                    raise ValueError(
                        f"{name} must have a range of {field!r:.100}, got {span!r:.100}"
                    )
        return parts

    def _is_range(self, field: str, span: Any) -> bool:
        if not isinstance(span, list) or not span or not all(map(_is_scalar, span)):
            return False
        return field not in self.measures or (len(span) == 2 and all(map(_is_number, span)))


def _is_scalar(value: Any) -> bool:
    return isinstance(value, SCALARS)


def _is_cell(value: Any) -> bool:
    # Of a field that is shown in steps, a point has both ends of one.
    return _is_scalar(value) or (isinstance(value, list) and all(map(_is_scalar, value)))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def vega_selection(
    who: str, names: Mapping[str, bool], measures: Iterable[str] = ()
) -> VegaSelection:
    """Return what can be selected in a chart in Vega-Lite.

    Args:
        who: The chart, for errors.
        names: Those of its selections that the script asks for, and whether they are ranges.
        measures: The fields whose ranges have two ends.
    """
    return VegaSelection(
        who,
        VegaLiteState,
        {name: {} for name in names},
        has_lists=True,
        ranges=frozenset(name for name, is_range in names.items() if is_range),
        measures=frozenset(measures),
    )
