"""Heading: title, header and subheader."""

from typing import Literal

from ostinato.arguments.icon import check_icon
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_text
from ostinato.arguments.text import check_choice, dedent_text, optional_text
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.run import run_here
from ostinato.wire.flag import as_flag
from ostinato.wire.props import Alignment, Props, Width

Anchor = str | Literal[False] | None
Divider = (
    bool
    | Literal["red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "rainbow"]
    | None
)

CYCLE = ("blue", "green", "orange", "red", "violet", "yellow")
COLORS = (*CYCLE, "gray", "grey", "rainbow")


class Heading(Props, frozen=True):
    """The wire form of `title` (level 1), `header` (2) and `subheader` (3)."""

    body: str
    level: Literal[1, 2, 3]
    anchor: str | Literal[False] | None = None
    help: str | None = None
    icon: str | None = None
    divider: str | None = None
    width: Width = "stretch"
    text_alignment: Alignment = "left"
    wrap: bool = True

    @property
    def call(self) -> str:
        """The call of its level."""
        return ("title", "header", "subheader")[self.level - 1]


@element
def title(
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show the title of the page.

    Args:
        body: The text, in Markdown.
        anchor: The name in the page's address that leads here; False for no link.
        help: A tooltip beside the text, in Markdown.
        icon: An emoji, a symbol like ":material/home:", or "spinner".
        width: "stretch", "content" or pixels.
        text_alignment: "left", "center", "right" or "justify".
        wrap: Whether the text may take several lines.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidParameterTypeError: If the anchor is neither text, None nor False.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment.

    Example:
        >>> st.title("The weather today")
    """
    return _heading("title", 1, body, anchor, help, icon, None, width, text_alignment, wrap)


@element
def header(
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show the heading of a section.

    Args:
        body: The text, in Markdown.
        anchor: The name in the page's address that leads here; False for no link.
        help: A tooltip beside the text, in Markdown.
        icon: An emoji, a symbol like ":material/home:", or "spinner".
        divider: A line below in this colour; True takes the next colour each time.
        width: "stretch", "content" or pixels.
        text_alignment: "left", "center", "right" or "justify".
        wrap: Whether the text may take several lines.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidParameterTypeError: If the anchor is neither text, None nor False.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment or colour.

    Example:
        >>> st.header("Rain", divider="blue")
    """
    return _heading("header", 2, body, anchor, help, icon, divider, width, text_alignment, wrap)


@element
def subheader(
    body: object,
    anchor: Anchor = None,
    *,
    help: str | None = None,
    icon: str | None = None,
    divider: Divider = False,
    width: Width = "stretch",
    text_alignment: Alignment = "left",
    wrap: bool = True,
) -> Container:
    """Show the heading of a part of a section.

    Args:
        body: The text, in Markdown.
        anchor: The name in the page's address that leads here; False for no link.
        help: A tooltip beside the text, in Markdown.
        icon: An emoji, a symbol like ":material/home:", or "spinner".
        divider: A line below in this colour; True takes the next colour each time.
        width: "stretch", "content" or pixels.
        text_alignment: "left", "center", "right" or "justify".
        wrap: Whether the text may take several lines.

    Raises:
        StreamlitAPIException: If there is no such icon.
        StreamlitInvalidParameterTypeError: If the anchor is neither text, None nor False.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If there is no such alignment or colour.

    Example:
        >>> st.subheader("Rain by the hour")
    """
    return _heading("subheader", 3, body, anchor, help, icon, divider, width, text_alignment, wrap)


def _heading(
    who: str,
    level: Literal[1, 2, 3],
    body: object,
    anchor: Anchor,
    help: str | None,
    icon: str | None,
    divider: Divider,
    width: Width,
    text_alignment: Alignment,
    wrap: bool,
) -> Container:
    check_text(who, width, STRETCH_OR_CONTENT, text_alignment)
    if not (anchor is None or anchor is False or isinstance(anchor, str)):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: anchor must be a str, None or False, got anchor={anchor!r}"
        )
    return draw(
        Heading(
            body=dedent_text(body),
            level=level,
            anchor=anchor or (None if anchor is None or anchor == "" else False),
            help=optional_text(help),
            icon=check_icon(who, icon) or None,
            divider=_color(who, divider),
            width=width,
            text_alignment=text_alignment,
            wrap=wrap,
        )
    )


def _color(who: str, divider: Divider) -> str | None:
    if not as_flag(who, "divider", divider):
        return None
    if divider is True:
        return CYCLE[_earlier_dividers() % len(CYCLE)]
    check_choice(who, "divider", divider, (True, *COLORS))
    return str(divider)


def _earlier_dividers() -> int:
    """Count the dividers of this run that took the next colour, and add this one."""
    run = run_here()
    if run is None:
        return 0
    return run.count("divider")
