"""Line chart: values as lines over places."""

from collections.abc import Sequence
from typing import Any

from ostinato.arguments.plots import Color, PlotArguments, documented_plot
from ostinato.run.charts import draw_chart
from ostinato.run.container import Container
from ostinato.run.elements import announce, element
from ostinato.run.plots import given, plotted
from ostinato.wire.plots import PlotProps
from ostinato.wire.props import Height, Width


class LineChart(PlotProps, frozen=True, kw_only=True):
    """The wire form of `line_chart`."""


@element
@documented_plot
def line_chart(
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Color = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Draw lines over the columns of a table.

    Args:
        data: Rows and columns in any form, as `st.dataframe` takes them.

    Returns:
        Its place.

    Differs:
        y: Without it, columns of texts are left out: they have no height. Series have the order of
            the columns.
        data: Of many points those are drawn that can be seen; all are in the table behind it.

    Example:
        >>> st.line_chart({"month": ["Jan", "Feb"], "sales": [3, 5]}, x="month", y="sales")
    """
    announce("line_chart")
    common = PlotArguments(
        "line_chart",
        x=x,
        y=y,
        x_label=x_label,
        y_label=y_label,
        color=color,
        width=width,
        height=height,
        use_container_width=use_container_width,
        alt=alt,
    )
    found = given(common, data, with_texts=True)
    return draw_chart(LineChart(**plotted(common, "line", found)))
