"""Dates: dates and times as arguments, the bounds between which they lie, and steps of time."""

import datetime as dt
from typing import Any, NamedTuple

from ostinato.arguments.text import check_choice
from ostinato.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueOutOfRangeError,
)
from ostinato.values.moment import DateUnit, to_number, unit_of

DateLike = dt.date | dt.datetime | str
TimeLike = dt.time | dt.datetime | str
MomentLike = dt.datetime | dt.date | dt.time | str

FORMATS = tuple(
    sign.join(parts)
    for sign in "/.-"
    for parts in (("YYYY", "MM", "DD"), ("DD", "MM", "YYYY"), ("MM", "DD", "YYYY"))
)
"""How dates can be written."""

YEARS = 10
"""How far dates reach on either side, if nothing says otherwise."""

MINUTE = 60
"""In seconds."""

LAST_MINUTE = dt.time(23, 59)
LONGEST_STEP = 23 * 60 * 60

NOW = {"date": "today", "time": "now", "datetime": "now"}
"""The word of each unit for the moment in which an input is first shown."""

_RULES = {
    "date": 'a date, a datetime, or text like "today" or "2026-02-03"',
    "time": 'a time, a datetime, or text like "now" or "12:00"',
    "datetime": 'a datetime, a date, a time, or text like "now" or "2026-02-03 12:00"',
}


def moment_of(
    who: str,
    name: str,
    value: object,
    unit: DateUnit,
    *,
    day: dt.date | None = None,
    clock: dt.time = dt.time.min,
) -> Any:
    """Return an argument as a date, a time, or a datetime to the minute, of Python's own class.

    Args:
        who: The input, for the error.
        name: The argument, for the error.
        value: What the script passed.
        unit: Which of them it is to be.
        day: The day of a datetime that is passed as a time; else today.
        clock: The time of a datetime that is passed as a date.

    Raises:
        StreamlitInvalidParameterTypeError: If it is none, and no text that says one.

    Example:
        >>> moment_of('date_input "Day"', "value", "2026-02-03 12:00", "date")
        datetime.date(2026, 2, 3)
    """
    try:
        read = _read(value, unit)
        if unit == "date" and isinstance(read, dt.date):
            return dt.date(read.year, read.month, read.day)
        if unit == "time" and isinstance(read, dt.time | dt.datetime):
            zone = read.tzinfo if isinstance(read, dt.time) else None
            return dt.time(read.hour, read.minute, read.second, read.microsecond, tzinfo=zone)
        if unit == "datetime" and isinstance(read, dt.date | dt.time):
            return _minute(read, day or now().date(), clock)
    except (TypeError, ValueError):
        pass
    raise StreamlitInvalidParameterTypeError(
        f"{who}: {name} must be {_RULES[unit]}, got {name}={value!r}"
    )


def now() -> dt.datetime:
    """Return the moment, to the second, by the clock of the server."""
    return dt.datetime.now().replace(microsecond=0)


def is_now(value: object) -> bool:
    """Return whether an argument is the word for the moment in which the input is first shown."""
    return isinstance(value, str) and value in NOW.values()


class Bounds(NamedTuple):
    """Between which dates, or datetimes, an input lies; None where nothing is said of it."""

    unit: DateUnit
    low: Any
    high: Any

    @classmethod
    def of(
        cls, who: str, unit: DateUnit, low: object, high: object, day: dt.date | None = None
    ) -> "Bounds":
        """Return the bounds that a script has passed.

        Args:
            who: The input, for errors.
            unit: What it is an input for.
            low: The lower bound; a date is the begin of that day.
            high: The upper bound; a date is the end of that day.
            day: The day of a bound that is a time; else today.

        Raises:
            StreamlitInvalidMinMaxError: If the lower is above the upper.
            StreamlitInvalidParameterTypeError: If one is no date, or datetime.
        """
        if low is not None:
            low = moment_of(who, "min_value", low, unit, day=day)
        if high is not None:
            high = moment_of(who, "max_value", high, unit, day=day, clock=LAST_MINUTE)
        bounds = cls(unit, low, high)
        if low is not None and high is not None and bounds.low > bounds.high:
            raise StreamlitInvalidMinMaxError(
                f"{who}: min_value must not be above max_value,"
                f" got min_value={low} and max_value={high}"
            )
        return bounds

    def checked(self, who: str, value: Any, word: object) -> Any:
        """Return a value that lies within them; that of "today" or "now" is the nearest that does.

        Args:
            who: The input, for errors.
            value: The value.
            word: As the script has passed it.

        Raises:
            StreamlitValueAboveMaxError: If it is above the upper one.
            StreamlitValueBelowMinError: If it is below the lower one.
        """
        if is_now(word):
            return self._nearest(value)
        if self.low is not None and value < self.low:
            raise StreamlitValueBelowMinError(
                f"{who}: value must not be below min_value,"
                f" got value={value} and min_value={self.low}"
            )
        if self.high is not None and value > self.high:
            raise StreamlitValueAboveMaxError(
                f"{who}: value must not be above max_value,"
                f" got value={value} and max_value={self.high}"
            )
        return value

    @property
    def given(self) -> dict[str, Any]:
        """What the script says of them, as props: it tells one input from another, the rest not."""
        low, high = (0 if each is None else int(to_number(each)) for each in (self.low, self.high))
        return {"min_value": low, "max_value": high}

    def reach(self, values: list[Any], held: object, chosen: object) -> tuple[int, int]:
        """Return them as numbers; one of which nothing is said lies ten years beyond the values.

        Args:
            values: What the input has at first; if that is nothing, today counts.
            held: What its key holds, which counts too.
            chosen: What it goes on with, which lies within them wherever they have moved to.
        """
        known = values or [self._nearest(moment_of("", "", NOW[self.unit], self.unit))]
        known = [*known, *self._moments(held)]
        within = self._moments(chosen)
        low, high = self.low, self.high
        if low is None:
            low = min([_years_on(min(known), -YEARS), *within])
        if high is None:
            high = max([_years_on(max(known), YEARS), *within])
        return int(to_number(low)), int(to_number(high))

    def _moments(self, value: object) -> list[Any]:
        """Return the dates in what may be one, several or something else, as this unit has them."""
        if value is None:
            return []
        several = value if isinstance(value, list | tuple) else [value]
        days = [each for each in several if unit_of(each) in ("date", "datetime")]
        return [moment_of("", "", each, self.unit) for each in days if each == each]

    def _nearest(self, value: Any) -> Any:
        value = value if self.low is None else max(value, self.low)
        return value if self.high is None else min(value, self.high)


def check_format(who: str, format: object) -> None:
    """Check that dates can be written in a format.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no text.
        StreamlitValueError: If it is none of those there are.
    """
    if not isinstance(format, str):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: format must be a str, got format={format!r}: leave it out for {FORMATS[0]!r}"
        )
    check_choice(who, "format", format, FORMATS)


def seconds_of(who: str, step: object, least: int) -> int:
    """Return a step of time in seconds.

    Args:
        who: The input, for the error.
        step: What the script passed.
        least: The shortest one that there may be.

    Raises:
        StreamlitInvalidParameterTypeError: If it is neither an int nor a timedelta.
        StreamlitValueOutOfRangeError: If it is shorter, or longer than 23 hours.
    """
    if isinstance(step, dt.timedelta):
        seconds = int(step.total_seconds())
    elif isinstance(step, int) and not isinstance(step, bool):
        seconds = step
    else:
        raise StreamlitInvalidParameterTypeError(
            f"{who}: step must be an int, in seconds, or a timedelta, got step={step!r}"
        )
    if not least <= seconds <= LONGEST_STEP:
        raise StreamlitValueOutOfRangeError(
            f"{who}: step must be between {least} s and 23 hours, got step={step!r}"
        )
    return seconds


def _read(value: object, unit: DateUnit) -> object:
    """Return the date or time that text stands for; anything else as it is."""
    if not isinstance(value, str):
        return value
    if value == NOW[unit]:
        return now()
    readers: list[type[dt.date] | type[dt.time]] = [dt.date, dt.datetime, dt.time]
    for reader in readers[::-1] if unit == "time" else readers:
        try:
            return reader.fromisoformat(value)
        except ValueError:
            continue
    return None


def _minute(value: dt.date | dt.time, day: dt.date, clock: dt.time) -> dt.datetime:
    if isinstance(value, dt.time):
        value = dt.datetime.combine(day, value)
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, clock)
    return dt.datetime(value.year, value.month, value.day, value.hour, value.minute)


def _years_on(value: dt.date, years: int) -> dt.date:
    """Return the day some years on, or the last there is; of a datetime, where that day ends."""
    year = value.year + years
    if dt.MINYEAR <= year <= dt.MAXYEAR:
        is_leap_day = (value.month, value.day) == (2, 29)
        day = dt.date(year, value.month, 28 if is_leap_day else value.day)
    else:
        day = dt.date.min if years < 0 else dt.date.max
    if not isinstance(value, dt.datetime):
        return day
    return dt.datetime.combine(day, dt.time.min if years < 0 else LAST_MINUTE)
