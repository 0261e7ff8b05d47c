"""Bar chart: values as bars at places."""

from collections.abc import Sequence
from typing import Any

from ostinato.arguments.plots import (
    Color,
    PlotArguments,
    Stacking,
    check_stack,
    documented_plot,
    sorting,
    ways,
)
from ostinato.run.charts import draw_chart
from ostinato.run.container import Container
from ostinato.run.elements import announce, element
from ostinato.run.plots import given, plotted
from ostinato.wire.plots import PlotProps, Stack
from ostinato.wire.props import Height, Width

BAND = 20
"""Pixels for each bar, or set of bars, that lies: its name has room beside it."""


class BarChart(PlotProps, frozen=True, kw_only=True):
    """The wire form of `bar_chart`."""

    stack: Stack = "zero"
    horizontal: bool = False


@element
@documented_plot
def bar_chart(
    data: Any = None,
    *,
    x: str | None = None,
    y: str | Sequence[str] | None = None,
    x_label: str | None = None,
    y_label: str | None = None,
    color: Color = None,
    horizontal: bool = False,
    sort: bool | str = True,
    stack: Stacking = None,
    width: Width = "stretch",
    height: Height = "content",
    use_container_width: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Draw bars over the columns of a table.

    Args:
        data: Rows and columns in any form, as `st.dataframe` takes them.
        horizontal: Whether bars go from left to right.
        sort: The order of the bars: True by name, False as they come, or a column to sort by, from
            the greatest on with "-" before its name.
        stack: True or None to put bars on top of one another, False side by side, "layered" one
            before the other, "normalize" for shares of 100 percent, "center" around the middle.

    Returns:
        Its place.

    Raises:
        StreamlitValueError: If `stack` is none of the ways, or `sort` is no order.

    Differs:
        y: Without it, columns of texts are left out: they have no height. Series have the order of
            the columns.
        data: Of many points those are drawn that can be seen; all are in the table behind it.
        color: Rows with the same place and color are one bar: their sum.

    Example:
        >>> st.bar_chart({"fruit": ["fig", "pear"], "kilos": [3, 5]}, x="fruit", sort="-kilos")
    """
    announce("bar_chart")
    common = PlotArguments(
        "bar_chart",
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
    check_stack(common.who, stack, with_layers=True)
    found = given(common, data)
    order = sorting(common, found.named, sort)
    band = BAND if horizontal else 0
    props = plotted(common, "bar", found, is_aligned=True, sort=order, band=band)
    return draw_chart(BarChart(**props, stack=ways(stack, "zero"), horizontal=horizontal))
