"""Columns: the arguments that all kinds of columns share, and what is said of them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from numbers import Real
from typing import Any, Literal, TypeVar

import msgspec

from ostinato.arguments.count import check_count
from ostinato.arguments.documented import completed
from ostinato.arguments.palette import PALETTE
from ostinato.arguments.size import check_width
from ostinato.arguments.text import check_choice, optional_str, optional_text
from ostinato.errors import (
    StreamlitInvalidColorError,
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from ostinato.wire.flag import optional_flag
from ostinato.wire.frames import EXACT, ColumnOption, ColumnOptions, ColumnType

F = TypeVar("F", bound=Callable[..., Any])

ColumnWidth = Literal["small", "medium", "large"] | int | None
ColumnAlignment = Literal["left", "center", "right"] | None
Number = int | float | None
Option = str | int | float | bool

WIDTHS = ("small", "medium", "large")


class ButtonSpec(msgspec.Struct, frozen=True):
    """A column of buttons: how it looks, and what a click does.

    Args:
        options: How it looks.
        key: The name of the click in session state; None if nobody asks for clicks.
        on_click: Called with `args` and `kwargs` before the script runs.
        args: Passed to `on_click`.
        kwargs: Passed to `on_click`.
    """

    options: ColumnOptions
    key: str | None
    on_click: Callable[..., object] | None
    args: Any
    kwargs: Any


class ColumnArguments:
    """The arguments that kinds of columns share.

    Args:
        label: The header, in place of the column's name.
        width: "small" (75 pixels), "medium" (200), "large" (400) or pixels; None to fit the cells.
        help: A tooltip of the header, in Markdown.
        disabled: Whether cells cannot be edited; None to leave it to the table.
        required: Whether an edited cell must have a value.
        pinned: Whether the column stays in sight on the left; None pins those of the index.
        alignment: "left", "center" or "right"; None aligns by the kind of column.
        default: The value of the column in rows that a person adds.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.
    """


def documented_column(function: F) -> F:
    """Complete the docstring of a kind of column by what is said of the arguments they share."""
    return completed(function, [ColumnArguments.__doc__ or ""])


def column_of(
    kind: ColumnType | None,
    label: object,
    width: object = None,
    help: object = None,
    *,
    pinned: object = None,
    disabled: object = None,
    required: object = None,
    alignment: object = None,
    **fields: Any,
) -> ColumnOptions:
    """Check what all kinds of columns share, and return how the column is shown.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.
    """
    who = name_of(kind, label)
    if width is not None:
        check_width(who, width, WIDTHS)
    check_choice(who, "alignment", alignment, ("left", "center", "right", None))
    return ColumnOptions(
        type=kind,
        label=optional_str(label),
        width=width,  # type: ignore[arg-type]
        help=optional_text(help),
        pinned=optional_flag(who, "pinned", pinned),
        disabled=optional_flag(who, "disabled", disabled),
        required=optional_flag(who, "required", required),
        alignment=alignment,  # type: ignore[arg-type]
        **fields,
    )


def name_of(kind: ColumnType | None, label: object) -> str:
    """Return how errors call a column."""
    words = "".join(word.capitalize() for word in (kind or "").split("_"))
    return f"{words}Column" if label is None else f'{words}Column "{label}"'


def number(who: str, name: str, value: object) -> Number:
    """Return an argument that is a number, or None.

    Raises:
        StreamlitInvalidParameterTypeError: If it is something else.
    """
    if value is None:
        return None
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    if not isinstance(value, Real) or isinstance(value, bool):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be a number or None, got {name}={value!r}"
        )
    return int(value) if hasattr(value, "__index__") else float(value)


def numbers_between(
    who: str, low: object, high: object, names: tuple[str, str] = ("min_value", "max_value")
) -> dict[str, Number]:
    """Return the least and the greatest number of something, by the names of the arguments.

    Raises:
        StreamlitInvalidMinMaxError: If the least is above the greatest.
        StreamlitInvalidParameterTypeError: If one is something else.
    """
    least, greatest = (
        number(who, name, value) for name, value in zip(names, (low, high), strict=True)
    )
    check_bounds(who, least, greatest, names)
    return {names[0]: least, names[1]: greatest}


def check_bounds(
    who: str, low: Any, high: Any, names: tuple[str, str] = ("min_value", "max_value")
) -> None:
    """Check that the first of two is not above the second.

    Raises:
        StreamlitInvalidMinMaxError: If it is.
    """
    if low is not None and high is not None and low > high:
        raise StreamlitInvalidMinMaxError(
            f"{who}: {names[0]} must not be above {names[1]}, got {names[0]}={low!r} and"
            f" {names[1]}={high!r}"
        )


def count(who: str, name: str, value: object) -> int | None:
    """Return an argument that is a count, or None."""
    return None if value is None else check_count(who, name, value, "a positive count or None")


def moment(who: str, name: str, value: object, kind: type) -> str | None:
    """Return a date, time or moment as it travels.

    Raises:
        StreamlitInvalidParameterTypeError: If it is of another type.
    """
    if value is None:
        return None
    if kind is dt.date and isinstance(value, dt.datetime):
        value = value.date()
    if kind is dt.datetime and type(value) is dt.date:
        value = dt.datetime.combine(value, dt.time())
    if not isinstance(value, kind):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be a {kind.__module__}.{kind.__name__} or None,"
            f" got {name}={value!r}"
        )
    text: str = value.isoformat()  # type: ignore[attr-defined]
    return text


def color_of(
    who: str, color: object, words: Iterable[str] = ("auto", "auto-inverse")
) -> str | None:
    """Return the color of what is drawn in a cell.

    Raises:
        StreamlitInvalidColorError: If it is none.
    """
    if color is None:
        return None
    text = color if isinstance(color, str) else ""
    begins = ("#", "rgb(", "rgba(", "hsl(", "hsla(")
    if text in words or text in PALETTE or text.lower().startswith(begins) or text.isalpha():
        return text
    raise StreamlitInvalidColorError(
        f'{who}: color must be {", ".join(map(repr, words))}, a name like "red", or a color of CSS'
        f' like "#483d8b", got color={color!r}'
    )


def options_of(
    who: str, options: Iterable[Any] | None, format_func: Callable[[Any], object] | None
) -> list[ColumnOption] | None:
    """Return the values that a cell may have, with their texts.

    Raises:
        StreamlitInvalidParameterTypeError: If they are no values that a cell can have.
    """
    if options is None:
        return None
    if isinstance(options, str | Mapping) or not isinstance(options, Iterable):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: options must be a list of texts, numbers or bools, got options={options!r}"
        )
    found = []
    for option in options:
        value = option.item() if hasattr(option, "item") else option
        if not isinstance(value, Option):
            raise StreamlitInvalidParameterTypeError(
                f"{who}: each option must be a text, a number or a bool, got {option!r}"
            )
        if isinstance(value, int) and abs(value) > EXACT:
            raise StreamlitValueError(
                f"{who}: options must be whole numbers up to 2**53, got {value!r}: pass texts"
            )
        label = None if format_func is None else str(format_func(option))
        found.append(ColumnOption(value, label))
    return found
