"""Image: a picture, or several in rows."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any, Literal

from ostinato.arguments.picture import Look, Picture, read_picture
from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width
from ostinato.arguments.text import check_choice
from ostinato.arguments.warning import warn
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import FileAddress, Props, Width

FORMATS = ("PNG", "JPEG", "auto")


class Image(Props, frozen=True):
    """The wire form of `image`: lists with an entry for each picture, or with none at all.

    The sizes are those that pictures say they have, null for those of which nobody knows. `pixels`
    is the width of each, if the script says it.
    """

    sources: list[FileAddress]
    width: Literal["content", "stretch"]
    sizes: list[tuple[int, int] | None] = []
    captions: list[str] = []
    alts: list[str | None] = []
    pixels: int | None = None
    link: str | None = None


@element
def image(
    image: Any,
    caption: str | Sequence[str | None] | None = None,
    width: Width = "content",
    clamp: bool = False,
    channels: Literal["RGB", "BGR"] = "RGB",
    output_format: Literal["JPEG", "PNG", "auto"] = "auto",
    *,
    use_container_width: bool | None = None,
    link: str | None = None,
    use_column_width: Literal["auto", "always", "never"] | bool | None = None,
    alt: str | Sequence[str | None] | None = None,
) -> Container:
    """Show a picture, or several in rows.

    Room for it is there before it is, and one below the window is loaded when it is near.

    Args:
        image: An address, the path of a file, its bytes, an open file, an SVG as text, an array of
            NumPy with a row of pixels after the other, each one number or 3 or 4 of them, or an
            image of PIL; or a list of these. An array of floats is from 0 to 1, one of ints from 0
            to 255.
        caption: What stands below it, in Markdown; a list for several.
        width: "content" for as wide as it is, "stretch" or pixels; never wider than its place.
        clamp: Whether pixels of an array that are out of bounds are the nearest that are not.
        channels: "RGB", or "BGR" for an array in which blue comes first, as OpenCV's do.
        output_format: How arrays and images of PIL travel: "PNG" loses nothing, "JPEG" is small
            for photos, and needs Pillow. "auto" is PNG but for images of PIL without transparency.
        use_container_width: Deprecated: `width="stretch"` is what True meant.
        link: Where a press on the picture leads, if there is one picture.
        use_column_width: Deprecated: `width="stretch"` is what "always" meant.
        alt: What a screen reader says in place of it; a list for several. By default that is the
            caption.

    Raises:
        StreamlitAPIException: If it is no picture, there is no such file, or there are more or
            fewer captions than pictures.
        StreamlitInvalidParameterTypeError: If the link is no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If `channels`, `output_format` or `use_column_width` is none of the
            words it can be.

    Differs:
        image: In an array of bools, True is white. A picture may be 65,535 pixels wide and high.
        output_format: "auto" makes a PNG of an array: nothing is lost, and Pillow is not needed.
        use_column_width: What is no word of it is refused.
        channels: Likewise.

    Example:
        >>> st.image("https://static.streamlit.io/examples/cat.jpg", caption="A cat", alt="A cat")
    """
    from ostinato.run.pictures import address_of  # noqa: PLC0415  (many scripts show no file)

    check_width("image", width, STRETCH_OR_CONTENT)
    check_choice("image", "channels", channels, ("RGB", "BGR"))
    check_choice("image", "output_format", output_format, FORMATS)
    width = _width(width, use_container_width, use_column_width)
    look = Look(as_flag("image", "clamp", clamp), channels, output_format)
    images = _several(image)
    pictures = [read_picture("image", "image", each, look) for each in images]
    captions = [text or "" for text in _for_each("caption", caption, len(images))]
    alts = _for_each("alt", alt, len(images))
    props = Image(
        sources=[address_of(each) for each in pictures],
        sizes=[each.size if isinstance(each, Picture) else None for each in pictures],
        captions=captions if any(captions) else [],
        alts=[] if alts.count(None) == len(alts) else alts,
        width="stretch" if width == "stretch" else "content",
        pixels=width if isinstance(width, int) else None,
        link=_link(link, len(images)),
    )
    return draw(props)


def _several(image: Any) -> list[Any]:
    """Return the pictures of a list, or of an array of arrays."""
    if isinstance(image, list | tuple):
        return list(image)
    return list(image) if getattr(image, "ndim", 0) == 4 else [image]


def _for_each(name: str, texts: Any, count: int) -> list[str | None]:
    """Return a text for each picture."""
    if texts is None:
        return list(repeat(None, count))
    if isinstance(texts, str) or not isinstance(texts, Sequence):
        texts = [texts]
    if len(texts) != count:
        raise StreamlitAPIException(
            f"image: there must be one {name} for each picture, got {len(texts)} for {count}:"
            " pass a list with None where there is none"
        )
    return [None if text is None else str(text) for text in texts]


def _link(link: object, count: int) -> str | None:
    if link is None:
        return None
    if not isinstance(link, str):
        raise StreamlitInvalidParameterTypeError(f"image: link must be a str, got link={link!r}")
    if not link:
        return None
    if count != 1:
        raise StreamlitAPIException(
            f"image: only one picture can have a link, got {count} and link={link!r}:"
            " show each by a call of its own"
        )
    from ostinato.arguments.link import check_link  # noqa: PLC0415  (few pictures have one)

    check_link("image", link)
    return link


def _width(width: Width, in_container: bool | None, in_column: object) -> Width:
    """Return the width, which may be said in the old forms."""
    old: Width = width
    if in_column is not None:
        words = ("auto", "always", "never", True, False)
        check_choice("image", "use_column_width", in_column, words)
        old = "stretch" if in_column in ("always", True) else "content"
    if in_container is not None:
        is_wide = as_flag("image", "use_container_width", in_container)
        old = "stretch" if is_wide else "content"
    if in_container is None and in_column is None:
        return width
    if width != "content":
        old = width  # What is said in the new form counts.
    warn(
        "image: use_container_width and use_column_width are deprecated, got"
        f" use_container_width={in_container!r} and use_column_width={in_column!r}:"
        f" use width={old!r}"
    )
    return old
