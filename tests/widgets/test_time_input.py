"""Time input."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import ostinato as st
from ostinato.arguments import dates
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.testing import AppTest
from ostinato.values.dates import Dates
from ostinato.values.moment import DAY, to_number
from tab import Server, Tab

NOW = dt.datetime(2026, 2, 27, 13, 14, 15)
QUARTER = dt.time(8, 45)
PRECISE = dt.time(8, 45, 12, 5)
MINUTE = 60_000


@pytest.fixture(autouse=True)
def at_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "now", lambda: NOW)


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ({}, dt.time(13, 14)),
        ({"value": None}, None),
        ({"value": QUARTER}, QUARTER),
        ({"value": PRECISE}, QUARTER),
        ({"value": PRECISE, "step": 60}, QUARTER),
        ({"value": PRECISE, "step": dt.timedelta(hours=23)}, QUARTER),
        ({"value": PRECISE, "step": 1}, PRECISE),
        ({"value": PRECISE, "step": 90}, PRECISE),
        ({"step": 1}, dt.time(13, 14, 15)),
        ({"value": dt.time(8, 45, tzinfo=dt.UTC)}, dt.time(8, 45, tzinfo=dt.UTC)),
        ({"value": dt.datetime(2026, 2, 3, 8, 45, 33, tzinfo=dt.UTC)}, QUARTER),
        ({"value": "08:45"}, QUARTER),
        ({"value": "08:45:33.123456"}, QUARTER),
        ({"value": "2026-02-03 08:45:33"}, QUARTER),
        ({"value": "2026-02-03"}, dt.time(0)),
    ],
)
def test_w02_the_first_call_returns_the_default(call: dict[str, Any], value: object) -> None:
    assert st.time_input("Start", **call) == value


TIMES = 'value must be a time, a datetime, or text like "now" or "12:00", got value='
STEPS = "step must be between 1 s and 23 hours, got step="
SPAN = "step must be an int, in seconds, or a timedelta, got step="


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"value": "8:45"}, StreamlitInvalidParameterTypeError, f"{TIMES}'8:45'"),
        ({"value": "today"}, StreamlitInvalidParameterTypeError, f"{TIMES}'today'"),
        ({"value": ""}, StreamlitInvalidParameterTypeError, f"{TIMES}''"),
        ({"value": 5}, StreamlitInvalidParameterTypeError, f"{TIMES}5"),
        ({"value": [QUARTER]}, StreamlitInvalidParameterTypeError, f"{TIMES}[{QUARTER!r}]"),
        (
            {"value": dt.date(2026, 2, 3)},
            StreamlitInvalidParameterTypeError,
            f"{TIMES}datetime.date(2026, 2, 3)",
        ),
        ({"step": 0}, StreamlitValueOutOfRangeError, f"{STEPS}0"),
        ({"step": -60}, StreamlitValueOutOfRangeError, f"{STEPS}-60"),
        ({"step": 82_801}, StreamlitValueOutOfRangeError, f"{STEPS}82801"),
        (
            {"step": dt.timedelta(days=1)},
            StreamlitValueOutOfRangeError,
            f"{STEPS}datetime.timedelta(days=1)",
        ),
        (
            {"step": dt.timedelta(microseconds=5)},
            StreamlitValueOutOfRangeError,
            f"{STEPS}datetime.timedelta(microseconds=5)",
        ),
        ({"step": 60.0}, StreamlitInvalidParameterTypeError, f"{SPAN}60.0"),
        ({"step": "60"}, StreamlitInvalidParameterTypeError, f"{SPAN}'60'"),
        ({"step": None}, StreamlitInvalidParameterTypeError, f"{SPAN}None"),
        ({"step": True}, StreamlitInvalidParameterTypeError, f"{SPAN}True"),
        (
            {"format": "24"},
            StreamlitValueError,
            "format must be one of '24h', '12h', 'localized', got format='24'",
        ),
    ],
)
def test_what_makes_no_time_input_is_refused(
    call: dict[str, Any], error: type[Exception], text: str
) -> None:
    with pytest.raises(error) as caught:
        st.time_input("Start", **call)
    assert str(caught.value) == f'time_input "Start": {text}'


ZONE = dt.timezone(dt.timedelta(hours=2))
ONE = Dates("time", 0, DAY - 0.001, precision=MINUTE)
ZONED = Dates("time", 0, DAY - 0.001, precision=1000, zone=ZONE)


@pytest.mark.parametrize(
    ("codec", "wire", "value"),
    [
        (ONE, [0], dt.time(0)),
        (ONE, [to_number(PRECISE)], QUARTER),
        (ONE, [DAY - 1], dt.time(23, 59)),
        (ZONED, [to_number(PRECISE)], dt.time(8, 45, 12, tzinfo=ZONE)),
    ],
)
def test_what_a_browser_sends_is_read(codec: Dates, wire: object, value: object) -> None:
    assert codec.decode(wire) == value


@pytest.mark.parametrize(
    "wire",
    [None, 5, "08:45", [], ["08:45"], [True], [-1], [DAY], [float("nan")], [1e300], [0, 0], [None]],
)
def test_w16_what_a_browser_cannot_mean_is_refused(wire: object) -> None:
    with pytest.raises(ValueError, match="expected|is not between"):
        ONE.decode(wire)


@pytest.mark.parametrize(
    ("held", "value"),
    [
        (PRECISE, PRECISE),
        (None, None),
        (dt.datetime(2026, 2, 5, 4, 5, 6), dt.time(4, 5, 6)),
        (dt.time.max, dt.time.max),
        (dt.time(9, tzinfo=dt.UTC), dt.time(9, tzinfo=dt.UTC)),
        *((each, QUARTER) for each in ("07:15", "now", 5, dt.date(2026, 2, 3), (dt.time(1),))),
    ],
)
def test_w14_what_the_script_sets_is_chosen_or_else_the_default(held: Any, value: object) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(repr(st.time_input("Start", "08:45", key="start")))
    """)
    app.session_state.start = held
    app.run()
    assert not app.exception
    assert app.run().text[0].value == repr(value)


def test_a_choice_reaches_the_script_and_its_callback() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(word):
            st.session_state.noted = word, st.session_state.start
        st.text(st.time_input("Start", "08:45", key="start", on_change=note, args=("now",)))
    """).run()
    app.time_input[0].set_value(dt.time(9, 7, 30)).run()
    assert app.text[0].value == "09:07:00"
    assert app.session_state.noted == ("now", dt.time(9, 7))


def test_a_test_moves_it_by_steps() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.time_input("Start", "23:40", step=1200))
        st.time_input("End", None)
    """).run()
    assert app.time_input[0].increment().run().text[0].value == "00:00:00"
    assert app.time_input[0].decrement().decrement().run().text[0].value == "23:20:00"
    assert app.time_input[1].increment().value is None


def test_only_what_began_empty_can_be_emptied() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.time_input("Start", None))
        st.time_input("End", "17:00")
        st.time_input("Break", None, required=True)
    """).run()
    app.time_input[0].set_value(QUARTER).run()
    assert app.text[0].value == "08:45:00"
    app.time_input[0].set_value(None).run()
    assert app.text[0].value == "None"
    for full in app.time_input[1], app.time_input[2].set_value(QUARTER):
        with pytest.raises(StreamlitAPIException, match="expected one time, got none"):
            full.set_value(None)


def test_w16_a_disabled_one_cannot_be_used(tmp_path: Path) -> None:
    with Server(tmp_path, "st.text(st.time_input('Start', '08:45', disabled=True))") as server:
        tab = Tab(server)
        tab.set("Start", [0])
        tab.settle()
        assert tab.texts == ["08:45:00"]


def test_w07_now_is_the_time_at_which_it_was_first_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_string("import ostinato as st; st.text(st.time_input('Start'))").run()
    monkeypatch.setattr(dates, "now", lambda: NOW + dt.timedelta(minutes=5))
    assert app.run().text[0].value == "13:14:00"
    app.time_input[0].set_value(QUARTER).run()
    assert app.run().text[0].value == "08:45:00"


def test_w07_a_default_that_is_not_now_any_more_counts() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.time_input("Start", "12:00" if st.checkbox("Noon") else "now"))
    """).run()
    app.checkbox[0].check().run()
    assert app.text[0].value == "12:00:00"


def test_w07_the_echo_pattern_keeps_every_choice() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        st.session_state.setdefault("start", dt.time(8))
        st.session_state.start = st.time_input("Start", st.session_state.start)
        st.text(st.session_state.start)
    """).run()
    for hour in (9, 3, 3, 12):
        app.time_input[0].set_value(dt.time(hour)).run()
        assert app.text[0].value == f"{hour:02}:00:00"


def test_w10_it_begins_anew_after_a_run_without_it() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        if not st.checkbox("Hide"):
            st.text(st.time_input("Start", "08:45", key="start"))
    """).run()
    app.time_input[0].set_value(dt.time(12)).run()
    app.checkbox[0].check().run()
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "08:45:00"


def test_w19_it_is_in_the_address_and_read_from_it(tmp_path: Path) -> None:
    script = """
st.text(st.time_input("Start", "08:45", key="start", bind="query-params"))
st.text(st.time_input("End", None, step=1, key="end", bind="query-params"))
"""
    with Server(tmp_path, script) as server:
        for query, texts in {
            "start=09:30&end=10:20:30": ["09:30:00", "10:20:30"],
            "start=09:30:11&end=10:20": ["09:30:00", "10:20:00"],
            "start=24:00&end=x": ["08:45:00", "None"],
            "start=&end=": ["08:45:00", "None"],
        }.items():
            assert Tab(server, query=query).texts == texts, query
    app = AppTest.from_string(f"import ostinato as st\n{script}").run()
    app.time_input[0].set_value(dt.time(9))
    app.time_input[1].set_value(dt.time(9, 0, 5)).run()
    assert app.query_params == {"start": "09:00", "end": "09:00:05"}
