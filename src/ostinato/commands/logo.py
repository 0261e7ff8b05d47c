"""`st.logo`: the picture in the corner of the page."""

from pathlib import PurePath
from typing import Any, Literal
from urllib.parse import quote

from msgspec.structs import replace

from ostinato.arguments.icon import check_icon, is_emoji
from ostinato.arguments.picture import picture_address
from ostinato.arguments.text import check_choice
from ostinato.errors import NotAvailable, StreamlitAPIException, StreamlitInvalidURLError
from ostinato.run.bare import warn_bare
from ostinato.run.nothing import Nothing
from ostinato.run.run import run_here
from ostinato.wire.props import Logo, pack

SIZES = ("small", "medium", "large")
WEB = ("http://", "https://")


def logo(
    image: Any,
    *,
    size: Literal["small", "medium", "large"] = "medium",
    link: str | None = None,
    icon_image: Any = None,
) -> None:
    """Show a picture in the upper left corner of the page, or of its sidebar.

    The last call of a run decides.

    Args:
        image: The address of a picture, an SVG as text, an emoji, or a symbol like
            ":material/home:".
        size: How high it is: "small" for 20 pixels, "medium" for 24, "large" for 32.
        link: Where a press on it leads, an address that begins with https://.
        icon_image: What stands there instead while the sidebar is closed.

    Raises:
        NotAvailable: If it is a file, or a picture itself.
        StreamlitAPIException: If it is nothing that can be shown, or there is no such icon.
        StreamlitInvalidURLError: If the link leads nowhere.
        StreamlitValueError: If there is no such size.

    Differs:
        image: Files, and pictures in memory, are not there yet.

    Example:
        >>> st.logo("https://example.com/wide.png", icon_image="🚀", link="https://example.com")
    """
    check_choice("logo", "size", size, SIZES)
    if link and not (isinstance(link, str) and link.startswith(WEB)):
        raise StreamlitInvalidURLError(
            f"logo: link must be an address that begins with https:// or http://, got link={link!r}"
        )
    if isinstance(image, Nothing):
        return
    props = Logo(
        image=_picture("image", image),
        size=size,
        link=link or None,
        icon_image=None if icon_image is None else _picture("icon_image", icon_image),
    )
    run = run_here()
    if run is None:
        warn_bare()
        return
    pack(replace(run.canvas.page, logo=props))  # It says which field cannot travel.
    run.canvas.set_page({"logo": props})


def _picture(name: str, image: object) -> str:
    """Return the address of a picture, or the icon that stands for one."""
    if image is None or image == "" or isinstance(image, bool | int | float):
        raise StreamlitAPIException(
            f"logo: {name} must be the address of a picture or an icon, got {name}={image!r}"
        )
    if isinstance(image, PurePath):
        image = str(image)
    if not isinstance(image, str):
        raise NotAvailable(
            f"logo: a picture itself is not available yet, got a {type(image).__name__}:"
            f' pass its address, an emoji or a symbol like ":material/home:" as {name}'
        )
    text = image.strip()
    if text.startswith("<svg"):
        return f"data:image/svg+xml,{quote(text)}"
    if address := picture_address(text):
        return address
    if text.startswith(":") or is_emoji(text):
        return check_icon("logo", text, name) or ""
    raise NotAvailable(
        f"logo: a picture in a file is not available yet, got {name}={image!r}: pass an address"
        " that begins with https://, or an emoji"
    )
