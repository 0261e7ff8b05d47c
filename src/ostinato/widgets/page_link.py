"""Page link: a link to a page of the app, or out of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ostinato.arguments.icon import check_icon
from ostinato.arguments.link import check_link
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width, width_of
from ostinato.arguments.text import check_choice, dedent_text
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
)
from ostinato.run.elements import Container, draw, element
from ostinato.wire.props import Props, Width

if TYPE_CHECKING:
    from ostinato.run.navigation import Params
    from ostinato.run.page import Page

SIDES = ("left", "right")


class PageLink(Props, frozen=True, kw_only=True):
    """The wire form of `page_link`: `url` is the path of the page, unless it is elsewhere."""

    label: str
    url: str
    query: str = ""
    is_external: bool = False
    icon: str = ""
    icon_position: Literal["left", "right"] = "left"
    help: str | None = None
    disabled: bool = False
    width: Width = "content"


@element
def page_link(
    page: "str | Path | Page",
    *,
    label: str | None = None,
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    help: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    query_params: "Params" = None,
) -> Container:
    """Show a link to another page of the app, or to an address out of it.

    Args:
        page: An `st.Page`, the path of its file as seen from the script, or an address that begins
            with https:// or http://, which opens in a new tab.
        label: What it says, in Markdown; the page's title without it.
        icon: An emoji, or a symbol like ":material/home:"; the page's icon without it.
        icon_position: "left" or "right" of the label.
        help: A hint to show when it is pointed at, in Markdown.
        disabled: Whether it leads nowhere.
        use_container_width: Use `width` instead.
        width: "content", "stretch" or pixels.
        query_params: The parameters of the address that it leads to.

    Returns:
        Its place on the page.

    Raises:
        StreamlitPageNotFoundError: If the app has no such page.
        StreamlitMissingRequiredParameterError: If a link out of the app has no label.
        StreamlitInvalidParameterTypeError: If it is nothing that can be a page.
        StreamlitAPIException: If the icon cannot be used.

    Differs:
        icon: That of a page is shown for the path of its file, too.

    Example:
        >>> st.page_link("pages/profile.py", label="Your profile", icon=":material/person:")
    """
    from ostinato.run.navigation import query_of, target_of  # noqa: PLC0415  (apps of one page)
    from ostinato.run.page import WEB, Page  # noqa: PLC0415  (likewise)

    if not isinstance(page, str | Path | Page):
        raise StreamlitInvalidParameterTypeError(
            f"page_link: page must be an st.Page, the path of its file or an address,"
            f" got page={page!r}"
        )
    check_choice("page_link", "icon_position", icon_position, SIDES)
    address, title, own_icon = target_of("page_link", page)
    if label is None and not title:
        raise StreamlitMissingRequiredParameterError(
            f"page_link: a link out of the app must have a label, got page={page!r}: pass label="
        )
    width = width_of("page_link", label or title, width, use_container_width)
    check_width("page_link", width, STRETCH_OR_CONTENT)
    found_icon = check_icon("page_link", icon)
    query = query_of("page_link", query_params)
    is_external = address.startswith(WEB)
    if is_external:
        check_link("page_link", address)
        address, query = _joined(address, query), ""
    return draw(
        PageLink(
            label=title if label is None else dedent_text(label),
            url=address,
            query=query,
            is_external=is_external,
            icon=own_icon if found_icon is None else found_icon,
            icon_position=icon_position,
            help=None if help is None else dedent_text(help),
            disabled=disabled,
            width=width,
        )
    )


def _joined(address: str, query: str) -> str:
    if not query:
        return address
    start, sign, fragment = address.partition("#")
    return f"{start}{'&' if '?' in start else '?'}{query}{sign}{fragment}"
