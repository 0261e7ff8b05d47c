"""What calls of inputs return, by the types of what they are given.

`make generate` makes full signatures of these: each names the parameters whose types differ from
those of the function, and leaves out all others. A parameter has the default that it has here.
What is None only if its `index` or `value` is needs nothing here.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, overload

from ostinato.run.container import Container
from ostinato.run.uploaded_file import UploadedFile
from ostinato.values.chart_states import EChartsState, PlotlyState, PydeckState, VegaLiteState
from ostinato.values.chat_message import ChatInputValue
from ostinato.values.choice import Option
from ostinato.values.selection import DataframeState
from ostinato.widgets.chat_input import AcceptFile

_Number = TypeVar("_Number", int, float)
_Data = TypeVar("_Data")
_Scalar = TypeVar("_Scalar", int, float, dt.datetime, dt.date, dt.time)

@overload
def link_button(on_click: Literal["ignore"] = "ignore") -> Container: ...
@overload
def link_button(on_click: Callable[..., object] | Literal["rerun"] | None) -> bool: ...
@overload
def file_uploader(accept_multiple_files: Literal[False] = False) -> UploadedFile | None: ...
@overload
def file_uploader(
    accept_multiple_files: Literal[True, "directory"] = ...,
) -> list[UploadedFile]: ...
@overload
def chat_input(
    *,
    accept_file: Literal[False] = False,
    accept_audio: Literal[False] = False,
) -> str | None: ...
@overload
def chat_input(
    *,
    accept_file: Literal[True, "multiple", "directory"],
    accept_audio: bool = False,
) -> ChatInputValue | None: ...
@overload
def chat_input(
    *,
    accept_file: AcceptFile = False,
    accept_audio: Literal[True],
) -> ChatInputValue | None: ...
@overload
def dataframe(on_select: Literal["ignore"] = "ignore") -> Container: ...
@overload
def dataframe(on_select: Callable[..., object] | Literal["rerun"]) -> DataframeState: ...
@overload
def altair_chart(on_select: Literal["ignore"] = "ignore") -> Container: ...
@overload
def altair_chart(on_select: Callable[..., object] | Literal["rerun"]) -> VegaLiteState: ...
@overload
def vega_lite_chart(on_select: Literal["ignore"] = "ignore") -> Container: ...
@overload
def vega_lite_chart(on_select: Callable[..., object] | Literal["rerun"]) -> VegaLiteState: ...
@overload
def plotly_chart(on_select: Literal["ignore"] = "ignore") -> Container: ...
@overload
def plotly_chart(on_select: Callable[..., object] | Literal["rerun"]) -> PlotlyState: ...
@overload
def pydeck_chart(on_select: Literal["ignore"] = "ignore") -> Container: ...
@overload
def pydeck_chart(on_select: Callable[..., object] | Literal["rerun"]) -> PydeckState: ...
@overload
def echarts_chart(on_select: Literal["ignore"] = "ignore") -> Container: ...
@overload
def echarts_chart(on_select: Callable[..., object] | Literal["rerun"]) -> EChartsState: ...
@overload
def data_editor(data: None) -> Any: ...
@overload
def data_editor(data: _Data) -> _Data: ...
@overload
def multiselect(
    options: Iterable[Option],
    format_func: Callable[[Option], object] = str,
    *,
    accept_new_options: Literal[False] = False,
) -> list[Option]: ...
@overload
def multiselect(
    options: Iterable[Option],
    format_func: Callable[[Option], object] = str,
    *,
    accept_new_options: bool,
) -> list[Option | str]: ...
@overload
def date_input(value: dt.date | str = "today") -> dt.date: ...
@overload
def date_input(value: dt.date | str | None) -> dt.date | None: ...
@overload
def date_input(
    value: tuple[dt.date | str, ...] | list[dt.date] | list[dt.datetime] | list[str],
) -> tuple[dt.date, ...]: ...
@overload
def number_input(
    min_value: None = None,
    max_value: None = None,
    value: Literal["min"] = "min",
    step: None = None,
) -> float: ...
@overload
def number_input(
    min_value: _Number | None = None,
    max_value: _Number | None = None,
    value: _Number | Literal["min"] = "min",
    step: _Number | None = None,
) -> _Number: ...
@overload
def number_input(
    min_value: None = None,
    max_value: None = None,
    value: Literal["min"] | None = "min",
    step: None = None,
) -> float | None: ...
@overload
def number_input(
    min_value: _Number | None = None,
    max_value: _Number | None = None,
    value: _Number | Literal["min"] | None = "min",
    step: _Number | None = None,
) -> _Number | None: ...
@overload
def select_slider(
    options: Iterable[Option],
    value: None = None,
    format_func: Callable[[Option], object] = str,
) -> Option: ...
@overload
def select_slider(
    options: Iterable[Option],
    value: tuple[Option, Option] | list[Option],
    format_func: Callable[[Option], object] = str,
) -> tuple[Option, Option]: ...
@overload
def select_slider(
    options: Iterable[Option],
    value: Option,
    format_func: Callable[[Option], object] = str,
) -> Option: ...
@overload
def pills(
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: Option,
    required: Literal[True],
    format_func: Callable[[Option], object] | None = None,
) -> Option: ...
@overload
def pills(
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: object = None,
    required: bool = False,
    format_func: Callable[[Option], object] | None = None,
) -> Option | None: ...
@overload
def pills(
    options: Iterable[Option],
    *,
    selection_mode: Literal["multi"],
    default: object = None,
    required: Literal[False] = False,
    format_func: Callable[[Option], object] | None = None,
) -> list[Option]: ...
@overload
def segmented_control(
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: Option,
    required: Literal[True],
    format_func: Callable[[Option], object] | None = None,
) -> Option: ...
@overload
def segmented_control(
    options: Iterable[Option],
    *,
    selection_mode: Literal["single"] = "single",
    default: object = None,
    required: bool = False,
    format_func: Callable[[Option], object] | None = None,
) -> Option | None: ...
@overload
def segmented_control(
    options: Iterable[Option],
    *,
    selection_mode: Literal["multi"],
    default: object = None,
    required: Literal[False] = False,
    format_func: Callable[[Option], object] | None = None,
) -> list[Option]: ...
@overload
def selectbox(
    options: Iterable[Option],
    index: int = 0,
    format_func: Callable[[Option], object] = str,
    *,
    accept_new_options: Literal[False] = False,
) -> Option: ...
@overload
def selectbox(
    options: Iterable[Option],
    index: int | None,
    format_func: Callable[[Option], object] = str,
    *,
    accept_new_options: Literal[False] = False,
) -> Option | None: ...
@overload
def selectbox(
    options: Iterable[Option],
    index: int = 0,
    format_func: Callable[[Option], object] = str,
    *,
    accept_new_options: bool,
) -> Option | str: ...
@overload
def selectbox(
    options: Iterable[Option],
    index: int | None,
    format_func: Callable[[Option], object] = str,
    *,
    accept_new_options: bool,
) -> Option | str | None: ...
@overload
def slider(min_value: None = None, max_value: int | None = None, value: None = None) -> int: ...
@overload
def slider(
    min_value: _Scalar | None = None,
    max_value: _Scalar | None = None,
    value: _Scalar | None = None,
) -> _Scalar: ...
@overload
def slider(
    min_value: _Scalar | None = None,
    max_value: _Scalar | None = None,
    value: tuple[_Scalar, ...] | list[_Scalar] = ...,
) -> tuple[_Scalar, _Scalar]: ...
@overload
def text_area(value: str | float = "") -> str: ...
@overload
def text_area(value: object) -> str | None: ...
@overload
def text_input(value: str | float = "") -> str: ...
@overload
def text_input(value: object) -> str | None: ...
