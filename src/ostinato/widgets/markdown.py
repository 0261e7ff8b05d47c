"""Markdown: formatted text."""

from ostinato.arguments.size import ANY_WIDTH, check_text
from ostinato.arguments.text import dedent_text
from ostinato.errors import StreamlitIncompatibleParametersError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Alignment, Props, Width


class Markdown(Props, frozen=True):
    """The wire form of `markdown`; a `cursor` stands behind a text that is being written."""

    body: str
    unsafe_allow_html: bool = False
    help: str | None = None
    width: Width = "auto"
    text_alignment: Alignment = "left"
    anchors: bool = True
    wrap: bool = True
    cursor: str = ""


@element
def markdown(
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width = "auto",
    text_alignment: Alignment = "left",
    anchors: bool = True,
    wrap: bool = True,
) -> Container:
    """Show text formatted with Markdown.

    Args:
        body: The text, in GitHub's Markdown with colours, badges, emoji and icons.
        unsafe_allow_html: Whether to render HTML in the text; scripts never run.
        help: A tooltip beside the text, in Markdown.
        width: "auto", "stretch", "content" or pixels.
        text_alignment: "left", "center", "right" or "justify".
        anchors: Whether headings show a link to themselves.
        wrap: Whether the text may take several lines.

    Raises:
        StreamlitIncompatibleParametersError: If HTML is to stay on one line.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment.

    Differs:
        body: Prices beside a formula stay text: "costs $5 or $10, and $y$ holds".
        unsafe_allow_html: Scripts never run.

    Example:
        >>> st.markdown("All is :green[**well**] :material/thumb_up:")
    """
    check_text("markdown", width, ANY_WIDTH, text_alignment)
    wrap = as_flag("markdown", "wrap", wrap)
    if not wrap and as_flag("markdown", "unsafe_allow_html", unsafe_allow_html):
        raise StreamlitIncompatibleParametersError(
            "markdown: HTML cannot be kept on one line, got unsafe_allow_html=True and wrap=False:"
            " leave one of them out"
        )
    tip = None if help is None else dedent_text(help)
    return draw(
        Markdown(dedent_text(body), unsafe_allow_html, tip, width, text_alignment, anchors, wrap)
    )
