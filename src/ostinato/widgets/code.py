"""Code: a block of source text."""

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Height, Props, Width


class Code(Props, frozen=True):
    """The wire form of `code`."""

    body: str
    language: str | None = None
    line_numbers: bool = False
    wrap_lines: bool = False
    height: Height = "content"
    width: Width = "stretch"


@element
def code(
    body: object,
    language: str | None = "python",
    *,
    line_numbers: bool = False,
    wrap_lines: bool = False,
    height: Height | None = "content",
    width: Width = "stretch",
) -> Container:
    """Show a block of code, with its syntax in colour and a button to copy it.

    Args:
        body: The code.
        language: The language it is written in; None for plain text.
        line_numbers: Whether to number the lines.
        wrap_lines: Whether to wrap long lines.
        height: "content", "stretch" or pixels; beyond a fixed height the block scrolls.
        width: "stretch", "content" or pixels.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If the language is no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.code("SELECT name FROM people", language="sql")
    """
    if language is not None and not isinstance(language, str):
        raise StreamlitInvalidParameterTypeError(
            f"code: language must be a str or None, got language={language!r}"
        )
    if height is None:
        height = "content"
    check_height("code", height)
    check_width("code", width, STRETCH_OR_CONTENT)
    # One line break at each end belongs to the way the text was quoted.
    text = str(body).removeprefix("\n").removesuffix("\n")
    return draw(Code(text, language, line_numbers, wrap_lines, height, width))
