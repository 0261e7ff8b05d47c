"""Identity: by what the next run knows an element: its key, or its arguments (W05 to W08)."""

import functools
import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from ostinato.errors import StreamlitDuplicateElementId, StreamlitDuplicateElementKey
from ostinato.run.form import form_id, form_of
from ostinato.run.run import Run
from ostinato.state.widget import key_id
from ostinato.tree.node import Node
from ostinato.values.codec import is_same_wire
from ostinato.values.value import Value
from ostinato.wire.props import ContainerProps, FormProps, InputProps, Props, kind, pack

Keyed = InputProps | ContainerProps

DIGEST = 8
"""Bytes of a digest: enough for the widgets of one page."""


def content_id(run: Run, props: Props, form: Node | None, identity: Props | None = None) -> str:
    """Return the id of a widget that is known by its place, its kind and its arguments.

    Its place is the page, the part of it that can run alone, and the form.

    Args:
        run: The run.
        props: Its props.
        form: The form that it stands in, if any.
        identity: Props to know it by, if they are others.

    Raises:
        StreamlitAPIException: If one of them cannot travel.
    """
    start = f"{run.page}{kind(props)}-"
    expected = run.canvas.expected(run.stack[-1], props)
    if expected is not None and expected.id.startswith(start):
        # The one that stood here: a number may tell it from others of the same content.
        return expected.id[: len(start) + 2 * DIGEST]
    known_by = identity or props
    known_by.settle()
    try:
        arguments = [getattr(known_by, name) for name in _fields(type(props))]
        within = [run.scope] if run.scope else []
        within += [] if form is None else [form.id]
        content = msgspec.msgpack.encode(arguments + within)
    except (ValueError, OverflowError, RecursionError, TypeError):
        pack(props)  # It says which field cannot travel.
        raise
    return start + hashlib.blake2b(content, digest_size=DIGEST).hexdigest()


def plain_id(run: Run, props: Props) -> str:
    """Return the identity of what has no value: by its key, or none; an empty key is none.

    Raises:
        StreamlitDuplicateElementKey: If another element of this run has the key.
    """
    assert isinstance(props, (InputProps, ContainerProps))
    if isinstance(props, FormProps):
        return form_id(run, props)
    if not props.key:
        return ""
    run.count(_unique_id(run, props))
    return f"{run.page}{kind(props)}#{props.key}"


def input_id(run: Run, props: Keyed, value: Value[Any], form: Node | None) -> str:
    """Return the identity of an input: its key, else its arguments but for the default (W07).

    Raises:
        StreamlitDuplicateElementKey: If another element of this run has the key.
        StreamlitDuplicateElementId: If one is equal in all arguments and neither has a key.
    """
    if props.key is not None:
        return _unique_id(run, props, is_of_app=value.is_of_app)
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


class Sight(NamedTuple):
    """What is known of an input by its data, since its last call.

    Args:
        mark: What tells that data from others.
        result: What tells from others what the script was given of it; "" if that is the data.
        place: How many like it were called before it; -1 if that is not known.
        has_gone_on: Whether it was called with other data before that.
    """

    mark: str
    result: str
    place: int
    has_gone_on: bool


def data_id(
    run: Run,
    props: InputProps,
    identity: Props,
    mark: str,
    sight_of: Callable[[Any], Sight],
) -> tuple[str, int]:
    """Return the identity of an input without a key that is known by its data, too.

    One that is called with what the script was given of its data goes on, and so does one that a
    person has just changed, and that is called with other data now: what was entered is yet to be
    heard (L07). Of several, none takes the place of another one, unless it has gone on before.

    Args:
        run: The run.
        props: Its props.
        identity: Props to know it by, but for its data.
        mark: What tells its data from others.
        sight_of: Returns what is known by a value.

    Returns:
        The identity, and how many like it were called before it.

    Raises:
        StreamlitDuplicateElementId: If another one of this run has equal arguments, and data.
    """
    content = content_id(run, props, form_of(run.stack[-1]), identity)
    inputs, entries = run.state.inputs, run.state.entries
    entries.decode_widgets()
    alike = {
        id: sight_of(each.value)
        for id, each in entries.widgets.items()
        if id.startswith(f"{content}-")
    }
    free = {id: sight for id, sight in alike.items() if not inputs.was_called(id)}
    place = len(alike) - len(free)
    holders = {id for id, sight in free.items() if sight.place == place}

    def is_in_place(id: str) -> bool:
        return id in holders or not holders or free[id].place < 0

    fitting = [
        id
        for id, sight in free.items()
        if sight.mark == mark or (sight.result == mark and (sight.has_gone_on or is_in_place(id)))
    ]
    if fitting:
        best = min(fitting, key=lambda id: (free[id].place != place, free[id].mark != mark))
        return best, place
    if any(sight.mark == mark for id, sight in alike.items() if id not in free):
        raise StreamlitDuplicateElementId(_same_arguments(props))
    waiting = [id for id in free if entries.widgets[id].is_changed]
    if len(waiting) == 1 and is_in_place(waiting[0]):
        return waiting[0], place
    id = f"{content}-{mark}"
    return id if id not in alike else f"{id}-{len(alike)}", place


def press_id(run: Run, props: Keyed, value: Value[Any], form: Node | None) -> str:
    """Return the identity of a press: its key, else its arguments.

    Raises:
        StreamlitDuplicateElementKey: If another element of this run has the key.
        StreamlitDuplicateElementId: If one is equal in all arguments and neither has a key.
    """
    if props.key is not None:
        return _unique_id(run, props)
    id = content_id(run, props, form, value.identity)
    if run.state.inputs.was_called(id):
        raise StreamlitDuplicateElementId(_same_arguments(props))
    return id


def label_of(props: Keyed) -> str:
    """Return the label by which errors tell an element; "" if it has none."""
    return str(getattr(props, "label", ""))


@functools.cache
def _fields(props: type[Props]) -> tuple[str, ...]:
    return tuple(name for name in props.__struct_fields__ if name not in props.identity_free)


def _unique_id(run: Run, props: Keyed, *, is_of_app: bool = False) -> str:
    """Return the id of a widget with a key, which nothing else in this run may have (W05).

    On a page of the app, the script around the pages may have it (W09).
    """
    assert props.key is not None
    id = key_id(props.key, "" if is_of_app else run.page)
    inputs, page = run.state.inputs, run.state.entries.page
    if (
        inputs.was_called(id)
        or run.has_counted(id)
        or (page and any(inputs.was_called(key_id(props.key, other)) for other in ("", page)))
    ):
        raise StreamlitDuplicateElementKey(_same_key(props))
    return id


def _same_key(props: Keyed) -> str:
    return (
        f"{props.call}: a key can be used once in a run, got key={props.key!r} twice:"
        " choose another"
    )


def _same_arguments(props: Keyed) -> str:
    return (
        f"{props.call}: two of them with equal arguments cannot be told apart,"
        f" got label={label_of(props)!r} twice: pass a different key= to each"
    )
