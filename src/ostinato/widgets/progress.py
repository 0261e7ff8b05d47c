"""Progress: a bar that fills."""

import math
from numbers import Integral, Real
from typing import Any

from ostinato.arguments.size import check_width
from ostinato.arguments.text import dedent_text
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width

DECIMALS = 6
"""Of a percentage, behind which 0.29 * 100 is 29."""

ROUNDING = 1e-9
"""How far a share may be out of its bounds: a sum of a hundred times 0.01 is a bit more than 1."""


class Progress(Props, frozen=True):
    """The wire form of `progress`; its value is a whole number of percent."""

    value: int
    text: str = ""
    width: Width = "stretch"


@element
def progress(value: float, text: str | None = None, width: Width = "stretch") -> Container:
    """Show a bar that is filled as far as something has come.

    Args:
        value: An int from 0 to 100, or a float from 0.0 to 1.0.
        text: What stands above it, in Markdown.
        width: "stretch" or pixels.

    Returns:
        Its place: call `progress` as its method to move the bar, and `empty` to take it away.

    Raises:
        StreamlitInvalidParameterTypeError: If the value is no number, or the text no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueOutOfRangeError: If the value lies outside its bounds.

    Example:
        >>> bar = st.progress(0, "Counting ...")
        >>> for done in range(100):
        ...     bar.progress(done + 1, f"{done + 1} of 100")
    """
    check_width("progress", width)
    if not isinstance(text, str | None):
        raise StreamlitInvalidParameterTypeError(f"progress: text must be a str, got text={text!r}")
    return draw(Progress(_percent(value), dedent_text(text or ""), width))


def _percent(value: Any) -> int:
    # The numbers of numpy are Real, too.
    if not isinstance(value, Real) or isinstance(value, bool):
        raise StreamlitInvalidParameterTypeError(
            f"progress: value must be an int or a float, got value={value!r}"
        )
    number = int(value) if isinstance(value, Integral) else float(value)
    if isinstance(number, int):
        if 0 <= number <= 100:
            return number
    elif -ROUNDING <= number <= 1 + ROUNDING:
        return math.floor(round(min(max(number, 0.0), 1.0) * 100, DECIMALS))
    raise StreamlitValueOutOfRangeError(
        "progress: value must be an int from 0 to 100 or a float from 0.0 to 1.0,"
        f" got value={value!r}: pass done / total, or a percentage as an int"
    )
