"""Echo: a block of code that is shown, and runs."""

import ast
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Literal

from ostinato.arguments.text import check_choice
from ostinato.run.elements import elements
from ostinato.run.source import caller, lines_of


def echo(code_location: Literal["above", "below"] = "above") -> AbstractContextManager[None]:
    """Show the code of a block, and run it.

    Args:
        code_location: Whether the code stands "above" what it draws, or "below".

    Raises:
        StreamlitValueError: If there is no such place.

    Example:
        >>> with st.echo():
        ...     st.write("This line is on the page, too")
    """
    check_choice("echo", "code_location", code_location, ("above", "below"))
    frame = caller()
    code = "" if frame is None else _block(lines_of(frame), frame.f_lineno)
    return _shown(code, is_above=code_location == "above")


@contextmanager
def _shown(code: str, *, is_above: bool) -> Iterator[None]:
    if is_above:
        elements["code"](code)
    yield
    if not is_above:
        elements["code"](code)


def _block(lines: list[str], number: int) -> str:
    """Return the code of the block whose `with` calls on a line; nothing if it is not to be found.

    Of a block without a file, as one that is typed into a console, there are no lines.
    """
    try:
        tree = ast.parse("".join(lines))
    except SyntaxError:
        return ""  # The file has been changed since it runs.
    found = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.With | ast.AsyncWith) and _calls_on(node, number)
    ]
    # Of two on a line, the inner one comes last.
    return _dedent(lines, found[-1]) if found else ""


def _calls_on(node: ast.With | ast.AsyncWith, number: int) -> bool:
    calls = (item.context_expr for item in node.items)
    return any(each.lineno <= number <= (each.end_lineno or 0) for each in calls)


def _dedent(lines: list[str], block: ast.With | ast.AsyncWith) -> str:
    """Return the lines of a block without its indentation, and with the comments before them."""
    body = block.body
    decorated = getattr(body[0], "decorator_list", [])
    first = min(each.lineno for each in [body[0], *decorated])
    last = body[-1].end_lineno or first
    header = block.items[-1].context_expr.end_lineno or first
    if first == header:
        # All on one line: `with st.echo(): f()`.
        start = len(lines[first - 1].encode()[: body[0].col_offset].decode())
        return "".join([lines[first - 1][start:], *lines[first:last]]).rstrip()
    while first - 1 > header and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    indent = body[0].col_offset
    within = _text_lines(block)
    return "".join(
        line if number in within or line[:indent].strip(" \t") else line[indent:]
        for number, line in enumerate(lines[first - 1 : last], first)
    ).rstrip()


def _text_lines(block: ast.AST) -> set[int]:
    """Return the numbers of the lines that begin within a text."""
    texts = (
        node
        for node in ast.walk(block)
        if isinstance(node, ast.JoinedStr)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))
    )
    return {
        number for each in texts for number in range(each.lineno + 1, (each.end_lineno or 0) + 1)
    }
