"""Placeholder: what stands for the names of Streamlit that do not exist here yet.

Using one ends nothing: a quiet box says that it is not there, an input gives the value that it
begins with, a container holds what is drawn into it, and the log says so once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ostinato.arguments.text import optional_str
from ostinato.run.absent import GONE, NOT_YET, Absent, not_yet, tell
from ostinato.run.absent_text import table_text
from ostinato.run.absent_values import VALUES, Arguments, Kept
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.run.fields import Fields
from ostinato.run.resources import clearable, resources, shared
from ostinato.run.run import run_here
from ostinato.values.value import Value
from ostinato.wire.props import InputProps
from ostinato.wire.text import sendable

LONGEST_LABEL = 80

MEMBERS = re.compile(r"clear|v[12]|html|iframe|component|declare_component|\w*Column")
"""What members of functions and modules are called; whoever tries others is told the truth."""

DECLARATIONS = (".component", ".declare_component")
"""Functions that give another one, which draws."""

SELECTIONS = {
    "plotly_chart": ("points", "point_indices", "box", "lasso"),
}
"""What a selection has a list for; that of another element has what the script has named."""


class Placeholder(InputProps, frozen=True, kw_only=True):
    """The wire form of what is not there yet.

    The sentence begins with its name; the content is what it would show, as plain text.
    """

    sentence: str
    content: str = ""

    @property
    def call(self) -> str:
        """The name that it stands for."""
        return self.sentence.partition(" ")[0].removeprefix("st.")


@element
def _stand_in(name: str) -> Any:
    """Return what stands for a name."""
    return StandIn(name)


class StandIn:
    """Stands for a function or a module, and for the members of a module.

    Args:
        name: The name, perhaps with those of members: "components.v1.html".
    """

    # As a package has them, so that its members can be imported.
    __path__: Sequence[str] = ()
    __spec__: object = None

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Do what comes nearest."""
        from ostinato.run.absent_signatures import bind  # noqa: PLC0415  (few scripts need it)

        tell(not_yet(self._name.partition(".")[0]))
        behaviour, call = _entry(self._name).behaviour, bind(self._name, args, kwargs)
        if behaviour not in VALUES:
            return BEHAVIOURS[behaviour](self._name, call)
        return _ask(self._name, call, VALUES[behaviour](call))

    def __getattr__(self, name: str) -> "StandIn":
        """Return what stands for a member."""
        if name.startswith("_"):
            raise AttributeError(name)
        if not MEMBERS.fullmatch(name):
            raise AttributeError(f"st.{self._name} has no {name!r}", name=name)
        return StandIn(f"{self._name}.{name}")


class Stand(Container):
    """What a placeholder gives that others are drawn into, or that is updated later."""

    open = True

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Leave it as it is."""

    add_rows = update


def drawn(name: str, call: Arguments) -> Any:
    """Draw the box; whoever wants to know what is selected is told: nothing."""
    if call.get("on_select", "ignore") == "ignore":
        return _draw(name, call)
    selection = Fields({each: [] for each in SELECTIONS.get(name, ())})
    return _ask(name, call, Fields(selection=selection))


@element
def _instead(sentence: str, value: object = None) -> Container:
    """Draw the box with a sentence of its own; it begins with what is not there."""
    content = table_text(value)
    return draw(Placeholder(label="", disabled=True, sentence=sentence, content=content))


def component(name: str, call: Arguments) -> Any:
    """Draw the box; what declares a component gives one that draws it."""
    if name.endswith(DECLARATIONS):
        return StandIn(f"{name}({call['name']!r})")
    value = call.get("default")
    if ".v2." in name:
        value = Fields({_changing(each): None for each in call if _changing(each)}, **(value or {}))
    return _ask(name, {"label": "", **call}, value)


def _changing(argument: str) -> str:
    """Return the name of what a callback waits for: "b" for "on_b_change"."""
    return argument[3:-7] if argument.startswith("on_") and argument.endswith("_change") else ""


def decorator(name: str, call: Arguments) -> Callable[..., Any] | None:
    """Leave a function as it is."""
    return _decorated(name, call, clearable)


def resource(name: str, call: Arguments) -> Callable[..., Any] | None:
    """Have a function make its object once in this process."""
    if name.endswith(".clear"):
        resources.forget()
    return _decorated(name, call, shared)


BEHAVIOURS: Mapping[str, Callable[[str, Arguments], Any]] = {
    each.__name__: each
    for each in (
        component,
        decorator,
        drawn,
        resource,
    )
}
"""By name, as `NOT_YET` has them; those of inputs are `VALUES`."""


def _ask(name: str, call: Arguments, value: Any) -> Any:
    """Draw the box of an input, and return its value; with a key it is in session state."""
    if call.get("key") is None:
        _draw(name, call)
        return value
    return draw(_props(name, call), value=Value(Kept(), value, False))


def _draw(name: str, call: Arguments) -> Stand:
    return Stand(draw(_props(name, call)).node)


def _draw_once(name: str) -> None:
    if not _count(name):
        _draw(name, {})


def _count(name: str) -> int:
    """Count what this run has drawn before in place of a name."""
    run = run_here()
    if run is None:
        return 0
    return run.count(f"placeholder {name}")


def _props(name: str, call: Arguments) -> Placeholder:
    return Placeholder(
        label=_label(call),
        key=optional_str(call.get("key")),
        disabled=True,
        sentence=not_yet(name),
    )


def _label(call: Arguments) -> str:
    """Return the first argument, if it is a string to be read: it tells one from others."""
    text = next(iter(call.values()), None)
    if not isinstance(text, str) or text.startswith("<") or "\n" in text:
        return ""
    return sendable(text) if len(text) <= LONGEST_LABEL else ""


def _decorated(
    name: str, call: Arguments, decorate: Callable[[Any], Any]
) -> Callable[..., Any] | None:
    """Decorate a function; without one, give what does so."""
    if name.endswith(".clear"):
        return None
    function = call.get("func")
    return decorate if function is None else decorate(function)


def _entry(name: str) -> Absent:
    root = name.partition(".")[0]
    return NOT_YET[root] if root in NOT_YET else GONE[root]
