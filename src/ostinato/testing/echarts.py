"""ECharts: what a test reads of a chart that ECharts draws, and selects in it."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.testing.chart import Chart
from ostinato.wire.frames import Frame

if TYPE_CHECKING:
    from typing import Self


class EChartsChart(Chart):
    """A chart; what is selected in it is `selection`."""

    @property
    def value(self) -> dict[str, Any]:
        """The option object, without the tables of its datasets."""
        spec: dict[str, Any] = json.loads(self._props["spec"])
        return spec

    spec = value

    @property
    def frames(self) -> list[Frame]:
        """What the browser is told of the tables of its datasets."""
        return [msgspec.convert(each["frame"], Frame) for each in self._props.get("tables", [])]

    def select(
        self,
        selected: Iterable[Mapping[str, Any]] = (),
        areas: Iterable[Mapping[str, Any]] = (),
    ) -> "Self":
        """Select items and draw areas, and nothing else.

        Args:
            selected: Items by series: `{"series_index": 0, "data_indices": [1]}`, and whatever else
                the selection of a chart says of them.
            areas: Areas: `{"brush_index": 0, "brush_type": "lineX", "coord_range": [1, 2]}`, and
                whatever else the selection of a chart says of them.

        Raises:
            AppTestError: If the script does not ask, or they are no such things.
        """
        return self._select({"selected": [*selected], "areas": [*areas]})
