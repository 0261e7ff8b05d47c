"""`st.logo`: the picture in the corner of the page."""

from typing import Any, Literal

from msgspec.structs import replace

from ostinato.arguments.text import check_choice
from ostinato.errors import StreamlitInvalidURLError
from ostinato.run.bare import warn_bare
from ostinato.run.effects import set_page
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
        image: An emoji, a symbol like ":material/home:", or a picture: its address, its file or
            bytes, an SVG as text, an array of NumPy, or a PIL image.
        size: How high it is: "small" for 20 pixels, "medium" for 24, "large" for 32.
        link: Where a press on it leads, an address that begins with https://.
        icon_image: What stands there instead while the sidebar is closed; None or "" for `image`.

    Raises:
        StreamlitAPIException: If it is nothing that can be shown, or there is no such file or icon.
        StreamlitInvalidURLError: If the link leads nowhere.
        StreamlitValueError: If there is no such size.

    Example:
        >>> st.logo("https://example.com/wide.png", icon_image="🚀", link="https://example.com")
    """
    from ostinato.run.pictures import show_picture  # noqa: PLC0415  (few pages have one)

    check_choice("logo", "size", size, SIZES)
    if link is not None and not (isinstance(link, str) and (not link or link.startswith(WEB))):
        raise StreamlitInvalidURLError(
            f"logo: link must be an address that begins with https:// or http://, got link={link!r}"
        )
    is_left_out = icon_image is None or (isinstance(icon_image, str) and not icon_image)
    props = Logo(
        image=show_picture("logo", "image", image),
        size=size,
        link=link or None,
        icon_image=None if is_left_out else show_picture("logo", "icon_image", icon_image),
    )
    run = run_here()
    if run is None:
        warn_bare()
        return
    pack(replace(run.canvas.page, logo=props))  # It says which field cannot travel.
    set_page(run, {"logo": props})
