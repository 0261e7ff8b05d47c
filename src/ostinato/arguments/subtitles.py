"""Subtitles: texts for films, as WebVTT, which browsers read."""

import io
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from ostinato.arguments.media import content_of, shown
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

_TIME = r"(\d+):(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_SPAN = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}.*$", re.MULTILINE)
_DECORATION = re.compile(r"</?font[^>]*>|\{\\[^}]*\}", re.IGNORECASE)
"""What SRT has beyond text in bold and italics; WebVTT does not know it."""


def read_subtitles(subtitles: Any) -> dict[str, bytes]:
    """Return WebVTT by the label of each.

    Args:
        subtitles: One, or several by their labels: a file, its content, or an open file.

    Raises:
        StreamlitAPIException: If one is neither SRT nor WebVTT, or there is no such file.
        StreamlitInvalidParameterTypeError: If one is nothing that stands for a file.
    """
    if subtitles is None:
        return {}
    if isinstance(subtitles, Mapping):
        named = {str(label): _read(f' "{label}"', each) for label, each in subtitles.items()}
    else:
        named = {"": _read("", subtitles)}
    return {label: vtt for label, vtt in named.items() if vtt}


def _read(label: str, subtitles: Any) -> bytes:
    """Return one as WebVTT; nothing if it is empty."""
    who = f"video: subtitles{label}"
    text = _text(who, subtitles)
    if not text.strip():
        return b""
    if text.startswith("WEBVTT"):
        return text.encode(errors="replace")
    if _SPAN.search(text) is None:
        raise StreamlitAPIException(
            f"{who} must be WebVTT or SRT, got {shown(subtitles)}: WebVTT begins with the line"
            " WEBVTT, and both have times like 00:00:01,000 --> 00:00:04,000"
        )
    return f"WEBVTT\n\n{vtt_of(text)}".encode(errors="replace")


def vtt_of(srt: str) -> str:
    r"""Return the cues of SRT as WebVTT has them.

    Example:
        >>> vtt_of("1\n0:00:01,5 --> 00:00:04,000\n<font color=red>Hi</font>")
        '1\n00:00:01.500 --> 00:00:04.000\nHi\n'
    """
    return _SPAN.sub(_span, _DECORATION.sub("", srt)).strip() + "\n"


def _span(found: re.Match[str]) -> str:
    begin, end = found.groups()[:4], found.groups()[4:]
    return f"{_time(*begin)} --> {_time(*end)}"


def _time(hours: str, minutes: str, seconds: str, rest: str) -> str:
    return f"{int(hours):02}:{int(minutes):02}:{int(seconds):02}.{rest:0<3}"


def _text(who: str, subtitles: Any) -> str:
    """Return what a file of subtitles holds, with plain ends of lines."""
    match subtitles:
        case str() if "\n" in subtitles or "\r" in subtitles or not subtitles.strip():
            text = subtitles
        case str() if subtitles.startswith("WEBVTT"):
            text = subtitles
        case str() | PurePath() | bytes() | bytearray() | memoryview() | io.IOBase():
            text = _decoded(content_of(who, "its file", subtitles))
        case _:
            raise StreamlitInvalidParameterTypeError(
                f"{who} must be text, bytes, a path, an open file or a dict of them,"
                f" got {shown(subtitles)}"
            )
    return text.lstrip("\ufeff").lstrip().replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: Any) -> str:
    data = content.read_bytes() if isinstance(content, Path) else content
    data = data if isinstance(data, bytes) else data.read()
    try:
        return str(data, "utf-8")
    except UnicodeDecodeError:
        return str(data, "cp1252", "replace")  # Older files are mostly written so.
