"""Text: plain text, as it is."""

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_text
from ostinato.arguments.text import dedent_text, optional_text
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Alignment, Props, Width


class Text(Props, frozen=True):
    """The wire form of `text`."""

    body: str
    help: str | None = None
    width: Width = "content"
    text_alignment: Alignment = "left"
    wrap: bool = True


@element
def text(
    body: object,
    *,
    help: str | None = None,
    width: Width = "content",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show text without any formatting.

    Args:
        body: The text.
        help: A tooltip beside the text, in Markdown.
        width: "content", "stretch" or pixels.
        text_alignment: "left", "center", "right" or "justify".
        wrap: Whether the text may take several lines.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment.

    Example:
        >>> st.text("2 * 3 * 4 is shown with its asterisks")
    """
    check_text("text", width, STRETCH_OR_CONTENT, text_alignment)
    return draw(Text(dedent_text(body), optional_text(help), width, text_alignment, wrap))
