"""Heads of pictures: what kind it is and how large, so that there is room before it comes."""

import io
import struct
from typing import Any

import pytest

from ostinato.arguments.picture_head import read_head, svg_size

JPEG = (
    b"\xff\xd8\xff\xe0\0\4ab"  # a segment to pass over
    b"\xff\xff\xc2\0\x11\x08" + struct.pack(">HH", 20, 30) + bytes(20)
)


def turned(order: str, orientation: int) -> bytes:
    """Return the same, with a note of how it was held."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}IHHHIHH", 8, 1, 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + mark + entry
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif + JPEG[2:]


@pytest.mark.parametrize(
    ("head", "kind", "size"),
    [
        (JPEG, "jpeg", (30, 20)),
        (turned("<", 6), "jpeg", (20, 30)),
        (turned(">", 8), "jpeg", (20, 30)),
        (turned("<", 3), "jpeg", (30, 20)),
        (b"\xff\xd8\xff\xe1\0\x20Exif\0\0II" + bytes(9), "jpeg", None),
        (b"\xff\xd8\xff\xe0\xff\xff", "jpeg", None),
        (b"\xff\xd8\xff\xe0\0\4ab!!!!!!", "jpeg", None),
        (b"RIFF....WEBPVP8X" + bytes(8) + b"\x1d\0\0\x13\0\0", "webp", (30, 20)),
        (b"RIFF....WEBPVP8L....\x2f" + (29 | 19 << 14).to_bytes(4, "little"), "webp", (30, 20)),
        (b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 30, 20), "webp", (30, 20)),
        (b"....ftypavif....ispe\0\0\0\0" + struct.pack(">II", 30, 20), "avif", (30, 20)),
        (b"....ftypavif", "avif", None),
        (b"BM" + bytes(8) + b"6\0\0\0(\0\0\0" + struct.pack("<ii", 30, -20), "bmp", (30, 20)),
        (b"\0\0\1\0\1\0\x1e\x14", "x-icon", (30, 20)),
        (b"\0\0\1\0\1\0\0\0", "x-icon", (256, 256)),
        (b"GIF87a\0\0\0\0", "gif", None),
    ],
)
def test_each_kind_says_its_size(head: bytes, kind: str, size: Any) -> None:
    assert read_head(head) == (f"image/{kind}", size)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("JPEG", "RGB"), ("GIF", "L"), ("WEBP", "RGB"), ("BMP", "RGB"), ("ICO", "L")],
)
def test_what_pillow_writes_is_read(kind: str, mode: str) -> None:
    image = pytest.importorskip("PIL.Image").new(mode, (33, 21))
    file = io.BytesIO()
    image.save(file, kind, **({"sizes": [(33, 21)]} if kind == "ICO" else {}))
    head = read_head(file.getvalue())
    assert head is not None
    assert head.size == (33, 21)


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ("<svg width='30' height='20'>", (30, 20)),
        ('<svg\n height = "20.4px"\n width="30PX"', None),
        ('<?xml version="1.0" width="9" height="9"?><svg width="30px" height="20.4px">', (30, 20)),
        ('<svg viewBox="-1 -1.5, 30,20">', (30, 20)),
        ('<svg width="15" viewBox="0 0 30 20">', (15, 10)),
        ('<svg height="10" viewBox="0 0 30 20">', (15, 10)),
        ('<svg width="100%" height="100%" viewBox="0 0 30 20">', (30, 20)),
        ('<svg width="3em" height="20">', None),
        ('<svg viewBox="0 0 0 20">', None),
        ('<svg stroke-width="4">', None),
        ("<svg", None),
        ("none", None),
    ],
)
def test_an_svg_says_its_size_or_that_of_what_it_shows(root: str, size: Any) -> None:
    assert svg_size(root) == size
