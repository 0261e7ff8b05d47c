"""Traceback: where an exception came from, as far as its user can do something about it."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

OURS = f"{Path(__file__).parent.parent}/"
MACHINERY = tuple(
    str(Path(traceback.__file__).parent / name)
    for name in (
        "runpy.py",
        "threading.py",
        "contextvars.py",
        "concurrent/",
        "importlib/",
        "asyncio/",
    )
)
FROZEN = "<frozen "


def user_frames(error: BaseException) -> list[str]:
    """Give the frames of an exception and of its causes, without those of this package.

    Returns:
        One text for each frame, the latest last. Before the frames of an exception that
        followed another one stand that other's frames, its message, and how they are linked.

    Example:
        >>> try:
        ...     1 / 0
        ... except ZeroDivisionError as error:
        ...     print(user_frames(error)[-1])
          File "<doctest>", line 2, in <module>
            1 / 0
    """
    return list(_frames(traceback.TracebackException.from_exception(error, compact=True)))


def user_stack(frame: FrameType) -> list[str]:
    """Give the frames of code that is running, without those of this package."""
    stack = [one for one in traceback.extract_stack(frame) if not _is_machinery(one.filename)]
    return [text.rstrip("\n") for text in traceback.StackSummary.from_list(stack).format()]


def _frames(error: traceback.TracebackException) -> Iterator[str]:
    if error.__cause__ is not None:
        yield from _earlier(error.__cause__)
        yield "The above exception was the direct cause of the following exception:"
    elif error.__context__ is not None and not error.__suppress_context__:
        yield from _earlier(error.__context__)
        yield "During handling of the above exception, another exception occurred:"
    frames = [frame for frame in error.stack if not _is_machinery(frame.filename)]
    for text in traceback.StackSummary.from_list(frames).format():
        yield text.rstrip("\n")
    if _is_syntax_error(error):
        yield _syntax_frame(error)
    for inner in error.exceptions or ():
        yield from _earlier(inner)


def _earlier(error: traceback.TracebackException) -> Iterator[str]:
    yield from _frames(error)
    yield "".join(_last_lines(error)).rstrip("\n")


def _last_lines(error: traceback.TracebackException) -> list[str]:
    lines = list(error.format_exception_only())
    if _is_syntax_error(error):
        return lines[-1:]
    return lines


def _syntax_frame(error: traceback.TracebackException) -> str:
    """Give the line that cannot be read, with a mark below the place."""
    lines = list(error.format_exception_only())
    return "".join(line for line in lines if line.startswith(" ")).rstrip("\n")


def _is_syntax_error(error: traceback.TracebackException) -> bool:
    return hasattr(error, "msg")  # No other has one, and the type itself is no longer told.


def _is_machinery(filename: str) -> bool:
    return filename.startswith((OURS, *MACHINERY, FROZEN))
