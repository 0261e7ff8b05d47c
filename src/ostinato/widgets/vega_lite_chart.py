"""Vega-Lite chart: a chart that is described in the language Vega-Lite."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from ostinato.arguments.charts import OnSelect
from ostinato.arguments.inputs import Key
from ostinato.arguments.text import describe
from ostinato.errors import StreamlitMissingRequiredParameterError
from ostinato.run.elements import announce, element
from ostinato.run.vega import SOURCE, Tables, draw_vega, with_tables
from ostinato.wire.props import Height, Width
from ostinato.wire.vega import VegaProps


class VegaLiteChart(VegaProps, frozen=True, kw_only=True):
    """The wire form of `vega_lite_chart`."""


@element
def vega_lite_chart(
    data: Any = None,
    spec: Mapping[str, Any] | None = None,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: OnSelect = "ignore",
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> Any:
    """Show a chart that is described in Vega-Lite.

    See https://vega.github.io/vega-lite/docs. Tables travel as columns, however many rows they
    have: those beside the description, and those within, at "data" or in "datasets". Columns are
    called by their names.

    Args:
        data: A table, in any form that `dataframe` takes, or the description with its data.
        spec: The description; None if that is in `data`.
        width: "stretch", "content" or pixels; None for "stretch", but "content" for facets,
            repeated views, and views side by side.
        height: "content" for what the description says, and 350 pixels if that is nothing;
            "stretch" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`, False is `width="content"`.
        theme: "streamlit" for the colours and fonts of the page, None for those of Vega-Lite.
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        selection_mode: The names of the selections that are asked for; None for all.
        alt: What the chart shows, for who cannot see it; by default its description or title.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.<name>` is a list of points,
        each with its fields, or a dict with the range of each field, or an empty dict.

    Raises:
        StreamlitAPIException: If what can be selected is not what the script asks for.
        StreamlitDataframeConversionError: If `data` has no rows.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If the description is no dict.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If there is no description.
        StreamlitValueError: If `theme` or `on_select` is none of what it can be.

    Differs:
        spec: Data at an address is not fetched: read it in the script, and pass the table.
        on_select: A selection is there again after the page was loaded anew, and outlasts new rows.
            Ranges of times are milliseconds as the table has its times, in whatever zone the
            browser is.

    Example:
        >>> st.vega_lite_chart(
        ...     {"day": [1, 2, 3], "sold": [4, 2, 6]},
        ...     {
        ...         "mark": "bar",
        ...         "encoding": {
        ...             "x": {"field": "day", "type": "ordinal"},
        ...             "y": {"field": "sold", "type": "quantitative"},
        ...         },
        ...     },
        ... )
    """
    announce("vega_lite_chart")
    who = describe("vega_lite_chart", alt or key or "")
    if not spec and isinstance(data, Mapping):
        data, spec = None, data
    if not spec:
        raise StreamlitMissingRequiredParameterError(
            f"{who}: there must be a description, got spec={spec!r}: pass a dict in Vega-Lite as"
            " `spec`, or as `data` together with its data"
        )
    tables = Tables(who)
    described = with_tables(who, spec, tables)
    if data is not None:
        described["data"] = {"name": tables.add(data, SOURCE)}
    return draw_vega(
        VegaLiteChart,
        described,
        tables,
        width=width,
        height=height,
        use_container_width=use_container_width,
        theme=theme,
        key=key,
        on_select=on_select,
        selection_mode=selection_mode,
        alt=alt,
    )
