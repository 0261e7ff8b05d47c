"""Iframe: a page within the page."""

import base64
import binascii
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from ostinato.arguments.frame import check_tab_index
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.arguments.text import optional_str
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidHeightError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
)
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import FileAddress, Height, Props, Width

ADDRESSES = ("http://", "https://", "data:", "/")
"""How a text begins that is an address."""

HEIGHT = 150
"""Pixels that a frame is high whose height follows from nothing."""

MOST_PIXELS = 100_000

PAGES = (".html", ".htm")

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


class Iframe(Props, frozen=True):
    """The wire form of `iframe`: an address, or HTML."""

    src: FileAddress | None = None
    html: str | None = None
    width: Width = "stretch"
    height: Height = "content"
    tab_index: int | None = None
    alt: str | None = None
    scrolling: bool = True


@element
def iframe(
    src: str | Path,
    *,
    width: Width = "stretch",
    height: Height = "content",
    tab_index: int | None = None,
    alt: str | None = None,
) -> Container:
    """Show another page in a frame.

    Scripts in it run, but cannot reach the page of the app, nor act for the person who uses it.

    Args:
        src: An address that begins with "http://", "https://", "data:" or "/"; the `Path` of a
            file; or HTML.
        width: "stretch", "content" or pixels.
        height: "content", "stretch" or pixels. "content" is as high as what HTML has to show, and
            400 pixels for an address, of which nobody can know.
        tab_index: Where it stands in the order of the Tab key; -1 leaves it out.
        alt: What a screen reader calls it.

    Raises:
        StreamlitAPIException: If the file cannot be read.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If `src` is neither text nor a path, or the tab index no
            int.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If the tab index is below -1.

    Differs:
        src: HTML has an origin of its own: `localStorage` and `window.parent.document` are out of
            reach.

    Example:
        >>> st.iframe("https://www.openstreetmap.org/export/embed.html", height=300)
    """
    check_width("iframe", width, STRETCH_OR_CONTENT)
    check_height("iframe", height)
    check_tab_index("iframe", tab_index)
    address, html = _file(src) if isinstance(src, Path) else _text("iframe", src)
    return draw(Iframe(address, html, width, height, tab_index, optional_str(alt)))


@element
def _frame(
    who: str,
    src: str | None,
    html: str | None,
    *,
    width: int | None,
    height: int | None,
    scrolling: bool,
    tab_index: int | None,
) -> Container:
    """Show a page, or HTML, in a frame whose size does not follow its content.

    Args:
        who: What the script has called.
        src: An address of any kind that shows a page, also one as seen from the app.
        html: HTML, if there is no address.
        width: Pixels; as wide as there is room without it.
        height: Pixels; 150 without it.
        scrolling: Whether what is larger can be scrolled to.
        tab_index: Where it stands in the order of the Tab key; -1 leaves it out.
    """
    if not _is_count(width):
        raise StreamlitInvalidWidthError(
            f"{who}: width must be a count of pixels or None, got width={width!r}"
        )
    if not _is_count(height):
        raise StreamlitInvalidHeightError(
            f"{who}: height must be a count of pixels or None, got height={height!r}"
        )
    check_tab_index(who, tab_index)
    if src is not None:
        src, html = _text(who, src, is_address=True)
    return draw(
        Iframe(
            src,
            html,
            "stretch" if width is None else int(width),
            HEIGHT if height is None else int(height),
            tab_index,
            scrolling=scrolling,
        )
    )


def _is_count(size: object) -> bool:
    """Return whether a size can be one in pixels; 0 is for what runs and shows nothing."""
    if size is None:
        return True
    return isinstance(size, int | float) and not isinstance(size, bool) and 0 <= size < MOST_PIXELS


def _text(who: str, src: object, *, is_address: bool = False) -> tuple[str | None, str | None]:
    """Return an address or HTML.

    Args:
        who: What the script has called.
        src: Either.
        is_address: Whether it is none of the latter.
    """
    if not isinstance(src, str):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: src must be a str{'' if is_address else ' or a pathlib.Path'}, got src={src!r}"
        )
    address = src.strip()
    if not address.lower().startswith(ADDRESSES):
        if not is_address:
            return None, src
        if _SCHEME.match(address):
            raise StreamlitAPIException(
                f'{who}: src must begin with "http://", "https://" or "data:", if with anything of'
                f" the kind, got src={src!r:.200}"
            )
    kind, _, content = address.partition(",")
    if not kind.lower().startswith("data:text/html"):
        return address, None
    # As HTML: in an address of its own, it would be held to the policy of the page.
    return None, _decoded(kind, content)


def _decoded(kind: str, content: str) -> str:
    """Return the text of a data address."""
    data = unquote_to_bytes(content)
    if kind.lower().endswith(";base64"):
        try:
            data = base64.b64decode(data)
        except binascii.Error as error:
            raise StreamlitAPIException(
                f"iframe: the data of src must be base64, got src={content[:40]!r}: {error}"
            ) from None
    return data.decode("utf-8", "replace")


def _file(path: Path) -> tuple[str | None, str | None]:
    """Return the HTML of a file, or its address."""
    from ostinato.arguments.media import content_of  # noqa: PLC0415  (few frames show files)
    from ostinato.run.files import keep  # noqa: PLC0415  (likewise)
    from ostinato.values.media_type import type_of  # noqa: PLC0415  (likewise)

    content = content_of("iframe", "src", path)
    if path.suffix.lower() in PAGES:
        return None, path.read_text("utf-8", "replace")
    kind = type_of(path.name)
    charset = ";charset=utf-8" if kind.startswith("text/") else ""
    return keep(content, type=f"{kind}{charset}"), None
