"""Charts: how an element is drawn that shows one, and asked what is selected in it."""

from typing import Any, overload

from msgspec.structs import replace

from ostinato.arguments.charts import OnSelect
from ostinato.run.elements import Container, draw
from ostinato.run.surroundings import can_export
from ostinato.values.chart_selection import ChartSelection
from ostinato.values.value import Value
from ostinato.wire.charts import ChartProps


@overload
def draw_chart(props: ChartProps) -> Container: ...


@overload
def draw_chart(props: ChartProps, codec: ChartSelection | None, on_select: OnSelect) -> Any: ...


def draw_chart(
    props: ChartProps, codec: ChartSelection | None = None, on_select: OnSelect = "ignore"
) -> Any:
    """Draw a chart, and return its place or, if the script asks, what is selected in it.

    Args:
        props: What is shown.
        codec: What can be selected; None if the script does not ask.
        on_select: What the script does when something is.

    Raises:
        StreamlitAPIException: If what session state selects is no selection.
    """
    props = replace(props, can_export=can_export(), selects=codec is not None)
    if codec is None:
        return draw(props)
    nothing, wire = codec.start()
    return draw(props, value=Value(codec, nothing, wire, on_change=on_select))
