"""`draw`: the one way to draw an element, with or without a value, with or without children."""

from contextlib import nullcontext, suppress
from typing import Any, Literal, TypeVar, overload

import msgspec

from ostinato.errors import (
    StreamlitAPIException,
)
from ostinato.run.bare import warn_bare
from ostinato.run.binding import show_in_address, take_from_address
from ostinato.run.container import Container, bottom, element, elements, sidebar
from ostinato.run.form import check_input, check_press, form_of, note_input, note_submit
from ostinato.run.identity import Keyed, input_id, label_of, plain_id, press_id
from ostinato.run.run import Run, own_run, run_here
from ostinato.state.widget import Callback, Widget
from ostinato.tree.node import Node
from ostinato.values.codec import copied
from ostinato.values.value import Value
from ostinato.wire.props import ContainerProps, InputProps, Props

__all__ = [
    "Container",
    "Value",
    "amend",
    "announce",
    "bottom",
    "draw",
    "element",
    "elements",
    "listen",
    "redraw",
    "sidebar",
]

V = TypeVar("V")

KEYED = (InputProps, ContainerProps)
"""What can have a key."""


@overload
def draw(
    props: Props, *, value: None = None, children: bool = False, id: str = ""
) -> Container: ...


@overload
def draw(props: Props, *, value: Value[V], children: Literal[False] = False, id: str = "") -> V: ...


@overload
def draw(
    props: ContainerProps, *, value: Value[V], children: Literal[True], id: str = ""
) -> tuple[Container, V]: ...


def draw(
    props: Props, value: Value[Any] | None = None, children: bool = False, id: str = ""
) -> Any:
    """Draw an element where the script draws now.

    Args:
        props: What the browser needs to know of it.
        value: What it is asked for, if anything.
        children: Whether others can be drawn into it.
        id: Its identity, if neither its key nor its arguments are to say it.

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
        has_id = bool(id) or not (children or isinstance(props, KEYED))
        id = id if has_id else plain_id(run, props)
        node = run.canvas.draw(where, props, id, None, children, run.scope)
        if run.recordings:
            _note(run, node, where, props, None, children)
        return Container(node)
    if where.children is None:
        raise StreamlitAPIException(
            f"{props.call}: only st.empty and containers can hold it, got an element"
            f' "{where.props.call}": draw it into "st.empty()" instead'  # type: ignore[union-attr]
        )
    assert isinstance(props, (InputProps, ContainerProps))
    result, id, wire = (
        _press(run, props, value) if value.lasts == "run" else _ask(run, props, value, id)
    )
    node = run.canvas.draw(where, props, id, wire, children, run.scope)
    if run.recordings:
        _note(run, node, where, props, value, children)
    return (Container(node), result) if children else result


def announce(kind: str) -> None:
    """Say that an element is on its way that takes its time to be made.

    The browser loads what shows it meanwhile.

    Args:
        kind: That of its props.
    """
    run = own_run(None) or run_here()
    if run is not None:
        run.canvas.announce(kind)


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
        if run.recordings:
            _recorder().note_redrawn(run, place.node, props)


def amend(place: Container, *, is_last: bool = False, **changes: object) -> None:
    """Have an element without a value be as it is but for some of its props: see `redraw`.

    Example:
        >>> amend(elements["markdown"]("Wait"), body="Wait ...")
    """
    if place.node is not None and place.node.props is not None:
        redraw(place, msgspec.structs.replace(place.node.props, **changes), is_last=is_last)


def _note(
    run: Run, node: Node, where: Node, props: Props, value: Value[Any] | None, children: bool
) -> None:
    recorder = _recorder()
    recorder.note_drawn(run, node, where, recorder.Drawn("", props, value, children))


def _recorder() -> Any:
    from ostinato.run import recorder  # noqa: PLC0415  (it draws, too, and is rarely needed)

    return recorder


def _ask(run: Run, props: Keyed, value: Value[V], id: str = "") -> tuple[V, str, Any]:
    """Return the value of an input, its id, and the wire form of the value."""
    inputs = run.state.inputs
    form = form_of(run.stack[-1])
    if form is not None:
        check_input(props, value)
    id = id or input_id(run, props, value, form)
    if form is not None and isinstance(props, InputProps):
        note_input(run, form, id, props.key, value)
    has_taken = value.is_bound and take_from_address(run, id, str(props.key), value)
    widget, wire = inputs.call(
        id,
        props.key,
        value.codec,
        value.default,
        value.wire,
        keeps_default=value.keeps_default,
    )
    _arm(run, widget, props, value, form)
    if inputs.unheard:
        _hear(run, id)
    if widget.is_persistent is not value.is_persistent:
        inputs.persist(widget, value.is_persistent)
    if value.is_bound:
        if has_taken:
            widget.is_kept = False  # It was not the script that has set it.
        show_in_address(run, widget, wire, value)
    return copied(widget.value), id, wire


def _press(run: Run, props: Keyed, value: Value[V], id: str = "") -> tuple[V, str, None]:
    """Return what a press carries, if it has started this run, and its id."""
    form = form_of(run.stack[-1])
    if form is not None:
        check_press(props)
    # One that was given its id is a part of what has the key.
    key = None if id else props.key
    id = id or press_id(run, props, value, form)
    # Said only of what can be assigned.
    name = "" if key is None else f'{props.call} "{label_of(props)}"'
    if value.recipe is not None and (known := run.state.inputs.find(id)) is not None:
        # Before its run is noted: who makes files, in the loop, takes the recipe of this run.
        known.recipe = value.recipe
    widget = run.state.inputs.call_press(id, key, value.codec, value.default, name)
    _arm(run, widget, props, value, form)
    if value.recipe is not None:
        widget.recipe = value.recipe
        run.home.note_recipe(value.recipe)
    if run.trigger == id:
        note_submit(run, form)
        if run.config.runner.fast_reruns:
            # The script has seen it: the grace begins.
            run.interrupt.defer(run.config.runner.click_grace)
    return copied(widget.value), id, None


def listen(props: Keyed, value: Value[Any], id: str = "") -> str:
    """Hear of a press of something that is a part of an element, and no element itself.

    Args:
        props: What it is known by.
        value: What it is asked for, which lasts a run.
        id: Its identity, if neither its key nor its arguments are to say it.

    Returns:
        The id by which the browser presses it; "" where no page is.

    Raises:
        StreamlitDuplicateElementKey: If another element of this run has the same key.
    """
    run = own_run(None) or run_here()
    return "" if run is None else _press(run, props, value, id)[1]


def _hear(run: Run, id: str) -> None:
    """Note that the script is given what a person has entered: presses may come after it (L11)."""
    unheard = run.state.inputs.unheard
    unheard.discard(id)
    if not unheard and run.config.runner.fast_reruns:
        run.own.interrupt.defer_presses(run.config.runner.click_grace)


def _arm(run: Run, widget: Widget, props: Keyed, value: Value[Any], form: Node | None) -> None:
    """Note what to do when a person uses the widget; the last call decides (C01)."""
    own = run.own
    if own.recordings:
        _recorder().warn_of_widget(run, props)
    if own.parts is None:
        # How long the page took to come here: the next time it may take as long, and longer.
        widget.seconds_until, widget.elements_until = own.interrupt.elapsed, own.canvas.count
    on_change = value.on_change
    widget.scope = run.scope
    # What opens and closes is not submitted.
    widget.form = form.id if form is not None and isinstance(props, InputProps) else ""
    widget.is_disabled = getattr(props, "disabled", False)
    if callable(on_change):
        widget.callback = Callback(on_change, value.args, value.kwargs)
        widget.ignores_change = False
    elif on_change is None or (isinstance(on_change, str) and on_change in ("rerun", "ignore")):
        widget.callback, widget.ignores_change = None, on_change == "ignore"
    else:
        raise StreamlitAPIException(
            f'{props.call} "{label_of(props)}": the callback must be a function, "rerun" or'
            f' "ignore", got {on_change!r}: pass the function itself, without calling it'
        )
