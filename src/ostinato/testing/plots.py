"""Plots: lines, areas, bars and points, as a test reads them."""

import msgspec

from ostinato.testing.tables import Framed
from ostinato.wire.plots import PlotSeries


class PlotChart(Framed):
    """A chart of a table; its value is the table behind it."""

    @property
    def series(self) -> list[str]:
        """The names of what is drawn, as the legend has them."""
        return [msgspec.convert(each, PlotSeries).name for each in self._props["series"]]


class LineChart(PlotChart):
    """A chart of `st.line_chart`."""


class AreaChart(PlotChart):
    """A chart of `st.area_chart`."""


class BarChart(PlotChart):
    """A chart of `st.bar_chart`."""


class ScatterChart(PlotChart):
    """A chart of `st.scatter_chart`."""
