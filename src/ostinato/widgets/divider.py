"""Divider: a horizontal rule."""

from ostinato.arguments.size import check_width
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width


class Divider(Props, frozen=True):
    """The wire form of `divider`."""

    width: Width = "stretch"


@element
def divider(*, width: Width = "stretch") -> Container:
    """Show a horizontal rule.

    Args:
        width: "stretch" or pixels.

    Raises:
        StreamlitInvalidWidthError: If the width is neither.

    Example:
        >>> st.divider()
    """
    check_width("divider", width)
    return draw(Divider(width))
