"""Heads of films: how large they are, so that there is room before they come."""

import io
import struct
from pathlib import Path
from typing import Any

import pytest

from ostinato.arguments.film_head import film_size
from ostinato.arguments.media import played_type

UPRIGHT = (1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
ON_ITS_SIDE = (0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)


def box(name: bytes, content: bytes, *, is_long: bool = False) -> bytes:
    if is_long:
        return struct.pack(">I4sQ", 1, name, 16 + len(content)) + content
    return struct.pack(">I4s", 8 + len(content), name) + content


def track(width: int, height: int, matrix: Any = UPRIGHT, version: int = 0) -> bytes:
    times = bytes((32 if version else 20) + 16)
    sizes = struct.pack(">9iII", *matrix, width << 16, height << 16)
    return box(b"trak", box(b"tkhd", bytes([version, 0, 0, 0]) + times + sizes))


def mp4(*tracks: bytes, before: bytes = b"") -> bytes:
    return box(b"ftyp", b"isom\0\0\0\0") + before + box(b"moov", b"".join(tracks))


def webm(width: int, height: int) -> bytes:
    size = b"\xb0\x82" + width.to_bytes(2, "big") + b"\xba\x82" + height.to_bytes(2, "big")
    return b"\x1aE\xdf\xa3" + bytes(40) + b"\x16\x54\xae\x6b" + bytes(9) + size


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (mp4(track(640, 360)), (640, 360)),
        (mp4(track(640, 360, version=1)), (640, 360)),
        (mp4(track(640, 360, ON_ITS_SIDE)), (360, 640)),
        (mp4(track(0, 0), track(640, 360)), (640, 360)),
        (mp4(track(640, 360), before=box(b"mdat", bytes(100_000))), (640, 360)),
        (mp4(track(640, 360), before=box(b"mdat", bytes(9), is_long=True)), (640, 360)),
        (webm(640, 360), (640, 360)),
        (mp4(track(0, 0)), None),
        (mp4(track(640, 360))[:60], None),
        (mp4(before=struct.pack(">I4s", 3, b"free")), None),
        (mp4(before=struct.pack(">I4s", 0, b"mdat") + bytes(99)), None),
        (mp4(before=struct.pack(">I4sQ", 1, b"mdat", 1 << 62)), None),
        (mp4(before=box(b"free", b"") * 5000), None),
        (webm(640, 360)[:60], None),
        (b"\x1aE\xdf\xa3", None),
        (b"RIFF....AVI ", None),
        (b"", None),
    ],
)
def test_it_says_its_size_or_nothing(tmp_path: Path, content: bytes, size: Any) -> None:
    file = tmp_path / "film"
    file.write_bytes(content)
    assert film_size(content) == film_size(file) == size
    opened = io.BytesIO(content)
    assert film_size(opened) == size
    assert opened.read() == content


@pytest.mark.parametrize(
    ("given", "content", "kind"),
    [
        ("video/mp4", mp4(), "video/mp4"),
        ("video/mp4", webm(1, 1), "video/webm"),
        ("video/mp4", b"OggS" + bytes(24) + b"\x80theora", "video/ogg"),
        ("video/mp4", b"?", "video/mp4"),
        ("video/quicktime", mp4(), "video/quicktime"),
        ("video/mp4; codecs=avc1", b"?", "video/mp4; codecs=avc1"),
        *((bad, b"?", "video/mp4") for bad in ("", "mp4", None, 3, "text/html", "video/x\r\nA: b")),
    ],
)
def test_its_type_is_what_it_is_unless_the_script_says_another(
    given: Any, content: bytes, kind: str
) -> None:
    assert played_type(given, "video/mp4", content) == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"RIFF....WAVEfmt ", "audio/wav"),
        (b"ID3\4", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"fLaC", "audio/flac"),
        (b"OggS" + bytes(24) + b"\x01vorbis", "audio/ogg"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"\xff\xf1P", "audio/aac"),
    ],
)
def test_sound_says_what_it_is(content: bytes, kind: str) -> None:
    assert played_type("audio/wav", "audio/wav", content) == kind
