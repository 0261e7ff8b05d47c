"""Plotly chart: a figure of Plotly, in which points and areas can be selected."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from ostinato.arguments.charts import ChartArguments, OnSelect, asks, has_theme
from ostinato.arguments.inputs import Key
from ostinato.arguments.text import check_choice
from ostinato.data.figure import NoFigure, listed, plain
from ostinato.errors import (
    NotAvailable,
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
)
from ostinato.run.charts import draw_chart
from ostinato.run.elements import announce, element
from ostinato.run.figures import shown
from ostinato.values.classes import is_made_of
from ostinato.values.plotly_selection import plotly_selection
from ostinato.wire.charts import ChartProps
from ostinato.wire.props import FileAddress, Height, Width

SelectionMode = Literal["points", "box", "lasso"]
USUAL_HEIGHT = 450
"""Of a figure that says nothing of it, in pixels."""

MODES: tuple[SelectionMode, ...] = get_args(SelectionMode)


class PlotlyChart(ChartProps, frozen=True, kw_only=True):
    """The wire form of `plotly_chart`.

    `figure` is the figure in MessagePack, with its `data`, `layout` and `frames`; a large one is in
    the file at `file`. In it, numbers of one type are a dict of their `dtype`, their `shape`, and
    their bytes as `bdata`, or `file`, the place of the file in `arrays` that has these. `own_width`
    is the figure's, in pixels, for where the script says none.
    """

    figure: bytes | None = None
    file: FileAddress | None = None
    arrays: list[FileAddress] = []
    config: dict[str, Any] = {}
    modes: list[SelectionMode] = []
    own_width: int | None = None


@element
def plotly_chart(
    figure_or_data: Any,
    use_container_width: bool | None = None,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: OnSelect = "ignore",
    selection_mode: SelectionMode | Iterable[SelectionMode] = ("points", "box", "lasso"),
    config: Mapping[str, Any] | None = None,
    alt: str | None = None,
) -> Any:
    """Draw a figure of Plotly.

    Arrays travel as the bytes that they are, so a figure may have millions of points: use
    `go.Scattergl`, or `render_mode="webgl"` of Plotly Express, which draw them by WebGL. What
    somebody has zoomed, turned or hidden stays over reruns; a figure with another `uirevision` in
    its layout begins again.

    Args:
        figure_or_data: A figure of Plotly, one trace or a list of them, a dict with `data` and
            `layout`, or a figure of Matplotlib, which Plotly converts.
        use_container_width: Deprecated: True is `width="stretch"`.
        width: "stretch", "content" for that of the figure, or pixels.
        height: "content" for that of the figure, or 450 pixels; "stretch" or pixels.
        theme: "streamlit" for the colours and fonts of the page, None for those of Plotly.
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        selection_mode: How something can be selected: "points", "box", "lasso", or a list of them.
        config: Options of Plotly, as of its `show()`.
        alt: What the chart shows, for who cannot see it. By default a sentence made of its title,
            its axes and its traces.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.points`,
        `.selection.point_indices`, `.selection.box` and `.selection.lasso`.

    Raises:
        NotAvailable: If a figure of Matplotlib is to be converted, and Plotly is not installed.
        StreamlitAPIException: If it is no figure, has a type of trace that there is not, or is too
            large; or if what session state selects is no selection.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `config` is no dict.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        figure_or_data: A single trace and what has `to_plotly_json` or `to_dict` are figures, too.
            Dicts and lists need no Plotly on the server, which checks only the types of traces.
        theme: It begins with the chart, and changes nothing in Plotly: there is no template
            "streamlit". Colours of the template that figures have by default are those of the page.
        on_select: Points of arrays have lists as `customdata`, and a lasso over dates has dates.

    Example:
        >>> event = st.plotly_chart({"data": [{"y": [1, 3, 2]}]}, on_select="rerun")
    """
    announce("plotly_chart")
    common = ChartArguments("plotly_chart", alt, width, height, use_container_width, key)
    who = common.who
    is_themed = has_theme(who, theme)
    is_asked = asks(who, on_select)
    modes = _modes(who, selection_mode) if is_asked else []
    figure = shown(who, _converted(who, figure_or_data), has_theme=is_themed)
    props = PlotlyChart(
        **common.props,
        has_theme=is_themed,
        figure=figure.figure,
        file=figure.file,
        arrays=figure.arrays,
        config=_config(who, config),
        modes=modes,
        own_width=figure.width,
        room=figure.height or USUAL_HEIGHT,
    )
    codec = plotly_selection(who, figure.traces) if is_asked else None
    return draw_chart(props, codec, on_select)


def _modes(who: str, mode: Any) -> list[SelectionMode]:
    """Return how something can be selected.

    Raises:
        StreamlitValueError: If there is no such mode.
    """
    is_one = isinstance(mode, str) or not isinstance(mode, Iterable)
    modes: list[Any] = [mode] if is_one else [*mode]
    for each in modes:
        check_choice(who, "selection_mode", each, MODES)
    return [each for each in MODES if each in modes]


def _config(who: str, config: Any) -> dict[str, Any]:
    """Return plain options.

    Raises:
        StreamlitInvalidParameterTypeError: If they are none.
    """
    if config is None:
        return {}
    if not isinstance(config, Mapping):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: config must be a dict, got config={config!r:.100}: see"
            " https://plotly.com/python/configuration-options"
        )
    try:
        return dict(plain(config, listed, "config"))
    except NoFigure as error:
        raise StreamlitInvalidParameterTypeError(f"{who}: config {error}") from None


def _converted(who: str, value: Any) -> Any:
    """Return a figure of Plotly for one of Matplotlib.

    Raises:
        NotAvailable: If Plotly is not installed.
        StreamlitAPIException: If Plotly cannot convert it.
    """
    if not is_made_of(value, "matplotlib", "Figure", "FigureBase"):
        return value
    try:
        from plotly.tools import mpl_to_plotly  # noqa: PLC0415  (who passes one has both)
    except ImportError:
        raise NotAvailable(
            f"{who}: a figure of Matplotlib is converted by Plotly, which is not installed: run"
            ' "pip install plotly", or show it by st.pyplot'
        ) from None
    try:
        return mpl_to_plotly(value)
    except Exception as error:  # (whatever it does not know of Matplotlib)
        raise StreamlitAPIException(
            f"{who}: Plotly cannot convert this figure of Matplotlib ({error}):"
            " show it by st.pyplot"
        ) from error
