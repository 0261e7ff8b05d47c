"""Placeholder: what stands for the names of Streamlit that do not exist here yet.

Using one ends nothing: a quiet box says that it is not there, an input gives the value that it
begins with, a container holds what is drawn into it, and the log says so once.
"""

import functools
import re
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import suppress
from types import TracebackType
from typing import Any

from ostinato.arguments.text import optional_str
from ostinato.errors import StreamlitAPIException
from ostinato.run.absent import GONE, NOT_YET, Absent, not_yet, tell
from ostinato.run.absent_values import CHOOSING, VALUES, Call
from ostinato.run.container import Container
from ostinato.run.elements import draw, element, elements
from ostinato.run.nothing import NOTHING, Empty, Nothing
from ostinato.run.run import run_here
from ostinato.run.value import Value
from ostinato.wire.props import InputProps
from ostinato.wire.text import sendable

LONGEST_LABEL = 80

END = object()
"""What comes after the last chunk of a stream."""

SUBMIT = ("label", "help", "on_click", "args", "kwargs")
"""What `form_submit_button` can be given by place."""

MEMBERS = re.compile(r"clear|v[12]|html|iframe|component|declare_component|\w*Column")
"""What members of functions and modules are called; whoever tries others is told the truth."""


class Placeholder(InputProps, frozen=True, kw_only=True):
    """The wire form of what is not there yet; the sentence begins with its name."""

    sentence: str


@element
def _stand_in(name: str) -> Any:
    """Give what stands for a name."""
    behaviour = _entry(name).behaviour
    if behaviour == "mapping":
        tell(not_yet(name))
        return Empty(name, functools.partial(_draw_once, name))
    return Place(name) if behaviour == "place" else StandIn(name)


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
        tell(not_yet(self._name.partition(".")[0]))
        behaviour, call = _entry(self._name).behaviour, Call(args, kwargs)
        if behaviour in VALUES:
            options = call.options if behaviour in CHOOSING else []
            return _ask(self._name, call, VALUES[behaviour](call), options)
        return BEHAVIOURS[behaviour](self._name, call)

    def __getattr__(self, name: str) -> "StandIn":
        """Give what stands for a member."""
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


class Place:
    """Stands for a part of the page that is always there.

    Args:
        name: The name.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._inside: list[Container] = []

    def __enter__(self) -> Container:
        """Draw what follows in a container here."""
        self._inside.append(self._container())
        return self._inside[-1].__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Draw what follows where it was drawn before."""
        self._inside.pop().__exit__(kind, error, trace)

    def __getattr__(self, name: str) -> Any:
        """Draw an element in a container here."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._container(), name)

    def _container(self) -> Container:
        tell(not_yet(self._name))
        return container(self._name, Call((), {}))


class Kept:
    """The value of an input that nobody but the script can change.

    Args:
        options: What it can be; anything, if there are none.
    """

    def __init__(self, options: Sequence[Any]) -> None:
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
        """Give the value; what a browser sends never gets here, for the input is disabled."""
        return self._value


def drawn(name: str, call: Call) -> Any:
    """Draw the box; whoever wants to know what is selected is told: nothing."""
    box = _draw(name, call)
    return box if call.get("on_select", "ignore") == "ignore" else NOTHING


@element
def _instead(sentence: str) -> Container:
    """Draw the box with a sentence of its own; it begins with what is not there."""
    return draw(Placeholder(label="", disabled=True, sentence=sentence))


def drawn_as_nothing(name: str, call: Call) -> Nothing:
    """Draw the box, and give an object that does nothing."""
    _draw(name, call)
    return NOTHING


def ignored(name: str, call: Call) -> Nothing:
    """Give an object that does nothing; as a context manager it leaves all where it is."""
    return NOTHING


def quiet(name: str, call: Call) -> None:
    """Do nothing."""


def unedited(name: str, call: Call) -> Any:
    """Give a table as it is."""
    _ask(name, call, {"edited_rows": {}, "added_rows": [], "deleted_rows": []})
    return call.get("data", at=0)


def component(name: str, call: Call) -> Any:
    """Draw the box; what declares a component gives one that draws it."""
    if name.endswith(".declare_component"):
        return StandIn(f"{name}({call.get('name', at=0)!r})")
    return _ask(name, call, call.get("default"))


def container(name: str, call: Call) -> Stand:
    """Draw the box, once in a run, and a container."""
    _draw_once(name)
    return _container(call)


def framed(name: str, call: Call) -> Stand:
    """Draw the same, with a border."""
    _draw_once(name)
    return _container(call, border=True)


def titled(name: str, call: Call) -> Stand:
    """Draw the same, with the title that it was to have."""
    _draw_once(name)
    return _container(call, title=call.get("label", call.get("name"), at=0))


def tabs(name: str, call: Call) -> list[Stand]:
    """Draw a container for each tab."""
    _draw_once(name)
    return [_container(Call((), {}), title=title) for title in call.get("tabs", (), at=0)]


def dialog(name: str, call: Call) -> Callable[..., Any]:
    """Have a function draw into a container of the page."""
    title = call.get("title", at=0)
    if callable(title):
        return _dialog(name, title, getattr(title, "__name__", None))
    return lambda function: _dialog(name, function, title)


def decorator(name: str, call: Call) -> Callable[..., Any]:
    """Leave a function as it is."""
    function = call.get("func", at=0)
    return _passed_through if function is None else _passed_through(function)


def button(name: str, call: Call) -> bool:
    """Draw a button."""
    arguments = {"label": "Submit", **dict(zip(SUBMIT, call.args, strict=False)), **call.kwargs}
    arguments.pop("enter_to_submit", None)
    label = arguments["label"]
    if arguments.get("key") is None and (before := _count(f"{name} {label}")):
        # Two forms may have the same.
        arguments["key"] = f"{name} {label} {before + 1}"
    return bool(elements["button"](**arguments))


def streamed(name: str, call: Call) -> Any:
    """Show a stream as it comes, and give all of it at its end."""
    _draw_once(name)
    stream = call.get("stream", at=0)
    stream = stream() if callable(stream) else stream
    if not hasattr(stream, "__aiter__") and not isinstance(stream, Iterable):
        raise StreamlitAPIException(
            f"write_stream: stream must be a generator or another iterable, got {stream!r}"
        )
    chunks: list[Any] = []
    elements["write"](_kept(stream, chunks))
    return "".join(chunks) if all(isinstance(chunk, str) for chunk in chunks) else chunks


def _kept(stream: Any, chunks: list[Any]) -> Iterator[Any]:
    """Give what comes, and keep it."""
    for chunk in _one_by_one(stream) if hasattr(stream, "__aiter__") else stream:
        chunks.append(chunk)
        yield chunk


def _one_by_one(stream: AsyncIterable[Any]) -> Iterator[Any]:
    """Wait for each chunk, in a loop of its own."""
    import asyncio  # noqa: PLC0415  (most scripts start without)

    with asyncio.Runner() as runner:
        coming = aiter(stream)
        while (chunk := runner.run(_next(coming))) is not END:
            yield chunk


async def _next(coming: AsyncIterator[Any]) -> Any:
    return await anext(coming, END)


BEHAVIOURS: Mapping[str, Callable[[str, Call], Any]] = {
    each.__name__: each
    for each in (
        button,
        component,
        container,
        decorator,
        dialog,
        drawn,
        drawn_as_nothing,
        framed,
        ignored,
        quiet,
        streamed,
        tabs,
        titled,
        unedited,
    )
}
"""By name, as `NOT_YET` has them; those of inputs are `VALUES`."""


def _ask(name: str, call: Call, value: Any, options: Sequence[Any] = ()) -> Any:
    """Draw the box of an input, and give its value; with a key it is in session state."""
    if call.get("key") is None:
        _draw(name, call)
        return value
    return draw(_props(name, call), value=Value(Kept(options), value, False))


def _draw(name: str, call: Call) -> Stand:
    return Stand(draw(_props(name, call)).node)


def _draw_once(name: str) -> None:
    if not _count(name):
        _draw(name, Call((), {}))


def _count(name: str) -> int:
    """Count what this run has drawn before in place of a name."""
    run = run_here()
    if run is None:
        return 0
    return run.count(f"placeholder {name}")


def _props(name: str, call: Call) -> Placeholder:
    return Placeholder(
        label=_label(call),
        key=optional_str(call.get("key")),
        disabled=True,
        sentence=not_yet(name),
    )


def _label(call: Call) -> str:
    """Give the text that tells one from another, if there is one that is fit to be read."""
    text = next((call.kwargs[name] for name in ("label", "body") if name in call.kwargs), None)
    text = call.args[0] if call.args else text
    if not isinstance(text, str) or text.startswith("<") or "\n" in text:
        return ""
    return sendable(text) if len(text) <= LONGEST_LABEL else ""


def _container(call: Call, *, title: object = None, border: bool = False) -> Stand:
    key = call.kwargs.get("key")
    inside = Stand(elements["container"](border=border or title is not None, key=key).node)
    if title is not None:
        inside.markdown(f"**{title}**")
    return inside


def _dialog(name: str, function: Callable[..., Any], title: object) -> Callable[..., Any]:
    @functools.wraps(function)
    def draw(*args: Any, **kwargs: Any) -> Any:
        _draw_once(name)
        with _container(Call((), {}), title=title):
            return function(*args, **kwargs)

    return draw


def _passed_through(function: Any) -> Any:
    """Give a function as it is, but that it can be cleared."""
    with suppress(AttributeError):
        if not isinstance(function, type):
            function.clear = lambda *args, **kwargs: None
    return function


def _entry(name: str) -> Absent:
    root = name.partition(".")[0]
    return NOT_YET[root] if root in NOT_YET else GONE[root]
