"""Number input: a number, typed or stepped."""

import re
from typing import Any, Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
    PersistState,
)
from ostinato.arguments.text import optional_str
from ostinato.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidNumberFormatError,
    StreamlitJSNumberBoundsError,
    StreamlitMixedNumericTypesError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)
from ostinato.run.elements import draw, element
from ostinato.values.moment import (
    SAFE,
    Number,
    decimals,
    is_number,
    to_number,
    too_large,
    unit_of,
)
from ostinato.values.number import Numeric
from ostinato.wire.props import InputProps, LabelVisibility, Width

# One number and nothing but a number: what is shown must be readable back.
_FORMAT = re.compile(r" *%[-+ 0]*\d*(\.\d+)?[deEfFgGiosuxX] *")


class NumberInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `number_input`. `clearable`: it began empty and may be so again."""

    is_integer: bool = False
    min_value: int | float | None = None
    max_value: int | float | None = None
    step: int | float = 0.01
    format: str | None = None
    placeholder: str | None = None
    required: bool = False
    icon: str | None = None
    clearable: bool = False
    identity_free = InputProps.identity_free | {"clearable"}


@element
@documented
def number_input(
    label: str,
    min_value: Number | None = None,
    max_value: Number | None = None,
    value: Number | Literal["min"] | None = "min",
    step: Number | None = None,
    format: str | None = None,
    key: Key | None = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    placeholder: str | None = None,
    disabled: bool = False,
    required: bool = False,
    label_visibility: LabelVisibility = "visible",
    icon: str | None = None,
    width: Width = "stretch",
    bind: Bind = None,
    persist_state: PersistState = None,
) -> Any:
    """Show a field for a number and return the number.

    It is one of int if value, bounds and step are, else one of float.

    Args:
        label: What it sets, in Markdown.
        min_value: The least number it takes.
        max_value: The greatest number it takes.
        value: The number at first; "min" for `min_value` or zero; None, or nan, for an empty field.
        step: What the buttons add and take away; else 1 or 0.01. With 0 a number can be typed only.
        format: How to show the number, like "%.1f" or "%d".
        placeholder: Shown while the field is empty.
        required: Whether it cannot be emptied again.
        icon: An emoji, a symbol like ":material/euro:", or "spinner".

    Returns:
        The number; while the field is empty None, or nan if that is the `value`.

    Raises:
        StreamlitInvalidMinMaxError: If the lower bound is above the upper one.
        StreamlitInvalidNumberFormatError: If the format shows anything but a number.
        StreamlitJSNumberBoundsError: If a number is too large for a browser, or not finite.
        StreamlitMixedNumericTypesError: If value, bounds and step are not of one type.
        StreamlitValueAboveMaxError: If the value is above the upper bound.
        StreamlitValueBelowMinError: If the value is below the lower bound.

    Differs:
        value: A field that is emptied gives its last number and shows it again, not its `value`,
            unless that is None.
        returns: It is an int or a float of Python, whatever class the numbers given have.

    Example:
        >>> people = st.number_input("How many people?", 1, 10)
    """
    common = InputArguments("number_input", label, key, help, disabled, label_visibility, width)
    who = common.who
    given = None if isinstance(value, str) and value == "min" else value
    is_integer = _is_integer(who, value=given, min_value=min_value, max_value=max_value, step=step)
    low, high = _number_or_none(min_value), _number_or_none(max_value)
    start = _start(value, low, is_integer)
    empty = start if start is None or start != start else None
    shown = None if start is empty else start
    _check_bounds(who, is_integer, shown, low, high)
    step = to_number(step) if step is not None else 1 if is_integer else 0.01
    if not (step >= 0 and is_number(step)):
        raise StreamlitValueError(
            f"{who}: step must be finite and not below zero, got step={step!r}"
        )
    props = NumberInput(
        **common.props,
        is_integer=is_integer,
        min_value=low,
        max_value=high,
        step=step,
        format=_format(who, format, is_integer, step),
        placeholder=optional_str(placeholder),
        required=required,
        icon=check_icon(who, icon) or None,
        clearable=shown is None,
    )
    codec = Numeric(is_integer, low, high, shown is None, props.required, empty)
    asked = common.value(codec, start, on_change, args, kwargs, bind, persist_state, wire=shown)
    return draw(props, value=asked)


def _is_integer(who: str, **given: Any) -> bool:
    """Return whether the numbers are int: all that are given must be of one type."""
    numbers = {name: value for name, value in given.items() if value is not None}
    units = set(map(unit_of, numbers.values()))
    if not units:
        return False
    if len(units) > 1 or not units <= {"int", "float"}:
        shown = ", ".join(f"{name}={value!r}" for name, value in numbers.items())
        raise StreamlitMixedNumericTypesError(
            f"{who}: value, bounds and step must all be int or all be float, got {shown}"
        )
    return units == {"int"}


def _number_or_none(value: Number | None) -> Number | None:
    return None if value is None else to_number(value)


def _start(value: Any, low: Number | None, is_integer: bool) -> Number | None:
    if value is None:
        return None
    if not isinstance(value, str):
        return to_number(value)
    if low is not None:
        return low
    return 0 if is_integer else 0.0


def _check_bounds(
    who: str, is_integer: bool, value: Number | None, low: Number | None, high: Number | None
) -> None:
    if low is not None and high is not None and low > high:
        raise StreamlitInvalidMinMaxError(
            f"{who}: min_value must not be above max_value, got min_value={low!r}"
            f" and max_value={high!r}"
        )
    for name, number in (("value", value), ("min_value", low), ("max_value", high)):
        if number is not None and not (abs(number) <= SAFE if is_integer else is_number(number)):
            raise StreamlitJSNumberBoundsError(too_large(who, f"{name}={number!r}"))
    if value is not None and low is not None and value < low:
        raise StreamlitValueBelowMinError(
            f"{who}: value must not be below min_value, got value={value!r} and min_value={low!r}"
        )
    if value is not None and high is not None and value > high:
        raise StreamlitValueAboveMaxError(
            f"{who}: value must not be above max_value, got value={value!r} and max_value={high!r}"
        )


def _format(who: str, format: str | None, is_integer: bool, step: Number) -> str:
    if format is None:
        return "%d" if is_integer else f"%0.{max(2, decimals(step))}f"
    if not isinstance(format, str) or not _FORMAT.fullmatch(format):
        raise StreamlitInvalidNumberFormatError(
            f"{who}: format must show a number and nothing else, got format={format!r}:"
            ' write it like "%.1f" or "%d"'
        )
    return str(format)
