"""Traceback: where an exception came from, in the frames its author can change."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from ostinato.errors import Error

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

ASKED = frozenset(
    {
        "__getattr__",
        "__getitem__",
        "__delitem__",
        "bind",
        "_draw_inside",
        "find_in",
        "find_spec",
        "_find_secret",
        "_find_attribute",
        "_refuse_to_set",
    }
)
"""Functions of ours that raise if a script asks for what is not there, or with wrong arguments."""

LONGEST = 10_000
"""Characters of a traceback in the log."""

HEAD = 7_000
"""How many of them are its first ones, if some have to be left out."""

BOUNDED = "is_bounded"
"""What a line of the log has that cannot come without end: nobody need count it."""


def user_frames(error: BaseException) -> list[str]:
    """Return the frames of an exception and of its causes, without those of this package.

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


class Place(NamedTuple):
    """Where an exception comes from."""

    name: str
    """Its type, and the last line that it has passed."""

    way: int
    """A number that is the same for all of this type that have come the same way."""


class Failure:
    """An exception that a script has ended with, as a log tells of it.

    Args:
        error: The exception.
    """

    def __init__(self, error: BaseException) -> None:
        self.place = place_of(error, is_ours=False)
        """Where it comes from, in the user's code."""
        # Made text at once: an exception that hangs here must not hold the lock of the log.
        self._text = _cut(_told(error))

    def __str__(self) -> str:
        """Return the traceback in the user's frames; in all, if it is a fault of this package."""
        return self._text


def place_of(error: BaseException, *, is_ours: bool = True) -> Place:
    """Return where an exception comes from.

    Args:
        error: The exception.
        is_ours: Whether code of this package is a place too.
    """
    lines = [
        (each.f_code.co_filename, line) for each, line in traceback.walk_tb(error.__traceback__)
    ]
    seen = [each for each in lines if is_ours or not _is_machinery(each[0])]
    kind = type(error)
    name = kind.__qualname__ + (f" in {seen[-1][0]}, line {seen[-1][1]}" if seen else "")
    # A set, since a recursion is the same failure however deep it went.
    return Place(name, hash((kind.__module__, kind.__qualname__, frozenset(seen))))


def is_raised_here(error: BaseException) -> bool:
    """Return whether an exception was raised by code of this package."""
    codes = [frame.f_code for frame, _ in traceback.walk_tb(error.__traceback__)]
    return bool(codes) and codes[-1].co_filename.startswith(OURS)


def user_files(error: BaseException) -> list[str]:
    """Return the files that an exception has come through, without those of this package."""
    files = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__)]
    return [file for file in files if not _is_machinery(file)]


def user_stack(frame: FrameType) -> list[str]:
    """Return the frames of code that is running, without those of this package."""
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
    """Return the line that cannot be read, with a mark below the place."""
    lines = list(error.format_exception_only())
    return "".join(line for line in lines if line.startswith(" ")).rstrip("\n")


def _is_syntax_error(error: traceback.TracebackException) -> bool:
    return hasattr(error, "msg")  # No other has one, and the type itself is no longer told.


def _is_machinery(filename: str) -> bool:
    return filename.startswith((OURS, *MACHINERY, FROZEN))


def _told(error: BaseException) -> str:
    if _is_our_fault(error):
        return "".join(traceback.format_exception(error)).rstrip("\n")
    summary = traceback.TracebackException.from_exception(error, compact=True)
    return "\n".join(["Traceback (most recent call last):", *_earlier(summary)])


def _cut(text: str) -> str:
    """Leave out the middle of text that is too long."""
    cut = len(text) - LONGEST
    return text if cut <= 0 else f"{text[:HEAD]}\n[{cut:,} characters]\n{text[HEAD + cut :]}"


def _is_our_fault(error: BaseException) -> bool:
    """Return whether code of this package has raised what it never means to raise.

    A script that cannot be compiled, or asks for what is not there, is its author's.
    """
    codes = [frame.f_code for frame, _ in traceback.walk_tb(error.__traceback__)]
    if not codes or isinstance(error, Error | SyntaxError) or codes[-1].co_name in ASKED:
        return False
    return codes[-1].co_filename.startswith(OURS)
