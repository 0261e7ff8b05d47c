"""Time input: a time of day, typed or chosen from a list."""

import datetime as dt
from typing import Literal

from ostinato.arguments.dates import MINUTE, TimeLike, is_now, moment_of, seconds_of
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
from ostinato.arguments.text import check_choice
from ostinato.run.elements import draw, element
from ostinato.values.dates import Dates
from ostinato.values.moment import DAY, to_number
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width

Format = Literal["24h", "12h", "localized"]


class TimeInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `time_input`.

    Its value has one number, or none while it is empty: milliseconds since midnight. `step` is in
    seconds. `clearable`: it may be emptied.
    """

    step: int = 900
    format: Format = "24h"
    required: bool = False
    clearable: bool = False

    identity_free = InputProps.identity_free | {"clearable"}


@element
@documented
def time_input(
    label: str,
    value: TimeLike | None = "now",
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    step: int | dt.timedelta = dt.timedelta(seconds=900),
    format: Format = "24h",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> dt.time | None:
    """Show a field for a time of day, with a list of times.

    Args:
        label: What to choose, in Markdown.
        value: The time at first: a time, a datetime, text like "12:00", "now" (when it is first
            shown), or None for none.
        step: The distance of the times in the list, which arrow keys go by too, in seconds or as
            a timedelta: up to 23 hours. If it is in whole minutes, so are the times.
        required: Whether it cannot be emptied.
        format: How it is written: "24h", "12h", or "localized", as the browser's language has it.

    Raises:
        StreamlitInvalidParameterTypeError: If the value is no time, or the step no time span.
        StreamlitValueOutOfRangeError: If the step is too short or too long.

    Differs:
        value: "now" is the time of the first run, and does not move on under what a person does.

    Example:
        >>> start = st.time_input("Start", "08:45", step=300)
    """
    common = InputArguments("time_input", label, key, help, disabled, label_visibility, width)
    who = common.who
    required = as_flag(who, "required", required)
    check_choice(who, "format", format, ("24h", "12h", "localized"))
    seconds = seconds_of(who, step, 1)
    precision = 1000 * (1 if seconds % MINUTE else MINUTE)
    start = None if value is None else moment_of(who, "value", value, "time")
    if start is not None and precision > 1000:
        start = start.replace(second=0, microsecond=0)
    codec = Dates(
        "time",
        0,
        DAY - 0.001,
        may_be_empty=start is None and not required,
        precision=precision,
        zone=getattr(start, "tzinfo", None),
    )
    props = TimeInput(
        **common.props,
        step=seconds,
        format=format,
        required=required,
        clearable=codec.may_be_empty,
    )
    asked = common.value(
        codec,
        start,
        on_change,
        args,
        kwargs,
        bind,
        persist_state,
        wire=[] if start is None else [to_number(start)],
        keeps_default=is_now(value),
    )
    chosen: dt.time | None = draw(props, value=asked)
    return chosen
