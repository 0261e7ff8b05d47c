"""Exception: an error with its traceback."""

from ostinato.arguments.size import check_width
from ostinato.errors import MarkdownFormattedException
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.run import current_run
from ostinato.run.traceback import is_raised_here, user_frames
from ostinato.wire.props import Props, Width
from ostinato.wire.text import sendable

UNTOLD = "This app has met an error. Its author can find the details in the server's log."


class Failure(Props, frozen=True, tag="exception"):
    """The wire form of `exception`. `message` is Markdown if `is_markdown`."""

    type: str
    message: str = ""
    is_markdown: bool = False
    trace: list[str] = []
    hint: str | None = None
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
    return draw(_failure(exception, width))


@element
def _uncaught(error: BaseException, hint: str | None) -> Container:
    """Show an exception that ended a run, with as much of it as the configuration allows."""
    details = current_run("exception").config.client.show_error_details
    if details == "full":
        return draw(_failure(error, "stretch", hint))
    if details == "none":
        return draw(Failure(type="Error", message=UNTOLD))
    trace = _trace(error) if details == "stacktrace" else []
    return draw(Failure(type=type(error).__name__, message=UNTOLD, trace=trace))


def _failure(exception: BaseException, width: Width, hint: str | None = None) -> Failure:
    return Failure(
        type=type(exception).__name__,
        message=_message(exception),
        is_markdown=_is_markdown(exception),
        trace=_trace(exception) if isinstance(exception, BaseException) else [],
        hint=hint,
        width=width,
    )


def _is_markdown(exception: object) -> bool:
    """Return whether a text is Markdown: ours are not, and quote what may look like it."""
    return isinstance(exception, MarkdownFormattedException) and not is_raised_here(exception)


def _trace(error: BaseException) -> list[str]:
    return [sendable(frame) for frame in user_frames(error)]


def _message(exception: object) -> str:
    text = exception.msg if isinstance(exception, SyntaxError) else exception
    try:
        return sendable(str(text).strip())
    except Exception:  # noqa: BLE001  (a user's __str__ may raise anything)
        return f"<the text of this {type(exception).__name__} could not be made>"
