"""Widget: what a session knows of one input between its calls."""

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

    def __call__(self) -> None:
        """Call the function; what it returns is of no use."""
        self.function(*self.args, **self.kwargs)


class Widget:
    """One input of a session, known by its id.

    `run` is the number of the run that called it last. `is_changed` says that a person has
    changed it since that call, `kept` is the run in which the script assigned its key.
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
