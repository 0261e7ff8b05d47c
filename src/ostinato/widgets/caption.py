"""Caption: small, quiet text."""

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_text
from ostinato.arguments.text import dedent_text, optional_text
from ostinato.errors import StreamlitIncompatibleParametersError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Alignment, Props, Width


class Caption(Props, frozen=True):
    """The wire form of `caption`."""

    body: str
    unsafe_allow_html: bool = False
    help: str | None = None
    width: Width = "stretch"
    text_alignment: Alignment = "left"
    wrap: bool = True


@element
def caption(
    body: object,
    unsafe_allow_html: bool = False,
    *,
    help: str | None = None,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show small text: a note, a source, the legend of a picture.

    Args:
        body: The text, in Markdown.
        unsafe_allow_html: Whether to render HTML in the text; scripts never run.
        help: A tooltip beside the text, in Markdown.
        width: "stretch", "content" or pixels.
        text_alignment: "left", "center", "right" or "justify".
        wrap: Whether the text may take several lines.

    Raises:
        StreamlitIncompatibleParametersError: If HTML is to stay on one line.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment.

    Example:
        >>> st.caption("Source: our own figures")
    """
    check_text("caption", width, STRETCH_OR_CONTENT, text_alignment)
    wrap = as_flag("caption", "wrap", wrap)
    if not wrap and as_flag("caption", "unsafe_allow_html", unsafe_allow_html):
        raise StreamlitIncompatibleParametersError(
            "caption: HTML cannot be kept on one line, got unsafe_allow_html=True and wrap=False:"
            " leave one of them out"
        )
    tip = optional_text(help)
    return draw(Caption(dedent_text(body), unsafe_allow_html, tip, width, text_alignment, wrap))
