"""Datetime input."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.arguments import dates
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.testing import AppTest
from ostinato.values.dates import Dates
from ostinato.values.moment import to_number
from tab import Server, Tab

NOW = dt.datetime(2026, 2, 27, 13, 14, 15)
MORNING = dt.datetime(2026, 2, 3, 8, 45)
THIRD = MORNING.date()


@pytest.fixture(autouse=True)
def at_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, dt.datetime(2026, 2, 27, 13, 14)),
        ({"value": None}, None),
        ({"value": MORNING.replace(second=33, microsecond=5)}, MORNING),
        ({"value": MORNING.replace(tzinfo=dt.UTC)}, MORNING),
        ({"value": THIRD}, dt.datetime(2026, 2, 3)),
        ({"value": dt.time(8, 45, 3)}, dt.datetime(2026, 2, 27, 8, 45)),
        ({"value": "2026-02-03 08:45:33"}, MORNING),
        ({"value": "2026-02-03T08:45+02:00"}, MORNING),
        ({"value": "2026-02-03"}, dt.datetime(2026, 2, 3)),
        ({"value": "08:45"}, dt.datetime(2026, 2, 27, 8, 45)),
        ({"value": dt.datetime.min}, dt.datetime.min),
        ({"value": MORNING, "min_value": MORNING, "max_value": MORNING}, MORNING),
        ({"value": MORNING, "min_value": THIRD, "max_value": THIRD}, MORNING),
        ({"value": MORNING, "max_value": "2026-02-03"}, MORNING),
        ({"value": MORNING, "min_value": dt.time(7), "max_value": "09:00"}, MORNING),
        ({"min_value": "2030-01-01"}, dt.datetime(2030, 1, 1)),
        ({"max_value": "2020-01-01"}, dt.datetime(2020, 1, 1, 23, 59)),
    ],
)
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.datetime_input("Meeting", **call) == value


MOMENTS = 'must be a datetime, a date, a time, or text like "now" or "2026-02-03 12:00", got '


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"value": "junk"}, StreamlitInvalidParameterTypeError, f"value {MOMENTS}value='junk'"),
        ({"value": "today"}, StreamlitInvalidParameterTypeError, f"value {MOMENTS}value='today'"),
        ({"value": 4}, StreamlitInvalidParameterTypeError, f"value {MOMENTS}value=4"),
        ({"value": [NOW]}, StreamlitInvalidParameterTypeError, f"value {MOMENTS}value=[{NOW!r}]"),
        ({"max_value": 4}, StreamlitInvalidParameterTypeError, f"max_value {MOMENTS}max_value=4"),
        (
            {"value": MORNING, "min_value": "09:00"},
            StreamlitValueBelowMinError,
            "value must not be below min_value,"
            " got value=2026-02-03 08:45:00 and min_value=2026-02-03 09:00:00",
        ),
        (
            {"value": MORNING, "max_value": dt.date(2026, 2, 2)},
            StreamlitValueAboveMaxError,
            "value must not be above max_value,"
            " got value=2026-02-03 08:45:00 and max_value=2026-02-02 23:59:00",
        ),
        (
            {"value": None, "min_value": "09:00", "max_value": "08:00"},
            StreamlitInvalidMinMaxError,
            "min_value must not be above max_value,"
            " got min_value=2026-02-27 09:00:00 and max_value=2026-02-27 08:00:00",
        ),
        (
            {"step": 59},
            StreamlitValueOutOfRangeError,
            "step must be between 60 s and 23 hours, got step=59",
        ),
        ({"step": dt.timedelta(days=1)}, StreamlitValueOutOfRangeError, None),
        ({"step": "60"}, StreamlitInvalidParameterTypeError, None),
        ({"format": "x"}, StreamlitValueError, None),
    ],
)
def test_what_makes_no_datetime_input_is_refused(
    call: dict[str, Any], error: type[Exception], text: str | None
) -> None:
    with pytest.raises(error) as caught:
        st.datetime_input("Meeting", **call)
    assert str(caught.value).startswith('datetime_input "Meeting": ')
    assert text is None or str(caught.value) == f'datetime_input "Meeting": {text}'


@pytest.mark.parametrize(
    ("call", "low", "high"),
    [
        ("", "2016-02-27 00:00:00", "2036-02-27 23:59:00"),
        ("dt.date.min", "0001-01-01 00:00:00", "0011-01-01 23:59:00"),
        ("dt.datetime.max", "9989-12-31 00:00:00", "9999-12-31 23:59:00"),
        ("None, '2026-01-01', dt.date(2026, 1, 31)", "2026-01-01 00:00:00", "2026-01-31 23:59:00"),
    ],
)
def test_it_reaches_ten_years_to_either_side_unless_bounds_say_otherwise(
    call: str, low: str, high: str
) -> None:
    app = AppTest.from_string(f"""
        import datetime as dt, ostinato as st
        st.datetime_input("Meeting", {call})
    """).run()
    assert not app.exception
    assert (str(app.datetime_input[0].min), str(app.datetime_input[0].max)) == (low, high)


LOW, HIGH = to_number(dt.datetime(2026, 1, 1)), to_number(dt.datetime(2026, 12, 31))
ONE = Dates("datetime", LOW, HIGH, precision=60_000)


def test_what_a_browser_sends_is_read_to_the_minute() -> None:
    assert ONE.decode([to_number(MORNING) + 33_333]) == MORNING


@pytest.mark.parametrize(
    "wire",
    [None, LOW, "now", [], ["x"], [True], [LOW - 1], [HIGH + 60_000], [float("nan")], [1e300],
     [LOW, LOW], [None], [10**400]],
)  # fmt: skip
def test_w16_what_a_browser_cannot_mean_is_refused(wire: object) -> None:
    with pytest.raises(ValueError, match="expected|is not between"):
        ONE.decode(wire)


@pytest.mark.parametrize(
    ("held", "value"),
    [
        (NOW, NOW),
        (None, None),
        (NOW.replace(tzinfo=dt.UTC), NOW),
        (THIRD, dt.datetime(2026, 2, 3)),
        (dt.datetime(2027, 1, 1), MORNING),
        (dt.date(2025, 12, 31), MORNING),
        *((each, MORNING) for each in ("2026-02-07 09:05", "now", 5, dt.time(9), (NOW,))),
    ],
)
def test_w14_what_the_script_sets_is_chosen_or_else_the_default(held: Any, value: object) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        start = "2026-02-03 08:45"
        st.text(repr(st.datetime_input("Meeting", start, "2026-01-01", "2026-12-31", key="k")))
    """)
    app.session_state.k = held
    app.run()
    assert not app.exception
    assert app.run().text[0].value == repr(value)


def test_a_choice_reaches_the_script_and_its_callback() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(word):
            st.session_state.noted = word, st.session_state.k
        st.text(st.datetime_input("Meeting", None, key="k", on_change=note, args=["now"]))
    """).run()
    assert app.text[0].value == "None"
    app.datetime_input[0].set_value(NOW).run()
    assert app.text[0].value == "2026-02-27 13:14:00"
    assert app.session_state.noted == ("now", dt.datetime(2026, 2, 27, 13, 14))
    app.datetime_input[0].set_value(None).run()
    assert app.text[0].value == "None"


@pytest.mark.parametrize(
    ("call", "value"),
    [("None, required=True", None), ("'2026-02-03'", None), ("'2026-02-03'", dt.date(2040, 1, 1))],
)
def test_nobody_can_choose_what_there_is_not(call: str, value: object) -> None:
    app = AppTest.from_string(f"import ostinato as st; st.datetime_input('M', {call})").run()
    with pytest.raises(StreamlitAPIException, match='datetime_input "M": not a value'):
        app.datetime_input[0].set_value(value)


def test_w07_now_is_the_moment_at_which_it_was_first_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.datetime_input('M'))").run()
    monkeypatch.setattr(dates, "now", lambda: NOW + dt.timedelta(days=400))
    assert app.run().text[0].value == "2026-02-27 13:14:00"


def test_w19_it_is_in_the_address_and_read_from_it(tmp_path: Path) -> None:
    call = "'2026-02-03 08:45', '2026-02-01', key='at', bind='query-params'"
    script = f"st.text(st.datetime_input('Meeting', {call}))"
    with Server(tmp_path, script) as server:
        for query, text in {
            "at=2026-05-05T10:20": "2026-05-05 10:20:00",
            "at=2026-05-05+10:20:40": "2026-05-05 10:20:00",
            "at=2026-05-05": "2026-05-05 00:00:00",
            "at=2026-01-05T10:20": "2026-02-03 08:45:00",
            "at=x": "2026-02-03 08:45:00",
            "at=": "2026-02-03 08:45:00",
        }.items():
            assert Tab(server, query=query).texts == [text], query
    app = AppTest.from_string(f"import ostinato as st\n{script}").run()
    app.datetime_input[0].set_value(NOW).run()
    assert app.query_params == {"at": "2026-02-27T13:14"}
