"""Altair chart: a chart that was made with Altair."""

from collections.abc import Iterable
from typing import Any, Literal

from ostinato.arguments.charts import OnSelect
from ostinato.arguments.inputs import Key
from ostinato.arguments.text import describe
from ostinato.run.altair import spec_of
from ostinato.run.elements import announce, element
from ostinato.run.vega import Tables, draw_vega
from ostinato.wire.props import Height, Width
from ostinato.wire.vega import VegaProps


class AltairChart(VegaProps, frozen=True, kw_only=True):
    """The wire form of `altair_chart`."""


@element
def altair_chart(
    altair_chart: Any,
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
    """Show a chart of Altair: `pip install altair`.

    See https://altair-viz.github.io. Its tables travel as columns, however many rows they have.

    Args:
        altair_chart: A chart of Altair 5 or 6, of one view or composed of several.
        width: "stretch", "content" or pixels; None for "stretch", but "content" for facets,
            repeated views, and views side by side.
        height: "content" for what the chart says, and 350 pixels if that is nothing; "stretch" or
            pixels.
        use_container_width: Deprecated: True is `width="stretch"`, False is `width="content"`.
        theme: "streamlit" for the colours and fonts of the page, None for those of Altair.
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        selection_mode: The names of the selections that are asked for; None for all. What Altair
            has named is called `param_1`, `param_2` and so on in each chart.
        alt: What the chart shows, for who cannot see it; by default its description or title.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.<name>` is a list of points,
        each with its fields, or a dict with the range of each field, or an empty dict.

    Raises:
        StreamlitAPIException: If what can be selected is not what the script asks for.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If it is no chart of Altair.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If `theme` or `on_select` is none of what it can be.

    Differs:
        altair_chart: Data at an address is not fetched: read it in the script, and pass the table.
        on_select: A selection is there again after the page was loaded anew, and outlasts new rows.
            Ranges of times are milliseconds as the table has its times, in whatever zone the
            browser is.

    Example:
        >>> import altair as alt
        >>>
        >>> rows = alt.Data(values=[{"day": 1, "sold": 4}, {"day": 2, "sold": 6}])
        >>> st.altair_chart(alt.Chart(rows).mark_bar().encode(x="day:O", y="sold:Q"))
    """
    announce("altair_chart")
    who = describe("altair_chart", alt or key or "")
    tables = Tables(who)
    spec = spec_of(who, altair_chart, tables)
    return draw_vega(
        AltairChart,
        spec,
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
