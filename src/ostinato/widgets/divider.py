"""Divider: a horizontal rule."""

from ostinato.run.container import Container
from ostinato.run.elements import element, show
from ostinato.run.options import check_width
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
    return show(Divider(width))
