"""Pdf: a document, in the browser's own viewer."""

from pathlib import Path
from typing import Any, Literal

from ostinato.arguments.size import check_height
from ostinato.arguments.text import optional_str
from ostinato.errors import StreamlitAPIException
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import ContainerProps, FileAddress

MAGIC = 1024
"""Bytes within which readers look for the begin of a PDF."""


class Pdf(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `pdf`. The name is that of the file, if it has one."""

    src: FileAddress
    height: Literal["stretch"] | int = 500
    alt: str | None = None
    name: str = ""


@element
def pdf(
    data: Any,
    *,
    height: Literal["stretch"] | int = 500,
    key: str | None = None,
    alt: str | None = None,
) -> Container:
    """Show a PDF in the browser's own viewer.

    Where a browser has none, as on many phones, there is a link that opens it.

    Args:
        data: An address, the path of a file, its bytes, or an open file.
        height: Pixels, or "stretch" for as high as its container.
        key: A name of its own, also in the class `st-key-...` of its box.
        alt: What a screen reader calls it.

    Raises:
        StreamlitAPIException: If there is no such file, or it is no PDF.
        StreamlitDuplicateElementKey: If another element has the key.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If it is nothing that stands for a file.

    Differs:
        data: The browser's viewer shows it, and nothing has to be installed. Sites can forbid that
            their documents are shown in a frame: then there is the link.
        height: "stretch" is 500 pixels where the container has no height of its own.

    Example:
        >>> st.pdf("https://www.rfc-editor.org/rfc/pdfrfc/rfc1149.txt.pdf", height=600)
    """
    from ostinato.arguments.media import content_of, web_address  # noqa: PLC0415  (few need it)
    from ostinato.run.files import keep  # noqa: PLC0415  (likewise)

    check_height("pdf", height, ("stretch",))
    address, name = web_address(data), ""
    if address is None:
        content = content_of("pdf", "data", data)
        _check(content, data)
        given = content if isinstance(content, Path) else getattr(data, "name", "")
        name = Path(given).name if isinstance(given, str | Path) else ""
        address = keep(content, type="application/pdf", shown_as=name)
    return draw(Pdf(src=address, height=height, key=key, alt=optional_str(alt), name=name))


def _check(content: Any, data: object) -> None:
    from ostinato.arguments.media import head_of, shown  # noqa: PLC0415  (likewise)

    if b"%PDF-" not in head_of(content)[:MAGIC]:
        raise StreamlitAPIException(f"pdf: data must be a PDF, got data={shown(data)}")
