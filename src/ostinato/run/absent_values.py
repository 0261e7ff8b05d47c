"""Absent values: what an input of Streamlit that does not exist here yet gives at first."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Arguments = Mapping[str, Any]
"""The arguments of a call, by name."""


class Kept:
    """The value of an input that nobody but the script can change.

    Args:
        options: What it can be; anything, if there are none.
    """

    def __init__(self, options: Sequence[Any] = ()) -> None:
        self._options = options
        self._value: Any = None

    def adopt(self, value: Any, last: object = None) -> tuple[Any, bool]:
        """Keep a value that the script has set; the browser is not told."""
        chosen = value if isinstance(value, list | tuple) else [value]
        options = self._options
        if options and not all(each is None or each in options for each in chosen):
            raise ValueError(f"expected one of the options, got {value!r}")
        self._value = value
        return value, False

    def decode(self, wire: object) -> Any:
        """Return the value; what a browser sends never gets here, for the input is disabled."""
        return self._value


def files(call: Arguments) -> list[Any] | None:
    """Return no file, or a list of none."""
    return [] if call["accept_multiple_files"] else None


def unpressed(call: Arguments) -> bool:
    """Say that nobody pressed it."""
    return False


def nothing(call: Arguments) -> None:
    """Return nothing."""


def no_entries(call: Arguments) -> dict[str, Any]:
    """Return a mapping without entries."""
    return {}


VALUES: Mapping[str, Callable[[Arguments], Any]] = {
    each.__name__: each
    for each in (
        files,
        no_entries,
        nothing,
        unpressed,
    )
}
"""By name, as `NOT_YET` has them."""
