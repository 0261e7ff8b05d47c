"""Absent values: what an input of Streamlit that does not exist here yet gives at first."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ostinato.arguments.text import describe
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


def date(call: Arguments) -> Any:
    """Return a date, or the dates of a range."""
    value = call["value"]
    if value is None:
        return None
    several = isinstance(value, list | tuple)
    try:
        return tuple(map(_date, value)) if several else _date(value)
    except (ValueError, TypeError):
        raise _no_time("date_input", call, 'a date, or text as "today" or "2026-02-03"') from None


def moment(call: Arguments) -> datetime.datetime | None:
    """Return a date with a time, to the minute."""
    value = call["value"]
    try:
        return None if value is None else _minute(_moment(value))
    except (ValueError, TypeError):
        rule = 'a date, a time or both, or text as "now" or "2026-02-03 12:00"'
        raise _no_time("datetime_input", call, rule) from None


def time(call: Arguments) -> datetime.time | None:
    """Return a time of day, to the minute."""
    value = call["value"]
    try:
        if value is None or isinstance(value, datetime.time):
            return value
        if isinstance(value, str | datetime.datetime):
            return _minute(_moment(value)).time()
        raise TypeError(value)
    except (ValueError, TypeError):
        raise _no_time("time_input", call, 'a time, or text as "now" or "12:00"') from None


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
        date,
        files,
        moment,
        no_entries,
        nothing,
        options_or_option,
        several_options,
        time,
        unpressed,
    )
}
"""By name, as `NOT_YET` has them."""

CHOOSING = frozenset({"options_or_option", "several_options"})
"""Those of inputs that can only be one of the options."""


def _date(value: Any) -> datetime.date:
    if value == "today":
        return datetime.date.today()
    if isinstance(value, str):
        return datetime.datetime.fromisoformat(value).date()
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    raise TypeError(value)


def _moment(value: Any) -> datetime.datetime:
    now = datetime.datetime.now()
    if value == "now":
        return now
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value)
        except ValueError:
            value = datetime.time.fromisoformat(value)
    if isinstance(value, datetime.time):
        return datetime.datetime.combine(now, value)
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time())
    raise TypeError(value)


def _minute(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _no_time(kind: str, call: Arguments, rule: str) -> StreamlitInvalidParameterTypeError:
    return StreamlitInvalidParameterTypeError(
        f"{describe(kind, call['label'])}: value must be {rule}, got value={call['value']!r}"
    )
