"""Named content: what a file is made of, as scripts have it: text, bytes, open files and paths."""

import io
import os
from pathlib import PurePath
from typing import IO, Any, NamedTuple

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.values.media_type import UNKNOWN, ending_of, is_media_type, type_of

TEXT = "text/plain"
RAW = (bytes, bytearray, memoryview, os.PathLike)

Data = str | bytes | bytearray | memoryview | os.PathLike[str] | IO[str] | IO[bytes]


class NamedContent(NamedTuple):
    """What a file is made of: bytes, the path of a file, or an open one, and its media type."""

    data: Any
    type: str
    name: str


def named_content(who: str, data: Any, file_name: str | None, mime: str | None) -> NamedContent:
    """Return what a file is made of, its media type and its name.

    Args:
        who: Who asks, for errors.
        data: Text, bytes, an open file of either, or the path of a file.
        file_name: Its name, if that is said.
        mime: Its media type, if that is said.

    Raises:
        StreamlitAPIException: If the data is none of these, or text that UTF-8 cannot encode.
    """
    own_name = data if isinstance(data, os.PathLike) else getattr(data, "name", None)
    own_name = PurePath(own_name).name if isinstance(own_name, str | os.PathLike) else ""
    content: Any = data
    type = UNKNOWN
    if isinstance(data, str):
        content, type = _encoded(who, data), TEXT
    elif isinstance(data, io.TextIOBase):
        if data.seekable():
            data.seek(0)
        content, type = _encoded(who, data.read()), TEXT
    elif not isinstance(data, RAW) and not hasattr(data, "read"):
        raise StreamlitAPIException(
            f"{who}: data must be text, bytes, a path, an open file or a function that returns"
            f" one of these, got a {data.__class__.__name__}: pass its bytes, as of"
            " table.to_csv()"
        )
    if mime:
        type = mime if is_media_type(mime) else type_of(mime)
    elif own_name and type_of(file_name or own_name) != UNKNOWN:
        type = type_of(file_name or own_name)
    return NamedContent(content, type, file_name or own_name or f"download.{ending_of(type)}")


def check_names(who: str, file_name: object, mime: object) -> None:
    """Check how a file is called and what is said that it is.

    Raises:
        StreamlitInvalidParameterTypeError: If one of them is no text.
    """
    for name, text in (("file_name", file_name), ("mime", mime)):
        if not isinstance(text, str | None):
            raise StreamlitInvalidParameterTypeError(
                f"{who}: {name} must be a str, got {name}={text!r}"
            )


def _encoded(who: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise StreamlitAPIException(
            f"{who}: data must be text that UTF-8 can encode, got characters that are half of a"
            ' pair: pass data.encode(errors="replace")'
        ) from None
