"""Container: a place on the page that elements are drawn into.

Made by `make generate` from the element functions and tools/overloads.pyi. Do not edit.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, overload

import ostinato.widgets.grid
import ostinato.widgets.plotly_chart
import ostinato.widgets.pydeck_chart
import ostinato.widgets.video
from ostinato.arguments.dates import DateLike, MomentLike, TimeLike
from ostinato.arguments.filtering import FilterMode
from ostinato.arguments.inputs import Arguments, Bind, Key, KeywordArguments, OnChange, PersistState
from ostinato.arguments.named_content import Data
from ostinato.arguments.plots import Color, Stacking, documented_plot
from ostinato.run.navigation import Params
from ostinato.run.openable import Openable
from ostinato.run.page import Page
from ostinato.run.uploaded_file import UploadedFile
from ostinato.tree.node import Node
from ostinato.values.chart_states import EChartsState, PlotlyState, PydeckState, VegaLiteState
from ostinato.values.chat_message import ChatInputValue
from ostinato.values.choice import Option
from ostinato.values.selection import DataframeState
from ostinato.widgets.audio import TYPE
from ostinato.widgets.camera_input import Resolution
from ostinato.widgets.chat_input import AcceptFile, SubmitMode
from ostinato.widgets.container import HorizontalAlignment, VerticalAlignment
from ostinato.widgets.dataframe import SelectionMode
from ostinato.widgets.download_button import OnClick
from ostinato.widgets.echarts_chart import Renderer
from ostinato.widgets.feedback import Ratings
from ostinato.widgets.grid import GridContainer
from ostinato.widgets.heading import Anchor, Divider
from ostinato.widgets.metric import DeltaColor, Figure
from ostinato.widgets.skeleton import SkeletonPlaceholder
from ostinato.widgets.slider import Step
from ostinato.widgets.space import Size
from ostinato.widgets.status import State, StatusContainer
from ostinato.widgets.text_area import AreaHeight
from ostinato.widgets.text_input import Type
from ostinato.widgets.time_input import Format
from ostinato.widgets.toast import Duration, ToastHandle
from ostinato.widgets.write_stream import Stream
from ostinato.wire.frames import NumRows
from ostinato.wire.props import Alignment, Gap, Height, LabelVisibility, Width

_Number = TypeVar("_Number", int, float)
_Data = TypeVar("_Data")
_Scalar = TypeVar("_Scalar", int, float, dt.datetime, dt.date, dt.time)
F = TypeVar("F", bound=Callable[..., Any])
SELDOM: Mapping[str, str]
elements: Mapping[str, Callable[..., Any]]

def element(function: F) -> F:
    """Register an element function, so that containers have it as a method."""

class Container:
    """A place on the page: draw into it with `with`, or call any element as its method.

    What an element function returns for an element without a value is one too: drawing into it
    again replaces the element.

    Example:
        >>> left, right = st.columns(2)
        >>> left.write("on the left")
        >>> with right:
        ...     st.write("on the right")
    """

    node: Node | None

    def __init__(self, node: Node | None, root: str = "") -> None: ...
    def __enter__(self) -> Self:
        """Draw all that follows in here."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Draw all that follows where it was drawn before."""

    @overload
    def altair_chart(
        self,
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
        self,
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
    @documented_plot
    def area_chart(
        self,
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
            x: The column of the places; by default the index.
            y: The column or columns of the values; by default all others that have numbers.
            x_label: What stands at the x axis; by default the name of the column.
            y_label: What stands at the y axis; by default the name of the column.
            color: The color of all, a list of colors, one for each column of values, or the column that
                tells series apart: each of its values has a color, or is one. A color is "#ffaa00",
                "#ffaa0088", a tuple of red, green, blue and perhaps opacity, or one of "red", "orange",
                "yellow", "green", "blue", "violet", "gray" and "primary".
            stack: True to put areas on top of one another, "normalize" for their shares of 100 percent,
                "center" for a stream around the middle; False or None to lay them over one another.
            width: "stretch", "content" or pixels.
            height: "content" for 350 pixels, "stretch" or pixels.
            use_container_width: Deprecated: True is `width="stretch"`.
            alt: What the chart shows, for who cannot see it; by default a sentence of what is drawn.

        Returns:
            Its place.

        Raises:
            StreamlitAPIException: If there is no such column, or its values cannot be drawn.
            StreamlitDataframeConversionError: If `data` has no rows.
            StreamlitInvalidColorError: If something is no color, or there are not as many as columns.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If a column is not said by its name.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If `stack` is none of the ways.

        Differs:
            y: Without it, columns of texts are left out: they have no height. Series have the order of
                the columns.
            data: Of many points those are drawn that can be seen; all are in the table behind it.

        Example:
            >>> st.area_chart({"day": [1, 2, 3], "paid": [3, 5, 2], "free": [9, 7, 8]}, x="day")
        """

    def audio(
        self,
        data: Any,
        format: str = TYPE,
        start_time: float | timedelta | str | None = 0,
        *,
        sample_rate: int | None = None,
        end_time: float | timedelta | str | None = None,
        loop: bool = False,
        autoplay: bool = False,
        alt: str | None = None,
        width: Width = "stretch",
    ) -> Container:
        """Show a player for sound.

        Where a person has come to in it stays over reruns and refreshes.

        Args:
            data: An address, the path of a file, its bytes, an open file, or an array of NumPy with
                samples, or with a row of them for each channel. None is nothing to play.
            format: The MIME type of what the file or bytes hold, for those that do not say it.
            start_time: From when it plays: seconds, text like "1m14s", or a `timedelta`.
            sample_rate: How many samples a second of the array has.
            end_time: When it stops.
            loop: Whether it then begins anew.
            autoplay: Whether it plays at once. Browsers allow that after a person has done something.
            alt: What a screen reader calls it.
            width: "stretch" or pixels.

        Raises:
            StreamlitAPIException: If there is no such file, the array is no sound, or a time is none.
            StreamlitInvalidParameterTypeError: If it is nothing that can be played.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If an array comes without `sample_rate`.
            StreamlitValueError: If the sample rate is none.

        Differs:
            start_time: Fractions of a second count.
            end_time: Likewise.
            data: An array has at most 32 channels.

        Example:
            >>> st.audio("https://example.com/song.mp3", alt="A song")
        """

    def audio_input(
        self,
        label: str,
        *,
        sample_rate: int | None = 16000,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "stretch",
    ) -> UploadedFile | None:
        """Show a microphone, and return what a person records.

        The browser asks the person whether the page may listen, and only does so on a page that came by
        HTTPS or is of this machine.

        Args:
            label: What to record, in Markdown.
            sample_rate: How often a second the sound is measured: 8000, 11025, 16000 (for speech),
                22050, 24000, 32000, 44100 or 48000; None for what the browser does by itself.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            disabled: Whether it cannot be used.
            label_visibility: "visible", "hidden" or "collapsed".
            width: "stretch" or pixels.

        Returns:
            The recording as an `UploadedFile`, a WAV file; None without one.

        Raises:
            StreamlitAPIException: If the rate is none of these.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueAssignmentNotAllowedError: If the script has set its key.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> if note := st.audio_input("A note"):
            ...     st.write(note.size, "bytes")
        """

    def badge(
        self,
        label: str,
        *,
        icon: str | None = None,
        color: str = "blue",
        width: Width = "content",
        help: str | None = None,
    ) -> Container:
        """Show a word or two on a coloured ground.

        It is the same as `:blue-badge[label]` in Markdown, where several can stand side by side.

        Args:
            label: What it says, in Markdown; brackets stand for themselves.
            icon: An emoji, or a symbol like ":material/check:".
            color: "red", "orange", "yellow", "blue", "green", "violet", "gray" or "primary".
            width: "content", "stretch" or pixels, of the place that it stands in.
            help: A tooltip, in Markdown.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidParameterTypeError: If the label is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such color.

        Example:
            >>> st.badge("Checked", icon=":material/check:", color="green")
        """

    def balloons(self) -> None:
        """Let balloons fly across the page, once.

        Whoever has asked their system for less motion sees none.

        Differs:
            balloons: No reconnect and no refresh repeats them; who wants no motion sees none.

        Example:
            >>> if st.button("Celebrate"):
            ...     st.balloons()
        """

    @documented_plot
    def bar_chart(
        self,
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
            x: The column of the places; by default the index.
            y: The column or columns of the values; by default all others that have numbers.
            x_label: What stands at the x axis; by default the name of the column.
            y_label: What stands at the y axis; by default the name of the column.
            color: The color of all, a list of colors, one for each column of values, or the column that
                tells series apart: each of its values has a color, or is one. A color is "#ffaa00",
                "#ffaa0088", a tuple of red, green, blue and perhaps opacity, or one of "red", "orange",
                "yellow", "green", "blue", "violet", "gray" and "primary".
            horizontal: Whether bars go from left to right.
            sort: The order of the bars: True by name, False as they come, or a column to sort by, from
                the greatest on with "-" before its name.
            stack: True or None to put bars on top of one another, False side by side, "layered" one
                before the other, "normalize" for shares of 100 percent, "center" around the middle.
            width: "stretch", "content" or pixels.
            height: "content" for 350 pixels, "stretch" or pixels.
            use_container_width: Deprecated: True is `width="stretch"`.
            alt: What the chart shows, for who cannot see it; by default a sentence of what is drawn.

        Returns:
            Its place.

        Raises:
            StreamlitAPIException: If there is no such column, or its values cannot be drawn.
            StreamlitDataframeConversionError: If `data` has no rows.
            StreamlitInvalidColorError: If something is no color, or there are not as many as columns.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If a column is not said by its name.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If `stack` is none of the ways, or `sort` is no order.

        Differs:
            y: Without it, columns of texts are left out: they have no height. Series have the order of
                the columns.
            data: Of many points those are drawn that can be seen; all are in the table behind it.
            color: Rows with the same place and color are one bar: their sum.

        Example:
            >>> st.bar_chart({"fruit": ["fig", "pear"], "kilos": [3, 5]}, x="fruit", sort="-kilos")
        """

    def button(
        self,
        label: str,
        key: Key | None = None,
        help: str | None = None,
        on_click: Callable[..., object] | None = None,
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        type: Literal["primary", "secondary", "tertiary"] = "secondary",
        icon: str | None = None,
        icon_position: Literal["left", "right"] = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """Show a button and return whether it was pressed for this run.

        Args:
            label: What pressing it does, in Markdown.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_click: A function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            type: "primary", "secondary" or "tertiary".
            icon: An emoji, a symbol like ":material/send:", or "spinner".
            icon_position: "left" or "right" of the label.
            disabled: Whether it cannot be used.
            use_container_width: Old form of `width`: True for "stretch", False for "content".
            width: "content", "stretch" or pixels.
            shortcut: Keys that press it, like "Ctrl+K".
            wrap: Whether the label may take several lines; None leaves it to the layout.

        Returns:
            True in the run that a press has started, else False.

        Raises:
            StreamlitAPIException: If the icon, the shortcut or the callback cannot be used.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.

        Differs:
            returns: Every press counts: those that come while the script is busy are not merged.

        Example:
            >>> if st.button("Say hello", type="primary"):
            ...     st.write("Hello!")
        """

    def camera_input(
        self,
        label: str,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        resolution: Resolution = None,
        width: Width = "stretch",
    ) -> UploadedFile | None:
        """Show what a camera sees, and return the photo that a person takes.

        The browser asks the person whether the page may use the camera, and only does so on a page that
        came by HTTPS or is of this machine.

        Args:
            label: What to take a photo of, in Markdown.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            disabled: Whether it cannot be used.
            label_visibility: "visible", "hidden" or "collapsed".
            resolution: "480p", "720p" or "1080p", which the camera is asked for; it gives what is
                nearest. None for what fits the size on the page.
            width: "stretch" or pixels.

        Returns:
            The photo as an `UploadedFile`, a JPEG; None without one.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueAssignmentNotAllowedError: If the script has set its key.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> if photo := st.camera_input("Your receipt"):
            ...     st.write(photo.size, "bytes")
        """

    def caption(
        self,
        body: object,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container:
        """Show small text: a note, a source, the legend of a picture.

        Args:
            body: The text, in Markdown.
            unsafe_allow_html: Whether to render HTML in the text; scripts never run.
            help: A tooltip beside the text, in Markdown.
            width: "stretch", "content" or pixels.
            text_alignment: "left", "center", "right" or "justify".
            wrap: Whether the text may take several lines.

        Raises:
            StreamlitIncompatibleParametersError: If HTML is to stay on one line.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such alignment.

        Example:
            >>> st.caption("Source: our own figures")
        """

    @overload
    def chat_input(
        self,
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
        self,
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
        self,
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
    def chat_message(self, name: str, *, avatar: Any = None, width: Width = "stretch") -> Container:
        """Make a place for a message of a conversation.

        Args:
            name: Who says it: "user", "human", "assistant" and "ai" have pictures of their own; any
                other name is shown by its first letter. Screen readers say it.
            avatar: An emoji, a symbol like ":material/face:", one of the names that have their own, or
                a picture: its address, its file or bytes, an SVG as text, an array of NumPy, or a PIL
                image.
            width: "stretch", "content" or pixels.

        Returns:
            The container: use it in a `with` statement, or call elements as its methods.

        Raises:
            StreamlitAPIException: If the avatar is none of these, or there is no such file.
            StreamlitInvalidParameterTypeError: If the name is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the name is None.

        Example:
            >>> with st.chat_message("assistant"):
            ...     st.write("What can I do for you?")
        """

    def checkbox(
        self,
        label: str,
        value: bool = False,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> bool:
        """Show a checkbox and return whether it is ticked.

        Args:
            label: What ticking it says, in Markdown.
            value: Whether it is ticked at first.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            disabled: Whether it cannot be used.
            label_visibility: "visible", "hidden" or "collapsed".
            width: "content", "stretch" or pixels.
            wrap: Whether the label may take several lines; None leaves it to the layout.
            bind: "query-params" to have the value in the page's address, too, under its key.
            persist_state: "page" keeps the value while it is not drawn, "session" also on other
                pages of the app.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> if st.checkbox("Show details"):
            ...     st.write("Here they are")
        """

    def code(
        self,
        body: object,
        language: str | None = "python",
        *,
        line_numbers: bool = False,
        wrap_lines: bool = False,
        height: Height | None = "content",
        width: Width = "stretch",
    ) -> Container:
        """Show a block of code, with its syntax in colour and a button to copy it.

        Args:
            body: The code.
            language: The language it is written in; None for plain text.
            line_numbers: Whether to number the lines.
            wrap_lines: Whether to wrap long lines.
            height: "content", "stretch" or pixels; beyond a fixed height the block scrolls.
            width: "stretch", "content" or pixels.

        Raises:
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If the language is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.code("SELECT name FROM people", language="sql")
        """

    def color_picker(
        self,
        label: str,
        value: str | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> str:
        """Show a colour that a person can change, and return it.

        Args:
            label: What has that colour, in Markdown.
            value: The colour at first, like "#00ffaa" or "#0fa"; else black.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            disabled: Whether it cannot be used.
            label_visibility: "visible", "hidden" or "collapsed".
            width: "content", "stretch" or pixels.
            bind: "query-params" to have the value in the page's address, too, under its key.
            persist_state: "page" keeps the value while it is not drawn, "session" also on other
                pages of the app.

        Returns:
            A colour like "#00ffaa".

        Raises:
            StreamlitAPIException: If the value is no such colour.
            StreamlitInvalidParameterTypeError: If the value is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> color = st.color_picker("Line", "#0b756c")
        """

    def columns(
        self,
        spec: int | Iterable[int | float],
        *,
        gap: Gap = "small",
        vertical_alignment: Literal["top", "center", "bottom"] = "top",
        border: bool = False,
        width: Width = "stretch",
        wrap: bool = True,
    ) -> list[Container]:
        """Make containers side by side.

        Args:
            spec: How many of equal width, or the relative width of each.
            gap: The space between them: a word from "xxsmall" to "xxlarge", pixels, or None.
            vertical_alignment: "top", "center" or "bottom".
            border: Whether to draw a border around each.
            width: "stretch" or pixels, for all together.
            wrap: Whether they may stand below one another on a narrow screen.

        Returns:
            The columns, from left to right.

        Raises:
            StreamlitInvalidColumnSpecError: If there is no column, or a width is not positive or
                not finite.
            StreamlitInvalidParameterTypeError: If `spec` is neither a count nor widths.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> left, right = st.columns([2, 1])
            >>> left.write("Two thirds")
        """

    def container(
        self,
        *,
        border: bool | None = None,
        key: Key | None = None,
        width: Width = "stretch",
        height: Height = "content",
        horizontal: bool = False,
        wrap: bool = True,
        horizontal_alignment: HorizontalAlignment = "left",
        vertical_alignment: VerticalAlignment = "top",
        gap: Gap = "small",
        autoscroll: bool | None = None,
    ) -> Container:
        """Make a place for elements, which may be drawn into it at any time.

        Args:
            border: Whether to draw a border; None for a border only around a fixed height.
            key: A name that stays the same; also the CSS class `st-key-<key>`.
            width: "stretch", "content" or pixels.
            height: "content", "stretch" or pixels; beyond a fixed height the container scrolls.
            horizontal: Whether the elements stand side by side.
            wrap: Whether elements side by side may go on in a further row.
            horizontal_alignment: "left", "center", "right" or "distribute".
            vertical_alignment: "top", "center", "bottom" or "distribute".
            gap: The space between elements: a word from "xxsmall" to "xxlarge", pixels, or None.
            autoscroll: Whether a container of fixed height follows what is added to it; None for where
                chat messages are in it.

        Returns:
            The container: use it in a `with` statement, or call elements as its methods.

        Raises:
            StreamlitIncompatibleParametersError: If one row is asked for without `horizontal`.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> with st.container(horizontal=True):
            ...     st.button("Yes")
            ...     st.button("No")
        """

    @overload
    def data_editor(
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
    def divider(self, *, width: Width = "stretch") -> Container:
        """Show a horizontal rule.

        Args:
            width: "stretch" or pixels.

        Raises:
            StreamlitInvalidWidthError: If the width is neither.

        Example:
            >>> st.divider()
        """

    def download_button(
        self,
        label: str,
        data: Data | Callable[[], Data],
        file_name: str | None = None,
        mime: str | None = None,
        key: Key | None = None,
        help: str | None = None,
        on_click: OnClick = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        type: Literal["primary", "secondary", "tertiary"] = "secondary",
        icon: str | None = None,
        icon_position: Literal["left", "right"] = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """Show a button that saves a file, and return whether it was pressed for this run.

        Args:
            label: What is saved, in Markdown.
            data: What the file is made of: text, bytes, an open file, or a path. Or a function that
                returns one of these: it is called when the button is pressed, in a thread of its own,
                so that neither a run nor the page waits for it.
            file_name: How the file is called; without it, as `data` is, or "download".
            mime: Its media type, as "text/csv"; without it, what the name of an open file says, or
                "text/plain" for text and "application/octet-stream" for bytes.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_click: "rerun", "ignore" to save the file only, or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            type: "primary", "secondary" or "tertiary".
            icon: An emoji, a symbol like ":material/send:", or "spinner".
            icon_position: "left" or "right" of the label.
            disabled: Whether it cannot be used.
            use_container_width: Old form of `width`: True for "stretch", False for "content".
            width: "content", "stretch" or pixels.
            shortcut: Keys that press it, like "Ctrl+K".
            wrap: Whether the label may take several lines; None leaves it to the layout.

        Returns:
            True in the run that a press has started, else False.

        Raises:
            StreamlitAPIException: If the data, the icon or the shortcut cannot be used.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If `on_click` is neither a word nor a function.

        Differs:
            data: Paths, `bytearray` and `memoryview` are taken, too. A function is told of what was
                entered before the press. What it makes is saved once, also if the connection was lost
                or the server ended meanwhile; what it raises stands below the button.
            mime: The end of a name will do, as "csv".

        Example:
            >>> st.download_button("Save the numbers", "1,2,3", "numbers.csv", "text/csv")
        """

    @overload
    def echarts_chart(
        self,
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
        self,
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
    def empty(self) -> Container:
        """Make a place for one element: whatever is drawn into it replaces what was there.

        Returns:
            The place: call elements as its methods; `place.empty()` clears it.

        Example:
            >>> place = st.empty()
            >>> place.text("Wait ...")
            >>> place.text("Done")
        """

    def error(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container:
        """Show a box that says what went wrong.

        Args:
            body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
            icon: An emoji, a symbol like ":material/error:", or "spinner"; "" for none at all.
            width: "stretch" or pixels.
            title: A line above the text, in Markdown.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.error("The file could not be read", icon="🔥")
        """

    def exception(self, exception: BaseException, width: Width = "stretch") -> Container:
        """Show an exception: its type, its message, and the lines of the script it came through.

        Args:
            exception: The exception.
            width: "stretch" or pixels.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> try:
            ...     load()
            ... except OSError as error:
            ...     st.exception(error)
        """

    def expander(
        self,
        label: str,
        expanded: bool = False,
        *,
        key: Key | None = None,
        icon: str | None = None,
        type: Literal["default", "compact", "step"] = "default",
        width: Width = "stretch",
        on_change: OnChange = "ignore",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        bind: Bind = None,
    ) -> Openable:
        """Make a place for elements that opens and closes below its label.

        Which is open outlasts reruns and refreshes. The script knows of it only if it asks: by
        `on_change`, or by `bind`.

        Args:
            label: What is in it, in Markdown.
            expanded: Whether it is open at first; when the script changes it, it opens or closes.
            key: Its name in session state, if the script asks; also the CSS class `st-key-<key>`.
            icon: An emoji, a symbol like ":material/info:", or "spinner".
            type: "default", "compact" without a frame, or "step" of a timeline.
            width: "stretch" or pixels.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            bind: "query-params" to have the value in the page's address, too, under its key.

        Returns:
            The container: use it in a `with` statement, or call elements as its methods. Its `open` is
            None if the script does not ask.

        Raises:
            StreamlitAPIException: If the icon cannot be used.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If another argument is none of the values it can have.

        Differs:
            expanded: What a person has opened stays so over a refresh.

        Example:
            >>> with st.expander("How it is computed"):
            ...     st.write("Slowly, but surely.")
        """

    def feedback(
        self,
        options: Ratings = "thumbs",
        *,
        key: Key | None = None,
        default: int | None = None,
        disabled: bool = False,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        width: Width = "content",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> int | None:
        """Show icons to rate something by, and return the rating.

        Args:
            options: "thumbs", "faces" or "stars".
            key: Its name in session state; also the CSS class `st-key-<key>`.
            default: The rating at first; None for none.
            disabled: Whether it cannot be used.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            width: "content", "stretch" or pixels.
            bind: "query-params" to have the value in the page's address, too, under its key.
            persist_state: "page" keeps the value while it is not drawn, "session" also on other
                pages of the app.

        Returns:
            0 for the thumb that is down and 1 for the one that is up, a number from 0 to 4 for five
            faces or stars, or None. A person takes a rating back by choosing it again.

        Raises:
            StreamlitInvalidParameterTypeError: If the default is neither int nor None.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If another argument is none of the values it can have.
            StreamlitValueOutOfRangeError: If there is no such rating.

        Example:
            >>> if (stars := st.feedback("stars")) is not None:
            ...     st.write(f"{stars + 1} of 5: thank you!")
        """

    @overload
    def file_uploader(
        self,
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
        self,
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
    def form(
        self,
        key: str,
        clear_on_submit: bool = False,
        *,
        enter_to_submit: bool = True,
        border: bool = True,
        width: Width = "stretch",
        height: Height = "content",
    ) -> Container:
        """Make a place for inputs that are submitted together.

        What is entered in it reaches the script when one of its submit buttons is pressed, all at once.
        Until then it is kept by the browser, over reruns, refreshes and any end of the server. Inputs
        in it have no callbacks, and the only buttons in it are `form_submit_button`.

        Args:
            key: A name that no other form of the page has.
            clear_on_submit: Whether its inputs go back to their defaults when the script has seen what
                was submitted. If the script fails, they stay as they are.
            enter_to_submit: Whether Enter in a field presses the first submit button, and Ctrl or Cmd
                and Enter where there are several lines.
            border: Whether to draw a border.
            width: "stretch", "content" or pixels.
            height: "content", "stretch" or pixels; beyond a fixed height the form scrolls.

        Returns:
            The container: use it in a `with` statement, or call elements as its methods.

        Raises:
            StreamlitDuplicateElementKey: If another form of this run has the key.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidLayoutContextError: If it would stand in another form.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueAssignmentNotAllowedError: If the script set the key in session state.
            StreamlitValueError: If there is no key.

        Differs:
            form: What is half filled outlasts a refresh, and any end of the server.
            clear_on_submit: Values are reset in session state, too; a run that fails or is stopped
                resets nothing.

        Example:
            >>> with st.form("guest", clear_on_submit=True):
            ...     name = st.text_input("Name")
            ...     if st.form_submit_button("Add"):
            ...         st.write("Welcome", name)
        """

    def form_submit_button(
        self,
        label: str = "Submit",
        help: str | None = None,
        on_click: Callable[..., object] | None = None,
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        key: Key | None = None,
        type: Literal["primary", "secondary", "tertiary"] = "secondary",
        icon: str | None = None,
        icon_position: Literal["left", "right"] = "left",
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        shortcut: str | None = None,
        wrap: bool | None = None,
    ) -> bool:
        """Show a button that submits the form around it, and return whether it was for this run.

        All that has changed in the form is in its values and in session state by then, also for the
        callback. What the browser knows to be wrong, as an empty field that is required, is not
        submitted.

        Args:
            label: What pressing it does, in Markdown.
            help: A tooltip beside the label, in Markdown.
            on_click: A function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            key: Its name in session state; also the CSS class `st-key-<key>`. Without one it is made of
                the key of the form and the label.
            type: "primary", "secondary" or "tertiary".
            icon: An emoji, a symbol like ":material/send:", or "spinner".
            icon_position: "left" or "right" of the label.
            disabled: Whether it cannot be used.
            use_container_width: Old form of `width`: True for "stretch", False for "content".
            width: "content", "stretch" or pixels.
            shortcut: Keys that press it, like "Ctrl+K".
            wrap: Whether the label may take several lines; None leaves it to the layout.

        Returns:
            True in the run that a press has started, else False.

        Raises:
            StreamlitAPIException: If the icon, the shortcut or the callback cannot be used.
            StreamlitInvalidLayoutContextError: If it is not in a form.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.

        Differs:
            returns: Every press counts: those that come while the script is busy are not merged.

        Example:
            >>> with st.form("order"):
            ...     count = st.slider("How many", 1, 10)
            ...     if st.form_submit_button("Order", type="primary"):
            ...         st.write("Ordered", count)
        """

    def graphviz_chart(
        self,
        figure_or_dot: Any,
        use_container_width: bool | None = None,
        *,
        width: Width = "content",
        height: Height = "content",
        alt: str | None = None,
    ) -> Container:
        """Draw a graph that is described in DOT, the language of Graphviz.

        It is laid out in the browser, beside the page, by the engine that the graph names. What has no
        colour of its own has those of the page. A text that is no graph is answered by a message with
        the line. See https://graphviz.org/doc/info/lang.html.

        Args:
            figure_or_dot: The description, or a `Graph`, `Digraph` or `Source` of the package
                graphviz, which need not be installed for a text.
            use_container_width: Deprecated: True is `width="stretch"`, False is `width="content"`.
            width: "content" for as large as it is, "stretch" for as wide as its place, or pixels;
                smaller where there is less room.
            height: "content" for as high as it is, "stretch" for as high as its place, or pixels, in
                which what is higher is scrolled.
            alt: What a screen reader calls it. By default the label or the name of the graph, and how
                many nodes and edges it has.

        Raises:
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If it is neither a text nor a graph.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If the graph names an engine that there is not.

        Differs:
            figure_or_dot: Colours that the graph does not name follow the theme. Links open in a new
                tab, and lead only to pages and mail.

        Example:
            >>> st.graphviz_chart("digraph { Script -> Page -> Person -> Script }")
        """

    def grid(
        self,
        columns: Literal["auto"] | int = "auto",
        *,
        min_column_width: Literal["auto"] | int = "auto",
        wrap: bool = True,
        gap: Gap | tuple[Gap, Gap] | list[Gap] = "small",
        vertical_alignment: ostinato.widgets.grid.Alignment = "top",
        border: bool = False,
        row_height: Literal["content"] | int = "content",
        width: Width = "stretch",
        height: Height = "content",
        key: Key | None = None,
        dense: bool = False,
    ) -> GridContainer:
        """Make a place where each element is a cell, with as many side by side as there is room for.

        Args:
            columns: How many stand side by side at most, up to 24; "auto" for as many as fit.
            min_column_width: How wide each is at least, in pixels; "auto" for about 200.
            wrap: Whether fewer stand side by side where there is less room; else the grid scrolls.
            gap: The space between cells: a word from "xxsmall" to "xxlarge", pixels, or None; or two of
                them, for rows and for columns.
            vertical_alignment: "top", "center" or "bottom", in each cell.
            border: Whether to draw a border around each cell.
            row_height: The height of each row in pixels, beyond which a cell scrolls; or "content".
            width: "stretch" or pixels.
            height: "content", "stretch" or pixels; beyond a fixed height the grid scrolls.
            key: A name that stays the same; also the CSS class `st-key-<key>`.
            dense: Whether later cells fill the holes that larger ones leave.

        Returns:
            The grid: call elements as its methods, or `cell` for a cell that holds several.

        Raises:
            StreamlitIncompatibleParametersError: If it is not to wrap, whatever the count of columns.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If a count is none.
            StreamlitInvalidWidthError: If the width is neither "stretch" nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.
            StreamlitValueOutOfRangeError: If there are no columns, or too many.

        Example:
            >>> grid = st.grid(4, border=True)
            >>> for number in range(8):
            ...     grid.write(f"Card {number}")
        """

    def header(
        self,
        body: object,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        divider: Divider = False,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container:
        """Show the heading of a section.

        Args:
            body: The text, in Markdown.
            anchor: The name in the page's address that leads here; False for no link.
            help: A tooltip beside the text, in Markdown.
            icon: An emoji, a symbol like ":material/home:", or "spinner".
            divider: A line below in this colour; True takes the next colour each time.
            width: "stretch", "content" or pixels.
            text_alignment: "left", "center", "right" or "justify".
            wrap: Whether the text may take several lines.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidParameterTypeError: If the anchor is neither text, None nor False.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such alignment or colour.

        Example:
            >>> st.header("Rain", divider="blue")
        """

    def help(self, obj: object = ..., *, width: Width = "stretch") -> Container:
        """Show what an object is: its name, type, signature or value, docstring and members.

        Args:
            obj: Any object; left out, this package.
            width: "stretch" or pixels.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Differs:
            obj: Its text shows no address in memory.

        Example:
            >>> st.help(sorted)
        """

    def html(
        self, body: object, *, width: Width = "stretch", unsafe_allow_javascript: bool = False
    ) -> Container:
        """Put HTML into the page.

        It is cleaned of all that could run. A style sheet applies to the whole page, and takes no room
        if there is nothing else. `iframe` shows HTML apart from the page, with scripts of any site.

        Args:
            body: HTML; the `Path` of a file with HTML, or with CSS if its name ends in ".css"; or an
                object with `_repr_html_`.
            width: "stretch", "content" or pixels.
            unsafe_allow_javascript: Whether scripts in the HTML run, in the page. Those of other sites
                are not loaded. Never do this with text that others have written.

        Raises:
            OSError: If the file cannot be read.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If there is no text.

        Differs:
            body: `@import` and fonts of other sites have no effect.
            unsafe_allow_javascript: Scripts of other sites are not loaded, and the page says so.

        Example:
            >>> st.html("<p style='text-align: right'>on the right</p>")
        """

    def iframe(
        self,
        src: str | Path,
        *,
        width: Width = "stretch",
        height: Height = "content",
        tab_index: int | None = None,
        alt: str | None = None,
    ) -> Container:
        """Show another page in a frame.

        Scripts in it run, but cannot reach the page of the app, nor act for the person who uses it.

        Args:
            src: An address that begins with "http://", "https://", "data:" or "/"; the `Path` of a
                file; or HTML.
            width: "stretch", "content" or pixels.
            height: "content", "stretch" or pixels. "content" is as high as what HTML has to show, and
                400 pixels for an address, of which nobody can know.
            tab_index: Where it stands in the order of the Tab key; -1 leaves it out.
            alt: What a screen reader calls it.

        Raises:
            StreamlitAPIException: If the file cannot be read.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If `src` is neither text nor a path, or the tab index no
                int.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If the tab index is below -1.

        Differs:
            src: HTML has an origin of its own: `localStorage` and `window.parent.document` are out of
                reach.

        Example:
            >>> st.iframe("https://www.openstreetmap.org/export/embed.html", height=300)
        """

    def image(
        self,
        image: Any,
        caption: str | Sequence[str | None] | None = None,
        width: Width = "content",
        clamp: bool = False,
        channels: Literal["RGB", "BGR"] = "RGB",
        output_format: Literal["JPEG", "PNG", "auto"] = "auto",
        *,
        use_container_width: bool | None = None,
        link: str | None = None,
        use_column_width: Literal["auto", "always", "never"] | bool | None = None,
        alt: str | Sequence[str | None] | None = None,
    ) -> Container:
        """Show a picture, or several in rows.

        Room for it is there before it is, and one below the window is loaded when it is near.

        Args:
            image: An address, the path of a file, its bytes, an open file, an SVG as text, an array of
                NumPy with a row of pixels after the other, each one number or 3 or 4 of them, or an
                image of PIL; or a list of these. An array of floats is from 0 to 1, one of ints from 0
                to 255.
            caption: What stands below it, in Markdown; a list for several.
            width: "content" for as wide as it is, "stretch" or pixels; never wider than its place.
            clamp: Whether pixels of an array that are out of bounds are the nearest that are not.
            channels: "RGB", or "BGR" for an array in which blue comes first, as OpenCV's do.
            output_format: How arrays and images of PIL travel: "PNG" loses nothing, "JPEG" is small
                for photos, and needs Pillow. "auto" is PNG but for images of PIL without transparency.
            use_container_width: Deprecated: `width="stretch"` is what True meant.
            link: Where a press on the picture leads, if there is one picture.
            use_column_width: Deprecated: `width="stretch"` is what "always" meant.
            alt: What a screen reader says in place of it; a list for several. By default that is the
                caption.

        Raises:
            StreamlitAPIException: If it is no picture, there is no such file, or there are more or
                fewer captions than pictures.
            StreamlitInvalidParameterTypeError: If the link is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If `channels`, `output_format` or `use_column_width` is none of the
                words it can be.

        Differs:
            image: In an array of bools, True is white. A picture may be 65,535 pixels wide and high.
            output_format: "auto" makes a PNG of an array: nothing is lost, and Pillow is not needed.
            use_column_width: What is no word of it is refused.
            channels: Likewise.

        Example:
            >>> st.image("https://static.streamlit.io/examples/cat.jpg", caption="A cat", alt="A cat")
        """

    def info(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container:
        """Show a box that says what is good to know.

        Args:
            body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
            icon: An emoji, a symbol like ":material/info:", or "spinner"; "" for none at all.
            width: "stretch" or pixels.
            title: A line above the text, in Markdown.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.info("Choose a year to begin")
        """

    def json(
        self, body: object, *, expanded: bool | int = True, width: Width = "stretch"
    ) -> Container:
        """Show nested data as a tree that can be folded.

        Args:
            body: Dicts, lists and plain values; JSON text; or anything else, shown as its text.
            expanded: Whether all is unfolded at first, or to which depth.
            width: "stretch" or pixels.

        Raises:
            StreamlitInvalidParameterTypeError: If `expanded` is neither bool nor int.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.json({"name": "Ada", "born": 1815}, expanded=1)
        """

    def latex(
        self, body: object, *, help: str | None = None, width: Width = "stretch"
    ) -> Container:
        """Show a formula on a line of its own.

        A formula that is no LaTeX is shown as it is written, in the colour of errors.

        Args:
            body: The formula, in what KaTeX knows of LaTeX, or an expression of SymPy.
            help: A tooltip beside the formula, in Markdown.
            width: "stretch", "content" or pixels.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.latex("a^2 + b^2 = c^2")
        """

    @documented_plot
    def line_chart(
        self,
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
            x: The column of the places; by default the index.
            y: The column or columns of the values; by default all others that have numbers.
            x_label: What stands at the x axis; by default the name of the column.
            y_label: What stands at the y axis; by default the name of the column.
            color: The color of all, a list of colors, one for each column of values, or the column that
                tells series apart: each of its values has a color, or is one. A color is "#ffaa00",
                "#ffaa0088", a tuple of red, green, blue and perhaps opacity, or one of "red", "orange",
                "yellow", "green", "blue", "violet", "gray" and "primary".
            width: "stretch", "content" or pixels.
            height: "content" for 350 pixels, "stretch" or pixels.
            use_container_width: Deprecated: True is `width="stretch"`.
            alt: What the chart shows, for who cannot see it; by default a sentence of what is drawn.

        Returns:
            Its place.

        Differs:
            y: Without it, columns of texts are left out: they have no height. Series have the order of
                the columns.
            data: Of many points those are drawn that can be seen; all are in the table behind it.

        Raises:
            StreamlitAPIException: If there is no such column, or its values cannot be drawn.
            StreamlitDataframeConversionError: If `data` has no rows.
            StreamlitInvalidColorError: If something is no color, or there are not as many as columns.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If a column is not said by its name.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.line_chart({"month": ["Jan", "Feb"], "sales": [3, 5]}, x="month", y="sales")
        """

    @overload
    def link_button(
        self,
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
        self,
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
    def map(
        self,
        data: Any = None,
        *,
        latitude: str | None = None,
        longitude: str | None = None,
        color: Any = None,
        size: str | float | None = None,
        zoom: float | None = None,
        width: Width = "stretch",
        height: Height = 500,
        use_container_width: bool | None = None,
        alt: str | None = None,
    ) -> Container:
        """Show points on a map.

        The base map comes from `maps.lightStyle` and `maps.darkStyle` of the config, by default from
        OpenFreeMap, which needs no key. Without a network the points stand on plain ground, between
        meridians and parallels. Points that have no place are left out.

        Args:
            data: Any table; None for a map without points.
            latitude: The name of its column of latitudes. None for "lat", "latitude", "LAT" or
                "LATITUDE".
            longitude: The name of its column of longitudes. None for "lon", "longitude", "LON" or
                "LONGITUDE".
            color: A color such as "#ffaa00", "#ffaa0088", (255, 170, 0) or (1.0, 0.6, 0.0, 0.5), one of
                the theme's, so that one sees through ("red", "orange", "yellow", "green", "blue",
                "violet", "gray", "primary"), or the name of a column of such. None for "primary".
            size: The radius of a point in metres, or the name of a column of such. None for 100.
            zoom: How large the map is at first: 0 shows the world, 10 a city, 15 streets. None to show
                all points.
            width: "stretch", "content" or pixels.
            height: "stretch" or pixels.
            use_container_width: Deprecated: True is `width="stretch"`.
            alt: What a screen reader calls it. By default how many points there are, and where.

        Raises:
            StreamlitAPIException: If there is no such column, or a value that is none of a place, a
                color or a size.
            StreamlitDataframeConversionError: If `data` has no rows.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If `color`, `size` or `zoom` is none of what it can be.

        Differs:
            data: What has a latitude beyond 90 degrees or a longitude beyond 360 is an error, which
                names the row.
            zoom: Without one, the map shows all points also where they lie on both sides of the 180th
                meridian.

        Example:
            >>> st.map({"lat": [48.86, 51.51], "lon": [2.35, -0.13]}, size=20_000)
        """

    def markdown(
        self,
        body: object,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width = "auto",
        text_alignment: Alignment = "left",
        anchors: bool = True,
        wrap: bool = True,
    ) -> Container:
        """Show text formatted with Markdown.

        Args:
            body: The text, in GitHub's Markdown with colours, badges, emoji and icons.
            unsafe_allow_html: Whether to render HTML in the text; scripts never run.
            help: A tooltip beside the text, in Markdown.
            width: "auto", "stretch", "content" or pixels.
            text_alignment: "left", "center", "right" or "justify".
            anchors: Whether headings show a link to themselves.
            wrap: Whether the text may take several lines.

        Raises:
            StreamlitIncompatibleParametersError: If HTML is to stay on one line.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such alignment.

        Differs:
            body: Prices beside a formula stay text: "costs $5 or $10, and $y$ holds".
            unsafe_allow_html: Scripts never run.

        Example:
            >>> st.markdown("All is :green[**well**] :material/thumb_up:")
        """

    def menu_button(
        self,
        label: str,
        options: Iterable[Option],
        *,
        key: Key | None = None,
        help: str | None = None,
        on_click: Callable[..., object] | None = None,
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        type: Literal["primary", "secondary", "tertiary"] = "secondary",
        icon: str | None = None,
        disabled: bool = False,
        width: Width = "content",
        format_func: Callable[[Option], object] = str,
        wrap: bool | None = None,
    ) -> Option | None:
        """Show a button that opens a menu, and return the option that was pressed for this run.

        Args:
            label: What the button says, in Markdown.
            options: Any values: a list, an Enum class, an array, a series, the first column of a table.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_click: A function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            type: "primary", "secondary" or "tertiary".
            icon: An emoji, a symbol like ":material/download:", or "spinner".
            disabled: Whether it cannot be used.
            width: "content", "stretch" or pixels.
            format_func: Returns the text that stands for an option, in Markdown.
            wrap: Whether the label may take several lines; None leaves it to the layout.

        Returns:
            The option itself, a copy if it is a container, in the run that pressing it has started;
            else None.

        Raises:
            StreamlitAPIException: If two options have the same text, or the icon cannot be used.
            StreamlitInvalidParameterTypeError: If `format_func` is no function.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If there is no option.
            StreamlitValueError: If another argument is none of the values it can have.

        Differs:
            returns: Every press counts: those that come while the script is busy are not merged.

        Example:
            >>> if (form := st.menu_button("Export", ["CSV", "JSON"])) is not None:
            ...     st.write("Exporting as", form)
        """

    def mermaid_chart(
        self, body: str, *, width: Width = "stretch", alt: str | None = None
    ) -> Container:
        """Draw a diagram that is described in Mermaid's language.

        Flowcharts, sequences, classes, states, entities, Gantt charts, mind maps and others: see
        https://mermaid.js.org. A fenced block of the language `mermaid` in Markdown is drawn, too. A
        text that is no diagram is answered by a message with the place.

        Args:
            body: The description.
            width: "stretch", "content" or pixels. A diagram is as large as it needs to be, and smaller
                where there is less room.
            alt: What a screen reader calls it. By default the `accTitle` and `accDescr` of the
                description, or else the type of the diagram.

        Raises:
            StreamlitInvalidParameterTypeError: If the description is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.mermaid_chart("flowchart LR; Script --> Page --> Person --> Script")
        """

    def metric(
        self,
        label: str,
        value: Figure,
        delta: Figure = None,
        delta_color: DeltaColor = "normal",
        *,
        help: str | None = None,
        icon: str | None = None,
        label_visibility: LabelVisibility = "visible",
        border: bool = False,
        width: Width = "stretch",
        height: Height = "content",
        chart_data: Iterable[Any] | None = None,
        chart_type: Literal["line", "bar", "area"] = "line",
        delta_arrow: Literal["auto", "up", "down", "off"] = "auto",
        format: str | None = None,
        delta_description: str | None = None,
    ) -> Container:
        """Show a number that matters in large type, and how it has changed.

        Args:
            label: What is counted, in Markdown.
            value: The number, or text in Markdown; None for a dash.
            delta: How it has changed: a number, or text. A minus before it points down, 0 nowhere.
            delta_color: "normal": green for more, red for less; "inverse": the other way round; "off":
                gray; or a colour for the change and the chart.
            help: A tooltip beside the label, in Markdown.
            icon: An emoji, a symbol like ":material/thermostat:", or "spinner".
            label_visibility: "visible", "hidden" or "collapsed".
            border: Whether it stands in a frame.
            width: "stretch", "content" or pixels.
            height: "content", "stretch" or pixels.
            chart_data: Numbers to draw as a small chart: a list, an array, a column of a table, or a
                table, of which the first column counts.
            chart_type: "line", "area" or "bar".
            delta_arrow: "auto", "up", "down" or "off".
            format: How numbers are written: "plain", "localized", "percent", "dollar", "euro", "yen",
                "accounting", "bytes", "compact", "scientific", "engineering", or a pattern like "%.2f".
            delta_description: What the change is compared with, as "since yesterday".

        Raises:
            StreamlitAPIException: If there is no such icon, or something in the chart is no number.
            StreamlitInvalidParameterTypeError: If the value or the change is neither number nor text.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.

        Differs:
            chart_data: None and NaN are gaps, of a dict the values count, and of more than 1,000
                numbers those are drawn that can be seen.
            chart_type: One that is none of the three is an error.

        Example:
            >>> st.metric("Temperature", "21 °C", "1.5 °C", chart_data=[18, 19, 19.5, 21])
        """

    @overload
    def multiselect(
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
    def page_link(
        self,
        page: str | Path | Page,
        *,
        label: str | None = None,
        icon: str | None = None,
        icon_position: Literal["left", "right"] = "left",
        help: str | None = None,
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        query_params: Params = None,
    ) -> Container:
        """Show a link to another page of the app, or to an address out of it.

        Args:
            page: An `st.Page`, the path of its file as seen from the script, or an address that begins
                with https:// or http://, which opens in a new tab.
            label: What it says, in Markdown; the page's title without it.
            icon: An emoji, or a symbol like ":material/home:"; the page's icon without it.
            icon_position: "left" or "right" of the label.
            help: A hint to show when it is pointed at, in Markdown.
            disabled: Whether it leads nowhere.
            use_container_width: Use `width` instead.
            width: "content", "stretch" or pixels.
            query_params: The parameters of the address that it leads to.

        Returns:
            Its place on the page.

        Raises:
            StreamlitPageNotFoundError: If the app has no such page.
            StreamlitMissingRequiredParameterError: If a link out of the app has no label.
            StreamlitInvalidParameterTypeError: If it is nothing that can be a page.
            StreamlitAPIException: If the icon cannot be used.

        Differs:
            icon: That of a page is shown for the path of its file, too.

        Example:
            >>> st.page_link("pages/profile.py", label="Your profile", icon=":material/person:")
        """

    def pagination(
        self,
        num_pages: int,
        *,
        default: int = 1,
        max_visible_pages: int | None = 7,
        width: Width = "content",
        key: Key | None = None,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        disabled: bool = False,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> int:
        """Show the numbers of pages, and return the one that is chosen.

        Args:
            num_pages: How many pages there are.
            default: The page at first.
            max_visible_pages: How many places there are for numbers and gaps, where there is room;
                None for any number, 0 for none: only the arrows are shown.
            width: "content", "stretch" or pixels.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            disabled: Whether it cannot be used.
            bind: "query-params" to have the value in the page's address, too, under its key.
            persist_state: "page" keeps the value while it is not drawn, "session" also on other
                pages of the app.

        Raises:
            StreamlitInvalidParameterTypeError: If a count or the default is no int.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If a count is too small or too large.
            StreamlitValueOutOfRangeError: If there is no such page.

        Differs:
            max_visible_pages: No gap stands in place of a single page.

        Example:
            >>> page = st.pagination(12)
            >>> st.write(f"Rows {page * 10 - 9} to {page * 10}")
        """

    def pdf(
        self,
        data: Any,
        *,
        height: Literal["stretch"] | int = 500,
        key: str | None = None,
        alt: str | None = None,
    ) -> Container:
        """Show a PDF in the browser's own viewer.

        Where a browser has none, as on many phones, there is a link that opens it.

        Args:
            data: An address, the path of a file, its bytes, or an open file.
            height: Pixels, or "stretch" for as high as its container.
            key: A name of its own, also in the class `st-key-...` of its box.
            alt: What a screen reader calls it.

        Raises:
            StreamlitAPIException: If there is no such file, or it is no PDF.
            StreamlitDuplicateElementKey: If another element has the key.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If it is nothing that stands for a file.

        Differs:
            data: The browser's viewer shows it, and nothing has to be installed. Sites can forbid that
                their documents are shown in a frame: then there is the link.
            height: "stretch" is 500 pixels where the container has no height of its own.

        Example:
            >>> st.pdf("https://www.rfc-editor.org/rfc/pdfrfc/rfc1149.txt.pdf", height=600)
        """

    @overload
    def pills(
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
    def popover(
        self,
        label: str,
        *,
        type: Literal["primary", "secondary", "tertiary"] = "secondary",
        help: str | None = None,
        icon: str | None = None,
        disabled: bool = False,
        use_container_width: bool | None = None,
        width: Width = "content",
        wrap: bool | None = None,
        key: Key | None = None,
        on_change: OnChange = "ignore",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
    ) -> Openable:
        """Show a button that opens a place for elements above the page.

        It stays open while what is in it is used, and closes by Escape or a press elsewhere. The script
        knows of that only if it asks, by `on_change`. One with nothing in it cannot be opened, unless
        the script asks.

        Args:
            label: What the button says, in Markdown.
            type: "primary", "secondary" or "tertiary".
            help: A tooltip beside the label, in Markdown.
            icon: An emoji, a symbol like ":material/tune:", or "spinner".
            disabled: Whether it cannot be used.
            use_container_width: Old form of `width`: True for "stretch", False for "content".
            width: "content", "stretch" or pixels, for the button.
            wrap: Whether the label may take several lines; None leaves it to the layout.
            key: Its name in session state, if the script asks; also the CSS class `st-key-<key>`.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.

        Returns:
            The container: use it in a `with` statement, or call elements as its methods. Its `open` is
            None if the script does not ask.

        Raises:
            StreamlitAPIException: If the icon cannot be used.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> with st.popover("Filter"):
            ...     red = st.checkbox("Red ones", value=True)
        """

    def progress(
        self, value: float, text: str | None = None, width: Width = "stretch"
    ) -> Container:
        """Show a bar that is filled as far as something has come.

        Args:
            value: An int from 0 to 100, or a float from 0.0 to 1.0.
            text: What stands above it, in Markdown.
            width: "stretch" or pixels.

        Returns:
            Its place: call `progress` as its method to move the bar, and `empty` to take it away.

        Raises:
            StreamlitInvalidParameterTypeError: If the value is no number, or the text no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueOutOfRangeError: If the value lies outside its bounds.

        Example:
            >>> bar = st.progress(0, "Counting ...")
            >>> for done in range(100):
            ...     bar.progress(done + 1, f"{done + 1} of 100")
        """

    @overload
    def pydeck_chart(
        self,
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
        self,
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
    def pyplot(
        self,
        fig: Any,
        clear_figure: bool = False,
        *,
        width: Width = "stretch",
        use_container_width: bool | None = None,
        alt: str | None = None,
        **kwargs: Any,
    ) -> Container:
        """Show a figure of Matplotlib, or of a library on top of it, such as seaborn.

        It is drawn on the server, without its empty margins, and sharp on all screens. One that comes
        out as it was costs no bytes. No window is ever opened, whatever the backend. The points of its
        lines, bars, pies and scattered points are a table behind it, up to 1,000 rows.

        Args:
            fig: The figure, or what is drawn in one: axes, what pandas' `plot` returns, a grid or plot
                of seaborn, or the module `matplotlib.pyplot` for its global figure.
            clear_figure: Whether nothing is to be left in the figure afterwards.
            width: "stretch", "content" or pixels; never wider than its place. An inch of the figure
                has 200 pixels if it is "content".
            use_container_width: Deprecated: True is `width="stretch"`, False is `width="content"`.
            alt: What a screen reader says in place of it; "" for what is there for the eye only. By
                default that is made of its titles and the names of its axes.
            kwargs: Deprecated: what is passed on to `savefig`. The format can be "png", "jpg", "webp"
                or "svg".

        Raises:
            StreamlitAPIException: If it is too large for browsers.
            StreamlitInvalidParameterTypeError: If it is no figure, and not drawn in one.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If it is None.
            StreamlitValueError: If the format is none that browsers show.

        Differs:
            fig: Also axes, and what else knows its figure. What is none is named by the error.
            width: A figure is drawn with more than 200 dots for an inch where it would not be sharp.

        Example:
            >>> import matplotlib.pyplot as plt
            >>>
            >>> fig, ax = plt.subplots()
            >>> _ = ax.hist([1, 2, 2, 3, 3, 3])
            >>> st.pyplot(fig, alt="A count that grows by one at each step")
        """

    @overload
    def radio(
        self,
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
        self,
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
    @documented_plot
    def scatter_chart(
        self,
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
            x: The column of the places; by default the index.
            y: The column or columns of the values; by default all others that have numbers.
            x_label: What stands at the x axis; by default the name of the column.
            y_label: What stands at the y axis; by default the name of the column.
            color: The color of all, a list of colors, one for each column of values, or the column that
                tells series apart: each of its values has a color, or is one. A color is "#ffaa00",
                "#ffaa0088", a tuple of red, green, blue and perhaps opacity, or one of "red", "orange",
                "yellow", "green", "blue", "violet", "gray" and "primary".
            size: The size of the points in square pixels, or the column that has it.
            width: "stretch", "content" or pixels.
            height: "content" for 350 pixels, "stretch" or pixels.
            use_container_width: Deprecated: True is `width="stretch"`.
            alt: What the chart shows, for who cannot see it; by default a sentence of what is drawn.

        Returns:
            Its place.

        Raises:
            StreamlitAPIException: If there is no such column, or its values cannot be drawn.
            StreamlitDataframeConversionError: If `data` has no rows.
            StreamlitInvalidColorError: If something is no color, or there are not as many as columns.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If a column is not said by its name.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If `size` is neither.

        Differs:
            y: Without it, columns of texts are left out: they have no height. Series have the order of
                the columns.
            data: Of many points those are drawn that can be seen; all are in the table behind it.

        Example:
            >>> st.scatter_chart({"age": [3, 5, 8], "weight": [14, 18, 25]}, x="age", y="weight")
        """

    @overload
    def segmented_control(
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
    def skeleton(
        self, height: Literal["stretch"] | int | None = None, *, width: Width = "stretch"
    ) -> SkeletonPlaceholder:
        """Show where something is about to be, for as long as it takes.

        Args:
            height: Pixels, or "stretch" for that of the container; None for that of an input.
            width: "stretch" or pixels.

        Returns:
            Its place: call elements as its methods to draw them there. In a `with` statement it goes
            when the block ends.

        Raises:
            StreamlitInvalidHeightError: If the height is neither "stretch" nor a count of pixels.
            StreamlitInvalidWidthError: If the width is neither "stretch" nor a count of pixels.

        Example:
            >>> place = st.skeleton(height=200)
            >>> place.json(sum(range(10**7)))
        """

    @overload
    def slider(
        self,
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
        self,
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
        self,
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
    def snow(self) -> None:
        """Let snow fall across the page, once.

        Whoever has asked their system for less motion sees none.

        Differs:
            snow: No reconnect and no refresh repeats it; who wants no motion sees none.

        Example:
            >>> if st.button("Celebrate"):
            ...     st.snow()
        """

    def space(self, size: Size = "small") -> Container:
        """Leave room below what stands above it; in a row, beside.

        "small" is as high as the label of an input, "medium" as a button, "large" as both.

        Args:
            size: A word from "xxsmall" to "xxlarge", "stretch" for all room that is left, or pixels.

        Raises:
            StreamlitValueError: If it is none of them.

        Example:
            >>> with st.container(horizontal=True):
            ...     st.button("Back")
            ...     st.space("stretch")
            ...     st.button("Next")
        """

    def spinner(
        self,
        text: str = "In progress...",
        *,
        show_time: bool = False,
        _cache: bool = False,
        width: Width = "content",
    ) -> AbstractContextManager[None]:
        """Show that something goes on for as long as a block of code runs.

        It goes when the block ends, also by an exception, or because a newer event takes its place.

        Args:
            text: What goes on, in Markdown.
            show_time: Whether to show for how long.
            width: "content", "stretch" or pixels.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> with st.spinner("Counting ..."):
            ...     total = sum(range(10**7))
        """

    def status(
        self,
        label: str,
        *,
        expanded: bool = False,
        state: State = "running",
        type: Literal["default", "compact", "step"] = "default",
        width: Width = "stretch",
    ) -> StatusContainer:
        """Show how something goes, in a container that opens and closes.

        Args:
            label: What goes on, in Markdown.
            expanded: Whether it is open at first; when the script changes it, it opens or closes.
            state: "running", "complete" or "error", each of which has an icon.
            type: "default", "compact" without a frame, or "step" of a timeline.
            width: "stretch" or pixels.

        Returns:
            The container, whose `update` changes what it says. In a `with` statement it is complete
            when the block ends.

        Raises:
            StreamlitInvalidWidthError: If the width is neither "stretch" nor a count of pixels.
            StreamlitValueError: If there is no such state or type.

        Differs:
            state: A status whose run has ended spins no more.

        Example:
            >>> with st.status("Counting ...") as status:
            ...     st.write(sum(range(10**7)))
            ...     status.update(label="Counted")
        """

    def subheader(
        self,
        body: object,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        divider: Divider = False,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container:
        """Show the heading of a part of a section.

        Args:
            body: The text, in Markdown.
            anchor: The name in the page's address that leads here; False for no link.
            help: A tooltip beside the text, in Markdown.
            icon: An emoji, a symbol like ":material/home:", or "spinner".
            divider: A line below in this colour; True takes the next colour each time.
            width: "stretch", "content" or pixels.
            text_alignment: "left", "center", "right" or "justify".
            wrap: Whether the text may take several lines.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidParameterTypeError: If the anchor is neither text, None nor False.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such alignment or colour.

        Example:
            >>> st.subheader("Rain by the hour")
        """

    def success(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container:
        """Show a box that says what went well.

        Args:
            body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
            icon: An emoji, a symbol like ":material/check:", or "spinner"; "" for none at all.
            width: "stretch" or pixels.
            title: A line above the text, in Markdown.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.success("Saved", icon=":material/check:")
        """

    def table(
        self,
        data: Any = None,
        *,
        border: bool | Literal["horizontal"] = True,
        width: Width = "stretch",
        height: Height = "content",
        hide_index: bool | None = None,
        hide_header: bool | None = None,
        alt: str | None = None,
    ) -> Container:
        """Show rows and columns as they are, without anything to sort or to scroll.

        Args:
            data: Whatever has rows: tables of pandas, Polars, Arrow and others, a Styler, dicts, lists,
                arrays. Texts, also those of headers, are Markdown.
            border: Whether there are lines around the cells, or "horizontal" for those between rows.
            width: "stretch", "content" or pixels.
            height: "content", "stretch", or pixels, in which the rows scroll below the headers.
            hide_index: Whether the names of rows are hidden; None hides plain numbers.
            hide_header: Whether the names of columns are hidden; None hides those nobody has given.
            alt: What the table shows, for who does not see it.

        Raises:
            StreamlitAPIException: If the data has no rows.
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If `alt` is no text.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such border.

        Differs:
            data: Of a Styler, what it hides is hidden, and its caption and style sheet count. Numbers
                that would be shown as zero are not, and durations, decimals and bytes are told in full.

        Example:
            >>> st.table({"Instrument": ["Flute", "Oboe"], "Players": [3, 2]}, border="horizontal")
        """

    def tabs(
        self,
        tabs: Iterable[str],
        *,
        width: Width = "stretch",
        height: Height = "content",
        default: str | None = None,
        key: Key | None = None,
        on_change: OnChange = "ignore",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        bind: Bind = None,
    ) -> tuple[Openable, ...]:
        """Make containers of which one is open at a time.

        Which one outlasts reruns and refreshes. The script knows of it only if it asks: by
        `on_change`, or by `bind`.

        Args:
            tabs: The label of each, in Markdown.
            width: "stretch" or pixels.
            height: "content", "stretch" or pixels; beyond a fixed height the open tab scrolls.
            default: The label of the tab that is open at first; None or "" for the first.
            key: Its name in session state, if the script asks: the label of the open tab; also the
                CSS class `st-key-<key>`.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            bind: "query-params" to have the value in the page's address, too, under its key.

        Returns:
            A container for each. Its `open` is None if the script does not ask.

        Raises:
            StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
            StreamlitInvalidParameterTypeError: If `tabs` is no list of texts.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If there is no tab.
            StreamlitValueError: If another argument is none of the values it can have.

        Differs:
            default: The tab that a person has opened stays so over a refresh.

        Example:
            >>> chart, data = st.tabs(["Chart", "Data"])
            >>> data.write([1, 2, 3])
        """

    def text(
        self,
        body: object,
        *,
        help: str | None = None,
        width: Width = "content",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container:
        """Show text without any formatting.

        Args:
            body: The text.
            help: A tooltip beside the text, in Markdown.
            width: "content", "stretch" or pixels.
            text_alignment: "left", "center", "right" or "justify".
            wrap: Whether the text may take several lines.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such alignment.

        Example:
            >>> st.text("2 * 3 * 4 is shown with its asterisks")
        """

    @overload
    def text_area(
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
        self,
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
    def title(
        self,
        body: object,
        anchor: Anchor = None,
        *,
        help: str | None = None,
        icon: str | None = None,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container:
        """Show the title of the page.

        Args:
            body: The text, in Markdown.
            anchor: The name in the page's address that leads here; False for no link.
            help: A tooltip beside the text, in Markdown.
            icon: An emoji, a symbol like ":material/home:", or "spinner".
            width: "stretch", "content" or pixels.
            text_alignment: "left", "center", "right" or "justify".
            wrap: Whether the text may take several lines.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidParameterTypeError: If the anchor is neither text, None nor False.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitValueError: If there is no such alignment.

        Example:
            >>> st.title("The weather today")
        """

    def toast(
        self, body: str, *, icon: str | None = None, duration: Duration = "short"
    ) -> ToastHandle:
        """Show a message above the page for a while.

        It stays for its time even if the next run does not show it again, and no reload repeats it.

        Args:
            body: The message, in Markdown.
            icon: An emoji, a symbol like ":material/done:", or "spinner".
            duration: "short" for 4 seconds, "long" for 10, "infinite" for until it is closed, or
                seconds.

        Returns:
            An object with a method `toast`, which shows another message in its place.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitValueError: If the duration is neither a word nor a count of seconds.

        Differs:
            toast: No reconnect and no refresh repeats it.

        Example:
            >>> message = st.toast("Saving ...")
            >>> message.toast("Saved", icon=":material/done:")
        """

    def toggle(
        self,
        label: str,
        value: bool = False,
        key: Key | None = None,
        help: str | None = None,
        on_change: OnChange = "rerun",
        args: Arguments = None,
        kwargs: KeywordArguments = None,
        *,
        disabled: bool = False,
        label_visibility: LabelVisibility = "visible",
        width: Width = "content",
        wrap: bool | None = None,
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> bool:
        """Show a switch and return whether it is on.

        Args:
            label: What it turns on, in Markdown.
            value: Whether it is on at first.
            key: Its name in session state; also the CSS class `st-key-<key>`.
            help: A tooltip beside the label, in Markdown.
            on_change: "rerun", "ignore", or a function to call before the rerun.
            args: Passed to that function, by position.
            kwargs: Passed to that function, by name.
            disabled: Whether it cannot be used.
            label_visibility: "visible", "hidden" or "collapsed".
            width: "content", "stretch" or pixels.
            wrap: Whether the label may take several lines; None leaves it to the layout.
            bind: "query-params" to have the value in the page's address, too, under its key.
            persist_state: "page" keeps the value while it is not drawn, "session" also on other
                pages of the app.

        Raises:
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
            StreamlitMissingRequiredParameterError: If the value is to persist, or to be in the
                address, without a key.
            StreamlitValueError: If another argument is none of the values it can have.

        Example:
            >>> if st.toggle("Show details"):
            ...     st.write("Here they are")
        """

    @overload
    def vega_lite_chart(
        self,
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
        self,
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
    def video(
        self,
        data: Any,
        format: str = ostinato.widgets.video.TYPE,
        start_time: float | timedelta | str | None = 0,
        *,
        subtitles: str | bytes | Any | Mapping[str, Any] | None = None,
        end_time: float | timedelta | str | None = None,
        loop: bool = False,
        autoplay: bool = False,
        muted: bool = False,
        alt: str | None = None,
        width: Width = "stretch",
    ) -> Container:
        """Show a player for a film.

        Where a person has come to in it stays over reruns and refreshes.

        Args:
            data: An address, also one of YouTube, the path of a file, its bytes, or an open file. None
                is nothing to play. Browsers play MP4 with H.264, and WebM.
            format: The MIME type of what the file or bytes hold, for those that do not say it.
            start_time: From when it plays: seconds, text like "1m14s", or a `timedelta`.
            subtitles: WebVTT or SRT: the path of a file, its text, its bytes, or an open file; several
                as a dict, by what the player calls them. The first is shown.
            end_time: When it stops.
            loop: Whether it then begins anew.
            autoplay: Whether it plays at once. Browsers allow that if it is muted, or after a person
                has done something.
            muted: Whether it is silent until a person turns the sound on.
            alt: What a screen reader calls it.
            width: "stretch" or pixels.

        Raises:
            StreamlitAPIException: If there is no such file, subtitles are none, or a time is none.
            StreamlitIncompatibleParametersError: If a film of YouTube is to have subtitles.
            StreamlitInvalidParameterTypeError: If it is nothing that can be played.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Differs:
            start_time: Fractions of a second count, but for films of YouTube.
            end_time: Likewise.
            subtitles: Bytes and files that are neither WebVTT nor SRT are refused.

        Example:
            >>> st.video("https://www.youtube.com/watch?v=BHACKCNDMW8", start_time="1m")
        """

    def warning(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container:
        """Show a box that says what to look out for.

        Args:
            body: The text, in Markdown; an emoji or symbol it begins with becomes the icon.
            icon: An emoji, a symbol like ":material/warning:", or "spinner"; "" for none at all.
            width: "stretch" or pixels.
            title: A line above the text, in Markdown.

        Raises:
            StreamlitAPIException: If there is no such icon.
            StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

        Example:
            >>> st.warning("The figures of today are not complete")
        """

    def write(self, *args: Any, unsafe_allow_html: bool = False) -> None:
        """Show values of any type, one after the other.

        Texts are Markdown, and stand in one paragraph with numbers and other plain values between
        them. Dicts and lists are shown as `json`, exceptions as `exception`, functions, classes and
        modules as `help`, expressions of SymPy as `latex`, tables and arrays as `dataframe`, images of
        PIL as `image`, figures of Matplotlib and seaborn as `pyplot`, charts of Altair, Plotly, pydeck
        and pyecharts and graphs of Graphviz by the elements of these names, models of Keras as the
        graph of their layers. The texts of a generator, or of a generator function, appear as they
        come.

        Args:
            args: The values.
            unsafe_allow_html: Whether to render HTML in texts, and objects as the HTML they offer.

        Differs:
            args: Grids and plots of seaborn, and charts of pyecharts, are drawn, too.

        Example:
            >>> st.write("The sum of", [1, 2], "is", 3)
        """

    def write_stream(
        self, stream: Stream | Callable[[], Stream], *, cursor: str | None = None
    ) -> str | list[Any]:
        """Show the chunks of a stream as they come, and return all of them.

        Texts are Markdown that grows; anything else is shown as `write` does, between them. The chunks
        of the clients of OpenAI, Anthropic and LangChain, and of those that are like them, are texts.

        Stop ends the script in here, and so does what supersedes the run: it returns nothing then, and
        what follows is not done. To have half an answer in the next run, keep each chunk as it comes.

        Args:
            stream: A generator, asynchronous or not, or anything else that can be iterated; a function
                that takes nothing is called for it.
            cursor: What stands behind a text while it grows, in Markdown.

        Returns:
            The text, if all was text; else a list of the texts and the other chunks.

        Raises:
            StreamlitAPIException: If the stream cannot be iterated.
            StreamlitInvalidParameterTypeError: If it is a text, or the cursor is none.

        Example:
            >>> def count():
            ...     kept = st.session_state.setdefault("kept", [])
            ...     for number in range(5):
            ...         kept.append(f"{number} ")
            ...         yield kept[-1]
            >>> text = st.write_stream(count, cursor="▌")
        """

sidebar: Container
bottom: Container
