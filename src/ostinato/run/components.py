"""Components: how one of the second kind is drawn, and what it calls when somebody uses it.

What it keeps is the value of an input, and what is triggered in it a press of its own; one event
has both, if they come together.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from ostinato.errors import StreamlitAPIException
from ostinato.run.elements import draw, listen
from ostinato.run.ends import EndOfRun
from ostinato.run.form import form_of
from ostinato.run.identity import input_id
from ostinato.run.run import Run, own_run, run_here
from ostinato.state.inputs import Inputs
from ostinato.state.widget import Callback, is_equal, key_of
from ostinato.values.codec import copied
from ostinato.values.component import (
    ComponentResult,
    ComponentState,
    ComponentTriggers,
    KeptValues,
)
from ostinato.values.value import Value
from ostinato.wire.props import InputProps

Callbacks = Mapping[str, Callable[[], object] | None]
"""Functions to call, by the names of the values."""


class Asset(NamedTuple):
    """A file of a component.

    Args:
        folder: The folder of the component.
        name: Its path in there.
        stamp: Changes with the file.
    """

    folder: Path
    name: str
    stamp: str


class Source(NamedTuple):
    """What a component is made of.

    Args:
        name: Its name.
        html: What is in it at first.
        css: How that looks.
        sheet: A style sheet.
        js: A module whose function is called with it.
        script: Such a module.
        isolates: Whether the styles of the page and of the component leave each other alone.
    """

    name: str
    html: str = ""
    css: str = ""
    sheet: Asset | None = None
    js: str = ""
    script: Asset | None = None
    isolates: bool = True


def draw_component(
    props: InputProps, default: Mapping[str, Any], callbacks: Callbacks
) -> ComponentResult:
    """Draw a component, and return what it keeps, and what was triggered in it in this run.

    Args:
        props: What the browser needs to know of it; they have a field `press`.
        default: What it keeps at first.
        callbacks: What to call, by the name of what has changed or was triggered.

    Raises:
        StreamlitDuplicateElementId: If one is equal in all arguments and neither has a key.
        StreamlitDuplicateElementKey: If another element of this run has the same key.
    """
    codec = ComponentState(default)
    value: Value[Any] = Value(codec, *codec.start())
    result = ComponentResult(dict.fromkeys(callbacks))
    run = own_run(None) or run_here()
    if run is None:
        result.update(draw(props, value=value))
        return result
    form = form_of(run.stack[-1])
    id = input_id(run, props, value, form)
    functions = {name: Callback(each) for name, each in callbacks.items() if each is not None}
    # In a form nothing is triggered but its submit.
    press = "" if form else f"{run.page}!{id}"
    if press:
        told = Told(functions, press) if functions else None
        triggers = Value(ComponentTriggers(id), None, None, lasts="run", on_change=told)
        listen(props, triggers, id=press)
    kept = draw(replace(props, press=press), value=value, id=id)
    result.update(kept)
    inputs = run.state.inputs
    if press and (button := inputs.find(press)) is not None:
        result.update(copied(button.value or {}))
    widget = inputs.find(id)
    if widget is not None and isinstance(widget.value, KeptValues):
        widget.value.guard(partial(_check_not_drawn, inputs, id))
        if functions:
            widget.callback = Callback(Changed(functions, id, kept))
    return result


def _check_not_drawn(inputs: Inputs, id: str, name: str) -> None:
    """Check that a value may still be set in this run.

    Raises:
        StreamlitAPIException: If the component was drawn in it.
    """
    if inputs.was_called(id):
        where = f"st.session_state.{key_of(id)}"
        raise StreamlitAPIException(
            f"{where}: what a component keeps cannot be set after it was drawn in the same run,"
            f" got {name!r}: set it before the component is called, or in a callback"
        )


class Told:
    """Calls what waits for the triggers of a press.

    Args:
        functions: What to call, by the names of triggers.
        press: The id of the press.
    """

    def __init__(self, functions: Mapping[str, Callback], press: str) -> None:
        self._functions = functions
        self._press = press

    def __call__(self) -> None:
        """Call those whose triggers it carries."""
        run = own_run()
        widget = run.state.inputs.find(self._press)
        if widget is not None and widget.value is not None:
            _call(run, [self._functions[each] for each in widget.value if each in self._functions])


class Changed:
    """Calls what waits for changes of what a component keeps.

    Args:
        functions: What to call, by the names of values.
        id: The id of the component.
        before: What it keeps as yet.
    """

    def __init__(
        self, functions: Mapping[str, Callback], id: str, before: Mapping[str, Any]
    ) -> None:
        self._functions = functions
        self._id = id
        self._before = before

    def __call__(self) -> None:
        """Call those whose values have changed."""
        run = own_run()
        widget = run.state.inputs.find(self._id)
        if widget is None or not isinstance(widget.value, KeptValues):
            return
        before, self._before = self._before, copied(widget.value).kept()
        changed = [
            each
            for name, each in self._functions.items()
            if not is_equal(before.get(name), self._before.get(name))
        ]
        _call(run, changed)


def _call(run: Run, callbacks: list[Callback]) -> None:
    """Call functions of the script; one that fails keeps no other from being called."""
    ends: list[BaseException] = []
    for each in callbacks:
        run.names.earlier = each.names
        try:
            each()
        except BaseException as end:  # noqa: BLE001  (kept, and raised below)
            ends.append(end)
    if ends:
        raise next((end for end in ends if not isinstance(end, EndOfRun)), ends[0])
