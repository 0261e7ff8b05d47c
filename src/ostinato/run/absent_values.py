"""Absent values: what an input of Streamlit that does not exist here yet gives at first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ostinato.errors import StreamlitInvalidParameterTypeError

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


def listed(options: Any) -> list[Any]:
    """Return what can be chosen from as a list; an iterator gives it once.

    A table is its first column, and what is no series of options is the only one.
    """
    if hasattr(options, "iloc") and getattr(options, "ndim", 1) > 1:
        options = options.iloc[:, 0]
    if isinstance(options, str) or not isinstance(options, Iterable):
        return [] if options is None else [options]
    return list(options)


def default(call: Arguments) -> Any:
    """Return the default of a call that names one."""
    return call.get("default")


def several_options(call: Arguments) -> list[Any]:
    """Return the options that are chosen at first."""
    chosen = call["default"]
    if chosen is None:
        return []
    is_one = isinstance(chosen, str) or not isinstance(chosen, Iterable)
    # An option alone may stand for a list that holds it.
    is_one = is_one or (isinstance(chosen, tuple) and chosen in call["options"])
    return [chosen] if is_one else list(chosen)


def options_or_option(call: Arguments) -> Any:
    """Return the options, or the one option, that are chosen at first."""
    chosen = several_options(call)
    return chosen if call["selection_mode"] == "multi" else next(iter(chosen), None)


def option_on_slider(call: Arguments) -> Any:
    """Return where the slider stands: on the first option, or on both ends of a range."""
    options, value = call["options"], call["value"]
    if isinstance(value, list | tuple):
        is_known = all(each in options for each in value)
        return tuple(sorted(value, key=options.index) if is_known else value)
    return value if value is not None or not options else options[0]


def color(call: Arguments) -> str:
    """Return the color, which is black if none is given."""
    return str(call["value"] or "#000000")


def text(call: Arguments) -> str | None:
    """Return the text; None is one too."""
    value = call["value"]
    return None if value is None else str(value)


def files(call: Arguments) -> list[Any] | None:
    """Return no file, or a list of none."""
    return [] if call["accept_multiple_files"] else None


def page_number(call: Arguments) -> int:
    """Return the number of the page."""
    number = call["default"]
    if not isinstance(number, int):
        raise StreamlitInvalidParameterTypeError(
            f"pagination: default must be an int, got default={number!r}"
        )
    return number


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
        color,
        default,
        files,
        no_entries,
        nothing,
        option_on_slider,
        options_or_option,
        page_number,
        several_options,
        text,
        unpressed,
    )
}
"""By name, as `NOT_YET` has them."""

CHOOSING = frozenset({"option_on_slider", "options_or_option", "several_options"})
"""Those of inputs that can only be one of the options."""
