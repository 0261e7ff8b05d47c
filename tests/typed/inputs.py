"""What inputs return, as mypy and pyright see it: a line for each kind of call. Never run."""

import datetime as dt
import enum
from typing import Any, assert_type

import ostinato as st
from ostinato.run.container import Container
from ostinato.run.uploaded_file import UploadedFile
from ostinato.values.chart_states import PydeckState, VegaLiteState
from ostinato.values.chat_message import ChatInputValue
from ostinato.values.selection import DataframeState
from ostinato.wire.frames import ColumnOptions


class Color(enum.Enum):
    RED = 1


DAY, MOMENT, TIME = dt.date(2026, 2, 3), dt.datetime(2026, 2, 3, 12), dt.time(12)
left, right = st.columns(2)


def on_change(many: int) -> None: ...


# Yes or no.

assert_type(st.button("Go"), bool)
assert_type(st.button("Go", "go", "Help", on_change, (1,)), bool)
assert_type(st.checkbox("Agree"), bool)
assert_type(st.checkbox("Agree", True, key="agree", on_change=on_change, args=[1]), bool)
assert_type(left.button("Go"), bool)
assert_type(st.form("guest", clear_on_submit=True).form_submit_button(), bool)
assert_type(st.form_submit_button("Go", "Help", on_change, (1,), key="go"), bool)
assert_type(st.menu_button("Export", ["CSV", "JSON"]), str | None)
assert_type(left.menu_button("Export", Color, format_func=lambda one: one.name), Color | None)
assert_type(st.sidebar.checkbox("Agree"), bool)

assert_type(st.link_button("Docs", "/docs"), Container)
assert_type(st.link_button("Docs", "/docs", on_click="rerun"), bool)
assert_type(left.link_button("Docs", "/docs", on_click=on_change, args=[1]), bool)

st.checkbox("Agree", vlaue=True)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
st.button("Go", type="big")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

# A text; None only if it began empty.

assert_type(st.text_input("Name"), str)
assert_type(st.text_input("Name", "Ann", 40), str)
assert_type(st.text_input("Name", 3), str)
assert_type(st.text_input("Name", None), str | None)
assert_type(st.text_input("Name", value=None, key="name"), str | None)
assert_type(st.sidebar.text_input("Name").upper(), str)

assert_type(st.text_area("Story"), str)
assert_type(st.text_area("Story", "Once", "content", 400), str)
assert_type(st.text_area("Story", None), str | None)
assert_type(st.color_picker("Line"), str)
assert_type(st.sidebar.color_picker("Line", "#0b756c").upper(), str)

st.text_input("Name", None).upper()  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
st.text_input("Name", max_chars="x")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]

assert_type(st.chat_input("Say", accept_file=True), ChatInputValue | None)
assert_type(st.chat_input("Say", accept_audio=True), ChatInputValue | None)
assert_type(st.file_uploader("File", "csv"), UploadedFile | None)
assert_type(left.file_uploader("Files", accept_multiple_files=True), list[UploadedFile])
assert_type(st.file_uploader("Folder", None, "directory"), list[UploadedFile])
assert_type(st.camera_input("Photo"), UploadedFile | None)
assert_type(st.audio_input("Sound"), UploadedFile | None)
assert_type(st.chat_input("Say", max_chars=40), str | None)
assert_type(left.chat_input(key="say", on_submit=on_change, args=[1]), str | None)

# A number: int if what it is given is.

assert_type(st.number_input("Number"), float)
assert_type(st.number_input("Number", 0, 10), int)
assert_type(st.number_input("Number", 0.0, 1.0), float)
assert_type(st.number_input("Number", value=3), int)
assert_type(st.number_input("Number", max_value=9.5, value=3.5), float)
assert_type(st.number_input("Number", step=1), int)
assert_type(st.number_input("Number", 1, 10, "min"), int)
assert_type(st.number_input("Number", value=None), float | None)
assert_type(st.number_input("Number", 1, 10, None), int | None)
assert_type(st.number_input("Number", value=None, step=0.5), float | None)
assert_type(right.number_input("Number", 1), int)

st.number_input("Number", "1")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType, reportCallIssue]

assert_type(st.feedback("stars"), int | None)
assert_type(st.feedback(default=1), int | None)
assert_type(st.pagination(5, default=2), int)
assert_type(left.pagination(5), int)

st.feedback("hearts")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]

# A place on a slider, of the type of its value, or of its bounds.

assert_type(st.slider("Place"), int)
assert_type(st.slider("Place", 1, 10), int)
assert_type(st.slider("Place", max_value=10), int)
assert_type(st.slider("Place", 1, 10, 5, 2), int)
assert_type(st.slider("Place", 0.0, 1.0), float)
assert_type(st.slider("Place", value=0.5), float)
assert_type(st.slider("Place", value=DAY), dt.date)
assert_type(st.slider("Place", value=MOMENT, step=dt.timedelta(hours=1)), dt.datetime)
assert_type(st.slider("Place", value=TIME), dt.time)
assert_type(st.slider("Place", DAY, DAY), dt.date)
assert_type(st.slider("Place", 0, 500, (50, 200)), tuple[int, int])
assert_type(st.slider("Place", 0, 500, [50, 200]), tuple[int, int])
assert_type(st.slider("Place", 0, 500, ()), tuple[int, int])
assert_type(st.slider("Place", value=(0.5, 1.0)), tuple[float, float])
assert_type(st.slider("Place", value=(DAY, DAY)), tuple[dt.date, dt.date])
assert_type(st.slider("Place", value=(MOMENT, MOMENT)), tuple[dt.datetime, dt.datetime])
assert_type(st.slider("Place", value=(TIME, TIME)), tuple[dt.time, dt.time])
assert_type(left.slider("Place", value=(1, 2)), tuple[int, int])

low, high = st.slider("Place", 0, 500)  # type: ignore[misc] # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
st.slider("Place", "a", "z")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType, reportCallIssue]

assert_type(st.select_slider("Size", ["S", "M"]), str)
assert_type(st.select_slider("Size", ["S", "M"], "M"), str)
assert_type(st.select_slider("Size", ["S", "M"], ("S", "M")), tuple[str, str])
assert_type(st.select_slider("Size", ["S", "M"], value=["S", "M"]), tuple[str, str])
assert_type(st.select_slider("Colour", Color, format_func=lambda one: one.name), Color)
assert_type(
    st.sidebar.select_slider("Year", range(9), (1, 2), format_func="{}".format), tuple[int, int]
)

# A day; of a range a tuple, which may be half chosen. None only if it began empty.
assert_type(st.date_input("Day"), dt.date)
assert_type(st.date_input("Day", "today"), dt.date)
assert_type(st.date_input("Day", MOMENT, DAY, "2026-12-31", format="DD.MM.YYYY"), dt.date)
assert_type(st.date_input("Day", None), dt.date | None)
assert_type(st.date_input("Days", (DAY, DAY)), tuple[dt.date, ...])
assert_type(st.date_input("Days", (DAY, "today")), tuple[dt.date, ...])
assert_type(st.date_input("Days", [DAY]), tuple[dt.date, ...])
assert_type(st.date_input("Days", ["today", "2026-12-31"]), tuple[dt.date, ...])
assert_type(st.date_input("Days", [MOMENT]), tuple[dt.date, ...])
assert_type(st.date_input("Days", []), tuple[dt.date, ...])
assert_type(st.date_input("Days", ()), tuple[dt.date, ...])
assert_type(left.date_input("Day").year, int)
first, last = st.date_input("Days", (DAY, DAY))
st.date_input("Day", 5)  # type: ignore[call-overload] # pyright: ignore[reportArgumentType, reportCallIssue]
# A time, or a day with one; None only if it began empty.
assert_type(st.time_input("Time"), dt.time)
assert_type(st.time_input("Time", "now", step=60), dt.time)
assert_type(st.time_input("Time", MOMENT, step=dt.timedelta(hours=1), format="12h"), dt.time)
assert_type(st.time_input("Time", None), dt.time | None)
assert_type(st.datetime_input("Moment"), dt.datetime)
assert_type(st.datetime_input("Moment", DAY, DAY, TIME), dt.datetime)
assert_type(st.datetime_input("Moment", "now", None, "2026-12-31"), dt.datetime)
assert_type(st.datetime_input("Moment", None), dt.datetime | None)
assert_type(st.sidebar.datetime_input("Moment").hour, int)
st.time_input("Time", format="24")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
# One of the options; None only if there may be no choice, str if one may be entered.

assert_type(st.selectbox("Colour", ["red", "green"]), str)
assert_type(st.selectbox("Colour", ["red", "green"], 1), str)
assert_type(st.selectbox("Colour", Color), Color)
assert_type(st.selectbox("Colour", range(3)), int)
assert_type(st.selectbox("Colour", {"red": 1}), str)
assert_type(st.selectbox("Colour", [None, 1]), int | None)
assert_type(st.selectbox("Colour", Color, format_func=lambda color: color.name), Color)
assert_type(st.selectbox("Colour", [1, 2], format_func={1: "red", 2: "green"}.get), int)
assert_type(st.selectbox("Colour", [1, 2], None), int | None)
assert_type(st.selectbox("Colour", [1, 2], index=None), int | None)
assert_type(st.selectbox("Colour", [1, 2], accept_new_options=True), int | str)
assert_type(st.selectbox("Colour", [1], index=None, accept_new_options=True), int | str | None)
assert_type(st.sidebar.selectbox("Colour", [1, 2]), int)
assert_type(st.radio("Colour", ["red", "green"]), str)
assert_type(st.radio("Colour", Color, 1, captions=["warm", None], horizontal=True), Color)
assert_type(st.radio("Colour", [1, 2], None), int | None)
assert_type(st.radio("Colour", [1, 2], index=None, format_func={1: "red"}.get), int | None)
assert_type(st.sidebar.radio("Colour", [1, 2]), int)
assert_type(st.pills("Colour", ["red", "green"]), str | None)
assert_type(st.pills("Colour", Color, default=Color.RED), Color | None)
assert_type(st.pills("Colour", Color, default=Color.RED, required=True), Color)
assert_type(st.pills("Colour", [1, 2], selection_mode="multi"), list[int])
assert_type(st.pills("Colour", [1], selection_mode="multi", default=[1]), list[int])
assert_type(st.segmented_control("Colour", [1, 2], format_func={1: "red"}.get), int | None)
assert_type(left.segmented_control("Colour", [1, 2], selection_mode="multi"), list[int])
assert_type(st.multiselect("Colour", ["red", "green"]), list[str])
assert_type(st.multiselect("Colour", Color, [Color.RED], max_selections=2), list[Color])
assert_type(st.multiselect("Colour", [1, 2], default=1, accept_new_options=True), list[int | str])
assert_type(st.sidebar.multiselect("Colour", {1: "red"}, format_func=str), list[int])

st.pills("Colour", [1], selection_mode="both")  # type: ignore[call-overload] # pyright: ignore[reportArgumentType, reportCallIssue]
st.selectbox("Colour", 3)  # type: ignore[call-overload] # pyright: ignore[reportArgumentType]
st.selectbox("Colour", [1], format_func=lambda one: one.name)  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownLambdaType, reportUnknownMemberType]


def decide_later(
    text: str | None,
    index: int | None,
    number: float | None,
    moment: dt.datetime | None,
    is_open: bool,
    data: Any,
) -> None:
    """Where a script decides what is passed, the result may be either."""
    assert_type(st.text_input("Name", text), str | None)
    assert_type(st.number_input("Number", value=number), float | None)
    assert_type(st.date_input("Day", moment), dt.date | None)
    assert_type(st.time_input("Time", moment), dt.time | None)
    assert_type(st.slider("Place", value=index), int)
    assert_type(st.slider("Place", value=5 if is_open else (5, 6)), int | tuple[int, int])
    assert_type(st.selectbox("Colour", [1, 2], index), int | None)
    assert_type(st.selectbox("Colour", [1, 2], accept_new_options=is_open), int | str)
    assert_type(st.selectbox("Colour", data), Any)
    assert_type(st.multiselect("Colour", [1, 2], accept_new_options=is_open), list[int | str])
    assert_type(st.radio("Colour", [1, 2], index), int | None)


# A table is an input if the script asks what is selected.

assert_type(st.pydeck_chart(), Container)
assert_type(st.pydeck_chart(on_select="rerun"), PydeckState)
assert_type(st.dataframe([1]), Container)
assert_type(st.dataframe([1], on_select="ignore"), Container)
assert_type(st.dataframe([1], on_select="rerun", selection_mode=["single-row"]), DataframeState)
assert_type(st.sidebar.dataframe({"a": [1]}, on_select=lambda: None).selection, Any)
assert_type(st.column_config.NumberColumn("Price", min_value=0), ColumnOptions)

# So is a chart.

assert_type(st.altair_chart(object()), Container)
assert_type(st.altair_chart(object(), on_select="rerun"), VegaLiteState)
assert_type(st.vega_lite_chart([1], {}, on_select=lambda: None), VegaLiteState)
