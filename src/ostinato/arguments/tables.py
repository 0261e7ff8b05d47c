"""Tables: the arguments that elements share which show a table by its frame."""

from collections.abc import Callable
from typing import Any, TypeVar

from ostinato.arguments.count import check_count
from ostinato.arguments.documented import completed
from ostinato.arguments.inputs import Key
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width, width_of
from ostinato.arguments.text import alt_of, describe, optional_str
from ostinato.wire.props import Height, Width

F = TypeVar("F", bound=Callable[..., Any])

HEIGHTS = ("auto", "content", "stretch")


class TableArguments:
    """The arguments that tables share.

    The last is checked where the columns are known.

    Args:
        kind: The name of the table's function, for errors.
        key: Its name in session state; also the CSS class `st-key-<key>`.
        alt: What the table shows, for who cannot see it.
        width: "stretch", "content" or pixels.
        height: "auto" for up to ten rows, "content" for all, "stretch" or pixels.
        row_height: The height of a row in pixels.
        placeholder: Shown in place of values that are not there; None for "None".
        use_container_width: Deprecated: True is `width="stretch"`.
        column_order: The names of the columns to show, in this order; None for all.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.
    """

    __slots__ = ("props", "who")

    def __init__(
        self,
        kind: str,
        key: Key | None,
        alt: object,
        width: Width,
        height: Height,
        row_height: int | None,
        placeholder: object,
        use_container_width: bool | None,
    ) -> None:
        alt = alt_of(alt)
        key = optional_str(key)
        label = alt or key or ""
        self.who = describe(kind, label)
        """The table, as errors call it."""
        width = width_of(kind, label, width, use_container_width)
        check_width(self.who, width, STRETCH_OR_CONTENT)
        check_height(self.who, height, HEIGHTS)
        if row_height is not None:
            row_height = check_count(self.who, "row_height", row_height)
        self.props: dict[str, Any] = {
            "key": key,
            "alt": alt,
            "width": width,
            "height": height,
            "row_height": row_height,
            "placeholder": optional_str(placeholder),
        }


def documented_table(function: F) -> F:
    """Complete the docstring of a table by what is said of the arguments they share."""
    return completed(function, [TableArguments.__doc__ or ""])
