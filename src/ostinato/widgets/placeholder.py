"""Placeholder: what stands for the names that Streamlit has given up.

Using one ends nothing: a quiet box says that it is not there, and the log says so once.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ostinato.arguments.text import optional_str
from ostinato.run.absent import GONE, gone, tell
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.resources import clearable, resources, shared
from ostinato.wire.props import InputProps
from ostinato.wire.text import sendable

LONGEST_LABEL = 80

Arguments = Mapping[str, Any]
"""The arguments of a call, by name."""


class Placeholder(InputProps, frozen=True, kw_only=True):
    """The wire form of what is not there: the sentence begins with its name."""

    sentence: str

    @property
    def call(self) -> str:
        """The name that it stands for."""
        return self.sentence.partition(" ")[0].removeprefix("st.")


@element
def _stand_in(name: str) -> Any:
    """Return what stands for a name."""
    return StandIn(name)


class StandIn:
    """Stands for a function.

    Args:
        name: Its name.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do what comes nearest."""
        from ostinato.run.absent_signatures import bind  # noqa: PLC0415  (few scripts need it)

        tell(gone(self._name))
        return BEHAVIOURS[GONE[self._name].behaviour](self._name, bind(self._name, args, kwargs))

    def clear(self) -> None:
        """Forget what was made, if anything is kept."""
        tell(gone(self._name))
        if GONE[self._name].behaviour == "resource":
            resources.forget()


class Stand(Container):
    """What a placeholder gives that others are drawn into, or that is updated later."""

    open = True

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Leave it as it is."""

    add_rows = update


def drawn(name: str, call: Arguments) -> Stand:
    """Draw the box."""
    return Stand(draw(_props(name, call)).node)


def no_entries(name: str, call: Arguments) -> dict[str, Any]:
    """Draw the box, and return a mapping without entries."""
    drawn(name, call)
    return {}


def decorator(name: str, call: Arguments) -> Any:
    """Leave a function as it is; without one, return what does so."""
    return _decorated(call, clearable)


def resource(name: str, call: Arguments) -> Any:
    """Have a function make its object once in this process; without one, return what does so."""
    return _decorated(call, shared)


BEHAVIOURS: Mapping[str, Callable[[str, Arguments], Any]] = {
    each.__name__: each
    for each in (
        decorator,
        drawn,
        no_entries,
        resource,
    )
}
"""By name, as `GONE` has them."""


def _props(name: str, call: Arguments) -> Placeholder:
    return Placeholder(
        label=_label(call),
        key=optional_str(call.get("key")),
        disabled=True,
        sentence=gone(name),
    )


def _label(call: Arguments) -> str:
    """Return the first argument, if it is a string to be read: it tells one from others."""
    text = next(iter(call.values()), None)
    if not isinstance(text, str) or text.startswith("<") or "\n" in text:
        return ""
    return sendable(text) if len(text) <= LONGEST_LABEL else ""


def _decorated(call: Arguments, decorate: Callable[[Any], Any]) -> Any:
    function = call.get("func")
    return decorate if function is None else decorate(function)
