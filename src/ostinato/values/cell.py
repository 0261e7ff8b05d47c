"""Cell: which values fit a cell of a table, as they travel: what JSON has.

Moments are in ISO 8601, as they are shown, without a zone. Decimals are texts, and so are whole
numbers that no browser can hold.
"""

import datetime as dt
import decimal
import re
from collections.abc import Callable
from typing import Any

import msgspec

from ostinato.values.codec import Misfit
from ostinato.wire.frames import ColumnKind, ColumnOptions, ColumnType

LONGEST = 1_000_000
"""Characters of the longest text that a cell takes."""

MOST_ITEMS = 10_000

SHOWN_AS: dict[ColumnKind, ColumnType] = {
    "boolean": "checkbox",
    "integer": "number",
    "number": "number",
    "decimal": "number",
    "text": "text",
    "date": "date",
    "time": "time",
    "datetime": "datetime",
    "category": "selectbox",
    "list": "list",
    "empty": "text",
}
"""How cells are set if the script does not say, by what they are."""

EDITABLE = frozenset(
    {
        "text",
        "number",
        "checkbox",
        "selectbox",
        "multiselect",
        "list",
        "date",
        "datetime",
        "time",
        "link",
        "markdown",
    }
)
"""Kinds of columns whose cells can be set."""

FITTING: dict[str, frozenset[str]] = {
    "checkbox": frozenset({"boolean", "empty"}),
    "number": frozenset({"integer", "number", "decimal", "empty"}),
    "date": frozenset({"date", "datetime", "empty"}),
    "datetime": frozenset({"datetime", "date", "empty"}),
    "time": frozenset({"time", "datetime", "empty"}),
    "list": frozenset({"list", "empty"}),
    "multiselect": frozenset({"list", "empty"}),
    "text": frozenset({"text", "empty"}),
    "link": frozenset({"text", "empty"}),
    "markdown": frozenset({"text", "empty"}),
    "selectbox": frozenset({"text", "integer", "number", "boolean", "category", "empty"}),
}
"""What the values of a column must be for its cells to be set in a certain way."""


class Rule(msgspec.Struct, frozen=True):
    """What fits the cells of a column.

    Args:
        name: The name of the column, as session state has it.
        kind: What its values are.
        low: The least whole number that they can be.
        high: The greatest.
        options: How it is shown, and what the script says that fits.
        is_editable: Whether a person can set its cells.
        fits: Raises ValueError for a value that its type would not keep as it is.
    """

    name: str
    kind: ColumnKind
    low: int | None
    high: int | None
    options: ColumnOptions
    is_editable: bool
    fits: Callable[[Any], None] | None = None

    @property
    def way(self) -> ColumnType:
        """How its cells are set."""
        return self.options.type or SHOWN_AS.get(self.kind, "text")

    @property
    def is_required(self) -> bool:
        """Whether each of its cells must have a value."""
        return self.options.required is True


def can_set(kind: ColumnKind, options: ColumnOptions) -> bool:
    """Return whether cells of some kind can be set as the script shows them."""
    way = options.type or SHOWN_AS.get(kind)
    return way in EDITABLE and kind in FITTING[way]


def checked(value: Any, rule: Rule) -> Any:
    """Return the value of a cell, as a browser says it, if it fits.

    Raises:
        Misfit: If the type of the column would not keep it as it is.
        ValueError: If it does not fit otherwise.
    """
    if value is None or (value == "" and rule.way not in ("text", "markdown", "link", "selectbox")):
        if rule.is_required:
            raise ValueError(f"column {rule.name!r} needs a value")
        return None
    try:
        found = _CHECKS[rule.way](value, rule)
    except (ValueError, TypeError, OverflowError, decimal.InvalidOperation) as error:
        raise ValueError(f"column {rule.name!r}: {error}") from None
    if rule.fits is not None:
        try:
            rule.fits(found)
        except ValueError as error:
            raise Misfit(f"column {rule.name!r}: {error}") from None
    return found


def _bool(value: Any, rule: Rule) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected yes or no, got {value!r:.100}")
    return value


def _number(value: Any, rule: Rule) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f"expected a number, got {value!r:.100}")
    number = _NUMBERS.get(rule.kind, _plain_number)(value, rule)
    if not decimal.Decimal(number).is_finite():
        raise ValueError(f"expected a number, got {value!r:.100}")
    _check_range(number, rule)
    return str(value) if rule.kind == "decimal" else number


def _whole(value: Any, rule: Rule) -> int:
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(f"expected a whole number, got {value!r}")
    number = int(value)
    if rule.low is not None and rule.high is not None and not rule.low <= number <= rule.high:
        raise ValueError(f"{value!r:.100} does not fit: {rule.low} to {rule.high}")
    return number


def _exact(value: Any, rule: Rule) -> decimal.Decimal:
    return decimal.Decimal(str(value))


def _plain_number(value: Any, rule: Rule) -> Any:
    return value if isinstance(value, int) and rule.kind == "empty" else float(value)


_NUMBERS: dict[str, Callable[[Any, Rule], Any]] = {"integer": _whole, "decimal": _exact}


def _check_range(number: Any, rule: Rule) -> None:
    low, high = rule.options.min_value, rule.options.max_value
    if isinstance(low, int | float) and number < low:
        raise ValueError(f"{number} is below {low}")
    if isinstance(high, int | float) and number > high:
        raise ValueError(f"{number} is above {high}")


def _text(value: Any, rule: Rule) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(f"expected a text, got {value!r:.100}")
    if rule.is_required and value == "":
        raise ValueError("a value is needed")
    most, pattern = rule.options.max_chars, rule.options.validate
    if most is not None and len(value) > most:
        raise ValueError(f"expected at most {most} characters, got {len(value)}")
    if pattern and not _matches(pattern, value):
        raise ValueError(f"{value!r:.100} does not have the form {pattern!r}")
    return value


def _matches(pattern: str, value: str) -> bool:
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return True  # It is one of JavaScript, which the browser has looked at.


def _option(value: Any, rule: Rule) -> Any:
    for option in rule.options.options or ():
        if type(option.value) is type(value) and option.value == value:
            return value
        are_numbers = all(type(each) in (int, float) for each in (option.value, value))
        if are_numbers and option.value == value:
            return option.value
    raise ValueError(f"{value!r:.100} is none of the options")


def _items(value: Any, rule: Rule) -> list[Any]:
    if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
        raise ValueError(f"expected a list, got {value!r:.100}")
    plain = (str, int, float, bool, type(None))
    if not all(isinstance(each, plain) for each in value):
        raise ValueError(f"expected a list of texts or numbers, got {value!r:.100}")
    if rule.is_required and not value:
        raise ValueError("a value is needed")
    options = rule.options.options
    if rule.way == "multiselect" and options is not None and not rule.options.accept_new_options:
        known = {str(option.value) for option in options}
        strange = next((each for each in value if str(each) not in known), None)
        if strange is not None:
            raise ValueError(f"{strange!r:.100} is none of the options")
    return list(value)


def _moment(parse: Callable[[str], Any]) -> Callable[[Any, Rule], str]:
    def check(value: Any, rule: Rule) -> str:
        if not isinstance(value, str) or len(value) > 40:
            raise ValueError(f"expected a date or time in ISO 8601, got {value!r:.100}")
        moment = parse(value)
        low, high = rule.options.min_value, rule.options.max_value
        if isinstance(low, str) and moment < parse(low):
            raise ValueError(f"{value} is before {low}")
        if isinstance(high, str) and moment > parse(high):
            raise ValueError(f"{value} is after {high}")
        return value

    return check


def day_of(text: str) -> dt.date:
    """Return a date in ISO 8601, without the time that may stand behind it."""
    return dt.date.fromisoformat(text[:10])


def time_of(text: str) -> dt.time:
    """Return a time in ISO 8601, without a zone."""
    return dt.time.fromisoformat(text.rpartition("T")[2]).replace(tzinfo=None)


def moment_of(text: str) -> dt.datetime:
    """Return a moment in ISO 8601, as it is shown: without a zone."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


_CHECKS: dict[ColumnType, Callable[[Any, Rule], Any]] = {
    "checkbox": _bool,
    "number": _number,
    "text": _text,
    "link": _text,
    "markdown": _text,
    "selectbox": _option,
    "multiselect": _items,
    "list": _items,
    "date": _moment(day_of),
    "time": _moment(time_of),
    "datetime": _moment(moment_of),
}
