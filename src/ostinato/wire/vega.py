"""Vega: the charts that are described in Vega-Lite, as they travel."""

from typing import Any, ClassVar

from ostinato.wire.charts import ChartProps
from ostinato.wire.frames import Frame


class VegaProps(ChartProps, frozen=True, kw_only=True):
    """A chart that is described in Vega-Lite.

    `spec` calls its tables by their names in `frames`. `params` are the names of the selections
    that the script asks for.
    """

    # A selection outlasts new rows.
    identity_free: ClassVar[frozenset[str]] = ChartProps.identity_free | {
        "frames",
        "alt",
        "height",
        "room",
    }
    shows_files: ClassVar[tuple[str, ...]] = ("files",)

    spec: dict[str, Any]
    frames: dict[str, Frame] = {}
    params: list[str] = []

    @property
    def files(self) -> list[str | None]:
        """The files that the browser fetches tables from."""
        return [frame.file for frame in self.frames.values()]
