"""Source: the lines of a script that call."""

import ast
import linecache
import sys
from itertools import islice
from types import FrameType

from ostinato.run.traceback import MACHINERY, OURS

SCRIPTS = (f"{OURS}hello.py", f"{OURS}gallery/")
"""Files of this package that are scripts like any other."""

LONGEST = 100
"""Characters of an expression that are still a name for it."""


def caller() -> FrameType | None:
    """Return the frame of a script that has called into this package; None if none has.

    A callback may be a function of this package.
    """
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  (the only way to know who calls)
    while frame is not None and _is_ours(frame.f_code.co_filename):
        frame = frame.f_back
    return None if frame is None or frame.f_code.co_filename.startswith(MACHINERY) else frame


def lines_of(frame: FrameType) -> list[str]:
    """Return the lines of the file that a frame runs; none if it runs no file."""
    linecache.checkcache(frame.f_code.co_filename)
    return linecache.getlines(frame.f_code.co_filename, frame.f_globals)


def argument_of(calls: tuple[str, ...]) -> str | None:
    """Return how the script has written the one argument of a call that goes on.

    Args:
        calls: What the called function may be named. If it is none of them, the script has no call
            but an expression, which stands for itself.

    Returns:
        The expression; None if there is not just one, or it is too long to be a name.
    """
    frame = caller()
    text = None if frame is None else _text_at(frame)
    if text is None:
        return None
    try:
        node: ast.AST = ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
    if isinstance(node, ast.Call) and _name(node.func) in calls:
        given = [*node.args, *(each.value for each in node.keywords if each.arg in (None, "obj"))]
        if len(given) != 1 or isinstance(given[0], ast.Starred):
            return None
        node = given[0]
    if isinstance(node, ast.NamedExpr):
        node = node.target
    found = ast.get_source_segment(text, node)
    return found if found and len(found) <= LONGEST and "\n" not in found else None


def _text_at(frame: FrameType) -> str | None:
    """Return the expression that a frame is at."""
    positions = islice(frame.f_code.co_positions(), frame.f_lasti // 2, None)
    first, last, start, end = next(positions, (None, None, None, None))
    lines = lines_of(frame)
    if first is None or last is None or last > len(lines):
        return None
    rows = [line.encode() for line in lines[first - 1 : last]]
    rows[-1] = rows[-1][:end]
    rows[0] = rows[0][start:]
    # In brackets, it may go over several lines, however those are indented.
    return f"({b''.join(rows).decode(errors='replace')})"


def _is_ours(filename: str) -> bool:
    return filename.startswith(OURS) and not filename.startswith(SCRIPTS)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
