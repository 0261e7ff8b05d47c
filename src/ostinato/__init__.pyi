"""Ostinato: interactive web apps from plain Python scripts.

Made by `make generate` from the element functions and tools/overloads.pyi. Do not edit.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar, overload

import ostinato.widgets.plotly_chart
import ostinato.widgets.pydeck_chart
from ostinato import column_config as column_config
from ostinato import components as components
from ostinato.arguments.dates import DateLike, MomentLike, TimeLike
from ostinato.arguments.filtering import FilterMode
from ostinato.arguments.inputs import Arguments, Bind, Key, KeywordArguments, OnChange, PersistState
from ostinato.commands.cache_data import cache_data as cache_data
from ostinato.commands.cache_resource import cache_resource as cache_resource
from ostinato.commands.context import context as context
from ostinato.commands.echo import echo as echo
from ostinato.commands.logo import logo as logo
from ostinato.commands.navigation import navigation as navigation
from ostinato.commands.options import get_option as get_option
from ostinato.commands.options import set_option as set_option
from ostinato.commands.page_config import set_page_config as set_page_config
from ostinato.commands.query_params import query_params as query_params
from ostinato.commands.rebuild import rebuild as rebuild
from ostinato.commands.secrets import secrets as secrets
from ostinato.commands.session_state import session_state as session_state
from ostinato.commands.switch_page import switch_page as switch_page
from ostinato.commands.user import user as user
from ostinato.connections.factory import connection as connection
from ostinato.run.container import Container
from ostinato.run.container import bottom as bottom
from ostinato.run.container import sidebar as sidebar
from ostinato.run.control import rerun as rerun
from ostinato.run.control import stop as stop
from ostinato.run.page import Page as Page
from ostinato.run.uploaded_file import UploadedFile
from ostinato.server.app import App as App
from ostinato.values.chart_states import EChartsState, PlotlyState, PydeckState, VegaLiteState
from ostinato.values.chat_message import ChatInputValue
from ostinato.values.choice import Option
from ostinato.values.selection import DataframeState
from ostinato.widgets.alert import error as error
from ostinato.widgets.alert import info as info
from ostinato.widgets.alert import success as success
from ostinato.widgets.alert import warning as warning
from ostinato.widgets.area_chart import area_chart as area_chart
from ostinato.widgets.audio import audio as audio
from ostinato.widgets.audio_input import audio_input as audio_input
from ostinato.widgets.badge import badge as badge
from ostinato.widgets.balloons import balloons as balloons
from ostinato.widgets.bar_chart import bar_chart as bar_chart
from ostinato.widgets.button import button as button
from ostinato.widgets.camera_input import camera_input as camera_input
from ostinato.widgets.caption import caption as caption
from ostinato.widgets.chat_input import AcceptFile, SubmitMode
from ostinato.widgets.chat_message import chat_message as chat_message
from ostinato.widgets.checkbox import checkbox as checkbox
from ostinato.widgets.code import code as code
from ostinato.widgets.color_picker import color_picker as color_picker
from ostinato.widgets.columns import columns as columns
from ostinato.widgets.container import container as container
from ostinato.widgets.dataframe import SelectionMode
from ostinato.widgets.dialog import dialog as dialog
from ostinato.widgets.divider import divider as divider
from ostinato.widgets.download_button import download_button as download_button
from ostinato.widgets.echarts_chart import Renderer
from ostinato.widgets.empty import empty as empty
from ostinato.widgets.exception import exception as exception
from ostinato.widgets.expander import expander as expander
from ostinato.widgets.feedback import feedback as feedback
from ostinato.widgets.form import form as form
from ostinato.widgets.form_submit_button import form_submit_button as form_submit_button
from ostinato.widgets.fragment import fragment as fragment
from ostinato.widgets.graphviz_chart import graphviz_chart as graphviz_chart
from ostinato.widgets.grid import grid as grid
from ostinato.widgets.heading import header as header
from ostinato.widgets.heading import subheader as subheader
from ostinato.widgets.heading import title as title
from ostinato.widgets.help import help as help
from ostinato.widgets.html import html as html
from ostinato.widgets.iframe import iframe as iframe
from ostinato.widgets.image import image as image
from ostinato.widgets.json import json as json
from ostinato.widgets.latex import latex as latex
from ostinato.widgets.line_chart import line_chart as line_chart
from ostinato.widgets.login import login as login
from ostinato.widgets.login import logout as logout
from ostinato.widgets.map import map as map
from ostinato.widgets.markdown import markdown as markdown
from ostinato.widgets.menu_button import menu_button as menu_button
from ostinato.widgets.mermaid_chart import mermaid_chart as mermaid_chart
from ostinato.widgets.metric import metric as metric
from ostinato.widgets.page_link import page_link as page_link
from ostinato.widgets.pagination import pagination as pagination
from ostinato.widgets.pdf import pdf as pdf
from ostinato.widgets.popover import popover as popover
from ostinato.widgets.progress import progress as progress
from ostinato.widgets.pyplot import pyplot as pyplot
from ostinato.widgets.scatter_chart import scatter_chart as scatter_chart
from ostinato.widgets.skeleton import skeleton as skeleton
from ostinato.widgets.slider import Step
from ostinato.widgets.snow import snow as snow
from ostinato.widgets.space import space as space
from ostinato.widgets.spinner import spinner as spinner
from ostinato.widgets.status import status as status
from ostinato.widgets.table import table as table
from ostinato.widgets.tabs import tabs as tabs
from ostinato.widgets.text import text as text
from ostinato.widgets.text_area import AreaHeight
from ostinato.widgets.text_input import Type
from ostinato.widgets.time_input import Format
from ostinato.widgets.toast import toast as toast
from ostinato.widgets.toggle import toggle as toggle
from ostinato.widgets.video import video as video
from ostinato.widgets.write import write as write
from ostinato.widgets.write_stream import write_stream as write_stream
from ostinato.wire.frames import NumRows
from ostinato.wire.props import Height, LabelVisibility, Width

__version__: str
__all__ = [
    "Page",
    "altair_chart",
    "area_chart",
    "audio",
    "audio_input",
    "badge",
    "balloons",
    "bar_chart",
    "bottom",
    "button",
    "cache_data",
    "cache_resource",
    "camera_input",
    "caption",
    "chat_input",
    "chat_message",
    "checkbox",
    "code",
    "color_picker",
    "column_config",
    "columns",
    "components",
    "connection",
    "container",
    "context",
    "data_editor",
    "dataframe",
    "date_input",
    "datetime_input",
    "dialog",
    "divider",
    "download_button",
    "echarts_chart",
    "echo",
    "empty",
    "error",
    "exception",
    "expander",
    "feedback",
    "file_uploader",
    "form",
    "form_submit_button",
    "fragment",
    "get_option",
    "graphviz_chart",
    "grid",
    "header",
    "help",
    "html",
    "iframe",
    "image",
    "info",
    "json",
    "latex",
    "line_chart",
    "link_button",
    "login",
    "logo",
    "logout",
    "map",
    "markdown",
    "menu_button",
    "mermaid_chart",
    "metric",
    "multiselect",
    "navigation",
    "number_input",
    "page_link",
    "pagination",
    "pdf",
    "pills",
    "plotly_chart",
    "popover",
    "progress",
    "pydeck_chart",
    "pyplot",
    "query_params",
    "radio",
    "rebuild",
    "rerun",
    "scatter_chart",
    "secrets",
    "segmented_control",
    "select_slider",
    "selectbox",
    "session_state",
    "set_option",
    "set_page_config",
    "sidebar",
    "skeleton",
    "slider",
    "snow",
    "space",
    "spinner",
    "status",
    "stop",
    "subheader",
    "success",
    "switch_page",
    "table",
    "tabs",
    "text",
    "text_area",
    "text_input",
    "time_input",
    "title",
    "toast",
    "toggle",
    "user",
    "vega_lite_chart",
    "video",
    "warning",
    "write",
    "write_stream",
]
_Number = TypeVar("_Number", int, float)
_Data = TypeVar("_Data")
_Scalar = TypeVar("_Scalar", int, float, dt.datetime, dt.date, dt.time)

@overload
def altair_chart(
    altair_chart: Any,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["ignore"] = "ignore",
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> Container:
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

@overload
def altair_chart(
    altair_chart: Any,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Callable[..., object] | Literal["rerun"],
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> VegaLiteState: ...
@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    key: Key | None = None,
    max_chars: int | None = None,
    max_upload_size: int | None = None,
    accept_file: Literal[False] = False,
    file_type: str | Sequence[str] | None = None,
    accept_audio: Literal[False] = False,
    audio_sample_rate: int | None = 16000,
    disabled: bool = False,
    submit_mode: SubmitMode = "submit",
    on_submit: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    width: Width = "stretch",
    height: Height = "content",
) -> str | None:
    """Show a field for a message, and return the message in the run that sending it has started.

    In the main part of the page it stays at the bottom, and the page follows what is added; in a
    container it stands where it is called. Enter sends, Shift and Enter begin a new line.

    What the script puts into `st.session_state` under its key before it is called, or in a
    callback, stands in the field then, to be edited and sent.

    Args:
        placeholder: Shown while the field is empty, and said by screen readers.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        max_chars: The greatest length of a message.
        max_upload_size: Megabytes that a file may have; `server.maxUploadSize` without it.
        accept_file: Whether a file can be sent along: True for one, "multiple" for several,
            "directory" for a folder.
        file_type: Which files fit, as for `file_uploader`; all without it.
        accept_audio: Whether a sound can be recorded, and sent.
        audio_sample_rate: How often a second it is measured, as for `audio_input`.
        disabled: Whether it cannot be used.
        submit_mode: What a person can do while the script runs: "submit" the next message, nothing
            ("disable"), or "stop" the run. What the script has not kept by then is lost to the next
            run: see `write_stream`.
        on_submit: A function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        width: "stretch" or pixels.
        height: "content" to grow with the text, "stretch" or pixels.

    Returns:
        The message, in the run that sending it has started; else None. If files or sound can be
        sent, it is a `ChatInputValue`, with `text`, `files` (a list) and `audio` (a file or None).

    Raises:
        StreamlitAPIException: If the callback is a word that only other inputs know, a type is
            empty, or the sample rate is none of those that there are.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If the types are no text, or the size is no number.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        returns: Every message counts: those that come while the script is busy are not merged.

    Example:
        >>> if message := st.chat_input("Ask me anything"):
        ...     st.chat_message("user").write(message)
    """

@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    key: Key | None = None,
    max_chars: int | None = None,
    max_upload_size: int | None = None,
    accept_file: Literal[True, "multiple", "directory"],
    file_type: str | Sequence[str] | None = None,
    accept_audio: bool = False,
    audio_sample_rate: int | None = 16000,
    disabled: bool = False,
    submit_mode: SubmitMode = "submit",
    on_submit: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    width: Width = "stretch",
    height: Height = "content",
) -> ChatInputValue | None: ...
@overload
def chat_input(
    placeholder: str = "Your message",
    *,
    key: Key | None = None,
    max_chars: int | None = None,
    max_upload_size: int | None = None,
    accept_file: AcceptFile = False,
    file_type: str | Sequence[str] | None = None,
    accept_audio: Literal[True],
    audio_sample_rate: int | None = 16000,
    disabled: bool = False,
    submit_mode: SubmitMode = "submit",
    on_submit: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    width: Width = "stretch",
    height: Height = "content",
) -> ChatInputValue | None: ...
@overload
def data_editor(
    data: None,
    *,
    width: Width = "stretch",
    height: Height = "auto",
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    num_rows: NumRows = "fixed",
    disabled: bool | Iterable[str | int] = False,
    key: Key | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    alt: str | None = None,
) -> Any:
    """Show a table that can be edited, and return it as it was edited.

    With a key, `st.session_state` tells what was changed: `edited_rows` by row and column,
    `added_rows` and `deleted_rows`. It cannot be set.

    Args:
        data: Rows and columns in any form that `dataframe` shows.
        width: "stretch", "content" or pixels.
        height: "auto" for up to ten rows, "content" for all, "stretch" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        hide_index: Whether to hide the index; None hides plain numbers where rows can be added or
            deleted.
        column_order: The names of the columns to show, in this order; None for all.
        column_config: How columns are shown and what fits their cells, by name, or by number with
            0 for the index: one of `st.column_config`, a label, or None to hide it. The index is
            "_index".
        num_rows: Whether rows can be added and deleted: "fixed", "dynamic" for both, "add" or
            "delete".
        disabled: Whether nothing can be edited, or the names and numbers of columns that cannot.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to `on_change`, by position.
        kwargs: Passed to `on_change`, by name.
        row_height: The height of a row in pixels.
        placeholder: Shown in place of values that are not there; None for "None".
        alt: What the table shows, for who cannot see it.

    Returns:
        The data as it was edited, of the type that it was passed in: of pandas, Polars, Arrow and
        numpy, lists, tuples, sets and dicts. Anything else is a `pandas.DataFrame`.

    Raises:
        StreamlitAPIException: If `data` has no rows.
        StreamlitDuplicateElementId: If two have equal arguments, and neither has a key.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `column_config` or `disabled` is not said as it must
            be.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueAssignmentNotAllowedError: If the script has set its key.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        data: What a person has entered, and the script has not been given yet, is brought onto
            changed data, row by row. So an editor may be given what it has returned:
            `data = st.data_editor(data)` with `data` in session state keeps every edit.
        key: With `num_rows="fixed"` edits follow the rows by the names that a unique index gives
            them, also when there are more or fewer of them.
        disabled: What a browser sends for a column that is disabled is dropped, as is what does not
            fit its column. A name that differs from one in capitals or spaces alone is that one.

    Example:
        >>> edited = st.data_editor({"name": ["Ada", "Bob"], "age": [36, 41]})
    """

@overload
def data_editor(
    data: _Data,
    *,
    width: Width = "stretch",
    height: Height = "auto",
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    num_rows: NumRows = "fixed",
    disabled: bool | Iterable[str | int] = False,
    key: Key | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    alt: str | None = None,
) -> _Data: ...
@overload
def dataframe(
    data: Any = None,
    width: Width = "stretch",
    height: Height = "auto",
    *,
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    key: Key | None = None,
    on_select: Literal["ignore"] = "ignore",
    selection_mode: SelectionMode | Iterable[SelectionMode] = "multi-row",
    selection_default: Mapping[str, Any] | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> Container:
    """Show a table that can be sorted, searched and selected in.

    Args:
        data: Rows and columns in any form: frames, series and arrays of pandas, Polars, Arrow,
            numpy, DuckDB, Dask, Modin and others, what a Styler of pandas makes of one, cursors of
            databases, dicts, lists, sets, generators; None for an empty table.
        width: "stretch", "content" or pixels.
        height: "auto" for up to ten rows, "content" for all, "stretch" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        hide_index: Whether to hide the index; None hides plain numbers beside what is selected.
        column_order: The names of the columns to show, in this order; None for all.
        column_config: How columns are shown, by name, or by number with 0 for the index: one of
            `st.column_config`, a label, or None to hide it. The index is "_index".
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        selection_mode: What can be selected: "multi-row", "single-row", "single-row-required",
            "multi-column", "single-column", "multi-cell", "single-cell", or a list of them.
        selection_default: What is selected at first, as in session state:
            `{"selection": {"rows": [0]}}`.
        row_height: The height of a row in pixels.
        placeholder: Shown in place of values that are not there; None for "None".
        lazy: True to compute all rows of what has not been computed yet; else its first 10,000.
        alt: What the table shows, for who cannot see it.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.rows`, `.selection.columns`
        and `.selection.cells`.

    Raises:
        StreamlitAPIException: If what session state or `selection_default` selects is no selection.
        StreamlitDataframeConversionError: If `data` has no rows.
        StreamlitIncompatibleParametersError: If only one of something can be selected and several
            too, or there is a selection that nobody asks for.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `column_config` is not said as it must be.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        data: Columns may have the same name, be sparse or have whole numbers of any size; what has
            no type of its own is shown as text. An array may have more than two dimensions.
        lazy: Every table that is not small is fetched as it is shown, with search, selections and
            styles; of a LazyFrame the first rows are shown, unless `lazy` is True.

    Example:
        >>> event = st.dataframe({"name": ["Ada", "Bob"]}, on_select="rerun")
    """

@overload
def dataframe(
    data: Any = None,
    width: Width = "stretch",
    height: Height = "auto",
    *,
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    key: Key | None = None,
    on_select: Callable[..., object] | Literal["rerun"],
    selection_mode: SelectionMode | Iterable[SelectionMode] = "multi-row",
    selection_default: Mapping[str, Any] | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> DataframeState: ...
@overload
def date_input(
    label: str,
    value: dt.date | str = "today",
    min_value: DateLike | None = None,
    max_value: DateLike | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.date:
    """Show a field with a calendar for a day, or for the first and the last day of a range.

    Args:
        label: What to choose, in Markdown.
        value: The day at first: a date, a datetime, text like "2026-02-03", "today" (when it is
            first shown), or None for none. Up to two of them, as a tuple or list, make it a range.
        min_value: The first day there is; else ten years before `value`, or before today.
        max_value: The last day there is; else ten years after `value`, or after today.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        format: How it is written: "YYYY/MM/DD", "DD/MM/YYYY" or "MM/DD/YYYY", or with "." or "-"
            in place of "/".
        disabled: Whether it cannot be used.
        required: Whether it cannot be emptied.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        A date, or None. Of a range a tuple: of one date while only the first is chosen, of none
        while it is empty. A tuple that the script sets its key to makes it a range, too.

    Raises:
        StreamlitInvalidMinMaxError: If the first day is after the last.
        StreamlitInvalidParameterTypeError: If the value or a bound is no date.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueAboveMaxError: If the value is after the last day.
        StreamlitValueBelowMinError: If the value is before the first day.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        value: "today" is the day of the first run, and does not move on under what a person does.

    Example:
        >>> day = st.date_input("Day", min_value="2026-01-01")
    """

@overload
def date_input(
    label: str,
    value: dt.date | str | None,
    min_value: DateLike | None = None,
    max_value: DateLike | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.date | None: ...
@overload
def date_input(
    label: str,
    value: tuple[dt.date | str, ...] | list[dt.date] | list[dt.datetime] | list[str],
    min_value: DateLike | None = None,
    max_value: DateLike | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> tuple[dt.date, ...]: ...
@overload
def datetime_input(
    label: str,
    value: MomentLike = "now",
    min_value: MomentLike | None = None,
    max_value: MomentLike | None = None,
    *,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = dt.timedelta(seconds=900),
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.datetime:
    """Show a field with a calendar for a day and a time, to the minute.

    Args:
        label: What to choose, in Markdown.
        value: The moment at first: a datetime, a date (at midnight), a time (today), text like
            "2026-02-03 12:00", "now" (when it is first shown), or None for none. A time zone is
            left out.
        min_value: The first moment there is: a date is its midnight, a time is on the day of
            `value`, or today; else ten years before `value`, or before today.
        max_value: The last moment there is: a date is its last minute; else ten years after
            `value`, or after today.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        format: How the day is written: "YYYY/MM/DD", "DD/MM/YYYY" or "MM/DD/YYYY", or with "." or
            "-" in place of "/".
        step: What arrow keys change the time by, in seconds or as a timedelta: from one minute to
            23 hours.
        disabled: Whether it cannot be used.
        required: Whether it cannot be emptied.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Raises:
        StreamlitInvalidMinMaxError: If the first moment is after the last.
        StreamlitInvalidParameterTypeError: If the value or a bound is no such moment, or the step
            no time span.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueAboveMaxError: If the value is after the last moment.
        StreamlitValueBelowMinError: If the value is before the first moment.
        StreamlitValueError: If another argument is none of the values it can have.
        StreamlitValueOutOfRangeError: If the step is too short or too long.

    Differs:
        value: "now" is the moment of the first run, and does not move on under what a person does.
        returns: It is a datetime of Python, also if `value` is a timestamp of pandas.

    Example:
        >>> meeting = st.datetime_input("Meeting", "2026-02-03 12:00", format="DD.MM.YYYY")
    """

@overload
def datetime_input(
    label: str,
    value: MomentLike | None,
    min_value: MomentLike | None = None,
    max_value: MomentLike | None = None,
    *,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = dt.timedelta(seconds=900),
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.datetime | None: ...
@overload
def echarts_chart(
    spec: Any,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["ignore"] = "ignore",
    renderer: Renderer = "canvas",
    alt: str | None = None,
) -> Container:
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

@overload
def echarts_chart(
    spec: Any,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Callable[..., object] | Literal["rerun"],
    renderer: Renderer = "canvas",
    alt: str | None = None,
) -> EChartsState: ...
@overload
def file_uploader(
    label: str,
    type: str | Sequence[str] | None = None,
    accept_multiple_files: Literal[False] = False,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
) -> UploadedFile | None:
    """Show a place to upload files to, and return those that are there.

    Files are chosen, dropped or pasted, and sent in parts: what is lost on the way is sent again,
    and nothing of what has arrived. When all are there, the script runs. They stay with the
    session: a refresh, a restart of the server or another process finds them again.

    Args:
        label: What to upload, in Markdown.
        type: Which files fit: an ending like "csv", a MIME type like "image/png" or "image/*", or
            "image", "audio", "video" or "text"; or several of these. None for all. It is checked
            here, too, but a file's name and type are what the browser says: look at its content.
        accept_multiple_files: True for a list of files, "directory" for those of a folder and of
            all below it.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        max_upload_size: Megabytes that a file may have; `server.maxUploadSize` without it.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.

    Returns:
        An `UploadedFile` or None; a list with several files. It is an open binary file, with
        `name`, `type`, `size` and `file_id`, read from disk, and at its beginning in every run.

    Raises:
        StreamlitAPIException: If a type is empty.
        StreamlitInvalidParameterTypeError: If the types are no text, or the size is no number.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueAssignmentNotAllowedError: If the script has set its key.
        StreamlitValueError: If the size is not positive.

    Differs:
        returns: A file is read from disk and cannot be written to. Each run finds it at its
            beginning.

    Example:
        >>> if file := st.file_uploader("Orders", "csv"):
        ...     st.write(file.name, sum(1 for line in file))
    """

@overload
def file_uploader(
    label: str,
    type: str | Sequence[str] | None = None,
    accept_multiple_files: Literal[True, "directory"] = ...,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
) -> list[UploadedFile]: ...
@overload
def link_button(
    label: str,
    url: str,
    *,
    key: Key | None = None,
    on_click: Literal["ignore"] = "ignore",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    help: str | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> Container:
    """Show a button that opens an address in a new tab.

    Args:
        label: Where it leads, in Markdown.
        url: The address: of the web, of this server as "/page", or "mailto:" or "tel:".
        key: Its name in session state; also the CSS class `st-key-<key>`.
        on_click: "ignore", "rerun", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        help: A tooltip beside the label, in Markdown.
        type: "primary", "secondary" or "tertiary".
        icon: An emoji, a symbol like ":material/open_in_new:", or "spinner".
        icon_position: "left" or "right" of the label.
        disabled: Whether it cannot be used.
        use_container_width: Old form of `width`: True for "stretch", False for "content".
        width: "content", "stretch" or pixels.
        shortcut: Keys that press it, like "Ctrl+K".
        wrap: Whether the label may take several lines; None leaves it to the layout.

    Returns:
        True in the run that a press has started, else False; with "ignore", its place.

    Raises:
        StreamlitAPIException: If the icon or the shortcut cannot be used.
        StreamlitInvalidParameterTypeError: If the address is no text.
        StreamlitInvalidURLError: If a link must not lead there, as "javascript:".
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        url: One that no link of a page may lead to, as "javascript:" or "file:", is an error.

    Example:
        >>> st.link_button("Documentation", "https://docs.python.org", icon=":material/book:")
    """

@overload
def link_button(
    label: str,
    url: str,
    *,
    key: Key | None = None,
    on_click: Callable[..., object] | Literal["rerun"] | None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    help: str | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool: ...
@overload
def multiselect(
    label: str,
    options: Iterable[Option],
    default: Any = None,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: Literal[False] = False,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: Width = "stretch",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> list[Option]:
    """Show a list to choose several options from, and return those options.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        default: The options that are chosen at first, or one of them; None for none.
        format_func: Returns the text that stands for an option of this call.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        max_selections: The greatest number of options that can be chosen.
        placeholder: Shown while no option is chosen.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        accept_new_options: Whether a person may enter text that is no option.
        filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None: it does not.
        select_all: Whether the options in sight can be chosen at once: as long as there are no
            more than this number of them, always for True, and never for False.
        width: "stretch" or pixels.
        wrap: Whether what is chosen may take several lines; None leaves it to the layout.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        A list of the options, in the order in which they were chosen: themselves, copies if they
        are containers, and the texts that a person entered.

    Raises:
        StreamlitDefaultNotInOptionsError: If what is chosen at first is no option.
        StreamlitIncompatibleParametersError: If texts are to be entered without typing.
        StreamlitInvalidParameterTypeError: If `select_all` is neither bool nor int,
            `max_selections` no int, or `format_func` no function.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitSelectionCountExceedsMaxError: If more options are chosen, at first or in session
            state, than can be.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.
        filter_mode: Enter takes the best match, not all matches.

    Example:
        >>> toppings = st.multiselect("Toppings", ["olives", "ham", "corn"], max_selections=2)
    """

@overload
def multiselect(
    label: str,
    options: Iterable[Option],
    default: Any = None,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    max_selections: int | None = None,
    placeholder: str | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    accept_new_options: bool,
    filter_mode: FilterMode = "fuzzy",
    select_all: bool | int = 1000,
    width: Width = "stretch",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> list[Option | str]: ...
@overload
def number_input(
    label: str,
    min_value: None = None,
    max_value: None = None,
    value: Literal["min"] = "min",
    step: None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> float:
    """Show a field for a number and return the number.

    It is one of int if value, bounds and step are, else one of float.

    Args:
        label: What it sets, in Markdown.
        min_value: The least number it takes.
        max_value: The greatest number it takes.
        value: The number at first; "min" for `min_value` or zero; None, or nan, for an empty field.
        step: What the buttons add and take away; else 1 or 0.01. With 0 a number can be typed only.
        format: How to show the number, like "%.1f" or "%d".
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        placeholder: Shown while the field is empty.
        disabled: Whether it cannot be used.
        required: Whether it cannot be emptied again.
        label_visibility: "visible", "hidden" or "collapsed".
        icon: An emoji, a symbol like ":material/euro:", or "spinner".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        The number; while the field is empty None, or nan if that is the `value`.

    Raises:
        StreamlitInvalidMinMaxError: If the lower bound is above the upper one.
        StreamlitInvalidNumberFormatError: If the format shows anything but a number.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitJSNumberBoundsError: If a number is too large for a browser, or not finite.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitMixedNumericTypesError: If value, bounds and step are not of one type.
        StreamlitValueAboveMaxError: If the value is above the upper bound.
        StreamlitValueBelowMinError: If the value is below the lower bound.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        value: A field that is emptied gives its last number and shows it again, not its `value`,
            unless that is None.
        returns: It is an int or a float of Python, whatever class the numbers given have.

    Example:
        >>> people = st.number_input("How many people?", 1, 10)
    """

@overload
def number_input(
    label: str,
    min_value: _Number | None = None,
    max_value: _Number | None = None,
    value: _Number | Literal["min"] = "min",
    step: _Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> _Number: ...
@overload
def number_input(
    label: str,
    min_value: None = None,
    max_value: None = None,
    value: Literal["min"] | None = "min",
    step: None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> float | None: ...
@overload
def number_input(
    label: str,
    min_value: _Number | None = None,
    max_value: _Number | None = None,
    value: _Number | Literal["min"] | None = "min",
    step: _Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> _Number | None: ...
@overload
def pills(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: Option,
    required: Literal[True],
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option:
    """Show options as pills to choose from, and return what is chosen.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        selection_mode: "single", or "multi" to choose several.
        default: The option that is chosen at first, or in multi mode several; None for none.
        required: Whether a choice cannot be taken back, in single mode.
        format_func: Returns the text that stands for an option of this call, in Markdown. A symbol
            that it begins with, like ":material/home:", stands before the text as an icon.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "content", "stretch" or pixels.
        wrap: Whether they may take several lines; None leaves it to the layout.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        The option itself, a copy if it is a container, or None; in multi mode a list of options,
        in the order in which they were chosen.

    Raises:
        StreamlitAPIException: If several options are chosen at first in single mode.
        StreamlitDefaultNotInOptionsError: If what is chosen at first is no option.
        StreamlitIncompatibleParametersError: If a choice is required in multi mode.
        StreamlitInvalidParameterTypeError: If `format_func` is no function.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> sides = st.pills("Sides", ["rice", "salad", "bread"], selection_mode="multi")
    """

@overload
def pills(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: object = None,
    required: bool = False,
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | None: ...
@overload
def pills(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: Literal["multi"],
    default: object = None,
    required: Literal[False] = False,
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> list[Option]: ...
@overload
def plotly_chart(
    figure_or_data: Any,
    use_container_width: bool | None = None,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["ignore"] = "ignore",
    selection_mode: ostinato.widgets.plotly_chart.SelectionMode
    | Iterable[ostinato.widgets.plotly_chart.SelectionMode] = ("points", "box", "lasso"),
    config: Mapping[str, Any] | None = None,
    alt: str | None = None,
) -> Container:
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

@overload
def plotly_chart(
    figure_or_data: Any,
    use_container_width: bool | None = None,
    *,
    width: Width = "stretch",
    height: Height = "content",
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Callable[..., object] | Literal["rerun"],
    selection_mode: ostinato.widgets.plotly_chart.SelectionMode
    | Iterable[ostinato.widgets.plotly_chart.SelectionMode] = ("points", "box", "lasso"),
    config: Mapping[str, Any] | None = None,
    alt: str | None = None,
) -> PlotlyState: ...
@overload
def pydeck_chart(
    pydeck_obj: Any = None,
    *,
    width: Width = "stretch",
    use_container_width: bool | None = None,
    height: Height = 500,
    selection_mode: ostinato.widgets.pydeck_chart.SelectionMode = "single-object",
    on_select: Literal["ignore"] = "ignore",
    key: Key | None = None,
    alt: str | None = None,
) -> Container:
    """Draw the layers of a `pydeck.Deck`, on a map or without one.

    Base maps come from where those of `st.map` do. The built-in layers of deck.gl are drawn, in
    its views `MapView`, `OrbitView`, `OrthographicView`, `FirstPersonView` and `GlobeView`, with
    its extensions.

    Args:
        pydeck_obj: The deck; None for a map without layers.
        width: "stretch", "content" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        height: "stretch" or pixels.
        selection_mode: Whether one object can be selected, "single-object", or several,
            "multi-object". Only objects of layers with `pickable=True` can.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        alt: What a screen reader calls it. By default its `description`, or else its layers.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.indices` has for each layer
        the numbers of its rows, by the layer's id, and `.selection.objects` the rows themselves.

    Raises:
        StreamlitAPIException: If it is no deck, or what session state selects is no selection.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If `on_select` or `selection_mode` is none of what it can be.

    Differs:
        pydeck_obj: Base maps of Carto and Mapbox, which need a key or are not for everybody, are
            shown as those of the config, in light or dark as they are. A base map of another host
            is shown if `maps.hosts` of the config names it. Data may be any table.
        on_select: A layer without an id is known by its type and place, such as
            "ScatterplotLayer-0".

    Example:
        >>> st.pydeck_chart(pydeck.Deck(layers=[pydeck.Layer("ScatterplotLayer", cities)]))
    """

@overload
def pydeck_chart(
    pydeck_obj: Any = None,
    *,
    width: Width = "stretch",
    use_container_width: bool | None = None,
    height: Height = 500,
    selection_mode: ostinato.widgets.pydeck_chart.SelectionMode = "single-object",
    on_select: Callable[..., object] | Literal["rerun"],
    key: Key | None = None,
    alt: str | None = None,
) -> PydeckState: ...
@overload
def radio(
    label: str,
    options: Iterable[Option],
    index: int = 0,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Iterable[str | None] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option:
    """Show options to choose one from, and return that option.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        index: Which option is chosen at first; None for none.
        format_func: Returns the text that stands for an option of this call, in Markdown.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        disabled: Whether it cannot be used.
        horizontal: Whether they stand side by side.
        captions: What stands below each option, in Markdown; None for nothing.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "content", "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        The option itself, a copy if it is a container; or None.

    Raises:
        StreamlitInvalidParameterTypeError: If the index is neither int nor None, a caption
            neither text nor None, or `format_func` no function.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.
        StreamlitValueOutOfRangeError: If there is no option at the index.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.

    Example:
        >>> size = st.radio("Size", ["small", "large"], captions=["for one", "for four"])
    """

@overload
def radio(
    label: str,
    options: Iterable[Option],
    index: int | None,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    horizontal: bool = False,
    captions: Iterable[str | None] | None = None,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | None: ...
@overload
def segmented_control(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: Option,
    required: Literal[True],
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option:
    """Show options as the parts of one control to choose from, and return what is chosen.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        selection_mode: "single", or "multi" to choose several.
        default: The option that is chosen at first, or in multi mode several; None for none.
        required: Whether a choice cannot be taken back, in single mode.
        format_func: Returns the text that stands for an option of this call, in Markdown. A symbol
            that it begins with, like ":material/home:", stands before the text as an icon.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "content", "stretch" or pixels.
        wrap: Whether they may take several lines; None leaves it to the layout.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        The option itself, a copy if it is a container, or None; in multi mode a list of options,
        in the order in which they were chosen.

    Raises:
        StreamlitAPIException: If several options are chosen at first in single mode.
        StreamlitDefaultNotInOptionsError: If what is chosen at first is no option.
        StreamlitIncompatibleParametersError: If a choice is required in multi mode.
        StreamlitInvalidParameterTypeError: If `format_func` is no function.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> view = st.segmented_control("View", ["day", "week"], default="day", required=True)
    """

@overload
def segmented_control(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: object = None,
    required: bool = False,
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | None: ...
@overload
def segmented_control(
    label: str,
    options: Iterable[Option],
    *,
    selection_mode: Literal["multi"],
    default: object = None,
    required: Literal[False] = False,
    format_func: Callable[[Option], object] | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "content",
    wrap: bool | None = None,
    bind: Bind = None,
    persist_state: PersistState = None,
) -> list[Option]: ...
@overload
def select_slider(
    label: str,
    options: Iterable[Option],
    value: None = None,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option:
    """Show a slider whose places are options, and return the one that it stands on.

    Args:
        label: What it sets, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        value: An option, or two of them for a range; else the first option.
        format_func: Returns the text that stands for an option of this call, in Markdown.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        The option itself, a copy if it is a container, or a tuple of two for a range. If the script
        set its key, that decides: two options make it a range, one option makes it none.

    Raises:
        StreamlitInvalidParameterTypeError: If `format_func` is no function.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If there is no option.
        StreamlitValueError: If the value is neither an option nor two of them.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.
        value: A tuple that is an option is no range.

    Example:
        >>> low, high = st.select_slider("Size", ["S", "M", "L", "XL"], value=("M", "L"))
    """

@overload
def select_slider(
    label: str,
    options: Iterable[Option],
    value: tuple[Option, Option] | list[Option],
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> tuple[Option, Option]: ...
@overload
def select_slider(
    label: str,
    options: Iterable[Option],
    value: Option,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option: ...
@overload
def selectbox(
    label: str,
    options: Iterable[Option],
    index: int = 0,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: Literal[False] = False,
    filter_mode: FilterMode = "fuzzy",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option:
    """Show a list to choose one option from, and return that option.

    Args:
        label: What to choose, in Markdown.
        options: Any values: a list, an Enum class, an array, a series, the first column of a table.
        index: Which option is chosen at first; None for none.
        format_func: Returns the text that stands for an option of this call.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        placeholder: Shown while no option is chosen.
        disabled: Whether it cannot be used.
        required: Whether a choice cannot be taken back.
        label_visibility: "visible", "hidden" or "collapsed".
        icon: An emoji, a symbol like ":material/palette:", or "spinner".
        accept_new_options: Whether a person may enter text that is no option.
        filter_mode: How typing finds options: "fuzzy", "contains", "prefix", or None: it does not.
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        The option itself, a copy if it is a container; the text a person entered; or None.

    Raises:
        StreamlitIncompatibleParametersError: If texts are to be entered without typing.
        StreamlitInvalidParameterTypeError: If the index is neither int nor None, or
            `format_func` no function.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.
        StreamlitValueOutOfRangeError: If there is no option at the index.

    Differs:
        options: What a key holds finds the option that equals it, of any type, as 2 finds 2.0.

    Example:
        >>> color = st.selectbox("Colour", ["red", "green", "blue"], index=None)
    """

@overload
def selectbox(
    label: str,
    options: Iterable[Option],
    index: int | None,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: Literal[False] = False,
    filter_mode: FilterMode = "fuzzy",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | None: ...
@overload
def selectbox(
    label: str,
    options: Iterable[Option],
    index: int = 0,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool,
    filter_mode: FilterMode = "fuzzy",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | str: ...
@overload
def selectbox(
    label: str,
    options: Iterable[Option],
    index: int | None,
    format_func: Callable[[Option], object] = str,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    accept_new_options: bool,
    filter_mode: FilterMode = "fuzzy",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Option | str | None: ...
@overload
def slider(
    label: str,
    min_value: None = None,
    max_value: int | None = None,
    value: None = None,
    step: Step | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> int:
    """Show a slider and return where it stands.

    Args:
        label: What it sets, in Markdown.
        min_value: The lower bound; else 0, 0.0, midnight, or two weeks before `value`.
        max_value: The upper bound; else 100, 1.0, the end of the day, or two weeks after `value`.
        value: An int, float, date, time or datetime, or two of them for a range; else the
            lower bound. It widens the bounds if it lies outside of them.
        step: The distance between two places; else 1, 0.01, a day or a quarter of an hour.
        format: How to show numbers (like "%.1f", or "percent") or dates (like "DD.MM.YYYY").
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        disabled: Whether it cannot be used.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Returns:
        A value of the type of `value`, or a tuple of them for a range. If the script set its key,
        that decides: two values make it a range, one value makes it none.

    Raises:
        StreamlitInvalidMinMaxError: If the bounds are equal.
        StreamlitInvalidParameterTypeError: If value, bounds and step are not of one type, or the
            script set its key to what is of another.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitJSNumberBoundsError: If a number is too large for a browser, or not finite.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueAboveMaxError: If the script set its key to what is above the upper bound.
        StreamlitValueBelowMinError: If the script set its key to what is below the lower bound.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        returns: It is an int, a float or a date of Python, whatever class the default has.

    Example:
        >>> low, high = st.slider("Price", 0, 500, (50, 200), step=10)
    """

@overload
def slider(
    label: str,
    min_value: _Scalar | None = None,
    max_value: _Scalar | None = None,
    value: _Scalar | None = None,
    step: Step | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> _Scalar: ...
@overload
def slider(
    label: str,
    min_value: _Scalar | None = None,
    max_value: _Scalar | None = None,
    value: tuple[_Scalar, ...] | list[_Scalar] = ...,
    step: Step | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> tuple[_Scalar, _Scalar]: ...
@overload
def text_area(
    label: str,
    value: str | float = "",
    height: AreaHeight = None,
    max_chars: int | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str:
    """Show a field for several lines of text and return the text.

    It is sent when the field loses focus, or by Ctrl+Enter.

    Args:
        label: What to enter, in Markdown.
        value: The text at first; None for an empty field that returns None until it is used.
        height: Pixels, label included; "content" to grow with the text; "stretch" to fill the
            container; None for three lines. A person can pull the lower edge but of the third.
        max_chars: The greatest length of the text.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        placeholder: Shown while the field is empty.
        disabled: Whether it cannot be used.
        required: Whether it cannot be left empty.
        label_visibility: "visible", "hidden" or "collapsed".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        value: A run that ends while somebody types does not replace the text, unless the script has
            set it.

    Example:
        >>> story = st.text_area("Your story", height="content", max_chars=2000)
    """

@overload
def text_area(
    label: str,
    value: object,
    height: AreaHeight = None,
    max_chars: int | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str | None: ...
@overload
def text_input(
    label: str,
    value: str | float = "",
    max_chars: int | None = None,
    key: Key | None = None,
    type: Type = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: str | bool = False,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str:
    """Show a field for one line of text and return the text.

    Args:
        label: What to enter, in Markdown.
        value: The text at first; None for an empty field that returns None until it is used.
        max_chars: The greatest length of the text.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        type: "default", "password", "email", "url", "phone" or "search". The last four bring an
            icon, a placeholder, a check and a way to complete the text, each turned off by "".
        help: A tooltip beside the label, in Markdown.
        autocomplete: How the browser may complete the text, as in HTML.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        placeholder: Shown while the field is empty.
        disabled: Whether it cannot be used.
        required: Whether it cannot be left empty.
        label_visibility: "visible", "hidden" or "collapsed".
        icon: An emoji, a symbol like ":material/search:", or "spinner".
        validate: A regular expression in JavaScript's dialect that must be found in the text, or
            that and what to say if it is not. The browser checks it: check again what matters.
        live: Whether to send the text while it is typed: True, or a pause like "300ms".
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitBadTimeStringError: If the pause is no time.
        StreamlitIncompatibleParametersError: If a password is to be in the address.
        StreamlitInvalidParameterTypeError: If `validate` or `live` is of another type.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.

    Differs:
        value: A run that ends while somebody types does not replace the text, unless the script has
            set it.

    Example:
        >>> name = st.text_input("Your name", max_chars=40)
    """

@overload
def text_input(
    label: str,
    value: object,
    max_chars: int | None = None,
    key: Key | None = None,
    type: Type = "default",
    help: str | None = None,
    autocomplete: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    validate: str | tuple[str, str] | None = None,
    live: str | bool = False,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> str | None: ...
@overload
def time_input(
    label: str,
    value: TimeLike = "now",
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = dt.timedelta(seconds=900),
    format: Format = "24h",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.time:
    """Show a field for a time of day, with a list of times.

    Args:
        label: What to choose, in Markdown.
        value: The time at first: a time, a datetime, text like "12:00", "now" (when it is first
            shown), or None for none.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        help: A tooltip beside the label, in Markdown.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to that function, by position.
        kwargs: Passed to that function, by name.
        disabled: Whether it cannot be used.
        required: Whether it cannot be emptied.
        label_visibility: "visible", "hidden" or "collapsed".
        step: The distance of the times in the list, which arrow keys go by too, in seconds or as
            a timedelta: up to 23 hours. If it is in whole minutes, so are the times.
        format: How it is written: "24h", "12h", or "localized", as the browser's language has it.
        width: "stretch" or pixels.
        bind: "query-params" to have the value in the page's address, too, under its key.
        persist_state: "page" keeps the value while it is not drawn, "session" also on other
            pages of the app.

    Raises:
        StreamlitInvalidParameterTypeError: If the value is no time, or the step no time span.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
            address, without a key.
        StreamlitValueError: If another argument is none of the values it can have.
        StreamlitValueOutOfRangeError: If the step is too short or too long.

    Differs:
        value: "now" is the time of the first run, and does not move on under what a person does.

    Example:
        >>> start = st.time_input("Start", "08:45", step=300)
    """

@overload
def time_input(
    label: str,
    value: TimeLike | None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = dt.timedelta(seconds=900),
    format: Format = "24h",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.time | None: ...
@overload
def vega_lite_chart(
    data: Any = None,
    spec: Mapping[str, Any] | None = None,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Literal["ignore"] = "ignore",
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> Container:
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

@overload
def vega_lite_chart(
    data: Any = None,
    spec: Mapping[str, Any] | None = None,
    *,
    width: Width | None = None,
    height: Height = "content",
    use_container_width: bool | None = None,
    theme: Literal["streamlit"] | None = "streamlit",
    key: Key | None = None,
    on_select: Callable[..., object] | Literal["rerun"],
    selection_mode: str | Iterable[str] | None = None,
    alt: str | None = None,
) -> VegaLiteState: ...
