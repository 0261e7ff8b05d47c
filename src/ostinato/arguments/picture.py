"""Picture: an argument that stands for one, as the address that the browser gets.

What is no address of the web travels in a data: URL, so it has to be small.
"""

import base64
import functools
import io
import re
import stat
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from ostinato.arguments.icon import check_icon, is_emoji
from ostinato.errors import StreamlitAPIException

LARGEST = 256_000
"""Bytes of a picture that go with each page."""

WIDEST, HIGHEST = 512, 128
"""Pixels beyond which a picture in memory is made smaller: at most a wide logo is 32 high."""

_BEGIN = re.compile(r"https?://|data:image/", re.IGNORECASE)
_TYPES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp"),
    (re.compile(rb"\x00\x00\x01\x00"), "x-icon"),
)


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


def check_picture(who: str, name: str, image: object) -> str:
    """Check a picture or icon, an argument of that name, and return it as it travels.

    Raises:
        StreamlitAPIException: If it is neither, too large, or there is no such file or icon.
    """
    found = find_picture(who, name, image)
    if found is None:
        raise no_picture(who, name, image)
    return found


def find_picture(who: str, name: str, image: object) -> str | None:
    """Return a picture or icon as it travels; None if it is text or a path that leads to none.

    Args:
        who: What it is for, for errors.
        name: The argument, for errors.
        image: An emoji, a symbol, an address, an SVG as text, a file, its bytes, or a PIL image.

    Raises:
        StreamlitAPIException: If it can be none of these, is too large, or there is no such symbol.
    """
    match image:
        case str() if image.strip().startswith(":") or is_emoji(image.strip()):
            return check_icon(who, image, name)
        case str() if _is_svg(image):
            return f"data:image/svg+xml,{quote(image.strip(), errors='replace')}"
        case str() if (address := picture_address(image)) is not None:
            return address
        case str() | PurePath():
            return _file(who, name, Path(image))
        case bytes() | bytearray():
            content = bytes(image)
        case io.RawIOBase() | io.BufferedIOBase():
            content = _rest(image)
        case _ if type(image).__module__.startswith("PIL."):
            content = _png(image)
        case _:
            raise no_picture(who, name, image)
    return _with_content(who, f"{len(content)} bytes as {name}", content)


def no_picture(who: str, name: str, image: object) -> StreamlitAPIException:
    """Return the error that an argument is no picture."""
    hint = ""
    if isinstance(image, str | PurePath) and image != "":
        hint = f": there is no such file in {str(Path.cwd())!r}"
        image = str(image)
    return StreamlitAPIException(
        f'{who}: {name} must be an emoji, a symbol like ":material/home:", or a picture by its'
        f" address, its file or its bytes, got {name}={image!r}{hint}"
    )


def _rest(file: io.RawIOBase | io.BufferedIOBase) -> bytes:
    """Return what an open file holds, from its begin if it has one."""
    if file.seekable():
        file.seek(0)
    return file.read(LARGEST + 1) or b""


def _file(who: str, name: str, path: Path) -> str | None:
    """Return a picture in a file; None if there is no such file."""
    try:
        facts = path.stat()
    except (OSError, ValueError):  # It may be too long for a name, or have a NUL in it.
        return None
    if not stat.S_ISREG(facts.st_mode):
        return None
    got = f"{name}={str(path)!r}"
    if facts.st_size > LARGEST:
        raise _too_large(who, f"{got} of {facts.st_size} bytes")
    return _read(who, got, path.absolute(), facts.st_mtime_ns, facts.st_size)


@functools.lru_cache(maxsize=16)
def _read(who: str, got: str, path: Path, _changed: int, _size: int) -> str:
    """Return a picture in a file that has not changed since, the same text in every run."""
    with path.open("rb") as file:
        return _with_content(who, got, file.read(LARGEST + 1))


def _with_content(who: str, got: str, content: Any) -> str:
    if len(content) > LARGEST:
        raise _too_large(who, got)
    for begin, kind in _TYPES:
        if begin.match(content):
            return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
    if _is_svg(content.decode(errors="replace")):
        return f"data:image/svg+xml;base64,{base64.b64encode(content).decode()}"
    raise StreamlitAPIException(
        f"{who}: a picture must be a PNG, JPEG, GIF, WebP, SVG or ICO, got {got}: convert it"
    )


def _is_svg(text: str) -> bool:
    text = text.lstrip("\ufeff \t\r\n")
    return text.startswith("<svg") or (text.startswith(("<?xml", "<!")) and "<svg" in text)


def _too_large(who: str, got: str) -> StreamlitAPIException:
    return StreamlitAPIException(
        f"{who}: a picture may have {LARGEST} bytes, as it goes with each page, got {got}:"
        " make it smaller, or give its address on the web"
    )


def _png(image: Any) -> bytes:
    """Return a PIL image as a file; it is shown small."""
    image = image.convert("RGBA")
    image.thumbnail((WIDEST, HIGHEST))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
