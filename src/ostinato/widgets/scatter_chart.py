"""Scatter chart: values as points."""

from collections.abc import Sequence
from typing import Any

from ostinato.arguments.plots import Color, PlotArguments, check_size, documented_plot
from ostinato.run.charts import draw_chart
from ostinato.run.container import Container
from ostinato.run.elements import announce, element
from ostinato.run.plots import given, plotted
from ostinato.wire.plots import PlotProps
from ostinato.wire.props import Height, Width


class ScatterChart(PlotProps, frozen=True, kw_only=True):
    """The wire form of `scatter_chart`."""

    size: float | None = None


@element
@documented_plot
def scatter_chart(
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Color = None,
    size: str | float | None = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Draw points of the columns of a table.

    Args:
        data: Rows and columns in any form, as `st.dataframe` takes them.
        size: The size of the points in square pixels, or the column that has it.

    Returns:
        Its place.

    Raises:
        StreamlitValueError: If `size` is neither.

    Differs:
        y: Without it, columns of texts are left out: they have no height. Series have the order of
            the columns.
        data: Of many points those are drawn that can be seen; all are in the table behind it.

    Example:
        >>> st.scatter_chart({"age": [3, 5, 8], "weight": [14, 18, 25]}, x="age", y="weight")
    """
    announce("scatter_chart")
    common = PlotArguments(
        "scatter_chart",
        x=x,
        y=y,
        x_label=x_label,
        y_label=y_label,
        color=color,
        width=width,
        height=height,
        use_container_width=use_container_width,
        alt=alt,
        size=size,
    )
    area = check_size(common.who, size)
    found = given(common, data, with_texts=True)
    return draw_chart(ScatterChart(**plotted(common, "scatter", found), size=area))
