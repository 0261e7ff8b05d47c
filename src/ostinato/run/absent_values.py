"""Absent values: what an input of Streamlit that does not exist here yet gives at first."""

from collections.abc import Callable, Mapping
from typing import Any

Arguments = Mapping[str, Any]
"""The arguments of a call, by name."""


class Kept:
    """The value of an input that nobody but the script can change."""

    def __init__(self) -> None:
        self._value: Any = None

    def adopt(self, value: Any, last: object = None) -> tuple[Any, bool]:
        """Keep a value that the script has set; the browser is not told."""
        self._value = value
        return value, False

    def decode(self, wire: object) -> Any:
        """Return the value; what a browser sends never gets here, for the input is disabled."""
        return self._value


def no_entries(call: Arguments) -> dict[str, Any]:
    """Return a mapping without entries."""
    return {}


VALUES: Mapping[str, Callable[[Arguments], Any]] = {each.__name__: each for each in (no_entries,)}
"""By name, as `NOT_YET` has them."""
