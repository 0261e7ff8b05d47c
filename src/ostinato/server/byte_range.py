"""Range: which bytes of a file a request is about."""

import re
from typing import NamedTuple

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII | re.IGNORECASE)


class Unsatisfiable(Exception):
    """A file has none of the bytes that are asked for."""


class Span(NamedTuple):
    """Bytes from `start` on, up to and without `end`."""

    start: int
    end: int


def span_of(header: str, size: int) -> Span | None:
    """Return which bytes a header `Range` asks for; None if it asks for all.

    What asks for several ranges, or is none that HTTP knows, gets the whole file, as HTTP allows.

    Args:
        header: The header.
        size: How many bytes there are.

    Raises:
        Unsatisfiable: If there are none of these.

    Example:
        >>> span_of("bytes=-2", 10), span_of("bytes=8-99", 10), span_of("bytes=0-1,3-4", 10)
        (Span(start=8, end=10), Span(start=8, end=10), None)
    """
    asked = _ONE.fullmatch(header)
    if asked is None or not any(asked.groups()):
        return None
    first, last = asked.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < start:
            return None
    if start >= end:
        raise Unsatisfiable
    return Span(start, end)
