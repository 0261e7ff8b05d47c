"""Spinner: says that something goes on, while it does."""

from contextlib import AbstractContextManager

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width
from ostinato.arguments.text import dedent_text
from ostinato.run.effects import transient
from ostinato.run.elements import element
from ostinato.wire.props import Props, Width


class Spinner(Props, frozen=True):
    """The wire form of `spinner`; it is on the page for a while only."""

    text: str
    show_time: bool = False
    width: Width = "content"


@element
def spinner(
    text: str = "In progress...",
    *,
    show_time: bool = False,
    _cache: bool = False,
    width: Width = "content",
) -> AbstractContextManager[None]:
    """Show that something goes on for as long as a block of code runs.

    It goes when the block ends, also by an exception, or because a newer event takes its place.

    Args:
        text: What goes on, in Markdown.
        show_time: Whether to show for how long.
        width: "content", "stretch" or pixels.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> with st.spinner("Counting ..."):
        ...     total = sum(range(10**7))
    """
    check_width("spinner", width, STRETCH_OR_CONTENT)
    return transient(Spinner(dedent_text(text), show_time, width))
