"""Widget: what a session knows of one input between its calls."""

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Protocol, TypeVar

from ostinato.errors import StreamlitAPIException

V_co = TypeVar("V_co", covariant=True)


class Answer(Protocol[V_co]):
    """How a widget's value travels, and which values fit it."""

    def adopt(self, value: Any, last: "Answer[Any] | None" = None) -> tuple[V_co, Any]:
        """Take a value that the script set, or that the widget had in its call before.

        Args:
            value: The value.
            last: What fitted the widget in the call before, if that was in this process.

        Returns:
            What the value is for this call, and its wire form.

        Raises:
            Unfit: If it does not fit the widget, and the script is to hear of that.
            ValueError: If it does not fit the widget otherwise.
        """

    def decode(self, wire: Any) -> V_co:
        """Give the value of a wire form that came from a browser, not to be trusted.

        Raises:
            ValueError: If it is malformed, or does not fit the widget.
        """


class Unfit(ValueError):
    """A value does not fit a widget: an error, if it was the script that set it (W14).

    Args:
        why: Why it does not fit.
        error: What the script is told then.
    """

    def __init__(self, why: str, error: StreamlitAPIException) -> None:
        super().__init__(why)
        self.error = error


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


def is_same(one: object, other: object) -> bool:
    """Say whether two values cannot be told apart, as far as that is quickly said."""
    if one is other:
        return True
    return type(one) is type(other) and type(one) in SCALARS and one == other


def is_open(value: object) -> bool:
    """Say whether the script, which gets the value itself, may change it in place."""
    return hasattr(value, "__dict__") and not isinstance(value, Enum | type)


def is_equal(one: object, other: object) -> bool:
    """Compare values of any type; what cannot say whether it is equal is not."""
    try:
        return type(one) is type(other) and bool(one == other)
    except Exception:  # noqa: BLE001  (a user's __eq__ may raise anything)
        return False
