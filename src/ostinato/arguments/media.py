"""Media: an argument that stands for a file, by its address, its path or its bytes."""

import functools
import io
import re
import stat
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.values.media_type import is_media_type

Readable = bytes | Path | BinaryIO
"""What can be read as a file."""

HEAD = 1 << 18
"""Bytes of a file that say what it is; pictures of cameras begin with a small one of themselves."""

LONGEST_SHOWN = 200
"""Characters of an argument that an error shows."""

_WEB = re.compile(r"https?://|data:", re.IGNORECASE)
_MAGIC = (
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "audio/wav"),
    (re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"), "audio/mpeg"),
    (re.compile(rb"fLaC"), "audio/flac"),
    (re.compile(rb"OggS.{24}(?:\x80theora|fishead)", re.DOTALL), "video/ogg"),
    (re.compile(rb"OggS"), "audio/ogg"),
    (re.compile(rb"....ftypM4[AB]", re.DOTALL), "audio/mp4"),
    (re.compile(rb"....ftyp", re.DOTALL), "video/mp4"),
    (re.compile(rb"\x1aE\xdf\xa3"), "video/webm"),
    (re.compile(rb"\xff[\xf0\xf1\xf8\xf9]"), "audio/aac"),
)
_PLAYED = ("audio/", "video/", "application/ogg", "application/mp4")


def web_address(text: object) -> str | None:
    """Return an address of the web, or one that holds its data, without blanks; None for others.

    Example:
        >>> web_address(" https://example.com/a.mp3")
        'https://example.com/a.mp3'
    """
    if not isinstance(text, str):
        return None
    text = text.strip()
    found = _WEB.match(text)
    return None if found is None else found[0].lower() + text[found.end() :]


def content_of(who: str, name: str, data: Any) -> Readable:
    """Return what stands for a file as what can be read as one.

    Args:
        who: Whose argument it is, for errors.
        name: The argument, for errors.
        data: A path as text or `Path`, bytes, or an open file, which is read from its begin.

    Raises:
        StreamlitAPIException: If there is no such file, or it is none that can be read.
        StreamlitInvalidParameterTypeError: If it is nothing of that.
    """
    match data:
        case str() if not data.strip():
            raise StreamlitAPIException(
                f"{who}: {name} must lead to a file, got {name}={data!r}: it is empty"
            )
        case str() | PurePath():
            return _file(who, name, Path(data))
        case bytes():
            return data
        case bytearray() | memoryview():
            return bytes(data)
        case io.BytesIO():
            return data.getvalue()
        case _ if callable(getattr(data, "read", None)) and not isinstance(data, io.TextIOBase):
            return _rewound(data)
    hint = ': open it with mode "rb"' if isinstance(data, io.TextIOBase) else ""
    raise StreamlitInvalidParameterTypeError(
        f"{who}: {name} must be an address, a path, bytes or an open file,"
        f" got {name}={shown(data)}{hint}"
    )


def head_of(content: Readable) -> bytes:
    """Return the first bytes of a file."""
    if isinstance(content, bytes):
        return content[:HEAD]
    if isinstance(content, Path):
        facts = content.stat()
        return _head_at(content, facts.st_mtime_ns, facts.st_size)
    head = content.read(HEAD)
    _rewound(content)
    return head


def played_type(given: object, default: str, content: Readable) -> str:
    """Return the type of sound or film: the one that was given, if it is one, else what it is.

    Args:
        given: What the script says.
        default: What it says by default, which it need not mean.
        content: What is to be played.
    """
    is_played = isinstance(given, str) and given.startswith(_PLAYED) and is_media_type(given)
    if is_played and given != default:
        return str(given)
    head = head_of(content)
    return next((kind for begin, kind in _MAGIC if begin.match(head)), default)


def shown(value: object) -> str:
    """Return an argument as an error shows it."""
    text = repr(str(value) if isinstance(value, PurePath) else value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}..."


@functools.lru_cache(maxsize=64)
def _head_at(path: Path, _changed: int, _size: int) -> bytes:
    """Return the first bytes of a file that has not changed since."""
    with path.open("rb") as file:
        return file.read(HEAD)


def _file(who: str, name: str, path: Path) -> Path:
    got = f"got {name}={shown(path)}"
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # It may be too long for a name, or have a NUL in it.
        here = "" if path.is_absolute() else f" in {str(Path.cwd())!r}"
        raise StreamlitAPIException(
            f"{who}: {name} must lead to a file, {got}: there is no such file{here}"
        ) from None
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
        raise StreamlitAPIException(f"{who}: {name} must lead to a file, {got}: that is {kind}")
    try:
        path.open("rb").close()
    except OSError as error:
        raise StreamlitAPIException(
            f"{who}: {name} must lead to a file that can be read, {got}: {error.strerror}"
        ) from error
    return path.absolute()


def _rewound(file: Any) -> BinaryIO:
    """Return an open file at its begin; what has none, as a pipe, is read."""
    if callable(getattr(file, "seek", None)) and getattr(file, "seekable", lambda: True)():
        file.seek(0)
        return file  # type: ignore[no-any-return]
    return io.BytesIO(file.read() or b"")
