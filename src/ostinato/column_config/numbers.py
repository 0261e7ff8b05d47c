"""Numbers: columns of numbers."""

from ostinato.arguments.columns import (
    ColumnAlignment,
    ColumnWidth,
    Number,
    column_of,
    documented_column,
    name_of,
    number,
    numbers_between,
)
from ostinato.arguments.text import optional_str
from ostinato.wire.frames import ColumnOptions


@documented_column
def NumberColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: Number = None,
    format: str | None = None,
    min_value: Number = None,
    max_value: Number = None,
    step: Number = None,
) -> ColumnOptions:
    """Configure a column of numbers; durations count in seconds.

    Args:
        format: "plain", "localized", "percent", "dollar", "euro", "yen", "accounting", "compact",
            "scientific", "engineering", "bytes", "duration", or in the manner of printf: "%.2f kg",
            with "," for thousands: "%,d".
        min_value: The least number that may be entered.
        max_value: The greatest number that may be entered.
        step: The precision: 1 for whole numbers, 0.01 for two digits.

    Raises:
        StreamlitInvalidMinMaxError: If `min_value` is above `max_value`.
        StreamlitInvalidParameterTypeError: If a number is none.

    Example:
        >>> st.column_config.NumberColumn("Price", format="dollar", min_value=0)
    """
    who = name_of("number", label)
    if isinstance(format, str) and "{" in format:
        from ostinato.run.misnamed import tell_format  # noqa: PLC0415  (few are wrong)

        tell_format(who, format)
    return column_of(
        "number",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=number(who, "default", default),
        format=optional_str(format),
        step=number(who, "step", step),
        **numbers_between(who, min_value, max_value),
    )
