"""Widget: what a session knows of one input between its calls."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Protocol, TypeVar

V = TypeVar("V")


class Answer(Protocol[V]):
    """How a widget's value travels, and which values fit it."""

    def encode(self, value: V) -> Any:
        """Give the wire form of a value.

        Raises:
            ValueError: If the value does not fit the widget.
        """

    def decode(self, wire: Any) -> V:
        """Give the value of a wire form that came from a browser, not to be trusted.

        Raises:
            ValueError: If it is malformed, or does not fit the widget.
        """


class Missing(Enum):
    """The value of a widget that has none."""

    MISSING = "missing"


MISSING = Missing.MISSING
SCALARS = frozenset({str, int, float, bool, type(None)})
"""Types whose values cannot be changed in place, and are quickly compared."""


def key_id(key: str) -> str:
    """Give the id of the widget that has a key (W08)."""
    return f"#{key}"


def key_of(id: str) -> str:
    """Give the key of the widget that has this id; the id itself if it has no key."""
    return id.removeprefix("#")


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

    `run` is the number of the run that called it last, 0 if that was in another process.
    `is_changed` says that a person has changed it since that call, `kept` is the run in which the
    script assigned its key.
    """

    __slots__ = (
        "answer",
        "callback",
        "default",
        "id",
        "is_changed",
        "is_disabled",
        "is_persistent",
        "is_quiet",
        "is_trigger",
        "kept",
        "key",
        "run",
        "value",
    )

    def __init__(self, id: str, key: str | None, *, is_trigger: bool = False) -> None:
        self.id = id
        self.key = key
        self.is_trigger = is_trigger
        self.value: Any = MISSING
        self.default: Any = None
        self.answer: Answer[Any] | None = None
        self.callback: Callback | None = None
        self.is_changed = False
        self.is_disabled = False
        self.is_persistent = False
        self.is_quiet = False
        self.run = 0
        self.kept = 0

    @property
    def is_remembered(self) -> bool:
        """Whether there is anything to remember: a trigger is true for one run only (W15)."""
        return not self.is_trigger or self.key is not None

    @property
    def record(self) -> tuple[Any, ...]:
        """What is to be remembered beyond this process. The value comes last, if there is one."""
        value = () if self.value is MISSING else (self.value,)
        flags = self.is_trigger, self.is_changed, self.is_persistent
        return self.key, self.default, *flags, *value

    @classmethod
    def of_record(cls, id: str, record: tuple[Any, ...]) -> "Widget":
        """Give the widget that had a record."""
        key, default, is_trigger, is_changed, is_persistent, *value = record
        widget = cls(id, key, is_trigger=is_trigger)
        widget.default = default
        widget.is_changed, widget.is_persistent = is_changed, is_persistent
        widget.value = value[0] if value else MISSING
        return widget
