"""Date input: a day, or the two days of a range, typed or chosen from a calendar."""

from functools import partial
from typing import Any

from ostinato.arguments.dates import Bounds, DateLike, check_format, is_now, moment_of
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
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.elements import draw, element
from ostinato.run.knowledge import peek, reaching
from ostinato.values.dates import Dates
from ostinato.values.moment import to_number, unit_of
from ostinato.wire.flag import as_flag
from ostinato.wire.props import InputProps, LabelVisibility, Width

Range = tuple[DateLike, ...] | list[DateLike]


class DateInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `date_input`.

    Its value has one number, or two for a range, or fewer while it is empty or half chosen: days
    as milliseconds since 1970-01-01 UTC, and so are its bounds. `clearable`: it may be emptied.
    """

    min_value: int
    max_value: int
    is_range: bool = False
    format: str = "YYYY/MM/DD"
    required: bool = False
    clearable: bool = False

    identity_free = InputProps.identity_free | {"clearable"}


@element
@documented
def date_input(
    label: str,
    value: DateLike | Range | None = "today",
    min_value: DateLike | None = None,
    max_value: DateLike | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    format: str = "YYYY/MM/DD",
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show a field with a calendar for a day, or for the first and the last day of a range.

    Args:
        label: What to choose, in Markdown.
        value: The day at first: a date, a datetime, text like "2026-02-03", "today" (when it is
            first shown), or None for none. Up to two of them, as a tuple or list, make it a range.
        min_value: The first day there is; else ten years before `value`, or before today.
        max_value: The last day there is; else ten years after `value`, or after today.
        format: How it is written: "YYYY/MM/DD", "DD/MM/YYYY" or "MM/DD/YYYY", or with "." or "-"
            in place of "/".
        required: Whether it cannot be emptied.

    Returns:
        A date, or None. Of a range a tuple: of one date while only the first is chosen, of none
        while it is empty. A tuple that the script sets its key to makes it a range, too.

    Raises:
        StreamlitInvalidMinMaxError: If the first day is after the last.
        StreamlitInvalidParameterTypeError: If the value or a bound is no date.
        StreamlitValueAboveMaxError: If the value is after the last day.
        StreamlitValueBelowMinError: If the value is before the first day.

    Differs:
        value: "today" is the day of the first run, and does not move on under what a person does.

    Example:
        >>> day = st.date_input("Day", min_value="2026-01-01")
    """
    common = InputArguments("date_input", label, key, help, disabled, label_visibility, width)
    who = common.who
    required = as_flag(who, "required", required)
    check_format(who, format)
    bounds = Bounds.of(who, "date", min_value, max_value)
    held = peek(key)
    is_range, words = _formed(who, value, held)
    values = sorted(
        bounds.checked(who, moment_of(who, "value", word, "date"), word) for word in words
    )
    props = DateInput(
        **common.props,
        **bounds.given,
        is_range=is_range,
        format=format,
        required=required,
        clearable=not (values or required),
    )
    wire = [to_number(each) for each in values]
    is_of_first_call = any(map(is_now, words))
    shown = reaching(
        props, partial(bounds.reach, values, held), wire, keeps_default=is_of_first_call
    )
    asked = common.value(
        Dates("date", shown.min_value, shown.max_value, is_range, props.clearable),
        tuple(values) if is_range else values[0] if values else None,
        on_change,
        args,
        kwargs,
        bind,
        persist_state,
        wire=wire,
        identity=props,
        keeps_default=is_of_first_call,
    )
    return draw(shown, value=asked)


def _formed(who: str, value: Any, held: object) -> tuple[bool, list[Any]]:
    """Return whether it is a range, which dates in its key can make it too, and those at first."""
    is_range = isinstance(value, list | tuple)
    words = list(value) if is_range else [] if value is None else [value]
    if len(words) > 2:
        raise StreamlitInvalidParameterTypeError(
            f"{who}: value must be one date, or at most two for a range, got value={value!r}"
        )
    if isinstance(held, list | tuple) and len(held) <= 2:
        is_range = is_range or all(unit_of(each) in ("date", "datetime") for each in held)
    return is_range, words
