"""Charts: the arguments that elements share which draw one."""

from collections.abc import Callable
from typing import Any, Literal

from ostinato.arguments.inputs import Key
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width, width_of
from ostinato.arguments.text import alt_of, describe, optional_str
from ostinato.errors import StreamlitValueError
from ostinato.wire.props import Height, Width

USUAL_HEIGHT = 350
"""Of a chart that says nothing of it, in pixels."""

MAP_HEIGHT = 500
"""The same of a map."""

OnSelect = Callable[..., object] | Literal["ignore", "rerun"]


class ChartArguments:
    """The arguments that charts share.

    Args:
        kind: The name of the chart's function, for errors.
        alt: What the chart shows, for who cannot see it.
        width: "stretch", "content" or pixels.
        height: "content" for what is usual, "stretch" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.

    Raises:
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
    """

    __slots__ = ("props", "who")

    def __init__(
        self,
        kind: str,
        alt: object,
        width: Width,
        height: Height,
        use_container_width: bool | None = None,
        key: Key | None = None,
    ) -> None:
        alt = alt_of(alt)
        key = optional_str(key)
        label = alt or key or ""
        self.who = describe(kind, label)
        """The chart, as errors call it."""
        width = width_of(kind, label, width, use_container_width)
        check_width(self.who, width, STRETCH_OR_CONTENT)
        check_height(self.who, height)
        self.props: dict[str, Any] = {"key": key, "alt": alt, "width": width, "height": height}


def asks(who: str, on_select: object) -> bool:
    """Return whether a script asks what is selected.

    Raises:
        StreamlitValueError: If `on_select` is none of what it can be.
    """
    if on_select == "ignore":
        return False
    if on_select == "rerun" or callable(on_select):
        return True
    raise StreamlitValueError(
        f'{who}: on_select must be "ignore", "rerun" or a function, got on_select={on_select!r}'
    )


def has_theme(who: str, theme: object) -> bool:
    """Return whether a chart has the colours and fonts of the page.

    Raises:
        StreamlitValueError: If `theme` is neither "streamlit" nor None.
    """
    if theme in ("streamlit", None):
        return theme is not None
    raise StreamlitValueError(f'{who}: theme must be "streamlit" or None, got theme={theme!r}')
