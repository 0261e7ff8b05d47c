"""Choices: columns of checkboxes, of values to choose from, and of lists."""

from collections.abc import Callable, Iterable
from typing import Any

from ostinato.arguments.columns import (
    ColumnAlignment,
    ColumnWidth,
    Option,
    color_of,
    column_of,
    documented_column,
    name_of,
    options_of,
)
from ostinato.wire.flag import optional_flag
from ostinato.wire.frames import ColumnOptions


@documented_column
def CheckboxColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: bool | None = None,
) -> ColumnOptions:
    """Configure a column of checkboxes.

    Example:
        >>> st.column_config.CheckboxColumn("Done", default=False)
    """
    ticked = optional_flag(name_of("checkbox", label), "default", default)
    return column_of(
        "checkbox",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=ticked,
    )


@documented_column
def SelectboxColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: Option | None = None,
    options: Iterable[Option] | None = None,
    format_func: Callable[[Any], object] | None = None,
) -> ColumnOptions:
    """Configure a column whose cells each have one of a few values.

    Args:
        options: The values; None for those of the column's own categories.
        format_func: Returns the text that stands for a value.

    Raises:
        StreamlitInvalidParameterTypeError: If the options are no values that a cell can have.

    Example:
        >>> st.column_config.SelectboxColumn("Size", options=["S", "M", "L"])
    """
    who = name_of("selectbox", label)
    found = options_of(who, options, format_func)
    return column_of(
        "selectbox",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        default=default,
        options=found,
    )


@documented_column
def MultiselectColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    default: Iterable[str] | None = None,
    options: Iterable[Option] | None = None,
    accept_new_options: bool | None = None,
    color: str | Iterable[str] | None = None,
    format_func: Callable[[Any], object] | None = None,
) -> ColumnOptions:
    """Configure a column whose cells are lists of some of a few values.

    Args:
        options: The values.
        accept_new_options: Whether a person may enter others.
        color: One for all options, a list of them, or "auto"; None for none.
        format_func: Returns the text that stands for a value.

    Raises:
        StreamlitInvalidColorError: If a color is none.
        StreamlitInvalidParameterTypeError: If the options are no values that a cell can have.

    Example:
        >>> st.column_config.MultiselectColumn("Tags", options=["new", "old"], color="auto")
    """
    who = name_of("multiselect", label)
    colors = color if color is None or isinstance(color, str) else list(color)
    for each in [colors] if isinstance(colors, str) else colors or []:
        color_of(who, each, ("auto",))
    return column_of(
        "multiselect",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        default=None if default is None else list(default),
        options=options_of(who, options, format_func),
        accept_new_options=bool(optional_flag(who, "accept_new_options", accept_new_options)),
        color=colors,
    )


@documented_column
def ListColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    default: Iterable[str] | None = None,
) -> ColumnOptions:
    """Configure a column of lists.

    Example:
        >>> st.column_config.ListColumn("Tags", width="medium")
    """
    items = None if default is None else list(default)
    return column_of(
        "list",
        label,
        width,
        help,
        pinned=pinned,
        disabled=disabled,
        required=required,
        default=items,
    )
