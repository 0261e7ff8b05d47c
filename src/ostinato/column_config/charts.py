"""Charts: columns of bars and small charts."""

from ostinato.arguments.columns import (
    ColumnWidth,
    Number,
    color_of,
    column_of,
    documented_column,
    name_of,
    number,
    numbers_between,
)
from ostinato.arguments.text import optional_str
from ostinato.wire.frames import ColumnOptions, ColumnType


@documented_column
def ProgressColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    format: str | None = None,
    min_value: Number = None,
    max_value: Number = None,
    step: Number = None,
    color: str | None = None,
) -> ColumnOptions:
    """Configure a column of bars that say how far something is.

    Args:
        format: As of `NumberColumn`.
        min_value: The number of an empty bar; None for 0.
        max_value: The number of a full bar; None for 100 of whole numbers, 1 of others.
        step: The precision of the numbers that are shown.
        color: "auto" for green above the half, "auto-inverse" for red, a color of the palette or of
            CSS; None for the primary one.

    Raises:
        StreamlitInvalidColorError: If `color` is none.
        StreamlitInvalidMinMaxError: If `min_value` is above `max_value`.

    Example:
        >>> st.column_config.ProgressColumn("Done", min_value=0, max_value=10)
    """
    who = name_of("progress", label)
    return column_of(
        "progress",
        label,
        width,
        help,
        pinned=pinned,
        format=optional_str(format),
        step=number(who, "step", step),
        color=color_of(who, color),
        **numbers_between(who, min_value, max_value),
    )


@documented_column
def LineChartColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: Number = None,
    y_max: Number = None,
    color: str | None = None,
) -> ColumnOptions:
    """Configure a column of small charts, of lines: each cell is a list of numbers.

    Args:
        y_min: The least number on the axis, for all cells; None for that of each.
        y_max: The greatest number on the axis, for all cells; None for that of each.
        color: "auto" for green where it rises, "auto-inverse" for red, a color of the palette or of
            CSS; None for the primary one.

    Raises:
        StreamlitInvalidColorError: If `color` is none.
        StreamlitInvalidMinMaxError: If `y_min` is above `y_max`.

    Example:
        >>> st.column_config.LineChartColumn("Sales", y_min=0)
    """
    return _chart("line_chart", label, width, help, pinned, y_min, y_max, color)


@documented_column
def AreaChartColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: Number = None,
    y_max: Number = None,
    color: str | None = None,
) -> ColumnOptions:
    """Configure a column of small charts, of areas: each cell is a list of numbers.

    Args:
        y_min: The least number on the axis, for all cells; None for that of each.
        y_max: The greatest number on the axis, for all cells; None for that of each.
        color: "auto" for green where it rises, "auto-inverse" for red, a color of the palette or of
            CSS; None for the primary one.

    Raises:
        StreamlitInvalidColorError: If `color` is none.
        StreamlitInvalidMinMaxError: If `y_min` is above `y_max`.

    Example:
        >>> st.column_config.AreaChartColumn("Sales", y_min=0)
    """
    return _chart("area_chart", label, width, help, pinned, y_min, y_max, color)


@documented_column
def BarChartColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    y_min: Number = None,
    y_max: Number = None,
    color: str | None = None,
) -> ColumnOptions:
    """Configure a column of small charts, of bars: each cell is a list of numbers.

    Args:
        y_min: The least number on the axis, for all cells; None for that of each.
        y_max: The greatest number on the axis, for all cells; None for that of each.
        color: "auto" for green where it rises, "auto-inverse" for red, a color of the palette or of
            CSS; None for the primary one.

    Raises:
        StreamlitInvalidColorError: If `color` is none.
        StreamlitInvalidMinMaxError: If `y_min` is above `y_max`.

    Example:
        >>> st.column_config.BarChartColumn("Sales", y_min=0)
    """
    return _chart("bar_chart", label, width, help, pinned, y_min, y_max, color)


def _chart(
    kind: ColumnType,
    label: str | None,
    width: ColumnWidth,
    help: str | None,
    pinned: bool | None,
    y_min: Number,
    y_max: Number,
    color: str | None,
) -> ColumnOptions:
    who = name_of(kind, label)
    axis = numbers_between(who, y_min, y_max, ("y_min", "y_max"))
    color = color_of(who, color)
    return column_of(kind, label, width, help, pinned=pinned, color=color, **axis)
