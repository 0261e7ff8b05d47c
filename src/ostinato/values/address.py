"""Address: the parameters of the page's address, and the value of the page itself."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ostinato.values.moment import SAFE

LONGEST = 100_000
"""Characters of an address that a browser may come with, or go to."""

Params = dict[str, list[str]]


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
    """The text after the "?" of the page's address, and a number.

    The number rises with each entry that the script adds to the browser's history.
    """

    def decode(self, wire: Any) -> tuple[str, int]:
        """Check what came from a browser."""
        if not (isinstance(wire, list | tuple) and len(wire) == 2):
            raise ValueError(f"expected the text of an address and a number, got {wire!r}")
        text, entry = wire
        is_fit = isinstance(text, str) and len(text) <= LONGEST
        if not is_fit or type(entry) is not int or not 0 <= entry <= SAFE:
            raise ValueError("expected the text of an address and a number")
        return text, entry
