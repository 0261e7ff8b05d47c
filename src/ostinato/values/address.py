"""Address: what follows the app's own address, and is the value of the page itself."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

from ostinato.values.moment import SAFE

LONGEST = 100_000
"""Characters of an address that a browser may come with, or go to."""

LONGEST_PATH = 1_000
"""Characters of the path to a page; what is longer leads nowhere."""

Params = dict[str, list[str]]


class Place(NamedTuple):
    """Where the browser is: the text after the "?", entries of history, and the path of the page.

    The number rises with each entry that the script adds to the browser's history. The path is
    what stands between the app's own address and the "?": "" for the app's first page.
    """

    text: str
    entry: int
    path: str = ""


def path_of(text: str) -> str:
    """Return the path of a page, as a browser has it: its file is that of the first one."""
    return "" if text == "index.html" else text[:LONGEST_PATH]


def parse(text: str) -> Params:
    """Return the parameters in the text of an address after its "?".

    Example:
        >>> parse("a=1&b=x+y&a=2")
        {'a': ['1', '2'], 'b': ['x y']}
    """
    params: Params = {}
    if not text:
        return params
    from urllib.parse import parse_qsl  # noqa: PLC0415  (most addresses have no parameters)

    for name, value in parse_qsl(text, keep_blank_values=True):
        params.setdefault(name, []).append(value)
    return params


def text_of(params: Mapping[str, Iterable[str]]) -> str:
    """Return the text of an address after its "?".

    Example:
        >>> text_of({"a": ["1", "2"], "b": ["x y"]})
        'a=1&a=2&b=x+y'
    """
    from urllib.parse import urlencode  # noqa: PLC0415  (likewise)

    pairs = [(name, value) for name, values in params.items() for value in values]
    return urlencode(pairs, errors="replace")


class Address(msgspec.Struct, frozen=True):
    """Where the browser is."""

    def decode(self, wire: Any) -> Place:
        """Check what came from a browser."""
        if not (isinstance(wire, list | tuple) and len(wire) in (2, 3)):
            raise ValueError("expected the text of an address, a number and a path")
        # An older page sends no path.
        text, entry, path = (*wire, "")[:3]
        is_fit = isinstance(text, str) and len(text) <= LONGEST and isinstance(path, str)
        if not is_fit or type(entry) is not int or not 0 <= entry <= SAFE:
            raise ValueError("expected the text of an address, a number and a path")
        return Place(text, entry, path_of(path))
