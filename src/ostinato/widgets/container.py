"""Container: elements drawn together."""

from typing import Literal

from ostinato.arguments.inputs import Key
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_gap, check_height, check_width
from ostinato.arguments.text import check_choice, optional_str
from ostinato.errors import StreamlitIncompatibleParametersError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import ContainerProps, Gap, Height, Width

HorizontalAlignment = Literal["left", "center", "right", "distribute"]
VerticalAlignment = Literal["top", "center", "bottom", "distribute"]


class Box(ContainerProps, frozen=True, kw_only=True, tag="container"):
    """The wire form of `container`."""

    border: bool = False
    width: Width = "stretch"
    height: Height = "content"
    horizontal: bool = False
    wrap: bool = True
    horizontal_alignment: HorizontalAlignment = "left"
    vertical_alignment: VerticalAlignment = "top"
    gap: Gap = "small"
    autoscroll: bool | None = None


@element
def container(
    *,
    border: bool | None = None,
    key: Key | None = None,
    width: Width = "stretch",
    height: Height = "content",
    horizontal: bool = False,
    wrap: bool = True,
    horizontal_alignment: HorizontalAlignment = "left",
    vertical_alignment: VerticalAlignment = "top",
    gap: Gap = "small",
    autoscroll: bool | None = None,
) -> Container:
    """Make a place for elements, which may be drawn into it at any time.

    Args:
        border: Whether to draw a border; None for a border only around a fixed height.
        key: A name that stays the same; also the CSS class `st-key-<key>`.
        width: "stretch", "content" or pixels.
        height: "content", "stretch" or pixels; beyond a fixed height the container scrolls.
        horizontal: Whether the elements stand side by side.
        wrap: Whether elements side by side may go on in a further row.
        horizontal_alignment: "left", "center", "right" or "distribute".
        vertical_alignment: "top", "center", "bottom" or "distribute".
        gap: The space between elements: a word from "xxsmall" to "xxlarge", pixels, or None.
        autoscroll: Whether a container of fixed height follows what is added to it; None for where
            chat messages are in it.

    Returns:
        The container: use it in a `with` statement, or call elements as its methods.

    Raises:
        StreamlitIncompatibleParametersError: If one row is asked for without `horizontal`.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> with st.container(horizontal=True):
        ...     st.button("Yes")
        ...     st.button("No")
    """
    check_width("container", width, STRETCH_OR_CONTENT)
    check_height("container", height)
    gap = check_gap("container", gap)
    check_choice(
        "container",
        "horizontal_alignment",
        horizontal_alignment,
        ("left", "center", "right", "distribute"),
    )
    check_choice(
        "container",
        "vertical_alignment",
        vertical_alignment,
        ("top", "center", "bottom", "distribute"),
    )
    wrap = as_flag("container", "wrap", wrap)
    horizontal = as_flag("container", "horizontal", horizontal)
    if not wrap and not horizontal:
        raise StreamlitIncompatibleParametersError(
            "container: only a row can be kept from wrapping, got wrap=False and horizontal=False:"
            " set horizontal=True or leave wrap out"
        )
    props = Box(
        key=optional_str(key),
        border=isinstance(height, int) if border is None else border,
        width=width,
        height=height,
        horizontal=horizontal,
        wrap=wrap,
        horizontal_alignment=horizontal_alignment,
        vertical_alignment=vertical_alignment,
        gap=gap,
        autoscroll=autoscroll,
    )
    return draw(props, children=True)
