"""Numbers, dates and times survive the way to the browser and back."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ostinato.values.moment import (
    DAY,
    Scalar,
    decimals,
    from_number,
    is_number,
    step_number,
    to_number,
    unit_of,
)

ZONE = dt.timezone(dt.timedelta(hours=5, minutes=30))


@given(some.datetimes(dt.datetime(1831, 1, 1), dt.datetime(2109, 1, 1)))
def test_any_moment_of_our_time_survives_to_the_microsecond(moment: dt.datetime) -> None:
    assert from_number(to_number(moment), "datetime") == moment


@given(some.datetimes())
def test_any_moment_at_all_survives_to_the_millisecond(moment: dt.datetime) -> None:
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert from_number(to_number(moment), "datetime") == moment


@given(some.dates())
def test_any_date_survives(date: dt.date) -> None:
    assert from_number(to_number(date), "date") == date


@given(some.times())
def test_any_time_survives(time: dt.time) -> None:
    assert from_number(to_number(time), "time") == time


def test_a_moment_keeps_its_zone_and_the_time_on_the_wall() -> None:
    moment = dt.datetime(2020, 1, 10, 3, 4, tzinfo=ZONE)
    assert to_number(moment) == to_number(moment.replace(tzinfo=None))
    assert from_number(to_number(moment), "datetime", ZONE) == moment


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        (1, "int"),
        (True, "int"),
        (1.0, "float"),
        (dt.date.min, "date"),
        (dt.datetime.min, "datetime"),
        (dt.time.min, "time"),
        ("1", None),
        (None, None),
        (1j, None),
        (Fraction(1, 2), None),
        (dt.timedelta(1), None),
    ],
)
def test_a_value_tells_its_unit(value: object, unit: str | None) -> None:
    assert unit_of(value) == unit


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (dt.date(1970, 1, 2), DAY),
        (dt.datetime(1970, 1, 1, 0, 0, 1), 1000),
        (dt.time(0, 1, 0, 500), 60_000.5),
        (True, 1),
    ],
)
def test_values_travel_as_numbers(value: Scalar, number: float) -> None:
    assert to_number(value) == number


def test_a_step_of_time_travels_in_milliseconds() -> None:
    assert step_number(dt.timedelta(minutes=15)) == 900_000
    assert step_number(5) == 5


def test_an_int_is_whole() -> None:
    assert from_number(3.0, "int") == 3
    with pytest.raises(ValueError, match="whole number, got 3.5"):
        from_number(3.5, "int")


@pytest.mark.parametrize("wire", [True, None, "1", float("nan"), float("inf"), [1]])
def test_what_is_no_finite_number_is_seen(wire: object) -> None:
    assert not is_number(wire)


@pytest.mark.parametrize(("number", "count"), [(1, 0), (0.5, 1), (0.001, 3), (1e-7, 7), (100.0, 0)])
def test_decimals_are_counted(number: float, count: int) -> None:
    assert decimals(number) == count
