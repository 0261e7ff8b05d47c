"""Slider: a number, a date or a time within bounds, or a range of them."""

import datetime as dt
from typing import Any, NamedTuple

import msgspec

from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
)
from ostinato.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueError,
)
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import peek
from ostinato.values.interval import Interval
from ostinato.values.moment import (
    DAY,
    SAFE,
    Number,
    Scalar,
    Unit,
    decimals,
    is_number,
    step_number,
    to_number,
    too_large,
    unit_of,
)
from ostinato.wire.props import InputProps, LabelVisibility, Width

Step = int | float | dt.timedelta
Range = tuple[Scalar, ...] | list[Scalar]

TWO_WEEKS = 14 * DAY
QUARTER_HOUR = DAY // 96
FIRST_DAY = to_number(dt.date.min)
LAST_DAY = to_number(dt.date.max)
LAST_MOMENT = to_number(dt.datetime.max)
USUAL = {"int": (0, 100), "float": (0.0, 1.0), "time": (0, to_number(dt.time.max))}


class Slider(InputProps, frozen=True, kw_only=True):
    """The wire form of `slider`.

    Its value has one number, or two for a range. Dates, times and datetimes travel as
    milliseconds (since 1970-01-01 UTC, or since midnight), and so does their step.
    """

    min_value: int | float
    max_value: int | float
    step: int | float
    unit: Unit
    format: str | None = None


@element
@documented
def slider(
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
) -> Any:
    """Show a slider and return where it stands.

    Args:
        label: What it sets, in Markdown.
        min_value: The lower bound; else 0, 0.0, midnight, or two weeks before `value`.
        max_value: The upper bound; else 100, 1.0, the end of the day, or two weeks after `value`.
        value: An int, float, date, time or datetime, or two of them for a range; else the
            lower bound. It widens the bounds if it lies outside of them.
        step: The distance between two places; else 1, 0.01, a day or a quarter of an hour.
        format: How to show numbers (like "%.1f", or "percent") or dates (like "DD.MM.YYYY").

    Returns:
        A value of the type of `value`, or a tuple of them for a range. If the script set its key,
        that decides: two values make it a range, one value makes it none.

    Raises:
        StreamlitInvalidMinMaxError: If the bounds are equal.
        StreamlitInvalidParameterTypeError: If value, bounds and step are not of one type, or the
            script set its key to what is of another.
        StreamlitJSNumberBoundsError: If a number is too large for a browser, or not finite.
        StreamlitValueAboveMaxError: If the script set its key to what is above the upper bound.
        StreamlitValueBelowMinError: If the script set its key to what is below the lower bound.

    Differs:
        returns: It is an int, a float or a date of Python, whatever class the default has.

    Example:
        >>> low, high = st.slider("Price", 0, 500, (50, 200), step=10)
    """
    common = InputArguments("slider", label, key, help, disabled, label_visibility, width)
    who = common.who
    track = _track(who, min_value, max_value, _formed(value, peek(key)), step)
    if format is not None and not isinstance(format, str):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: format must be a str or None, got format={format!r}"
        )
    codec = Interval(
        track.unit, track.low, track.high, len(track.places), track.is_range, track.zone, who
    )
    props = Slider(
        **common.props,
        min_value=track.low,
        max_value=track.high,
        step=track.step,
        unit=track.unit,
        format=str(format or _format(track.unit, track.step)),
    )
    asked = common.value(
        codec,
        codec.decode(track.places),
        on_change,
        args,
        kwargs,
        bind,
        persist_state,
        wire=track.places,
        identity=track.identity(props),
    )
    return draw(props, value=asked)


class Track(NamedTuple):
    """What a slider moves on, in numbers."""

    unit: Unit
    low: Number
    high: Number
    step: Number
    places: list[Number]
    is_range: bool
    zone: dt.tzinfo | None
    given: tuple[Number | None, Number | None]

    def identity(self, props: Slider) -> Slider:
        """Return props that do not change with the default, as bounds may that follow from it."""
        if self.given == (self.low, self.high):
            return props
        low, high = (0 if one is None else one for one in self.given)
        return msgspec.structs.replace(props, min_value=low, max_value=high)


def _track(who: str, low: Any, high: Any, value: Any, step: Any) -> Track:
    is_range = isinstance(value, list | tuple)
    values = list(value) if is_range else [] if value is None else [value]
    if len(values) > 2:
        raise StreamlitValueError(
            f"{who}: value must be one value, or two for a range, got value={value!r}"
        )
    unit = _unit(who, values, low, high)
    if low is not None and low == high:
        raise StreamlitInvalidMinMaxError(
            f"{who}: min_value must be below max_value, got {low!r} for both"
        )
    zone = getattr((values or [low])[0], "tzinfo", None)
    numbers = [_place(who, one, zone) for one in values]
    bounds = [None if one is None else _place(who, one, zone) for one in (low, high)]
    _check_safe(who, unit, [*numbers, *(one for one in bounds if one is not None)])
    low, high = _bounds(unit, numbers, bounds)
    if not numbers:
        first = low if bounds[0] is None else bounds[0]
        numbers = [low, high] if is_range else [first]
    low, high = min(low, high, *numbers), max(low, high, *numbers)
    step = _step(who, unit, step, high - low)
    known = bounds[0], bounds[1]
    return Track(unit, low, high, step, sorted(numbers), is_range, zone, known)


def _formed(value: Any, held: object) -> Any:
    """Return the argument with as many ends as the key holds values: with two it is a range."""
    is_range = isinstance(value, list | tuple)
    if isinstance(held, list | tuple) and len(held) == 2 and not is_range:
        return [] if value is None else [value, value]
    if is_range and unit_of(held) is not None:
        return value[0] if value else None
    return value


def _unit(who: str, values: list[Any], low: Any, high: Any) -> Unit:
    """Find the unit that all arguments share: that of the value, else of the lower bound."""
    unit = unit_of(values[0] if values else 0 if low is None else low)
    given = [one for one in (*values, low, high) if one is not None]
    if unit is None or not {unit}.issuperset(map(unit_of, given)):
        named = [("value", one) for one in values] + [("min_value", low), ("max_value", high)]
        shown = ", ".join(f"{name}={one!r}" for name, one in named if one is not None)
        raise StreamlitInvalidParameterTypeError(
            f"{who}: value and bounds must all be int, or float, date, time or datetime (an int"
            f" unless value or min_value says otherwise), got {shown}"
        )
    return unit


def _place(who: str, value: Any, zone: dt.tzinfo | None) -> Number:
    if isinstance(value, dt.datetime):
        try:
            value = _told_in(zone, value)
        except ValueError as error:
            raise StreamlitInvalidParameterTypeError(f"{who}: {error}") from None
    return to_number(value)


def _told_in(zone: dt.tzinfo | None, value: dt.datetime) -> dt.datetime:
    if (value.tzinfo is None) is not (zone is None):
        raise ValueError(f"all datetimes must have a time zone or none of them, got {value!r}")
    return value if zone is None else value.astimezone(zone)


def _bounds(
    unit: Unit, numbers: list[Number], bounds: list[Number | None]
) -> tuple[Number, Number]:
    low, high = bounds
    if unit in ("date", "datetime"):
        known = numbers or [one for one in bounds if one is not None]
        first = max(min(known) - TWO_WEEKS, FIRST_DAY)
        last = min(max(known) + TWO_WEEKS, LAST_DAY if unit == "date" else LAST_MOMENT)
    else:
        first, last = USUAL[unit]
    return first if low is None else low, last if high is None else high


def _step(who: str, unit: Unit, step: Any, span: Number) -> Number:
    if step is None:
        is_long = unit == "date" or (unit == "datetime" and span >= DAY)
        return {"int": 1, "float": 0.01}.get(unit, DAY if is_long else QUARTER_HOUR)
    wanted = "timedelta" if unit in ("date", "time", "datetime") else unit
    if wanted != ("timedelta" if isinstance(step, dt.timedelta) else unit_of(step)):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: step must be of type {wanted} like the value and the bounds, got step={step!r}"
        )
    number = step_number(step)
    if not (number > 0 and is_number(number)):
        raise StreamlitValueError(f"{who}: step must be finite and above zero, got step={step!r}")
    return number


def _check_safe(who: str, unit: Unit, numbers: list[Number]) -> None:
    for number in numbers:
        if not (abs(number) <= SAFE if unit == "int" else is_number(number)):
            raise StreamlitJSNumberBoundsError(too_large(who, repr(number)))


def _format(unit: Unit, step: Number) -> str:
    if unit == "int":
        return "%d"
    if unit == "float":
        return f"%0.{max(2, decimals(step))}f"
    if unit == "time":
        return "HH:mm" if step % 60_000 == 0 else "HH:mm:ss"
    return "YYYY-MM-DD" if unit == "date" or step % DAY == 0 else "YYYY-MM-DD HH:mm"
