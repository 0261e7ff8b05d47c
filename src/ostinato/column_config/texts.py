"""Texts: columns of text, links, Markdown and JSON, and of whatever there is."""

from typing import Any

from ostinato.arguments.columns import (
    ColumnAlignment,
    ColumnWidth,
    column_of,
    count,
    documented_column,
    name_of,
)
from ostinato.arguments.text import optional_str
from ostinato.wire.frames import ColumnOptions


@documented_column
def Column(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
) -> ColumnOptions:
    """Configure a column, and leave it to its values how their cells are shown.

    Example:
        >>> st.column_config.Column("Name", width="medium", required=True)
    """
    return column_of(
        None,
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
    )


@documented_column
def TextColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
) -> ColumnOptions:
    """Configure a column of text.

    Args:
        max_chars: The most characters that a person may enter.
        validate: A regular expression, of the browser's kind, that what is entered must match.

    Example:
        >>> st.column_config.TextColumn("Name", max_chars=40, validate="^[A-Z]")
    """
    return column_of(
        "text",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=optional_str(default),
        **_entered(name_of("text", label), max_chars, validate),
    )


@documented_column
def LinkColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: str | None = None,
    max_chars: int | None = None,
    validate: str | None = None,
    display_text: str | None = None,
) -> ColumnOptions:
    """Configure a column of links: each cell is an address.

    Args:
        max_chars: The most characters that a person may enter.
        validate: A regular expression, of the browser's kind, that what is entered must match.
        display_text: What is shown in place of the address: a text, an icon like
            ":material/open_in_new:", or a regular expression of which a group in parentheses is
            shown.

    Example:
        >>> st.column_config.LinkColumn("Site", display_text="https://(.*?)/")
    """
    return column_of(
        "link",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=optional_str(default),
        display_text=optional_str(display_text),
        **_entered(name_of("link", label), max_chars, validate),
    )


@documented_column
def MarkdownColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    disabled: bool | None = None,
    required: bool | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
    default: str | None = None,
) -> ColumnOptions:
    """Configure a column of Markdown, which is shown in full when a cell is opened.

    Example:
        >>> st.column_config.MarkdownColumn("Notes", width="large")
    """
    return column_of(
        "markdown",
        label,
        width,
        help,
        disabled=disabled,
        required=required,
        pinned=pinned,
        alignment=alignment,
        default=optional_str(default),
    )


@documented_column
def JsonColumn(
    label: str | None = None,
    *,
    width: ColumnWidth = None,
    help: str | None = None,
    pinned: bool | None = None,
    alignment: ColumnAlignment = None,
) -> ColumnOptions:
    """Configure a column of JSON texts, or of values that JSON has.

    Example:
        >>> st.column_config.JsonColumn("Details")
    """
    return column_of("json", label, width, help, pinned=pinned, alignment=alignment)


def _entered(who: str, max_chars: int | None, validate: str | None) -> dict[str, Any]:
    if isinstance(validate, str):
        from ostinato.run.misnamed import tell_pattern  # noqa: PLC0415  (few have one)

        tell_pattern(who, validate)
    return {"max_chars": count(who, "max_chars", max_chars), "validate": optional_str(validate)}
