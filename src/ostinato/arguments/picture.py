"""Picture: an argument that stands for one: an icon, an address of the web, or a file."""

import io
import re
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from ostinato.arguments.icon import check_icon, is_emoji
from ostinato.errors import StreamlitAPIException

_BEGIN = re.compile(r"https?://|data:image/", re.IGNORECASE)
_SVG = re.compile(r"<svg\b(?![^>]*\sxmlns=)")


class Picture(NamedTuple):
    """A picture as a file, its type, and how wide and high it is if it says so."""

    content: Any
    type: str
    size: tuple[int, int] | None


class Look(NamedTuple):
    """How an array or an image of PIL becomes a file."""

    clamp: bool = False
    channels: str = "RGB"
    output_format: str = "auto"


AS_IT_IS = Look()


def picture_address(text: str) -> str | None:
    """Return the address of a picture without blanks around it; None if the text is none.

    Example:
        >>> picture_address(" HTTPS://example.com/A.png")
        'https://example.com/A.png'
        >>> picture_address("a.png")
    """
    text = text.strip()
    begin = _BEGIN.match(text)
    return None if begin is None else begin[0].lower() + text[begin.end() :]


def check_picture(who: str, name: str, image: object) -> str | Picture:
    """Check a picture or icon, an argument of that name: see `find_picture`.

    Raises:
        StreamlitAPIException: If it is neither, or there is no such file or icon.
    """
    found = find_picture(who, name, image)
    if found is None:
        raise no_picture(who, name, image)
    return found


def find_picture(who: str, name: str, image: object) -> str | Picture | None:
    """Return an icon or an address as it travels, or a picture; None if it may be another text.

    Args:
        who: What it is for, for errors.
        name: The argument, for errors.
        image: An emoji, a symbol, or what `read_picture` takes.

    Raises:
        StreamlitAPIException: If it can be none of these, or there is no such symbol.
    """
    if isinstance(image, str) and (image.strip().startswith(":") or is_emoji(image.strip())):
        return check_icon(who, image, name)
    if isinstance(image, str | PurePath) and not _is_there(image):
        return None
    return read_picture(who, name, image)


def read_picture(who: str, name: str, image: Any, look: Look = AS_IT_IS) -> str | Picture:
    """Return a picture, or its address if that is one of the web.

    Args:
        who: What it is for, for errors.
        name: The argument, for errors.
        image: An address, an SVG as text, a file, its bytes, an array of NumPy or a PIL image.
        look: How one of the last two becomes a file.

    Raises:
        StreamlitAPIException: If it is no picture that browsers show.
    """
    if isinstance(image, str):
        if _is_svg(image):
            return _drawn(image)
        if (address := picture_address(image)) is not None:
            return address
    if isinstance(image, str | PurePath | bytes | bytearray | memoryview | io.IOBase):
        return _in_file(who, name, image)
    from ostinato.arguments import pixels  # noqa: PLC0415  (few pictures are made by the script)

    if pixels.is_pil(image):
        _check_size(who, f"got {name}={image!r}", image.size)
        return Picture(*pixels.pil_file(image, look.output_format), image.size)
    if pixels.is_array(image):
        kind = "image/jpeg" if look.output_format == "JPEG" else "image/png"
        made = pixels.array_file(who, name, image, **look._asdict())
        height, width = image.shape[:2]
        return Picture(made, kind, (int(width), int(height)))
    if callable(getattr(image, "read", None)):
        return _in_file(who, name, image)
    raise no_picture(who, name, image)


def no_picture(who: str, name: str, image: object) -> StreamlitAPIException:
    """Return the error that an argument is no picture."""
    from ostinato.arguments.media import shown  # noqa: PLC0415  (few pictures are files)

    hint = ""
    if isinstance(image, str | PurePath) and str(image) not in ("", "."):
        hint = f": there is no such file in {str(Path.cwd())!r}"
    icon = (
        ""
        if name == "image" and who == "image"
        else 'an emoji, a symbol like ":material/home:", or '
    )
    return StreamlitAPIException(
        f"{who}: {name} must be {icon}a picture by its address, its file, its bytes or its pixels,"
        f" got {name}={shown(image)}{hint}"
    )


def _is_there(image: str | PurePath) -> bool:
    """Return whether a text is more than the name of a file that is not there."""
    if isinstance(image, str) and (_is_svg(image) or picture_address(image) is not None):
        return True
    try:
        return Path(image).is_file()
    except (OSError, ValueError):  # It may be too long for a name, or have a NUL in it.
        return False


def _in_file(who: str, name: str, image: Any) -> Picture:
    """Return a picture that somebody else has made a file."""
    from ostinato.arguments.media import content_of, head_of, shown  # noqa: PLC0415  (likewise)
    from ostinato.arguments.picture_head import read_head  # noqa: PLC0415  (likewise)

    content = content_of(who, name, image)
    start = head_of(content)
    got = f"got {name}={shown(image)}"
    if not start:
        raise StreamlitAPIException(f"{who}: a picture must not be empty, {got}")
    try:
        head = read_head(start)
    except ValueError as error:
        raise StreamlitAPIException(f"{who}: a picture must be whole, {got}: {error}") from None
    if head is None:
        converted = _converted(content)
        if converted is not None:
            _check_size(who, got, converted.size)
            return converted
        raise StreamlitAPIException(
            f"{who}: a picture must be a PNG, JPEG, GIF, WebP, AVIF, SVG, BMP or ICO, {got}:"
            " convert it"
        )
    _check_size(who, got, head.size)
    if head.type == "image/svg+xml" and isinstance(content, bytes):
        return _drawn(content.decode(errors="replace"))
    return Picture(content, head.type, head.size)


def _check_size(who: str, got: str, size: tuple[int, int] | None) -> None:
    from ostinato.arguments.pixels import LARGEST  # noqa: PLC0415  (likewise)

    if size is not None and min(size) < 1:
        raise StreamlitAPIException(f"{who}: a picture must have a pixel, {got}")
    if size is not None and max(size) > LARGEST:
        raise StreamlitAPIException(
            f"{who}: a picture may be {LARGEST} pixels wide and high, as browsers show no larger"
            f" one, {got} of {size[0]} x {size[1]}: show a part of it"
        )


def _converted(content: Any) -> Picture | None:
    """Return a picture that browsers do not know as PIL reads it, as TIFF; None if it does not."""
    try:
        from PIL import Image  # noqa: PLC0415  (an extra that the app has, or has not)
    except ImportError:
        return None
    from ostinato.arguments import pixels  # noqa: PLC0415  (likewise)

    try:
        with Image.open(io.BytesIO(content) if isinstance(content, bytes) else content) as image:
            return Picture(*pixels.pil_file(image), image.size)
    except (OSError, SyntaxError, ValueError):
        return None


def _drawn(text: str) -> Picture:
    """Return an SVG. In HTML one need not say what it is, in a file of its own one must."""
    text = _SVG.sub('<svg xmlns="http://www.w3.org/2000/svg"', text.strip(), count=1)
    from ostinato.arguments.picture_head import svg_size  # noqa: PLC0415  (likewise)

    return Picture(text.encode(errors="replace"), "image/svg+xml", svg_size(text))


def _is_svg(text: str) -> bool:
    text = text.lstrip("\ufeff \t\r\n")
    return text.startswith("<svg") or (text.startswith(("<?xml", "<!")) and "<svg" in text)
