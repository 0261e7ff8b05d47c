"""Space: room between elements."""

from typing import Literal, get_args

from ostinato.arguments.text import is_among
from ostinato.errors import StreamlitValueError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props

Words = Literal["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "stretch"]
Size = Words | int


class Space(Props, frozen=True):
    """The wire form of `space`."""

    size: Size = "small"


@element
def space(size: Size = "small") -> Container:
    """Leave room below what stands above it; in a row, beside.

    "small" is as high as the label of an input, "medium" as a button, "large" as both.

    Args:
        size: A word from "xxsmall" to "xxlarge", "stretch" for all room that is left, or pixels.

    Raises:
        StreamlitValueError: If it is none of them.

    Example:
        >>> with st.container(horizontal=True):
        ...     st.button("Back")
        ...     st.space("stretch")
        ...     st.button("Next")
    """
    words = get_args(Words)
    if not is_among(size, words) and not (isinstance(size, int) and size is not True and size > 0):
        raise StreamlitValueError(
            f"space: size must be {', '.join(map(repr, words))} or a positive count of pixels,"
            f" got size={size!r}"
        )
    return draw(Space(size))
