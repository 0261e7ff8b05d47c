"""Said: what a custom component says, in any form that its protocol has."""

import base64
import binascii
import json
from collections.abc import Callable
from typing import Any

import msgspec

MOST_PARTS = 1_000_000
"""How many lists and objects one value may have: each takes far more memory than text."""

LONGEST = 64 * 1024 * 1024
"""Characters that one value may have."""

JSON, BYTES, TABLE = "json", "bytes", "dataframe"

ReadTable = Callable[[dict[str, bytes]], Any]
"""Makes of the three streams of a table, `index`, `columns` and `data`, what the script gets."""


class Said:
    """Any value. It travels as text, which begins with the word for its form: `json:[1,2]`.

    Text, as what lies in one another is bounded by who reads it, and not by who hands it on.

    Args:
        read_table: Reads a table.
    """

    __slots__ = ("_read_table", "heard")

    def __init__(self, read_table: ReadTable) -> None:
        self._read_table = read_table
        self.heard: tuple[Any, str] | None = None
        """What a component said last, and the text that it came in."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said)

    def __hash__(self) -> int:
        return hash(Said)

    def adopt(self, value: Any, last: object = None) -> tuple[Any, str | None]:
        """Take anything that the script has set, and what the component said before.

        What no component could have said stays with the script: its wire form is null.
        """
        if self.heard is None and isinstance(last, Said):
            self.heard = last.heard
        if self.heard is not None and self.heard[0] is value:
            # Another text may mean the same.
            return value, self.heard[1]
        return value, None if value is None else written(value)

    def decode(self, wire: object) -> Any:
        """Check what a component says."""
        if wire is None:
            return None
        if not isinstance(wire, str):
            raise ValueError(f"expected text, got {wire!r:.100}")
        if len(wire) > LONGEST:
            raise ValueError(f"expected at most {LONGEST} characters, got {len(wire)}")
        form, _, text = wire.partition(":")
        if form == JSON:
            value = _of_json(text)
        elif form == BYTES:
            value = _of_base64(text)
        elif form == TABLE:
            value = self._table(_of_json(text))
        else:
            raise ValueError(f"expected {JSON}, {BYTES} or {TABLE}, got {form!r:.100}")
        self.heard = value, wire
        return value

    def _table(self, parts: Any) -> Any:
        names = {"data", "index", "columns"}
        if not isinstance(parts, dict) or {*parts} != names:
            raise ValueError(f"expected a table of {sorted(names)}")
        return self._read_table({name: _of_base64(parts[name]) for name in names})


def written(value: Any) -> str | None:
    """Return a value as the text that travels; None if no component could say it.

    Example:
        >>> written({"a": [1, None]}), written(b"x"), written(object())
        ('json:{"a":[1,null]}', 'bytes:eA==', None)
    """
    if isinstance(value, bytes | bytearray):
        return f"{BYTES}:{base64.b64encode(value).decode()}"
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        text.encode()
    except (TypeError, ValueError, RecursionError):
        return None
    return f"{JSON}:{text}"


def _of_json(text: str) -> Any:
    if text.count("[") + text.count("{") > MOST_PARTS:
        raise ValueError(f"expected at most {MOST_PARTS} lists and objects")
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise ValueError(f"expected JSON: {error}") from None


def _of_base64(text: object) -> bytes:
    if not isinstance(text, str):
        raise ValueError(f"expected text in base64, got {text!r:.100}")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError(f"expected base64: {error}") from None
