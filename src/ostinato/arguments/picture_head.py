"""Picture head: what kind of picture a file holds, and how large it is, by its first bytes."""

import re
import struct
from collections.abc import Callable
from typing import NamedTuple

Size = tuple[int, int]
"""Width and height in pixels."""


class Head(NamedTuple):
    """What a picture says of itself. The size is None where it says none, or too late."""

    type: str
    size: Size | None


def read_head(head: bytes) -> Head | None:
    r"""Return what the first bytes of a picture say; None if it is none that browsers show.

    Raises:
        ValueError: If it ends before it says how large it is.

    Example:
        >>> read_head(b"GIF89a\x02\x00\x03\x00")
        Head(type='image/gif', size=(2, 3))
    """
    for begin, kind, measure in _KINDS:
        if begin.match(head):
            try:
                size = measure(head)
            except (struct.error, IndexError):
                raise ValueError(f"the {kind.removeprefix('image/')} is cut short") from None
            return Head(kind, size if size and min(size) > 0 else None)
    text = head.decode(errors="replace")
    return Head("image/svg+xml", svg_size(text)) if is_svg(text) else None


def is_svg(text: str) -> bool:
    """Return whether text is a picture in SVG."""
    text = text.lstrip("\ufeff \t\r\n")
    return text.startswith("<svg") or (text.startswith(("<?xml", "<!")) and "<svg" in text)


def svg_size(text: str) -> Size | None:
    """Return the size that an SVG says it has, or that of what it shows.

    Example:
        >>> svg_size('<svg width="20px" viewBox="0 0 40 30">')
        (20, 15)
    """
    root = re.search(r"<svg\b[^>]*", text)
    if root is None:
        return None
    across, upright = (_pixels(root[0], name) for name in ("width", "height"))
    numbers = rf"[\s,]+({_NUMBER})"
    box = re.search(
        rf"""\sviewBox\s*=\s*["']\s*-?{_NUMBER}[\s,]+-?{_NUMBER}{numbers * 2}""", root[0]
    )
    if box is not None and float(box[1]) > 0 and float(box[2]) > 0:
        ratio = float(box[1]) / float(box[2])
        if across is None and upright is None:
            across, upright = float(box[1]), float(box[2])
        elif across is None and upright is not None:
            across = upright * ratio
        elif upright is None and across is not None:
            upright = across / ratio
    return None if across is None or upright is None else (round(across), round(upright))


_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"


def _pixels(root: str, name: str) -> float | None:
    found = re.search(rf"""\s{name}\s*=\s*["']\s*({_NUMBER})(?:px)?\s*["']""", root)
    return float(found[1]) if found else None


def _png(head: bytes) -> Size:
    width, height = struct.unpack_from(">II", head, 16)
    return width, height


def _gif(head: bytes) -> Size:
    width, height = struct.unpack_from("<HH", head, 6)
    return width, height


def _bmp(head: bytes) -> Size:
    width, height = struct.unpack_from("<ii", head, 18)
    return width, abs(height)


def _icon(head: bytes) -> Size:
    return head[6] or 256, head[7] or 256


def _webp(head: bytes) -> Size | None:
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", head, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", head, 26)
    return width & 0x3FFF, height & 0x3FFF


def _avif(head: bytes) -> Size | None:
    place = head.find(b"ispe")
    if place < 0:
        return None
    width, height = struct.unpack_from(">II", head, place + 8)
    return width, height


def _jpeg(head: bytes) -> Size | None:
    """Follow the segments to the one with the size. What lies on its side is shown upright."""
    place, is_turned = 2, False
    while place + 4 <= len(head):
        if head[place] != 0xFF:
            return None
        marker = head[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            place += 2
            continue
        (length,) = struct.unpack_from(">H", head, place + 2)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", head, place + 5)
            return (height, width) if is_turned else (width, height)
        if marker == 0xE1 and head[place + 4 : place + 10] == b"Exif\0\0":
            is_turned = _orientation(head[place + 10 : place + 2 + length]) >= 5
        place += 2 + length
    if len(head) < 4:
        raise IndexError
    return None


def _orientation(exif: bytes) -> int:
    """Return how a picture is to be turned: from 5 on, its sides change places."""
    order = "<" if exif[:2] == b"II" else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for place in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, place)
            if tag == 0x0112:
                return int(value)
    except struct.error:
        pass
    return 1


_KINDS: tuple[tuple[re.Pattern[bytes], str, Callable[[bytes], Size | None]], ...] = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", _png),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", _jpeg),
    (re.compile(rb"GIF8[79]a"), "image/gif", _gif),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", _webp),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "image/avif", _avif),
    (re.compile(rb"BM.{8}.\0\0\0", re.DOTALL), "image/bmp", _bmp),
    (re.compile(rb"\x00\x00\x01\x00"), "image/x-icon", _icon),
)
