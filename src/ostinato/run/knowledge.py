"""Knowledge: what an element can find out of its run before it is drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, TypeVar

import msgspec

from ostinato.errors import StreamlitValueAssignmentNotAllowedError
from ostinato.run.form import form_of
from ostinato.run.identity import content_id
from ostinato.run.run import run_here
from ostinato.state.widget import MISSING, key_id
from ostinato.wire.props import InputProps

P = TypeVar("P", bound=InputProps)


def peek(key: str | int | None) -> object:
    """Return the value that a key has before its widget is called; None if it has none."""
    run = run_here()
    if run is None or key is None:
        return None
    value = run.state.peek(str(key))
    return None if value is MISSING else value


def reaching(
    known_by: P, reach: Callable[[object], tuple[int, int]], wire: Any, *, keeps_default: bool
) -> P:
    """Return the props of an input with the bounds that it has, which reach over what is chosen.

    Args:
        known_by: The `identity` that it will be asked with, whose fields `min_value` and
            `max_value` are to be others.
        reach: Returns the bounds for what is chosen, or None.
        wire: The wire form of its default.
        keeps_default: Whether the default of the first call stands.
    """
    props = _bounded(known_by, *reach(None))
    run = run_here()
    # If it stands here with these bounds, what is chosen lies within them.
    if run is None or run.canvas.expected(run.stack[-1], props) is not None:
        return props
    return _bounded(known_by, *reach(recall(known_by, wire, keeps_default=keeps_default)))


def _bounded(props: P, low: int, high: int) -> P:
    return msgspec.structs.replace(props, min_value=low, max_value=high)


def recall(known_by: InputProps, wire: Any, *, keeps_default: bool = False) -> object:
    """Return the value that an input without a key will go on with, if it fits; None for none.

    Args:
        known_by: The `identity` that it will be asked with.
        wire: The wire form of its default.
        keeps_default: Whether the default of the first call stands.
    """
    run = run_here()
    if run is None or known_by.key is not None:
        return None
    id = run.next_id(content_id(run, known_by, form_of(run.stack[-1])))
    value = run.state.inputs.peek(id, wire, keeps_default=keeps_default)
    return None if value is MISSING else value


class Written(NamedTuple):
    """What the script has set a key to, and the id of the widget that has the key."""

    value: object
    id: str


@contextmanager
def taken(key: str | int | None) -> Iterator[Written | None]:
    """Take the value that the script has set a key to before its widget is called, if it has.

    If the widget cannot be drawn in the block, as the run was asked to end, the key has it again.
    """
    run = run_here()
    entries = None if run is None or key is None else run.state.entries
    value = MISSING if entries is None else entries.take_value(str(key))
    if run is None or entries is None or value is MISSING:
        yield None
        return
    try:
        yield Written(value, key_id(str(key), run.page))
    except BaseException:
        entries.set_value(str(key), value)
        raise


def refuse_assigned(who: str, key: str | int | None) -> None:
    """Check that the script has not set the key of an input that it cannot set (W04).

    Args:
        who: The input, for the error.
        key: Its key.

    Raises:
        StreamlitValueAssignmentNotAllowedError: If it has. The key is free again.
    """
    run = run_here()
    if run is None or key is None:
        return
    id, name = key_id(str(key), run.page), str(key)
    if not run.state.inputs.is_assigned(id, name):
        return
    run.state.entries.take_value(name)
    widget = run.state.inputs.find(id)
    if widget is not None and widget.is_assigned:
        widget.value, widget.is_assigned = MISSING, False
    raise StreamlitValueAssignmentNotAllowedError(
        f"{who}: its value cannot be set through st.session_state, got key={key!r}:"
        " use another key for your own value"
    )


def is_at_top() -> bool:
    """Return whether the script draws into the main part of the page itself."""
    run = run_here()
    return run is not None and run.stack[-1] is run.canvas.tree.main


def enum_coercion() -> str:
    """Return by what an Enum option of an earlier run is told (`runner.enumCoercion`)."""
    run = run_here()
    return "nameOnly" if run is None else run.config.runner.enum_coercion
