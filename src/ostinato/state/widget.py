"""Widget: what a session knows of one input between its calls."""

import functools
import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import Enum
from typing import Any

from ostinato.values.codec import SCALARS, Codec


class Missing(Enum):
    """The value of a widget that has none."""

    MISSING = "missing"


MISSING = Missing.MISSING

FLAGS = 6
"""How many a widget's record has. Readers take more: new ones go behind these, in their tuple."""


def key_id(key: str, page: str = "") -> str:
    """Return the id of the widget that has a key, on a page of the app (W08, W09)."""
    return f"{page}#{key}"


def key_of(id: str) -> str:
    """Return the key of the widget that has this id; the id itself if it has no key."""
    _, sign, key = id.partition("#")
    return key if sign else id


class Callback:
    """A function to call when a person changes a widget, with its arguments."""

    __slots__ = ("args", "function", "kwargs")

    def __init__(
        self,
        function: Callable[..., object],
        args: Sequence[Any] | None = None,
        kwargs: Mapping[str, Any] | None = None,
    ) -> None:
        self.function = function
        self.args = args or ()
        self.kwargs = kwargs or {}

    @property
    def names(self) -> dict[str, Any]:
        """The names of the run whose script defined the function; none if another module did."""
        function: Any = self.function
        while isinstance(function, functools.partial):
            function = function.func
        function = inspect.unwrap(function)
        names = getattr(function, "__globals__", None)
        if names is None:
            names = getattr(type(function).__call__, "__globals__", {})
        return names if names.get("__name__") == "__main__" else {}

    def __call__(self) -> None:
        """Call the function; what it returns is of no use."""
        self.function(*self.args, **self.kwargs)


class Widget:
    """One input of a session, known by its id.

    `wire` is the wire form of its value and `default` that of its default, as of its last call.
    `run` is the number of the run that called it last, 0 if that was in another process.
    `is_changed` says that a person has changed it since that call, `is_assigned` that the script
    has assigned its key, in whatever run, and `is_kept` that it had before its last call: then the
    key outlives its page. `keeps_default` says that the default of that call was
    the moment of the first one, which does not move on with the clock. What `is_press` has its
    value for one run. `scope` is the part of the page that it belongs to, `form` the id of
    the form that it is submitted with, "" for none. `recipe` makes the file that a press of it asks
    for. `seconds_until` and `elements_until` say what
    came before it in the last run that called it.
    """

    __slots__ = (
        "callback",
        "elements_until",
        "form",
        "codec",
        "default",
        "id",
        "ignores_change",
        "is_assigned",
        "is_changed",
        "is_disabled",
        "is_kept",
        "is_persistent",
        "is_press",
        "keeps_default",
        "key",
        "recipe",
        "run",
        "scope",
        "seconds_until",
        "value",
        "wire",
    )

    def __init__(self, id: str, key: str | None, *, is_press: bool = False) -> None:
        self.id = id
        self.key = key
        self.is_press = is_press
        self.value: Any = MISSING
        self.wire: Any = None
        self.default: Any = None
        self.codec: Codec[Any] | None = None
        self.callback: Callback | None = None
        self.is_assigned = False
        self.is_changed = False
        self.is_disabled = False
        self.is_kept = False
        self.is_persistent = False
        self.keeps_default = False
        self.ignores_change = False
        self.run = 0
        self.seconds_until = 0.0
        self.elements_until = 0
        self.scope = ""
        self.form = ""
        self.recipe: Any = None

    @property
    def is_remembered(self) -> bool:
        """Whether there is anything to remember: a press lasts one run (W15)."""
        return not self.is_press or self.key is not None

    @property
    def record(self) -> tuple[Any, ...]:
        """What is to be remembered beyond this process. The value comes last, if there is one."""
        value = () if self.value is MISSING else (self.value,)
        flags = (
            self.is_press,
            self.is_changed,
            self.is_persistent,
            self.is_assigned,
            self.keeps_default,
            self.is_kept,
        )
        return self.key, self.default, flags, *value

    @classmethod
    def of_record(cls, id: str, record: tuple[Any, ...]) -> "Widget":
        """Return the widget that had a record."""
        key, default, flags, *value = record
        if not isinstance(flags, tuple):  # An older version stored them in a row.
            flags, value = (flags, *value[:2], False), value[2:]
        # An older version did not know the last ones, and kept what the first of them could be true
        # of; what a newer one knows besides is left out.
        known = (*flags, *(False, False, False, False, True, False)[len(flags) :])
        is_press, is_changed, is_persistent, is_assigned, keeps_default, is_kept = known[:FLAGS]
        widget = cls(id, key, is_press=is_press)
        widget.default, widget.keeps_default = default, keeps_default
        widget.is_changed, widget.is_persistent = is_changed, is_persistent
        widget.is_assigned, widget.is_kept = is_assigned, is_kept
        widget.value = value[0] if value else MISSING
        return widget


def is_within(id: str, scopes: Collection[str]) -> bool:
    """Return whether a part of the page is one of some, or lies in one; all lie in the page, ""."""
    return "" in scopes or any(id == each or id.startswith(f"{each}/") for each in scopes)


def is_same(one: object, other: object) -> bool:
    """Return whether two values are surely the same; only scalars are compared."""
    if one is other:
        return True
    return type(one) is type(other) and type(one) in SCALARS and one == other


def is_open(value: object) -> bool:
    """Return whether the script, which gets the value itself, may change it in place."""
    return hasattr(value, "__dict__") and not isinstance(value, Enum | type)


def is_equal(one: object, other: object) -> bool:
    """Return whether two values are equal; False if comparing them fails."""
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # noqa: BLE001  (a user's __eq__ may raise anything)
        return False
