"""Made by `make generate` from the element functions. Do not edit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from ostinato.arguments.inputs import Arguments, Bind, Key, KeywordArguments, OnChange, PersistState
from ostinato.run.openable import Openable
from ostinato.tree.node import Node
from ostinato.values.moment import Number, Scalar
from ostinato.widgets.container import HorizontalAlignment, VerticalAlignment
from ostinato.widgets.heading import Anchor, Divider
from ostinato.widgets.selectbox import FilterMode
from ostinato.widgets.slider import Range, Step
from ostinato.widgets.text_input import Type
from ostinato.widgets.toast import Duration, ToastHandle
from ostinato.wire.props import Alignment, Gap, Height, LabelVisibility, Width

F = TypeVar("F", bound=Callable[..., Any])
elements: Mapping[str, Callable[..., Any]]

def element(function: F) -> F: ...

class Container:
    node: Node | None
    def __init__(self, node: Node | None) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def balloons(self) -> None: ...
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
    ) -> bool: ...
    def caption(
        self,
        body: object,
        unsafe_allow_html: bool = False,
        *,
        help: str | None = None,
        width: Width = "stretch",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container: ...
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
    ) -> bool: ...
    def code(
        self,
        body: object,
        language: str | None = "python",
        *,
        line_numbers: bool = False,
        wrap_lines: bool = False,
        height: Height | None = "content",
        width: Width = "stretch",
    ) -> Container: ...
    def columns(
        self,
        spec: int | Iterable[int | float],
        *,
        gap: Gap = "small",
        vertical_alignment: Literal["top", "center", "bottom"] = "top",
        border: bool = False,
        width: Width = "stretch",
        wrap: bool = True,
    ) -> list[Container]: ...
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
    ) -> Container: ...
    def divider(self, *, width: Width = "stretch") -> Container: ...
    def empty(self) -> Container: ...
    def error(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container: ...
    def exception(self, exception: BaseException, width: Width = "stretch") -> Container: ...
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
    ) -> Openable: ...
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
    ) -> Container: ...
    def help(self, obj: object = ..., *, width: Width = "stretch") -> Container: ...
    def info(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container: ...
    def json(
        self, body: object, *, expanded: bool | int = True, width: Width = "stretch"
    ) -> Container: ...
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
    ) -> Container: ...
    def menu_button(
        self,
        label: str,
        options: Iterable[Any],
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
        format_func: Callable[[Any], str] = str,
        wrap: bool | None = None,
    ) -> Any: ...
    def number_input(
        self,
        label: str,
        min_value: Number | None = None,
        max_value: Number | None = None,
        value: Number | Literal["min"] | None = "min",
        step: Number | None = None,
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
    ) -> Any: ...
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
    ) -> Openable: ...
    def selectbox(
        self,
        label: str,
        options: Iterable[Any],
        index: int | None = 0,
        format_func: Callable[[Any], str] = str,
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
        accept_new_options: bool = False,
        filter_mode: FilterMode = "fuzzy",
        width: Width = "stretch",
        bind: Bind = None,
        persist_state: PersistState = None,
    ) -> Any: ...
    def slider(
        self,
        label: str,
        min_value: Scalar | None = None,
        max_value: Scalar | None = None,
        value: Scalar | Range | None = None,
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
    ) -> Any: ...
    def snow(self) -> None: ...
    def spinner(
        self,
        text: str = "In progress...",
        *,
        show_time: bool = False,
        width: Width = "content",
        _cache: bool = False,
    ) -> Iterator[None]: ...
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
    ) -> Container: ...
    def success(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container: ...
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
    ) -> tuple[Openable, ...]: ...
    def text(
        self,
        body: object,
        *,
        help: str | None = None,
        width: Width = "content",
        text_alignment: Alignment = "left",
        wrap: bool = True,
    ) -> Container: ...
    def text_input(
        self,
        label: str,
        value: object = "",
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
    ) -> Container: ...
    def toast(
        self, body: str, *, icon: str | None = None, duration: Duration = "short"
    ) -> ToastHandle: ...
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
    ) -> bool: ...
    def warning(
        self,
        body: object,
        *,
        icon: str | None = None,
        width: Width = "stretch",
        title: object = None,
    ) -> Container: ...
    def write(self, *args: Any, unsafe_allow_html: bool = False) -> None: ...
    Page: Any
    altair_chart: Any
    area_chart: Any
    audio: Any
    audio_input: Any
    badge: Any
    bar_chart: Any
    bottom: Any
    cache_data: Any
    cache_resource: Any
    camera_input: Any
    chat_input: Any
    chat_message: Any
    color_picker: Any
    column_config: Any
    components: Any
    connection: Any
    data_editor: Any
    dataframe: Any
    date_input: Any
    datetime_input: Any
    dialog: Any
    download_button: Any
    echarts_chart: Any
    echo: Any
    feedback: Any
    file_uploader: Any
    form: Any
    form_submit_button: Any
    fragment: Any
    get_option: Any
    graphviz_chart: Any
    grid: Any
    html: Any
    iframe: Any
    image: Any
    latex: Any
    line_chart: Any
    link_button: Any
    login: Any
    logo: Any
    logout: Any
    map: Any
    mermaid_chart: Any
    metric: Any
    multiselect: Any
    navigation: Any
    page_link: Any
    pagination: Any
    pdf: Any
    pills: Any
    plotly_chart: Any
    progress: Any
    pydeck_chart: Any
    pyplot: Any
    radio: Any
    scatter_chart: Any
    secrets: Any
    segmented_control: Any
    select_slider: Any
    set_option: Any
    skeleton: Any
    space: Any
    status: Any
    switch_page: Any
    table: Any
    text_area: Any
    time_input: Any
    user: Any
    vega_lite_chart: Any
    video: Any
    write_stream: Any

sidebar: Container
