"""Vega charts: what a test reads of charts in Vega-Lite, and selects in them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ostinato.testing.chart import Chart

if TYPE_CHECKING:
    from typing import Self


class VegaLiteChart(Chart):
    """A chart of `st.vega_lite_chart`; what is selected in it is `selection`."""

    @property
    def spec(self) -> dict[str, Any]:
        """Its description in Vega-Lite, in which tables are called by their names."""
        spec: dict[str, Any] = self._props["spec"]
        return spec

    def select(self, **selections: list[Mapping[str, Any]] | Mapping[str, Any]) -> "Self":
        """Select something, by the names of the selections: points in a list, or ranges in a dict.

        Raises:
            AppTestError: If it cannot be selected.

        Example:
            >>> app.altair_chart[0].select(brush={"day": [1, 5]}).run()
        """
        return self._select({**self.selection, **selections})


class AltairChart(VegaLiteChart):
    """A chart of `st.altair_chart`; what is selected in it is `selection`."""
