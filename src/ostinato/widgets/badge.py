"""Badge: a word or two on a coloured ground."""

import re

from ostinato.arguments.icon import check_icon
from ostinato.arguments.palette import PALETTE
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width
from ostinato.arguments.text import check_choice, optional_text
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width

BRACKET = re.compile(r"\\.|[\[\]]|\\\Z", re.DOTALL)
"""A bracket, or a backslash with what it escapes."""


class Badge(Props, frozen=True):
    """The wire form of `badge`; its body is Markdown that draws one."""

    body: str
    help: str | None = None
    width: Width = "content"


@element
def badge(
    label: str,
    *,
    icon: str | None = None,
    color: str = "blue",
    width: Width = "content",
    help: str | None = None,
) -> Container:
    """Show a word or two on a coloured ground.

    It is the same as `:blue-badge[label]` in Markdown, where several can stand side by side.

    Args:
        label: What it says, in Markdown; brackets stand for themselves.
        icon: An emoji, or a symbol like ":material/check:".
        color: "red", "orange", "yellow", "blue", "green", "violet", "gray" or "primary".
        width: "content", "stretch" or pixels, of the place that it stands in.
        help: A tooltip, in Markdown.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidParameterTypeError: If the label is no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such color.

    Example:
        >>> st.badge("Checked", icon=":material/check:", color="green")
    """
    if not isinstance(label, str):
        raise StreamlitInvalidParameterTypeError(f"badge: label must be a str, got label={label!r}")
    check_choice("badge", "color", color, PALETTE)
    check_width("badge", width, STRETCH_OR_CONTENT)
    words = [check_icon("badge", icon) or "", BRACKET.sub(_escape, " ".join(label.split()))]
    if words[0] == "spinner":
        raise StreamlitAPIException(
            'badge: icon must be one emoji or a symbol like ":material/check:",'
            " got icon='spinner': use st.spinner to show that something goes on"
        )
    text = " ".join(word for word in words if word)
    return draw(Badge(f":{color}-badge[{text}]", optional_text(help), width))


def _escape(found: re.Match[str]) -> str:
    text = found.group()
    return text if len(text) > 1 else f"\\{text}"
