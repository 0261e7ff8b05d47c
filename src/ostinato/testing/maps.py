"""Maps: what a test reads of them, and selects in them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.testing.chart import Chart
from ostinato.testing.tables import Framed
from ostinato.wire.decks import LayerData
from ostinato.wire.frames import Frame

if TYPE_CHECKING:
    from typing import Self


class Map(Framed):
    """Points on a map; its value is the table that they come from."""

    @property
    def frame_shown(self) -> Frame:
        """What the browser is told of the table."""
        return msgspec.convert(self._props["data"], Frame)

    @property
    def points(self) -> list[tuple[float, float]]:
        """The latitude and longitude of each row; NaN where there is none."""
        columns = self.columns_of(msgspec.convert(self._props["points"], Frame))
        return list(zip(*[values for _column, values in columns[:2]], strict=True))


class PydeckChart(Chart):
    """Layers of deck.gl on a map."""

    @property
    def value(self) -> Any:
        """What is selected, if the script asks; else what is drawn."""
        return super().value if self._is_asked else self.spec

    @property
    def spec(self) -> dict[str, Any]:
        """What deck.gl is to draw, with the data of layers that is not in a file or a frame."""
        spec: dict[str, Any] = msgspec.json.decode(self._props["spec"])
        for each in msgspec.convert(self._props.get("data", []), list[LayerData]):
            if each.json is not None:
                spec["layers"][each.place]["data"] = msgspec.json.decode(each.json)
        return spec

    def select(
        self,
        indices: Mapping[str, Sequence[int]],
        objects: Mapping[str, Sequence[Any]] | None = None,
    ) -> "Self":
        """Select objects of layers, and nothing else.

        Args:
            indices: The numbers of rows, by the id of a layer.
            objects: What a browser would tell of them. Those of layers whose rows are few are
                looked up in them.

        Raises:
            AppTestError: If they cannot be selected.
        """
        return self._select({"indices": indices, "objects": objects or {}})

    def _wire_of_selection(self, parts: Mapping[str, Any]) -> Any:
        """Return the wire form of what a person selects.

        Raises:
            ValueError: If it cannot be selected.
        """
        wire = super()._wire_of_selection(parts)
        told = {name: [*each] for name, each in parts["indices"].items()}
        if wire["indices"] != told:
            raise ValueError(f"there are only {wire['indices']} of {told}")
        return wire
