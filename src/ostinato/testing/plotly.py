"""Plotly: what a test reads and selects in a figure."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.data.figure import Numbers, listed
from ostinato.errors import AppTestError
from ostinato.testing.chart import Chart

if TYPE_CHECKING:
    from typing import Self


class PlotlyChart(Chart):
    """A figure of Plotly; what is selected in it is `selection`."""

    @property
    def spec(self) -> dict[str, Any]:
        """The figure, as plain values: a dict with `data` and `layout`, and perhaps `frames`."""
        content, file = self._props.get("figure"), self._props.get("file")
        whole = msgspec.convert(content, bytes) if file is None else self.root.files[file]
        told: Any = msgspec.msgpack.decode(whole)
        return dict(self._unpacked(told))

    @property
    def data(self) -> list[dict[str, Any]]:
        """Its traces."""
        return list(self.spec["data"])

    @property
    def layout(self) -> dict[str, Any]:
        """How it is laid out."""
        return dict(self.spec["layout"])

    def select(
        self,
        *,
        points: Iterable[Mapping[str, Any] | int] = (),
        box: Iterable[Mapping[str, Any]] = (),
        lasso: Iterable[Mapping[str, Any]] = (),
    ) -> "Self":
        """Select points and areas, and nothing else.

        Args:
            points: As a script is told them; a number is a point of the first trace.
            box: Rectangles: `{"xref": "x", "yref": "y", "x": [0, 1], "y": [2, 3]}`.
            lasso: Areas by their corners, told in the same way.

        Raises:
            AppTestError: If the script does not ask, or they cannot be selected.
        """
        told = [self._point(each) if isinstance(each, int) else dict(each) for each in points]
        indices = {each["point_index"] for each in told if "point_index" in each}
        areas = {"box": [*box], "lasso": [*lasso]}
        return self._select({"points": told, "point_indices": sorted(indices), **areas})

    def _point(self, number: int) -> dict[str, Any]:
        """Return a point of the first trace.

        Raises:
            AppTestError: If there is none of this number.
        """
        trace = self.data[0]
        point = {"curve_number": 0, "point_number": number, "point_index": number}
        for name in ("x", "y", "z", "customdata"):
            cells = trace.get(name)
            if isinstance(cells, list):
                if not 0 <= number < len(cells):
                    raise AppTestError(
                        f"{self.type}: there is no such point, got {number}: its first trace has"
                        f" {len(cells)}"
                    )
                point[name] = cells[number]
        return point

    def _unpacked(self, told: Any) -> Any:
        if isinstance(told, list):
            return [self._unpacked(each) for each in told]
        if not isinstance(told, dict):
            return told
        if isinstance(told.get("dtype"), str) and isinstance(told.get("shape"), list):
            data = told.get("bdata")
            if data is None:
                data = self.root.files[self._props["arrays"][told["file"]]]
            return listed(Numbers(told["dtype"], tuple(told["shape"]), data))
        return {name: self._unpacked(each) for name, each in told.items()}
