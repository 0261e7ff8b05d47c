"""Slider."""

import datetime as dt
from typing import Any

import pytest

import ostinato as st
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueError,
)
from ostinato.testing import AppTest
from ostinato.values.interval import Interval
from ostinato.values.moment import DAY, step_number, to_number

DAY_1, DAY_2 = dt.date(2020, 1, 1), dt.date(2020, 2, 1)
NOON = dt.datetime(2020, 1, 10, 12)
FIRST, LAST = to_number(DAY_1), to_number(DAY_2)
FORTNIGHT = 14 * DAY
ZONE = dt.timezone(dt.timedelta(hours=2))
EVENING = dt.time(17)


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, 0),
        ({"min_value": 1, "max_value": 5}, 1),
        ({"min_value": 1.0, "max_value": 5.0}, 1.0),
        ({"value": 0.5}, 0.5),
        ({"min_value": 5}, 5),
        ({"max_value": -5}, 0),
        ({"value": [2, 3]}, (2, 3)),
        ({"value": (3, 2)}, (2, 3)),
        ({"value": []}, (0, 100)),
        ({"value": [4]}, (4,)),
        ({"value": True}, True),
        ({"min_value": DAY_1, "max_value": DAY_2}, DAY_1),
        ({"value": NOON}, NOON),
        ({"value": NOON.replace(tzinfo=ZONE)}, NOON.replace(tzinfo=ZONE)),
        ({"value": NOON.replace(microsecond=123)}, NOON.replace(microsecond=123)),
        ({"value": (dt.time(9), EVENING)}, (dt.time(9), EVENING)),
    ],
)  # fmt: skip
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.slider("a", **call) == value
    assert type(st.slider("a", **call)) is type(value) or value is True


def props(**call: Any) -> Any:
    """Return what the browser is told of a slider."""
    app = AppTest.from_function(draw, args=(st, call)).run()
    assert not app.exception, app.exception[0].value
    return app.slider[0]


def draw(st: Any, call: dict[str, Any]) -> None:
    st.slider("a", **call)


@pytest.mark.parametrize(
    ("call", "bounds", "step"),
    [
        ({}, (0, 100), 1),
        ({"value": 0.5}, (0.0, 1.0), 0.01),
        ({"value": 200}, (0, 200), 1),
        ({"min_value": 0, "max_value": 10, "value": -20}, (-20, 10), 1),
        ({"min_value": 10, "max_value": 0}, (0, 10), 1),
        ({"min_value": 200}, (100, 200), 1),
        ({"value": DAY_1}, (FIRST - FORTNIGHT, FIRST + FORTNIGHT), DAY),
        ({"value": (DAY_1, DAY_1)}, (FIRST - FORTNIGHT, FIRST + FORTNIGHT), DAY),
        ({"value": (DAY_1, DAY_2)}, (FIRST - FORTNIGHT, LAST + FORTNIGHT), DAY),
        ({"min_value": DAY_1}, (to_number(DAY_1), FIRST + FORTNIGHT), DAY),
        ({"value": NOON}, (to_number(NOON) - 14 * DAY, to_number(NOON) + 14 * DAY), DAY),
        (
            {"min_value": NOON, "max_value": NOON + dt.timedelta(hours=4)},
            (to_number(NOON), to_number(NOON) + DAY // 6),
            DAY // 96,
        ),
        ({"value": EVENING}, (0, DAY - 0.001), DAY // 96),
        ({"value": dt.date.max}, (to_number(dt.date.max) - 14 * DAY, to_number(dt.date.max)), DAY),
        ({"value": dt.date.min}, (to_number(dt.date.min), to_number(dt.date.min) + 14 * DAY), DAY),
    ],
)  # fmt: skip
def test_bounds_and_step_follow_from_the_type(
    call: dict[str, Any], bounds: tuple[float, float], step: float
) -> None:
    slider = props(**call)
    assert (to_number(slider.min), to_number(slider.max)) == bounds
    assert step_number(slider.step) == step


@pytest.mark.parametrize(
    ("call", "format"),
    [
        ({}, "%d"),
        ({"value": 0.5}, "%0.2f"),
        ({"value": 0.5, "step": 0.001}, "%0.3f"),
        ({"value": 0.5, "format": "percent"}, "percent"),
        ({"value": DAY_1}, "YYYY-MM-DD"),
        ({"value": NOON}, "YYYY-MM-DD"),
        ({"value": NOON, "step": dt.timedelta(hours=1)}, "YYYY-MM-DD HH:mm"),
        ({"value": EVENING}, "HH:mm"),
        ({"value": EVENING, "step": dt.timedelta(seconds=1)}, "HH:mm:ss"),
        ({"format": ""}, "%d"),
    ],
)
def test_format_shows_every_step(call: dict[str, Any], format: str) -> None:
    assert props(**call).format == format


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"min_value": 1, "max_value": 5.0}, StreamlitInvalidParameterTypeError, "max_value=5.0"),
        ({"max_value": 0.5}, StreamlitInvalidParameterTypeError, "value and bounds must all be"),
        ({"value": [1, 2.0]}, StreamlitInvalidParameterTypeError, "value=1, value=2.0"),
        ({"step": 0.5}, StreamlitInvalidParameterTypeError, "step must be of type int"),
        ({"value": 1.5, "step": 1}, StreamlitInvalidParameterTypeError, "step must be of type fl"),
        ({"value": DAY_1, "step": 1}, StreamlitInvalidParameterTypeError, "of type timedelta"),
        ({"value": "x"}, StreamlitInvalidParameterTypeError, "value='x'"),
        ({"value": range(2)}, StreamlitInvalidParameterTypeError, r"range\(0, 2\)"),
        ({"min_value": DAY_1, "max_value": NOON}, StreamlitInvalidParameterTypeError, "must all"),
        (
            {"value": NOON, "min_value": NOON.replace(tzinfo=ZONE)},
            StreamlitInvalidParameterTypeError,
            "a time zone or none",
        ),
        ({"format": 5}, StreamlitInvalidParameterTypeError, "got format=5"),
        ({"value": [1, 2, 3]}, StreamlitValueError, "two for a range"),
        ({"step": 0}, StreamlitValueError, "step must be finite and above zero, got step=0"),
        ({"step": -1}, StreamlitValueError, "got step=-1"),
        ({"min_value": 0, "max_value": 0}, StreamlitInvalidMinMaxError, "got 0 for both"),
        ({"max_value": 2**53}, StreamlitJSNumberBoundsError, "got 9007199254740992"),
        ({"value": float("inf")}, StreamlitJSNumberBoundsError, "got inf"),
        ({"value": float("nan")}, StreamlitJSNumberBoundsError, "nan"),
    ],
)
def test_what_makes_no_slider_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text) as caught:
        st.slider("a", **call)
    assert str(caught.value).startswith('slider "a": ')


INT = Interval("int", 0, 10, 1, False, None)
FLOAT = Interval("float", 0.0, 1.0, 1, False, None)
RANGE = Interval("int", 0, 10, 2, True, None)
DATE = Interval("date", 0, 10 * DAY, 1, False, None)
MOMENT = Interval("datetime", 0, DAY, 1, False, ZONE)


@pytest.mark.parametrize(
    ("place", "wire", "value"),
    [
        (INT, [3], 3),
        (INT, [3.0], 3),
        (FLOAT, [1], 1.0),
        (RANGE, [3, 2], (2, 3)),
        (DATE, [DAY], dt.date(1970, 1, 2)),
        (MOMENT, [60_000], dt.datetime(1970, 1, 1, 0, 1, tzinfo=ZONE)),
    ],
)
def test_what_a_browser_sends_is_read(place: Interval, wire: object, value: object) -> None:
    assert place.decode(wire) == value
    assert type(place.decode(wire)) is type(value)


@pytest.mark.parametrize(
    ("place", "wire"),
    [
        (INT, 3),
        (INT, [11]),
        (INT, [-1]),
        (INT, [3.5]),
        (INT, [True]),
        (INT, ["3"]),
        (INT, [None]),
        (INT, [float("nan")]),
        (INT, [1, 2]),
        (INT, []),
        (INT, None),
        (INT, {"0": 1}),
        (RANGE, [1]),
        (RANGE, [1, 11]),
        (FLOAT, [float("inf")]),
        (DATE, [1e300]),
    ],
)
def test_w16_what_a_browser_cannot_mean_is_refused(place: Interval, wire: object) -> None:
    with pytest.raises(ValueError, match="expected|is not between"):
        place.decode(wire)


@pytest.mark.parametrize(
    ("place", "value"),
    [(INT, 11), (INT, float("nan")), (INT, "x"), (INT, None), (INT, (1, 2)), (RANGE, 1), (DATE, 5)],
)  # fmt: skip
def test_w14_a_value_of_the_script_that_does_not_fit_is_refused(
    place: Interval, value: object
) -> None:
    with pytest.raises(ValueError, match="expected|is not between|could not convert"):
        place.adopt(value)


def test_moments_of_another_zone_are_told_in_the_sliders() -> None:
    noon = dt.datetime(1970, 1, 1, 12, tzinfo=dt.UTC)
    assert MOMENT.adopt(noon)[0] == noon
    assert MOMENT.adopt(noon)[0].tzinfo is ZONE


def test_a_move_reaches_the_script() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        st.write(st.slider("n", 0, 10), st.slider("f", 0.0, 1.0), st.slider("r", 0, 9, (1, 2)))
        st.text(st.slider("d", value=dt.date(2020, 1, 10)))
    """).run()
    assert app.markdown[0].value == "`0` `0.0` `(1, 2)`"
    app.slider[0].set_value(7)
    app.slider[1].set_value(0.25)
    app.slider[2].set_range(8, 4)
    app.slider[3].set_value(dt.date(2020, 1, 12)).run()
    assert app.markdown[0].value == "`7` `0.25` `(4, 8)`"
    assert app.text[0].value == "2020-01-12"


def test_nobody_can_move_it_beyond_its_bounds() -> None:
    app = AppTest.from_string("import ostinato as st; st.slider('n', 0, 10)").run()
    with pytest.raises(
        StreamlitAPIException, match='slider "n": not a value the widget accepts: 11 is not'
    ):
        app.slider[0].set_value(11)


def test_w08_with_a_key_it_keeps_a_value_that_still_fits_new_bounds() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        high = st.number_input("high", 1, 100, 10)
        st.text(st.slider("n", 0, high, key="n"))
    """).run()
    app.slider(key="n").set_value(7).run()
    app.number_input[0].set_value(8).run()
    assert app.text[0].value == "7"
    app.number_input[0].set_value(5).run()
    assert app.text[0].value == "0"


def test_w07_the_echo_pattern_keeps_every_move_of_numbers() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        if "n" not in st.session_state:
            st.session_state.n = 0
        st.session_state.n = st.slider("n", 0, 10, st.session_state.n)
        st.text(st.session_state.n)
    """).run()
    for value in (3, 9, 1, 1, 4):
        app.slider[0].set_value(value).run()
        assert app.text[0].value == str(value)


def test_w07_the_echo_pattern_keeps_every_move_of_dates_without_bounds() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        if "d" not in st.session_state:
            st.session_state.d = dt.date(2020, 1, 10)
        st.session_state.d = st.slider("d", value=st.session_state.d)
        st.text(st.session_state.d)
    """).run()
    for day in (12, 14, 16, 18):
        app.slider[0].set_value(dt.date(2020, 1, day)).run()
        assert app.text[0].value == f"2020-01-{day}"


SET = """
import ostinato as st
def leave():
    st.session_state.n = {value}
st.button("Leave", on_click=leave)
st.text(st.slider("n", 0, 10, {default}, key="n"))
"""


@pytest.mark.parametrize(
    ("value", "default", "error", "text"),
    [
        ("99", "3", "StreamlitValueAboveMaxError", "above max_value, got value=99 and max_value"),
        ("-1", "3", "StreamlitValueBelowMinError", "below min_value, got value=-1 and min_value"),
        ("(2, 11)", "(2, 4)", "StreamlitValueAboveMaxError", "got value=11 and max_value=10"),
        ("'99'", "3", "StreamlitValueAboveMaxError", "got value='99' and max_value=10"),
    ],
)
def test_w14_a_value_that_the_script_set_out_of_bounds_is_an_error_by_name(
    value: str, default: str, error: str, text: str
) -> None:
    app = AppTest.from_string(SET.format(value=value, default=default)).run()
    app.button[0].click().run()
    assert app.exception[0].error == error
    assert app.exception[0].value.startswith('slider "n": the value of its key must not be ')
    assert text in app.exception[0].value
    # It is given up: the next run has a page again.
    assert app.run().text.values == [default]


@pytest.mark.parametrize(
    ("value", "default", "wanted"),
    [
        ("'x'", "3", "one int"),
        ("None", "3", "one int"),
        ("float('nan')", "3", "one int"),
        ("datetime.date(2020, 1, 5)", "3", "one int"),
        ("(1, 'x')", "(2, 4)", "2 ints, one for each end"),
        ("(1, 2, 3)", "(2, 4)", "2 ints, one for each end"),
        ("'x'", "(2, 4)", "2 ints, one for each end"),
    ],
)
def test_w14_a_value_of_another_type_that_the_script_set_is_an_error_by_name(
    value: str, default: str, wanted: str
) -> None:
    app = AppTest.from_string("import datetime" + SET.format(value=value, default=default)).run()
    app.button[0].click().run()
    assert app.exception[0].error == "StreamlitInvalidParameterTypeError"
    assert app.exception[0].value.startswith(f'slider "n": its key must hold {wanted}, got value=')
    assert app.run().text.values == [default]


def test_w08_bounds_that_leave_no_room_for_a_persons_value_are_no_error() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.slider("n", 0, 5 if st.checkbox("short") else 10, 2, key="n"))
    """).run()
    app.slider[0].set_value(9).run()
    app.checkbox[0].check().run()
    assert (app.text.values, app.exception.values) == (["2"], [])


def test_issue_8_a_key_that_holds_two_values_makes_a_range() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("r", (2, 4))
        st.text(st.slider("R", 0, 10, key="r"))
    """).run()
    assert app.text.values == ["(2, 4)"]
    app.slider[0].set_range(1, 9).run()
    assert app.text.values == ["(1, 9)"]
    assert app.session_state.r == (1, 9)


def test_w14_one_value_under_the_key_of_a_range_makes_it_none() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.session_state.setdefault("r", 3)
        st.text(st.slider("R", 0, 10, (2, 4), key="r"))
    """).run()
    assert app.text.values == ["3"]
    app.slider[0].set_value(5).run()
    assert app.text.values == ["5"]


def test_w14_text_under_the_key_is_the_number_that_it_reads_as() -> None:
    assert INT.adopt("7") == (7, [7])
    with pytest.raises(ValueError, match="could not convert"):
        INT.adopt("seven")


def test_w14_a_datetime_under_the_key_of_a_slider_of_days_is_its_day() -> None:
    days = Interval("date", FIRST, LAST, 1, is_range=False, zone=None)
    assert days.adopt(NOON) == (NOON.date(), [to_number(NOON.date())])


def test_w14_a_datetime_with_or_without_a_zone_is_what_the_clock_on_the_wall_says() -> None:
    low, high = to_number(NOON), to_number(NOON) + DAY
    plain = Interval("datetime", low, high, 1, is_range=False, zone=None)
    zoned = Interval("datetime", low, high, 1, is_range=False, zone=ZONE)
    there = NOON.replace(tzinfo=ZONE)
    assert plain.adopt(there)[0] == NOON
    assert zoned.adopt(NOON)[0] == there


def test_a_fraction_in_session_state_loses_it_where_whole_numbers_are_chosen() -> None:
    assert INT.adopt(7.5) == (7, [7])
