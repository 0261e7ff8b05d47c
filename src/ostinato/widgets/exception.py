"""Exception: an error with its traceback."""

from ostinato.errors import MarkdownFormattedException
from ostinato.run.container import Container
from ostinato.run.elements import element, show
from ostinato.run.options import check_width
from ostinato.run.traceback import user_frames
from ostinato.wire.props import Props, Width


class Failure(Props, frozen=True, tag="exception"):
    """The wire form of `exception`. `message` is Markdown if `is_markdown`."""

    type: str
    message: str = ""
    is_markdown: bool = False
    trace: list[str] = []
    width: Width = "stretch"


@element
def exception(exception: BaseException, width: Width = "stretch") -> Container:
    """Show an exception: its type, its message, and the lines of the script it came through.

    Args:
        exception: The exception.
        width: "stretch" or pixels.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> try:
        ...     load()
        ... except OSError as error:
        ...     st.exception(error)
    """
    check_width("exception", width)
    is_error = isinstance(exception, BaseException)
    return show(
        Failure(
            type=type(exception).__name__,
            message=_message(exception),
            is_markdown=isinstance(exception, MarkdownFormattedException),
            trace=user_frames(exception) if is_error else [],
            width=width,
        )
    )


def _message(exception: object) -> str:
    if isinstance(exception, SyntaxError):
        return str(exception.msg)
    return str(exception).strip()
