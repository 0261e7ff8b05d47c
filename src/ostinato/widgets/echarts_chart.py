"""ECharts chart: a chart that Apache ECharts draws, from its own option object."""

import logging
import re
from typing import Any, ClassVar, Literal

import msgspec

from ostinato.arguments.charts import USUAL_HEIGHT, ChartArguments, OnSelect, asks, has_theme
from ostinato.arguments.echarts import read
from ostinato.arguments.inputs import Key
from ostinato.arguments.text import check_choice
from ostinato.data.kinds import is_table
from ostinato.run.charts import draw_chart
from ostinato.run.elements import announce, element
from ostinato.run.frames import frame_of, table_in
from ostinato.run.traceback import BOUNDED
from ostinato.values.chart_states import echarts_selection
from ostinato.wire.charts import ChartProps
from ostinato.wire.frames import Frame
from ostinato.wire.props import Height, Width

logger = logging.getLogger("ostinato")

Renderer = Literal["canvas", "svg"]

USUAL = {"width": "900px", "height": "500px"}
"""The size that pyecharts gives each chart."""


class EchartsTable(msgspec.Struct, frozen=True):
    """The source of a dataset, which lies at a path in the option object."""

    path: list[str | int]
    frame: Frame


class EchartsChart(ChartProps, frozen=True, kw_only=True):
    """The wire form of `echarts_chart`.

    `spec` is the option object as JSON; the sources of its datasets are in `tables`. Its value has
    two lists: `selected`, by series, and `areas`.
    """

    identity_free: ClassVar[frozenset[str]] = frozenset({"key", "can_export"})
    shows_files: ClassVar[tuple[str, ...]] = ("files",)

    spec: str
    tables: list[EchartsTable] = []
    renderer: Renderer = "canvas"

    @property
    def files(self) -> list[str]:
        """Where the browser fetches its tables from, if they are not small."""
        return [each.frame.file for each in self.tables if each.frame.file is not None]


@element
def echarts_chart(
    spec: Any,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: OnSelect = "ignore",
    renderer: Renderer = "canvas",
    alt: str | None = None,
) -> Any:
    """Draw a chart with Apache ECharts.

    Its option object, https://echarts.apache.org/en/option.html, says what is drawn: bars, pies,
    gauges, trees, networks and much else. All of it is JSON: there are no functions of JavaScript,
    and so no "custom" series; nor maps, nor what needs ECharts GL.

    Args:
        spec: The option object as a dict or as JSON, or a chart of pyecharts. The source of a
            dataset may be a table in any form that `st.dataframe` takes, without its index: moments
            become text in ISO 8601, durations milliseconds, and what is missing null.
        width: "stretch", "content" for 700 pixels or what a chart of pyecharts says, or pixels.
        height: "content" for 350 pixels or what a chart of pyecharts says, "stretch" or pixels.
        theme: "streamlit" for the colours, the fonts and the numbers of the page; None for those of
            ECharts.
        key: Its name in session state, if the script asks what is selected, which then outlasts
            another `spec`; also the CSS class `st-key-<key>`.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
            Series with `selectedMode` and `brush` in `spec` say what can be; a double click, or
            Escape, selects nothing.
        renderer: "canvas", or "svg" for what is sharp in print.
        alt: What the chart shows, for who cannot see it.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.selected`, a list with a
        dict for each series (`series_index`, `series_id`, `series_name`, `data_type`,
        `data_indices` and, of those, `clicked_indices`), and `.selection.areas`, one with a dict
        for each area (`brush_index`, `brush_type`, `coord_range`, `grid_index`, `grid_id` and, on
        an axis of categories, how many of those its edges are from `coord_range`: `offset`). Of
        what a script or a test has selected, `clicked_indices` and `grid_index` may be None.

    Raises:
        StreamlitAPIException: If `spec` is no JSON, or needs what is not there.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `spec` is no option object.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If an argument is none of what it can be.

    Differs:
        spec: Tooltips are drawn as text: tags in their templates are taken out, but for line
            breaks. A type of series that ECharts does not have is named in place of the chart.
            "Show data" is there for the values of `series.data`, too.
        on_select: The arrow keys go through the items of a chart that has the focus, and Enter
            selects.

    Example:
        >>> bars = {"type": "bar", "data": [5, 20, 36]}
        >>> axes = {"xAxis": {"type": "category", "data": ["A", "B", "C"]}, "yAxis": {}}
        >>> st.echarts_chart({**axes, "series": [bars]})
    """
    announce("echarts_chart")
    width, height = _own_size(spec, "width", width), _own_size(spec, "height", height)
    common = ChartArguments("echarts_chart", alt, width, height, key=key)
    who = common.who
    if isinstance(alt, str) and not alt.strip():
        _warn(f"{who}: alt is empty, and so as if it were not given")
    check_choice(who, "renderer", renderer, ("canvas", "svg"))
    is_asked = asks(who, on_select)
    themed = has_theme(who, theme)
    read_spec = read(who, spec, is_table)
    if is_asked and not read_spec.can_select:
        _warn(f"{who}: nothing can be selected: spec has no brush, and no series has selectedMode")
    props = EchartsChart(
        **common.props,
        room=USUAL_HEIGHT,
        has_theme=themed,
        spec=read_spec.text,
        tables=[EchartsTable(path, _frame(who, table)) for path, table in read_spec.tables],
        renderer=renderer,
    )
    return draw_chart(props, echarts_selection(who) if is_asked else None, on_select)


def _warn(words: str) -> None:
    logger.warning(words, extra={BOUNDED: True})


def _frame(who: str, value: Any) -> Frame:
    """Return the table of a dataset, without its index."""
    table = table_in(who, value)
    return frame_of(table._replace(columns=[each for each in table.columns if not each.is_index]))


def _own_size(spec: object, name: Literal["width", "height"], given: Any) -> Any:
    """Return the width or height of a chart of pyecharts, if the script leaves it to the chart."""
    if given != "content" or not hasattr(spec, "dump_options"):
        return given
    own = getattr(spec, name, None)
    if own == "100%":
        return "stretch"
    pixels = re.fullmatch(r"\s*(\d+)(?:\.\d+)?(?:px)?\s*", str(own))
    if own == USUAL[name] or pixels is None or int(pixels[1]) == 0:
        return given
    return int(pixels[1])
