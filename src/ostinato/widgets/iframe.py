"""Iframe: a page within the page."""

import base64
import binascii
from pathlib import Path
from urllib.parse import unquote_to_bytes

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_height, check_width
from ostinato.arguments.text import optional_str
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import FileAddress, Height, Props, Width

ADDRESSES = ("http://", "https://", "data:", "/")
"""How a text begins that is an address."""

PAGES = (".html", ".htm")


class Iframe(Props, frozen=True):
    """The wire form of `iframe`: an address, or HTML."""

    src: FileAddress | None = None
    html: str | None = None
    width: Width = "stretch"
    height: Height = "content"
    tab_index: int | None = None
    alt: str | None = None


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
    _check_tab_index(tab_index)
    address, html = _file(src) if isinstance(src, Path) else _text(src)
    return draw(Iframe(address, html, width, height, tab_index, optional_str(alt)))


def _check_tab_index(tab_index: object) -> None:
    if tab_index is None:
        return
    if type(tab_index) is not int:
        raise StreamlitInvalidParameterTypeError(
            f"iframe: tab_index must be an int or None, got tab_index={tab_index!r}"
        )
    if tab_index < -1:
        raise StreamlitValueError(
            f"iframe: tab_index must be -1 or more, got tab_index={tab_index!r}"
        )


def _text(src: object) -> tuple[str | None, str | None]:
    """Return an address or HTML."""
    if not isinstance(src, str):
        raise StreamlitInvalidParameterTypeError(
            f"iframe: src must be a str or a pathlib.Path, got src={src!r}"
        )
    address = src.strip()
    if not address.lower().startswith(ADDRESSES):
        return None, src
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
