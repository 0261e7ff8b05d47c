"""Latex: a formula."""

import sys
from typing import Any

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width
from ostinato.arguments.text import dedent_text, optional_text
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width


class Latex(Props, frozen=True):
    """The wire form of `latex`: what would stand between two `$$`."""

    body: str
    help: str | None = None
    width: Width = "stretch"


@element
def latex(body: object, *, help: str | None = None, width: Width = "stretch") -> Container:
    """Show a formula on a line of its own.

    A formula that is no LaTeX is shown as it is written, in the colour of errors.

    Args:
        body: The formula, in what KaTeX knows of LaTeX, or an expression of SymPy.
        help: A tooltip beside the formula, in Markdown.
        width: "stretch", "content" or pixels.

    Raises:
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.latex("a^2 + b^2 = c^2")
    """
    check_width("latex", width, STRETCH_OR_CONTENT)
    return draw(Latex(dedent_text(_source(body)), optional_text(help), width))


def _source(body: Any) -> object:
    """Return what is to be shown; an expression of SymPy has been made by it, so it is loaded."""
    sympy = sys.modules.get("sympy")
    modules = [each.__module__ for each in type(body).__mro__]
    if sympy is None or not any(each.startswith("sympy.") for each in modules):
        return body
    return sympy.latex(body)
