"""Area chart: values as areas over places."""

from collections.abc import Sequence
from typing import Any

from ostinato.arguments.plots import (
    Color,
    PlotArguments,
    Stacking,
    check_stack,
    documented_plot,
    ways,
)
from ostinato.run.charts import draw_chart
from ostinato.run.container import Container
from ostinato.run.elements import announce, element
from ostinato.run.plots import given, plotted
from ostinato.wire.plots import PlotProps, Stack
from ostinato.wire.props import Height, Width


class AreaChart(PlotProps, frozen=True, kw_only=True):
    """The wire form of `area_chart`."""

    stack: Stack = "over"


@element
@documented_plot
def area_chart(
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Color = None,
    stack: Stacking = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Draw areas over the columns of a table.

    Args:
        data: Rows and columns in any form, as `st.dataframe` takes them.
        stack: True to put areas on top of one another, "normalize" for their shares of 100 percent,
            "center" for a stream around the middle; False or None to lay them over one another.

    Returns:
        Its place.

    Raises:
        StreamlitValueError: If `stack` is none of the ways.

    Differs:
        y: Without it, columns of texts are left out: they have no height. Series have the order of
            the columns.
        data: Of many points those are drawn that can be seen; all are in the table behind it.

    Example:
        >>> st.area_chart({"day": [1, 2, 3], "paid": [3, 5, 2], "free": [9, 7, 8]}, x="day")
    """
    announce("area_chart")
    common = PlotArguments(
        "area_chart",
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
    check_stack(common.who, stack, with_layers=False)
    how = ways(stack, "over")
    found = given(common, data)
    return draw_chart(
        AreaChart(**plotted(common, "area", found, is_aligned=how != "over"), stack=how)
    )
