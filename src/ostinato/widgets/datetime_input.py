"""Datetime input: a day with a time, typed or chosen from a calendar."""

import datetime as dt
from functools import partial

from ostinato.arguments.dates import (
    MINUTE,
    Bounds,
    MomentLike,
    check_format,
    is_now,
    moment_of,
    seconds_of,
)
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
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import peek, reaching
from ostinato.values.dates import Dates
from ostinato.values.moment import to_number
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width


class DatetimeInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `datetime_input`.

    Its value has one number, or none while it is empty: milliseconds since 1970-01-01 UTC, as if
    its clock were there, and so are its bounds. `step` is in seconds. `clearable`: it may be
    emptied.
    """

    min_value: int
    max_value: int
    format: str = "YYYY/MM/DD"
    step: int = 900
    required: bool = False
    clearable: bool = False

    identity_free = InputProps.identity_free | {"clearable"}


@element
@documented
def datetime_input(
    label: str,
    value: MomentLike | None = "now",
    min_value: MomentLike | None = None,
    max_value: MomentLike | None = None,
    *,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    format: str = "YYYY/MM/DD",
    step: int | dt.timedelta = dt.timedelta(seconds=900),
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.datetime | None:
    """Show a field with a calendar for a day and a time, to the minute.

    Args:
        label: What to choose, in Markdown.
        value: The moment at first: a datetime, a date (at midnight), a time (today), text like
            "2026-02-03 12:00", "now" (when it is first shown), or None for none. A time zone is
            left out.
        min_value: The first moment there is: a date is its midnight, a time is on the day of
            `value`, or today; else ten years before `value`, or before today.
        max_value: The last moment there is: a date is its last minute; else ten years after
            `value`, or after today.
        format: How the day is written: "YYYY/MM/DD", "DD/MM/YYYY" or "MM/DD/YYYY", or with "." or
            "-" in place of "/".
        step: What arrow keys change the time by, in seconds or as a timedelta: from one minute to
            23 hours.
        required: Whether it cannot be emptied.

    Raises:
        StreamlitInvalidMinMaxError: If the first moment is after the last.
        StreamlitInvalidParameterTypeError: If the value or a bound is no such moment, or the step
            no time span.
        StreamlitValueAboveMaxError: If the value is after the last moment.
        StreamlitValueBelowMinError: If the value is before the first moment.
        StreamlitValueOutOfRangeError: If the step is too short or too long.

    Differs:
        value: "now" is the moment of the first run, and does not move on under what a person does.
        returns: It is a datetime of Python, also if `value` is a timestamp of pandas.

    Example:
        >>> meeting = st.datetime_input("Meeting", "2026-02-03 12:00", format="DD.MM.YYYY")
    """
    common = InputArguments("datetime_input", label, key, help, disabled, label_visibility, width)
    who = common.who
    required = as_flag(who, "required", required)
    check_format(who, format)
    seconds = seconds_of(who, step, MINUTE)
    start = None if value is None else moment_of(who, "value", value, "datetime")
    bounds = Bounds.of(who, "datetime", min_value, max_value, start and start.date())
    values = [] if start is None else [bounds.checked(who, start, value)]
    props = DatetimeInput(
        **common.props,
        **bounds.given,
        format=format,
        step=seconds,
        required=required,
        clearable=not (values or required),
    )
    wire = [to_number(each) for each in values]
    shown = reaching(
        props, partial(bounds.reach, values, peek(key)), wire, keeps_default=is_now(value)
    )
    low, high = shown.min_value, shown.max_value
    asked = common.value(
        Dates("datetime", low, high, may_be_empty=props.clearable, precision=1000 * MINUTE),
        values[0] if values else None,
        on_change,
        args,
        kwargs,
        bind,
        persist_state,
        wire=wire,
        identity=props,
        keeps_default=is_now(value),
    )
    moment: dt.datetime | None = draw(shown, value=asked)
    return moment
