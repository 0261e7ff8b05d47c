"""Absent values: what an input of Streamlit that does not exist here yet gives at first."""

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ostinato.errors import StreamlitAPIException


class Call:
    """The arguments of a call of a function that does not exist.

    Args:
        args: Those that are given by place.
        kwargs: Those that are given by name.
    """

    def __init__(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        self.args = args
        self.kwargs = kwargs

    def get(self, name: str, default: Any = None, *, at: int | None = None) -> Any:
        """Give an argument by its name, or by its place.

        Args:
            name: Its name.
            default: What it is if it is not given.
            at: Its place, if it can be given by place.
        """
        if at is not None and at < len(self.args):
            return self.args[at]
        return self.kwargs.get(name, default)

    @functools.cached_property
    def options(self) -> list[Any]:
        """What can be chosen from, if that is what the call is about; an iterator gives it once."""
        options = self.kwargs.get("options", self.args[1] if len(self.args) > 1 else ())
        if hasattr(options, "iloc") and getattr(options, "ndim", 1) > 1:
            options = options.iloc[:, 0]  # A table: its first column.
        return list(options) if isinstance(options, Iterable) else []


def default(call: Call) -> Any:
    """Give the default of a call that names one."""
    return call.get("default")


def first_option(call: Call) -> Any:
    """Give the option at the index, the first one if none is given."""
    options, index = call.options, call.get("index", 0, at=2)
    if index is None or not options:
        return None
    if not isinstance(index, int) or not 0 <= index < len(options):
        raise StreamlitAPIException(
            f"index must be the place of one of {len(options)} options, got index={index!r}"
        )
    return options[index]


def several_options(call: Call) -> list[Any]:
    """Give the options that are chosen at first."""
    return _several(call, call.get("default", at=2))


def options_or_option(call: Call) -> Any:
    """Give the options, or the one option, that are chosen at first."""
    is_several = call.get("selection_mode") == "multi"
    return _several(call, default(call)) if is_several else default(call)


def option_on_slider(call: Call) -> Any:
    """Give where the slider stands: on the first option, or on both ends of a range."""
    options, value = call.options, call.get("value", at=2)
    if isinstance(value, list | tuple):
        return tuple(value)
    return value if value is not None or not options else options[0]


def color(call: Call) -> str:
    """Give the color, which is black if none is given."""
    return str(call.get("value", at=1) or "#000000")


def date(call: Call) -> Any:
    """Give a date, or the dates of a range."""
    value = call.get("value", "today", at=1)
    return tuple(map(_date, value)) if isinstance(value, list | tuple) else _date(value)


def moment(call: Call) -> datetime.datetime | None:
    """Give a date with a time, to the minute."""
    value = call.get("value", "now", at=1)
    if isinstance(value, str):
        value = _now() if value == "now" else datetime.datetime.fromisoformat(value)
    if isinstance(value, datetime.time):
        return datetime.datetime.combine(_now(), value)
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return datetime.datetime.combine(value, datetime.time())
    return value  # type: ignore[no-any-return]


def time(call: Call) -> datetime.time | None:
    """Give a time of day, to the minute."""
    value = call.get("value", "now", at=1)
    if isinstance(value, str):
        return _now().time() if value == "now" else datetime.time.fromisoformat(value)
    return value.time() if isinstance(value, datetime.datetime) else value


def text(call: Call) -> str | None:
    """Give the text; None is one too."""
    value = call.get("value", "", at=1)
    return None if value is None else str(value)


def yes_or_no(call: Call) -> bool:
    """Say whether it is on."""
    return bool(call.get("value", False, at=1))


def files(call: Call) -> list[Any] | None:
    """Give no file, or a list of none."""
    return [] if call.get("accept_multiple_files", False, at=2) else None


def page_number(call: Call) -> int:
    """Give the number of the page."""
    return int(call.get("default", 1))


def unpressed(call: Call) -> bool:
    """Say that nobody pressed it."""
    return False


def nothing(call: Call) -> None:
    """Give nothing."""


def no_entries(call: Call) -> dict[str, Any]:
    """Give a mapping without entries."""
    return {}


VALUES: Mapping[str, Callable[[Call], Any]] = {
    each.__name__: each
    for each in (
        color,
        date,
        default,
        files,
        first_option,
        moment,
        no_entries,
        nothing,
        option_on_slider,
        options_or_option,
        page_number,
        several_options,
        text,
        time,
        unpressed,
        yes_or_no,
    )
}
"""By name, as `NOT_YET` has them."""

CHOOSING = frozenset({"first_option", "option_on_slider", "options_or_option", "several_options"})
"""Those of inputs that can only be one of the options."""


def _several(call: Call, chosen: Any) -> list[Any]:
    """Give what is chosen as a list: an option alone may stand for one that holds it."""
    if chosen is None:
        return []
    is_one = isinstance(chosen, str) or not isinstance(chosen, Iterable)
    is_one = is_one or (isinstance(chosen, tuple) and chosen in call.options)
    return [chosen] if is_one else list(chosen)


def _date(value: Any) -> datetime.date | None:
    if isinstance(value, str):
        return _now().date() if value == "today" else datetime.date.fromisoformat(value)
    return value.date() if isinstance(value, datetime.datetime) else value


def _now() -> datetime.datetime:
    return datetime.datetime.now().replace(second=0, microsecond=0)
