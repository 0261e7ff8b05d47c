"""File types: which files an input takes, by the ends of their names and by their MIME types."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from ostinato.arguments.count import check_count
from ostinato.config.units import MEGABYTE
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.wire.props import InputProps

P = TypeVar("P", bound=InputProps)

MEDIA = ("image", "audio", "video", "text")
"""Words that stand for all MIME types of a kind."""

NAMESAKES = (
    (".jpg", ".jpeg"),
    (".tif", ".tiff"),
    (".htm", ".html"),
    (".mpg", ".mpeg"),
    (".mp4", ".mpeg4"),
)
"""Ends of names that mean the same."""


def file_types_of(who: str, name: str, types: object) -> list[str]:
    """Return the types of files that fit: ends of names like ".csv", and MIME types.

    Args:
        who: The element, for the error.
        name: The argument, for the error.
        types: What the script passed: one, several or None for all.

    Raises:
        StreamlitInvalidParameterTypeError: If it is neither text nor a sequence of it.
        StreamlitAPIException: If one of them is empty.

    Example:
        >>> file_types_of("file_uploader", "type", ["csv", "image", "JPG"])
        ['.csv', 'image/*', '.jpg', '.jpeg']
    """
    if types is None:
        return []
    given = [types] if isinstance(types, str) else types
    if not isinstance(given, Sequence) or not all(isinstance(each, str) for each in given):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: {name} must be a str or a sequence of them, got {name}={types!r}"
        )
    found: dict[str, None] = {}
    for each in given:
        text = each.strip().lower()
        if not text.strip(".*/"):
            raise StreamlitAPIException(
                f"{who}: a type of files must be an ending or a MIME type, got {name}={types!r}:"
                ' write it like "csv" or "image/png"'
            )
        found.update(dict.fromkeys(_meant_by(text)))
    return [*found]


def _meant_by(text: str) -> Sequence[str]:
    if "/" in text:
        return [text]
    if text in MEDIA:
        return [f"{text}/*"]
    end = f".{text.lstrip('.')}"
    return next(([end, *(set(same) - {end})] for same in NAMESAKES if end in same), [end])


MOST_SIZE = 10**9
"""Megabytes that a script may allow: browsers count as many bytes exactly."""


def upload_limit(who: str, max_upload_size: object, default: int) -> int:
    """Return how many bytes a file may have.

    Args:
        who: The element, for the error.
        max_upload_size: What the script passed, in MB; None for what the configuration says.
        default: That, in bytes.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no whole number.
        StreamlitValueError: If it is not positive.
    """
    if max_upload_size is None:
        return default
    return MEGABYTE * check_count(
        who,
        "max_upload_size",
        max_upload_size,
        "a positive count of megabytes, or None",
        most=MOST_SIZE,
    )


def known_by(props: P, max_upload_size: object) -> P:
    """Return what tells an input that has a limit from others.

    What the server allows by itself is no argument of it: an operator may change that.
    """
    return props if max_upload_size is not None else replace(props, limit=0)


def check_sample_rate(who: str, name: str, rate: object) -> int | None:
    """Return how often a second a sound is measured; None for what the browser does by itself.

    Raises:
        StreamlitAPIException: If it is none of those that are known.
    """
    if rate is None or (isinstance(rate, int) and rate in SAMPLE_RATES):
        return rate
    known = ", ".join(map(str, SAMPLE_RATES))
    raise StreamlitAPIException(
        f"{who}: {name} must be one of {known}, or None, got {name}={rate!r}"
    )


SAMPLE_RATES = (8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000)
"""How often a second a sound may be measured, from that of a telephone on."""
