"""Date input."""

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
    StreamlitInvalidWidthError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)
from ostinato.stores.memory import MemoryStore
from ostinato.testing import AppTest
from ostinato.values.dates import Dates
from ostinato.values.moment import DAY, to_number
from tab import Server, Tab

NOW = dt.datetime(2026, 2, 27, 13, 14, 15)
TODAY = NOW.date()
THIRD, NINTH = dt.date(2026, 2, 3), dt.date(2026, 2, 9)
PERIOD = {"min_value": dt.date(2026, 1, 1), "max_value": dt.date(2026, 12, 31)}


@pytest.fixture(autouse=True)
def at_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "now", lambda: NOW)


class Stamp(dt.datetime):
    """A datetime of a class of its own, as pandas has it."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("today", TODAY),
        (THIRD, THIRD),
        (dt.datetime(2026, 2, 3, 23, 59), THIRD),
        (Stamp(2026, 2, 3, 4), THIRD),
        ("2026-02-03", THIRD),
        ("2026-02-03 10:11:12", THIRD),
        ("2026-02-03T23:11:12+02:00", THIRD),
        (dt.date.min, dt.date.min),
        (dt.date.max, dt.date.max),
        (dt.date(2024, 2, 29), dt.date(2024, 2, 29)),
        ((), ()),
        ([], ()),
        ((THIRD,), (THIRD,)),
        ([THIRD, NINTH], (THIRD, NINTH)),
        ((NINTH, THIRD), (THIRD, NINTH)),
        (("today", "2026-02-03"), (THIRD, TODAY)),
    ],
)
def test_w02_the_first_call_returns_the_default(value: Any, expected: object) -> None:
    chosen = st.date_input("Day", value)
    assert chosen == expected
    assert type(chosen) is type(expected)


def test_it_is_today_if_nothing_is_said() -> None:
    assert st.date_input("Day") == TODAY


DAYS = 'value must be a date, a datetime, or text like "today" or "2026-02-03", got value='


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        ({"value": "junk"}, StreamlitInvalidParameterTypeError, f"{DAYS}'junk'"),
        ({"value": "now"}, StreamlitInvalidParameterTypeError, f"{DAYS}'now'"),
        ({"value": "10:00"}, StreamlitInvalidParameterTypeError, f"{DAYS}'10:00'"),
        ({"value": ""}, StreamlitInvalidParameterTypeError, f"{DAYS}''"),
        ({"value": 5}, StreamlitInvalidParameterTypeError, f"{DAYS}5"),
        ({"value": dt.time(3)}, StreamlitInvalidParameterTypeError, f"{DAYS}datetime.time(3, 0)"),
        ({"value": (None,)}, StreamlitInvalidParameterTypeError, f"{DAYS}None"),
        ({"value": {THIRD}}, StreamlitInvalidParameterTypeError, f"{DAYS}{{{THIRD!r}}}"),
        ({"value": "99"}, StreamlitInvalidParameterTypeError, f"{DAYS}'99'"),
        (
            {"value": [THIRD] * 3},
            StreamlitInvalidParameterTypeError,
            f"value must be one date, or at most two for a range, got value={[THIRD] * 3!r}",
        ),
        (
            {"min_value": 3},
            StreamlitInvalidParameterTypeError,
            'min_value must be a date, a datetime, or text like "today" or "2026-02-03",'
            " got min_value=3",
        ),
        (
            {"min_value": NINTH, "max_value": THIRD},
            StreamlitInvalidMinMaxError,
            "min_value must not be above max_value,"
            " got min_value=2026-02-09 and max_value=2026-02-03",
        ),
        (
            {"value": THIRD, "min_value": NINTH},
            StreamlitValueBelowMinError,
            "value must not be below min_value, got value=2026-02-03 and min_value=2026-02-09",
        ),
        (
            {"value": (THIRD, NINTH), "max_value": "2026-02-04"},
            StreamlitValueAboveMaxError,
            "value must not be above max_value, got value=2026-02-09 and max_value=2026-02-04",
        ),
        (
            {"format": None},
            StreamlitInvalidParameterTypeError,
            "format must be a str, got format=None: leave it out for 'YYYY/MM/DD'",
        ),
        ({"width": "content"}, StreamlitInvalidWidthError, None),
        *(
            ({"format": each}, StreamlitValueError, None)
            for each in ("YY/MM/DD", "yyyy/mm/dd", "YYYY/DD/MM", "MM-DD/YYYY", "DDMMYYYY", "")
        ),
    ],
)
def test_what_makes_no_date_input_is_refused(
    call: dict[str, Any], error: type[Exception], text: str | None
) -> None:
    with pytest.raises(error) as caught:
        st.date_input("Day", **call)
    assert str(caught.value).startswith('date_input "Day": ')
    assert text is None or str(caught.value) == f'date_input "Day": {text}'


def bounds(app: AppTest) -> tuple[str, str]:
    return str(app.date_input[0].min), str(app.date_input[0].max)


@pytest.mark.parametrize(
    ("call", "low", "high"),
    [
        ("", "2016-02-27", "2036-02-27"),
        ("None", "2016-02-27", "2036-02-27"),
        ("'2024-02-29'", "2014-02-28", "2034-02-28"),
        ("('2020-01-01', '2030-01-01')", "2010-01-01", "2040-01-01"),
        ("'0005-01-01'", "0001-01-01", "0015-01-01"),
        ("'9995-01-01'", "9985-01-01", "9999-12-31"),
        ("None, max_value='2010-01-01'", "2000-01-01", "2010-01-01"),
        ("None, min_value='2050-01-01'", "2050-01-01", "2060-01-01"),
        ("'today', '2026-01-01', dt.datetime(2026, 12, 31, 5)", "2026-01-01", "2026-12-31"),
    ],
)
def test_it_reaches_ten_years_to_either_side_unless_bounds_say_otherwise(
    call: str, low: str, high: str
) -> None:
    app = AppTest.from_string(f"""
        import datetime as dt, ostinato as st
        st.date_input("Day", {call})
    """).run()
    assert not app.exception
    assert bounds(app) == (low, high)


def test_today_gives_way_to_bounds() -> None:
    assert st.date_input("Day", min_value="2030-01-01") == dt.date(2030, 1, 1)
    assert st.date_input("Day", max_value="2020-01-01") == dt.date(2020, 1, 1)
    assert st.date_input("Day", ("today",), "2030-01-01") == (dt.date(2030, 1, 1),)


LOW, HIGH = to_number(dt.date(2026, 1, 1)), to_number(dt.date(2026, 12, 31))
ONE = Dates("date", LOW, HIGH)
MAYBE = Dates("date", LOW, HIGH, may_be_empty=True)
RANGE = Dates("date", LOW, HIGH, is_range=True)
A, B = to_number(THIRD), to_number(NINTH)


@pytest.mark.parametrize(
    ("codec", "wire", "value"),
    [
        (ONE, [A], THIRD),
        (ONE, (A,), THIRD),
        (ONE, [A + 3.5], THIRD),
        (ONE, [float(A)], THIRD),
        (MAYBE, [], None),
        (RANGE, [A], (THIRD,)),
        (RANGE, [A, A], (THIRD, THIRD)),
        (RANGE, [B, A], (THIRD, NINTH)),
        (Dates("date", LOW, HIGH, is_range=True, may_be_empty=True), [], ()),
    ],
)
def test_what_a_browser_sends_is_read(codec: Dates, wire: object, value: object) -> None:
    assert codec.decode(wire) == value
    assert codec.adopt(value)[1] == codec.adopt(codec.decode(wire))[1]


@pytest.mark.parametrize("codec", [ONE, MAYBE, RANGE])
@pytest.mark.parametrize(
    "wire",
    [
        None,
        A,
        "2026-02-03",
        {"0": A},
        [True],
        [None],
        ["2026-02-03"],
        ["\ud800"],
        [[A]],
        [float("nan")],
        [float("inf")],
        [-float("inf")],
        [1e300],
        [10**400],
        [LOW - 1],
        [HIGH + DAY],
        [A, A, A],
    ],
)
def test_w16_what_a_browser_cannot_mean_is_refused(codec: Dates, wire: object) -> None:
    with pytest.raises(ValueError, match="expected|is not between"):
        codec.decode(wire)


@pytest.mark.parametrize(("codec", "wire"), [(ONE, []), (RANGE, []), (MAYBE, [A, B])])
def test_w16_as_many_dates_as_it_takes_are_taken(codec: Dates, wire: object) -> None:
    with pytest.raises(ValueError, match="expected"):
        codec.decode(wire)


KEYED = """
import datetime as dt, ostinato as st
st.text(repr(st.date_input("Day", {call}, key="k")))
st.text(repr(st.session_state.k))
"""
BOTH = "dt.date(2026, 1, 1), dt.date(2026, 12, 31)"
ZONED = dt.datetime(2026, 2, 9, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=5)))


@pytest.mark.parametrize(
    ("call", "held", "value"),
    [
        (f"'2026-02-03', {BOTH}", NINTH, NINTH),
        (f"'2026-02-03', {BOTH}", None, None),
        (f"'2026-02-03', {BOTH}", ZONED, NINTH),
        (f"'2026-02-03', {BOTH}", dt.date(2027, 1, 1), THIRD),
        (f"'2026-02-03', {BOTH}", "2026-02-09", THIRD),
        (f"'2026-02-03', {BOTH}", 5, THIRD),
        (f"'2026-02-03', {BOTH}", dt.time(3), THIRD),
        (f"'2026-02-03', {BOTH}", [1, 2], THIRD),
        (f"'2026-02-03', {BOTH}", (THIRD,) * 3, THIRD),
        ("None", dt.date(1900, 1, 1), dt.date(1900, 1, 1)),
        ("'today'", dt.date(2300, 1, 1), dt.date(2300, 1, 1)),
        ("'today'", (THIRD, NINTH), (THIRD, NINTH)),
        ("None", [NINTH], (NINTH,)),
        ("None", (), ()),
        ("('2026-02-03',)", (NINTH, THIRD), (THIRD, NINTH)),
        ("('2026-02-03',)", (), ()),
        ("('2026-02-03',)", None, None),
        ("('2026-02-03',)", NINTH, (THIRD,)),
        ("('2026-02-03',)", (THIRD, None), (THIRD,)),
        ("('2026-02-03',)", ("2026-02-09",), (THIRD,)),
        (f"('2026-02-03',), {BOTH}", (THIRD, dt.date(2027, 1, 1)), (THIRD,)),
    ],
)
def test_w14_what_the_script_sets_is_chosen_or_else_the_default(
    call: str, held: object, value: object
) -> None:
    app = AppTest.from_string(KEYED.format(call=call))
    app.session_state.k = held
    app.run()
    assert not app.exception
    assert app.text.values == [repr(value)] * 2
    assert app.run().text.values == [repr(value)] * 2


def test_a_choice_reaches_the_script_and_its_callback() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        def note(*args, **kwargs):
            st.session_state.noted = st.session_state.day, args, kwargs
        st.date_input("Day", "2026-02-03", key="day", on_change=note, args=[1], kwargs={"b": 2})
        days = st.date_input("Days", ("2026-02-03", "2026-02-09"))
        st.text(" ".join(map(str, days)))
    """).run()
    app.date_input[0].set_value(NINTH).run()
    assert app.session_state.noted == (NINTH, (1,), {"b": 2})
    app.date_input[1].set_value((NINTH,)).run()
    assert app.text[0].value == "2026-02-09"
    app.date_input[1].set_value([NINTH, dt.date(2026, 3, 1)]).run()
    assert app.text[0].value == "2026-02-09 2026-03-01"


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("'2026-02-03', '2026-01-01', '2026-12-31'", dt.date(2027, 1, 1)),
        ("'2026-02-03'", None),
        ("None, required=True", None),
        ("('2026-02-03',)", ()),
        ("'2026-02-03'", (THIRD,)),
        ("'2026-02-03'", "2026-02-09"),
    ],
)
def test_nobody_can_choose_what_there_is_not(call: str, value: object) -> None:
    app = AppTest.from_string(f"import ostinato as st; st.date_input('Day', {call})").run()
    with pytest.raises(StreamlitAPIException, match='date_input "Day": not a value the widget'):
        app.date_input[0].set_value(value)


def test_what_began_empty_can_be_emptied() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(repr((st.date_input("Day", None), st.date_input("Days", ()))))
    """).run()
    app.date_input[0].set_value(THIRD)
    app.date_input[1].set_value((THIRD,)).run()
    app.date_input[0].set_value(None)
    app.date_input[1].set_value(()).run()
    assert app.text[0].value == "(None, ())"


def test_w16_a_disabled_one_cannot_be_used(tmp_path: Path) -> None:
    script = "st.text(st.date_input('Day', '2026-02-03', disabled=True))"
    with Server(tmp_path, script) as server:
        tab = Tab(server)
        tab.set("Day", [B])
        tab.settle()
        assert tab.texts == ["2026-02-03"]


def test_w07_another_default_counts_unless_somebody_has_just_chosen() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        day = st.number_input("Day", 1, 28, 3)
        st.text(st.date_input("Date", dt.date(2026, 2, day)))
    """).run()
    app.number_input[0].set_value(5).run()
    assert app.text[0].value == "2026-02-05"
    app.date_input[0].set_value(NINTH)
    app.number_input[0].set_value(7).run()
    assert app.text[0].value == "2026-02-09"


def test_w07_the_echo_pattern_keeps_every_choice() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        st.session_state.setdefault("days", (dt.date(2026, 2, 3),))
        st.session_state.days = st.date_input("Days", st.session_state.days)
        st.text(" ".join(map(str, st.session_state.days)))
    """).run()
    for day in (9, 5, 1, 12):
        days = (dt.date(2026, 1, day), dt.date(2026, 2, day))
        app.date_input[0].set_value(days).run()
        assert app.text[0].value == " ".join(map(str, days))


def test_w07_today_is_the_day_on_which_it_was_first_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_string("""
        import ostinato as st
        st.text(st.date_input("Day"))
        st.text(st.date_input("Days", ("today", "today"))[0])
    """).run()
    monkeypatch.setattr(dates, "now", lambda: NOW + dt.timedelta(days=1))
    assert app.run().text.values == [str(TODAY)] * 2
    app.date_input[0].set_value(NINTH).run()
    assert app.run().text.values == ["2026-02-09", str(TODAY)]


def test_w08_with_a_key_it_keeps_a_date_that_still_fits_new_bounds() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        last = st.number_input("Last", 1, 28, 20)
        day = st.date_input("Day", "2026-02-01", max_value=dt.date(2026, 2, last), key="day")
        st.text(day)
    """).run()
    app.date_input[0].set_value(NINTH).run()
    app.number_input[0].set_value(9).run()
    assert app.text[0].value == "2026-02-09"
    app.number_input[0].set_value(8).run()
    assert app.text[0].value == "2026-02-01"


def test_a_range_in_its_key_makes_it_one_for_good() -> None:
    app = AppTest.from_string("""
        import datetime as dt, ostinato as st
        st.session_state.setdefault("days", (dt.date(2026, 2, 3), dt.date(2026, 2, 9)))
        st.text(st.date_input("Days", key="days"))
    """).run()
    app.date_input[0].set_value((NINTH,)).run()
    assert app.run().text[0].value == repr((NINTH,))
    assert app.date_input[0].is_range


def test_w19_it_is_in_the_address_and_read_from_it(tmp_path: Path) -> None:
    script = """
st.text(st.date_input("Day", None, key="day", bind="query-params"))
days = ("2026-02-03", "2026-02-09")
st.text(st.date_input("Days", days, "2026-01-01", "2026-12-31", key="days", bind="query-params"))
"""
    default = repr((THIRD, NINTH))
    with Server(tmp_path, script) as server:
        for query, texts in {
            "day=2026-02-09&days=2026-02-09": ["2026-02-09", repr((NINTH,))],
            "days=2026-02-09&days=2026-02-03": ["None", default],
            "day=x&days=2026-02-03&days=2027-01-01": ["None", default],
            "day=1900-01-01&days=": ["None", default],
            "day=&days=2026-02-03&days=2026-02-03&days=2026-02-03": ["None", default],
            "day=2026-02-03&day=2026-02-09": ["2026-02-09", default],
        }.items():
            assert Tab(server, query=query).texts == texts, query
    app = AppTest.from_string(f"import ostinato as st\n{script}").run()
    app.date_input[0].set_value(THIRD)
    app.date_input[1].set_value((NINTH,)).run()
    assert app.query_params == {"day": "2026-02-03", "days": "2026-02-09"}
    app.date_input[0].set_value(None)
    app.date_input[1].set_value((THIRD, NINTH)).run()
    assert app.query_params == {}


def test_s10_it_is_restored_in_another_process(tmp_path: Path) -> None:
    script = """
st.text(st.date_input("Day", "2026-02-03"))
st.text(st.date_input("Days", (), key="days"))
"""
    store = MemoryStore(lambda: 0.0)
    with Server(tmp_path, script, store=store) as first:
        tab = Tab(first)
        tab.set("Day", [B])
        tab.set("Days", [A])
        tab.settle()
        assert tab.texts == ["2026-02-09", repr((THIRD,))]
        with Server(tmp_path, script, store=store) as second:
            tab.move(second)
            tab.settle()
            tab.set("Days", [A, B])
            tab.settle()
            assert tab.texts == ["2026-02-09", repr((THIRD, NINTH))]
