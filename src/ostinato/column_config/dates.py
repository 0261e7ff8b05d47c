"""Dates: columns of moments, dates and times."""

import datetime as dt
from typing import Any

from ostinato.arguments.columns import (
    ColumnAlignment,
    ColumnWidth,
    check_bounds,
    column_of,
    documented_column,
    moment,
    name_of,
    number,
)
from ostinato.arguments.text import optional_str
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.wire.frames import ColumnOptions


@documented_column
def DatetimeColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: dt.datetime | None = None,
    format: str | None = None,
    min_value: dt.datetime | None = None,
    max_value: dt.datetime | None = None,
    step: int | float | dt.timedelta | None = None,
    timezone: str | None = None,
) -> ColumnOptions:
    """Configure a column of moments.

    Args:
        format: "localized", "distance", "calendar", "iso8601", or a format
            like "DD.MM.YYYY"; None for ISO.
        min_value: The earliest that may be entered.
        max_value: The latest that may be entered.
        step: Seconds between those that may be entered.
        timezone: The time zone in which moments are shown; None for that of the data.

    Raises:
        StreamlitInvalidMinMaxError: If `min_value` is above `max_value`.
        StreamlitInvalidParameterTypeError: If a bound is of another type.

    Example:
        >>> st.column_config.DatetimeColumn("When", format="localized")
    """
    who = name_of("datetime", label)
    return column_of(
        "datetime",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        format=optional_str(format),
        step=number(who, "step", step),
        timezone=_zone(who, timezone),
        **_moments(who, dt.datetime, default, min_value, max_value),
    )


@documented_column
def DateColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: dt.date | None = None,
    format: str | None = None,
    min_value: dt.date | None = None,
    max_value: dt.date | None = None,
    step: int | None = None,
) -> ColumnOptions:
    """Configure a column of dates.

    Args:
        format: "localized", "distance", "iso8601", or a format
            like "DD.MM.YYYY"; None for ISO.
        min_value: The earliest that may be entered.
        max_value: The latest that may be entered.
        step: Days between those that may be entered.

    Raises:
        StreamlitInvalidMinMaxError: If `min_value` is above `max_value`.
        StreamlitInvalidParameterTypeError: If a bound is of another type.

    Example:
        >>> st.column_config.DateColumn("When", format="localized")
    """
    who = name_of("date", label)
    return column_of(
        "date",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        format=optional_str(format),
        step=number(who, "step", step),
        **_moments(who, dt.date, default, min_value, max_value),
    )


@documented_column
def TimeColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: dt.time | None = None,
    format: str | None = None,
    min_value: dt.time | None = None,
    max_value: dt.time | None = None,
    step: int | float | dt.timedelta | None = None,
) -> ColumnOptions:
    """Configure a column of times.

    Args:
        format: "localized", "iso8601", or a format like "hh:mm a"; None for hours, minutes and
            seconds.
        min_value: The earliest that may be entered.
        max_value: The latest that may be entered.
        step: Seconds between those that may be entered.

    Raises:
        StreamlitInvalidMinMaxError: If `min_value` is above `max_value`.
        StreamlitInvalidParameterTypeError: If a bound is of another type.

    Example:
        >>> st.column_config.TimeColumn("When", format="localized")
    """
    who = name_of("time", label)
    return column_of(
        "time",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        format=optional_str(format),
        step=number(who, "step", step),
        **_moments(who, dt.time, default, min_value, max_value),
    )


def _moments(who: str, kind: type, default: Any, low: Any, high: Any) -> dict[str, Any]:
    first, last = moment(who, "min_value", low, kind), moment(who, "max_value", high, kind)
    check_bounds(who, first, last)
    return {
        "default": moment(who, "default", default, kind),
        "min_value": first,
        "max_value": last,
    }


def _zone(who: str, timezone: object) -> str | None:
    if timezone is None or isinstance(timezone, str):
        return timezone
    raise StreamlitInvalidParameterTypeError(
        f"{who}: timezone must be the name of a time zone or None, got timezone={timezone!r}"
    )
