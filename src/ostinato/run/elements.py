"""`draw`: the one way to draw an element, with or without a value, with or without children."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import Any, Literal, NamedTuple, TypeVar, overload

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
)
from ostinato.run.bare import warn_bare
from ostinato.run.binding import show_in_address, take_from_address
from ostinato.run.container import Container, bottom, element, elements, sidebar
from ostinato.run.form import check_input, check_press, form_id, form_of, note_input, note_submit
from ostinato.run.identity import content_id
from ostinato.run.run import Run, own_run, run_here
from ostinato.state.widget import MISSING, Callback, Widget, key_id
from ostinato.tree.node import Node
from ostinato.values.codec import copied, is_same_wire
from ostinato.values.value import Value
from ostinato.wire.props import ContainerProps, FormProps, InputProps, Props, kind, pack

__all__ = [
    "Container",
    "Value",
    "bottom",
    "draw",
    "effect",
    "element",
    "elements",
    "enum_coercion",
    "is_at_top",
    "peek",
    "recall",
    "redraw",
    "sidebar",
    "taken",
    "transient",
]

V = TypeVar("V")
Keyed = InputProps | ContainerProps


@overload
def draw(props: Props, *, value: None = None, children: bool = False) -> Container: ...


@overload
def draw(props: Props, *, value: Value[V], children: Literal[False] = False) -> V: ...


@overload
def draw(
    props: ContainerProps, *, value: Value[V], children: Literal[True]
) -> tuple[Container, V]: ...


def draw(props: Props, value: Value[Any] | None = None, children: bool = False) -> Any:
    """Draw an element where the script draws now.

    Args:
        props: What the browser needs to know of it.
        value: What it is asked for, if anything.
        children: Whether others can be drawn into it.

    Returns:
        Without a value, its place: drawing into that of a leaf again replaces the element. With
        one, the value; with children and a value, both.

    Raises:
        StreamlitDuplicateElementKey: If another element of this run has the same key.
        StreamlitDuplicateElementId: If one is equal in all arguments and neither has a key.
        StreamlitValueAssignmentNotAllowedError: If the script set the key of a press.
        StreamlitAPIException: If the script set a value that does not fit, and is to hear of it;
            or if the place is no longer on the page.
    """
    run = own_run(None) or run_here()
    if run is None:
        warn_bare()
        place = Container(Node("", props, None, is_container=children))
        return place if value is None else (place, value.default) if children else value.default
    if run.interrupt.asked:
        run.interrupt.check()
    where = run.stack[-1]
    if value is None:
        id = _plain_id(run, props) if children or isinstance(props, InputProps) else ""
        return Container(run.canvas.draw(where, props, id, None, children))
    if where.children is None:
        raise StreamlitAPIException(
            f"{props.call}: only st.empty and containers can hold it, got an element"
            f' "{where.props.call}": draw it into "st.empty()" instead'  # type: ignore[union-attr]
        )
    assert isinstance(props, (InputProps, ContainerProps))
    result, id, wire = (
        _press(run, props, value) if value.lasts == "run" else _ask(run, props, value)
    )
    node = run.canvas.draw(where, props, id, wire, children)
    return (Container(node), result) if children else result


def redraw(place: Container, props: Props, *, is_last: bool = False) -> None:
    """Have an element without a value be like this now, and keep all that is in it.

    Args:
        place: What `draw` has returned.
        props: What the browser needs to know of it now; of the kind that it was drawn with, if it
            holds others.
        is_last: Whether it is to be shown although the run was asked to end, or its place is gone.

    Raises:
        StreamlitAPIException: If the place is no longer on the page, or the props cannot travel.
    """
    run = run_here()
    if run is None or place.node is None:
        warn_bare()
        return
    if run.interrupt.asked and not is_last:
        run.interrupt.check()
    with suppress(StreamlitAPIException) if is_last else nullcontext():
        run.canvas.redraw(place.node, props)


def effect(props: Props, *, id: str = "") -> str:
    """Have the browser do something once: it is no place on the page, and nothing repeats it.

    Args:
        props: What.
        id: That of an earlier effect whose place it takes, if any.

    Returns:
        The id of the effect.
    """
    run = run_here()
    if run is None:
        warn_bare()
        return id
    if run.interrupt.asked:
        run.interrupt.check()
    pack(props)  # It says which field cannot travel.
    id = id or f"{kind(props)}-{os.urandom(4).hex()}"
    run.canvas.effect(id, props)
    return id


def transient(props: Props) -> AbstractContextManager[None]:
    """Draw an element for as long as a block of code runs: it leaves no ghost.

    It stands where this is called, or where the block begins if that is in another run.
    """
    run = run_here()
    return _transient(props, run, None if run is None else run.stack[-1])


@contextmanager
def _transient(props: Props, called_by: Run | None, where: Node | None) -> Iterator[None]:
    run = run_here()
    if run is None:
        warn_bare()
        yield
        return
    if run.interrupt.asked:
        run.interrupt.check()
    if run is not called_by or where is None:
        where = run.stack[-1]
    node = run.canvas.draw(where, props)
    try:
        yield
    finally:
        # In a later run it is taken off as all that is not drawn again.
        here = run_here()
        if here is not None and here.canvas is run.canvas:
            run.canvas.erase(node)


def peek(key: str | int | None) -> object:
    """Return the value that a key has before its widget is called; None if it has none."""
    run = run_here()
    if run is None or key is None:
        return None
    value = run.state.peek(str(key))
    return None if value is MISSING else value


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


def is_at_top() -> bool:
    """Return whether the script draws into the main part of the page itself."""
    run = run_here()
    return run is not None and run.stack[-1] is run.canvas.tree.main


def enum_coercion() -> str:
    """Return by what an Enum option of an earlier run is told (`runner.enumCoercion`)."""
    run = run_here()
    return "nameOnly" if run is None else run.config.runner.enum_coercion


def _ask(run: Run, props: Keyed, value: Value[V]) -> tuple[V, str, Any]:
    """Return the value of an input, its id, and the wire form of the value."""
    inputs = run.state.inputs
    form = form_of(run.stack[-1])
    if form is not None:
        check_input(props, value)
    id = _input_id(run, props, value, form)
    if form is not None and isinstance(props, InputProps):
        note_input(run, form, id, props.key, value)
    if value.is_bound and props.key is not None:
        take_from_address(run, id, props.key, value)
    widget, wire = inputs.call(
        id,
        props.key,
        value.codec,
        value.default,
        value.wire,
        keeps_default=value.keeps_default,
    )
    _arm(run, widget, props, value)
    if widget.is_persistent is not value.is_persistent:
        inputs.persist(widget, value.is_persistent)
    if value.is_bound:
        show_in_address(run, widget, wire, value)
    return copied(widget.value), id, wire


def _press(run: Run, props: Keyed, value: Value[V]) -> tuple[V, str, None]:
    """Return what a press carries, if it has started this run, and its id."""
    form = form_of(run.stack[-1])
    if form is not None:
        check_press(props)
    id = _press_id(run, props, form)
    # Said only of what can be assigned.
    name = "" if props.key is None else f'{props.call} "{_label(props)}"'
    widget = run.state.inputs.call_press(id, props.key, value.codec, value.default, name)
    _arm(run, widget, props, value)
    # How long the script took to come here: the next press may take as long, and somewhat longer.
    widget.seconds_until, widget.elements_until = run.own.interrupt.elapsed, run.canvas.count
    if run.trigger == id:
        note_submit(run, form)
        if run.config.runner.fast_reruns:
            # The script has seen it: the grace begins.
            run.interrupt.defer(run.config.runner.click_grace)
    return copied(widget.value), id, None


def _plain_id(run: Run, props: Props) -> str:
    """Return the identity of what has no value: by its key, or none; an empty key is none."""
    assert isinstance(props, (InputProps, ContainerProps))
    if isinstance(props, FormProps):
        return form_id(run, props)
    if not props.key:
        return ""
    run.count(_key_id(run, props))
    return f"{run.page}{kind(props)}#{props.key}"


def _input_id(run: Run, props: Keyed, value: Value[Any], form: Node | None) -> str:
    """Return the identity of an input: its key, else its arguments but for the default (W07)."""
    if props.key is not None:
        return _key_id(run, props)
    inputs = run.state.inputs
    content = content_id(run, props, form, value.identity)
    id = run.next_id(content)
    count = run.count(content)
    if not count:
        return content
    if inputs.find(id) is None:
        earlier = [content, *(f"{content}-{number}" for number in range(1, count))]
        widgets = [widget for other in earlier if (widget := inputs.find(other)) is not None]
        if any(is_same_wire(widget.default, value.wire) for widget in widgets):
            # It was not drawn: the next call is told apart from others.
            run.recount(content, count)
            raise StreamlitDuplicateElementId(_same_arguments(props))
    return id


def _press_id(run: Run, props: Keyed, form: Node | None) -> str:
    if props.key is not None:
        return _key_id(run, props)
    id = content_id(run, props, form)
    if run.state.inputs.was_called(id):
        raise StreamlitDuplicateElementId(_same_arguments(props))
    return id


def _key_id(run: Run, props: Keyed) -> str:
    """Return the id of a widget with a key, which nothing else in this run may have (W05)."""
    assert props.key is not None
    id = key_id(props.key, run.page)
    if run.state.inputs.was_called(id) or run.has_counted(id):
        raise StreamlitDuplicateElementKey(_same_key(props))
    return id


def _arm(run: Run, widget: Widget, props: Keyed, value: Value[Any]) -> None:
    """Note what to do when a person uses the widget; the last call decides (C01)."""
    on_change = value.on_change
    widget.scope = run.scope
    widget.is_disabled = getattr(props, "disabled", False)
    if callable(on_change):
        widget.callback = Callback(on_change, value.args, value.kwargs)
        widget.ignores_change = False
    elif on_change is None or (isinstance(on_change, str) and on_change in ("rerun", "ignore")):
        widget.callback, widget.ignores_change = None, on_change == "ignore"
    else:
        raise StreamlitAPIException(
            f'{props.call} "{_label(props)}": the callback must be a function, "rerun" or'
            f' "ignore", got {on_change!r}: pass the function itself, without calling it'
        )


def _label(props: Keyed) -> str:
    return str(getattr(props, "label", ""))


def _same_key(props: Keyed) -> str:
    return (
        f"{props.call}: a key can be used once in a run, got key={props.key!r} twice:"
        " choose another"
    )


def _same_arguments(props: Keyed) -> str:
    return (
        f"{props.call}: two of them with equal arguments cannot be told apart,"
        f" got label={_label(props)!r} twice: pass a different key= to each"
    )
