"""Column config: the kinds of columns, and what they are called with."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

import ostinato as st
from ostinato import column_config as kinds
from ostinato import errors
from ostinato.arguments.columns import ButtonSpec
from ostinato.wire.frames import ColumnOption, ColumnOptions

TYPES = {
    "AreaChartColumn": "area_chart",
    "AudioColumn": "audio",
    "BarChartColumn": "bar_chart",
    "CheckboxColumn": "checkbox",
    "Column": None,
    "DateColumn": "date",
    "DatetimeColumn": "datetime",
    "ImageColumn": "image",
    "JsonColumn": "json",
    "LineChartColumn": "line_chart",
    "LinkColumn": "link",
    "ListColumn": "list",
    "MarkdownColumn": "markdown",
    "MultiselectColumn": "multiselect",
    "NumberColumn": "number",
    "ProgressColumn": "progress",
    "SelectboxColumn": "selectbox",
    "TextColumn": "text",
    "TimeColumn": "time",
    "VideoColumn": "video",
}


def test_there_are_all_kinds() -> None:
    assert {*kinds.__all__} == {*TYPES, "ButtonColumn"}
    assert st.column_config is kinds


@pytest.mark.parametrize(("name", "type"), TYPES.items())
def test_what_all_kinds_share_is_kept(name: str, type: str | None) -> None:
    options = getattr(kinds, name)("Label", width="small", help="  **Help**  ", pinned=True)
    expected = ColumnOptions(type=type, label="Label", width="small", help="**Help**", pinned=True)
    assert {field: getattr(options, field) for field in ("type", "label", "width", "help")} == {
        field: getattr(expected, field) for field in ("type", "label", "width", "help")
    }
    assert options.pinned is True


@pytest.mark.parametrize("name", kinds.__all__)
def test_each_kind_says_of_each_argument_what_it_is(name: str) -> None:
    function = getattr(kinds, name)
    code = function.__code__
    for argument in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]:
        assert f"        {argument}: " in function.__doc__


def test_moments_travel_as_iso_texts_and_steps_as_seconds() -> None:
    column = kinds.DatetimeColumn(
        default=dt.datetime(2024, 2, 29, 12),
        min_value=dt.date(2024, 1, 1),
        step=dt.timedelta(hours=1),
        timezone="Europe/Berlin",
    )
    assert (column.default, column.min_value) == ("2024-02-29T12:00:00", "2024-01-01T00:00:00")
    assert (column.step, column.timezone) == (3600, "Europe/Berlin")
    assert kinds.DateColumn(max_value=dt.datetime(2024, 2, 29, 12)).max_value == "2024-02-29"
    assert kinds.TimeColumn(min_value=dt.time(8)).min_value == "08:00:00"


def test_options_have_the_texts_that_stand_for_them() -> None:
    column = kinds.SelectboxColumn(options=["s", 2, True], format_func=lambda o: f"<{o}>")
    assert column.options == [
        ColumnOption("s", "<s>"),
        ColumnOption(2, "<2>"),
        ColumnOption(True, "<True>"),
    ]
    assert kinds.MultiselectColumn(options=("a",), color=["red"]).color == ["red"]


def test_a_column_of_buttons_keeps_what_a_click_does() -> None:
    spec = kinds.ButtonColumn("Go", key="go", on_click=print, args=[1], kwargs={"sep": ""})
    assert isinstance(spec, ButtonSpec)
    assert (spec.key, spec.on_click, spec.args, spec.kwargs) == ("go", print, [1], {"sep": ""})


@pytest.mark.parametrize(
    ("name", "arguments", "error", "words"),
    [
        ("TextColumn", {"width": "huge"}, errors.StreamlitInvalidWidthError, "width must be"),
        ("TextColumn", {"width": 0}, errors.StreamlitInvalidWidthError, "got width=0"),
        ("TextColumn", {"width": np.ones(2)}, errors.StreamlitInvalidWidthError, "got width=array"),
        ("TextColumn", {"alignment": "top"}, errors.StreamlitValueError, "alignment"),
        ("TextColumn", {"max_chars": 0}, errors.StreamlitValueError, "max_chars"),
        ("NumberColumn", {"min_value": "a"}, errors.StreamlitInvalidParameterTypeError, "number"),
        (
            "NumberColumn",
            {"label": "Age", "min_value": 2, "max_value": 1},
            errors.StreamlitInvalidMinMaxError,
            'NumberColumn "Age": min_value must not be above max_value',
        ),
        ("ProgressColumn", {"color": "#"[:0]}, errors.StreamlitInvalidColorError, "color"),
        ("LineChartColumn", {"color": 5}, errors.StreamlitInvalidColorError, "got color=5"),
        ("BarChartColumn", {"y_min": 2, "y_max": 1}, errors.StreamlitInvalidMinMaxError, "y_min"),
        ("SelectboxColumn", {"options": "abc"}, errors.StreamlitInvalidParameterTypeError, "list"),
        ("SelectboxColumn", {"options": [[]]}, errors.StreamlitInvalidParameterTypeError, "each"),
        ("SelectboxColumn", {"options": [2**60]}, errors.StreamlitValueError, "2**53"),
        ("MultiselectColumn", {"color": ["red", 5]}, errors.StreamlitInvalidColorError, "5"),
        (
            "DateColumn",
            {"default": "x"},
            errors.StreamlitInvalidParameterTypeError,
            "datetime.date",
        ),
        ("TimeColumn", {"step": "x"}, errors.StreamlitInvalidParameterTypeError, "step"),
        ("DatetimeColumn", {"timezone": 5}, errors.StreamlitInvalidParameterTypeError, "zone"),
        ("ButtonColumn", {"type": "big"}, errors.StreamlitValueError, "type"),
        (
            "ButtonColumn",
            {"on_click": print},
            errors.StreamlitMissingRequiredParameterError,
            "give it a key",
        ),
        (
            "ButtonColumn",
            {"on_click": "rerun", "key": "k"},
            errors.StreamlitAPIException,
            "on_click",
        ),
    ],
)
def test_what_a_column_cannot_be_called_with_is_an_error_that_says_so(
    name: str, arguments: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        getattr(kinds, name)(**arguments)
    assert words in str(caught.value)
    assert str(caught.value).startswith(name)
