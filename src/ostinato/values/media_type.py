"""Media type: what kind of content a file has, and how its name ends.

Not from the `mimetypes` module: what that one answers depends on the machine.
"""

import re

UNKNOWN = "application/octet-stream"

ARROW = "application/vnd.apache.arrow.stream"
"""Tables, as Arrow's IPC streams."""

TYPES = {
    "aac": "audio/aac",
    "arrow": ARROW,
    "avif": "image/avif",
    "bin": UNKNOWN,
    "bmp": "image/bmp",
    "css": "text/css",
    "csv": "text/csv",
    "eot": "application/vnd.ms-fontobject",
    "flac": "audio/flac",
    "gif": "image/gif",
    "gz": "application/gzip",
    "htm": "text/html",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "m4a": "audio/mp4",
    "m4v": "video/mp4",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "mov": "video/quicktime",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "mpeg": "video/mpeg",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "opus": "audio/ogg",
    "otf": "font/otf",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "png": "image/png",
    "srt": "application/x-subrip",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "ttf": "font/ttf",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "weba": "audio/webm",
    "webm": "video/webm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}
"""Media types by how names end."""

_PREFERRED = ("html", "jpg", "mp4", "ogg", "tiff", "m4a")
ENDINGS = {type: ending for ending, type in reversed(TYPES.items())} | {
    TYPES[ending]: ending for ending in _PREFERRED
}
"""How names end, by media type."""

_TOKEN = r"[\w!#$&^.+-]+"
_TYPE = re.compile(
    rf'{_TOKEN}/{_TOKEN}(?:\s*;\s*{_TOKEN}=(?:{_TOKEN}|"[\w ,./:;+=-]*"))*', re.ASCII
)
LONGEST = 200


def is_media_type(text: str) -> bool:
    """Return whether a text is a media type, which may stand in a header.

    Example:
        >>> is_media_type("text/csv; charset=utf-8"), is_media_type("csv")
        (True, False)
    """
    return len(text) <= LONGEST and _TYPE.fullmatch(text) is not None


def ending_of(type: str) -> str:
    """Return how the name of a file of this type ends, without the dot.

    Example:
        >>> ending_of("text/csv; charset=utf-8"), ending_of("a/b")
        ('csv', 'bin')
    """
    return ENDINGS.get(type.partition(";")[0].strip().lower(), "bin")


def type_of(name: str) -> str:
    """Return the media type that the end of a name stands for.

    Example:
        >>> type_of("a.CSV"), type_of("README")
        ('text/csv', 'application/octet-stream')
    """
    return TYPES.get(name.rpartition(".")[2].lower(), UNKNOWN)
