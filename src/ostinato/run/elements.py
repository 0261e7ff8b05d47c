"""The three verbs, `show`, `hold` and `ask`, and `pull`: all that an element is made of."""

import copy
import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeVar

import msgspec

from ostinato.errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
)
from ostinato.run.alone import warn_alone
from ostinato.run.container import Container, element, elements, sidebar
from ostinato.run.control import heed
from ostinato.run.current import Run, run_here
from ostinato.run.ends import TooMuch
from ostinato.state.widget import MISSING, Answer, Callback, Widget, key_id
from ostinato.tree.growth import Full
from ostinato.tree.node import Node
from ostinato.wire.props import ContainerProps, InputProps, Props, pack

__all__ = [
    "Answer",
    "Container",
    "OnChange",
    "ask",
    "copied",
    "element",
    "elements",
    "held",
    "hold",
    "pull",
    "show",
    "sidebar",
]

V = TypeVar("V")
OnChange = Callable[..., object] | Literal["rerun", "ignore"] | None
Arguments = Sequence[Any] | None
Keywords = Mapping[str, Any] | None
CONTAINERS = (list, dict, set, bytearray)
"""What is returned as a copy: what the script does to it does not change the state (W13)."""


def show(props: Props) -> Container:
    """Draw an element that has no value.

    Returns:
        Its place: drawing into it again replaces the element.
    """
    run = run_here()
    if run is None:
        warn_alone()
        return Container(Node("", props, None))
    if run.interrupt:
        heed(run)
    parent = run.stack[-1]
    try:
        with run.lock:
            if parent.children is None:
                node = run.stack[-1] = run.growth.redraw(parent, props)
            else:
                node = run.growth.draw(parent, props)
    except LookupError as error:
        raise StreamlitAPIException(_off_the_page(props, error)) from None
    except Full:
        raise TooMuch(kind(props), run.growth.limit) from None
    if run.is_streamed:
        run.drawn()
    return Container(node)


def hold(
    props: ContainerProps, *, inside: Container | None = None, single: bool = False
) -> Container:
    """Draw a container.

    Args:
        props: Its props.
        inside: Where to draw it, if not in the current container.
        single: Whether it holds one element at a time: each replaces the one before.

    Raises:
        StreamlitDuplicateElementKey: If another container of this run has the same key.
    """
    run = run_here()
    if run is None:
        warn_alone()
        return Container(Node("", props, None, is_container=True))
    id = ""
    if props.key is not None:
        id = f"{kind(props)}#{props.key}"
        if _count(run, id):
            raise StreamlitDuplicateElementKey(_same_key(props))
    parent = None if inside is None else inside.node
    node = _place(run, props, id, is_container=True, parent=parent)
    node.is_single = single
    return Container(node)


def ask(
    props: InputProps,
    answer: Answer[V],
    default: V,
    *,
    on_change: OnChange = None,
    args: Arguments = None,
    kwargs: Keywords = None,
    persist_state: Literal["page", "session"] | None = None,
    identity: InputProps | None = None,
) -> V:
    """Draw an input and return its value.

    Args:
        props: Its props, with `value` the wire form of `default`.
        answer: Which values fit, and how they travel.
        default: The value until somebody changes it.
        on_change: Called when a person changes the value, before the script runs.
        args: Passed to `on_change`.
        kwargs: Passed to `on_change`.
        persist_state: Keep the value while the widget is not drawn.
        identity: Props to know the widget by, where its own follow from the default.

    Raises:
        StreamlitDuplicateElementKey: If a widget of this run has the same key.
        StreamlitDuplicateElementId: If one is equal in all arguments and neither has a key.
        StreamlitAPIException: If the script set a value that does not fit, and is to hear of it.
    """
    run = run_here()
    if run is None:
        warn_alone()
        return default
    if run.interrupt:
        heed(run)
    wire = props.value  # type: ignore[attr-defined]
    id = _input_id(run, identity or props, wire)
    widget, shown = run.state.call_input(id, props.key, answer, default, wire)
    _arm(widget, props, on_change, args, kwargs)
    run.state.persist(widget, _is_persistent(props, persist_state))
    _place(run, props if shown is wire else msgspec.structs.replace(props, value=shown), id)
    value: V = widget.value
    return copied(value)


def copied(value: V) -> V:
    """Copy a container, unless it holds what cannot be copied; give any other value as it is."""
    try:
        return copy.deepcopy(value) if isinstance(value, CONTAINERS) else value
    except Exception:  # noqa: BLE001  (an option may hold anything)
        return value


def pull(
    props: InputProps, *, on_click: OnChange = None, args: Arguments = None, kwargs: Keywords = None
) -> bool:
    """Draw a trigger and return whether it started this run.

    Args:
        props: Its props.
        on_click: Called when a person pulls it, before the script runs.
        args: Passed to `on_click`.
        kwargs: Passed to `on_click`.

    Raises:
        StreamlitDuplicateElementKey: If a widget of this run has the same key.
        StreamlitDuplicateElementId: If one is equal in all arguments and neither has a key.
        StreamlitValueAssignmentNotAllowedError: If the script set its key.
    """
    run = run_here()
    if run is None:
        warn_alone()
        return False
    if run.interrupt:
        heed(run)
    id = _trigger_id(run, props)
    widget = run.state.call_trigger(id, props.key, f'{kind(props)} "{props.label}"')
    _arm(widget, props, on_click, args, kwargs)
    _place(run, props, id)
    if run.trigger == id and run.config.runner.fast_reruns:
        run.cut_after = run.clock() + run.config.runner.click_grace
    return widget.value is True


def held(key: str | int | None) -> object:
    """Give the value that a key has before its widget is called; None if it has none."""
    run = run_here()
    if run is None or key is None:
        return None
    value = run.state.held(str(key))
    return None if value is MISSING else value


def kind(props: Props) -> str:
    """Give the kind of an element, as it stands on the wire and in errors."""
    return str(props.__struct_config__.tag)


def _place(
    run: Run, props: Props, id: str, *, is_container: bool = False, parent: Node | None = None
) -> Node:
    if run.interrupt:
        heed(run)
    where = run.stack[-1] if parent is None else parent
    if where.children is None:
        raise StreamlitAPIException(
            f"{kind(props)}: only st.empty and containers can hold it, got an element"
            f' "{kind(where.props)}": draw it into "st.empty()" instead'  # type: ignore[arg-type]
        )
    try:
        with run.lock:
            node = run.growth.draw(where, props, id=id, is_container=is_container)
            run.placed(id)
    except LookupError as error:
        raise StreamlitAPIException(_off_the_page(props, error)) from None
    except Full:
        raise TooMuch(kind(props), run.growth.limit) from None
    if run.is_streamed:
        run.drawn()
    return node


def _input_id(run: Run, props: InputProps, wire: object) -> str:
    """Find the identity of an input: its key, else its arguments but for the default (W07)."""
    state = run.state
    if props.key is not None:
        return _key_id(run, props)
    content = _content_id(props)
    count = _count(run, content)
    if not count:
        return content
    id = f"{content}-{count}"
    if state.find(id) is None:
        earlier = [content, *(f"{content}-{number}" for number in range(1, count))]
        if any(state.widgets[other].default == wire for other in earlier):
            run.calls[content] = count  # It was not drawn: the next call is told apart from others.
            raise StreamlitDuplicateElementId(_same_arguments(props))
    return id


def _trigger_id(run: Run, props: InputProps) -> str:
    if props.key is not None:
        return _key_id(run, props)
    id = _content_id(props)
    if run.state.was_called(id):
        raise StreamlitDuplicateElementId(_same_arguments(props))
    return id


def _key_id(run: Run, props: InputProps) -> str:
    assert props.key is not None
    id = key_id(props.key)
    if run.state.was_called(id):
        raise StreamlitDuplicateElementKey(_same_key(props))
    return id


def _content_id(props: InputProps) -> str:
    fields = _identity_fields(type(props))
    try:
        content = msgspec.msgpack.encode([getattr(props, name) for name in fields])
    except (ValueError, OverflowError, RecursionError, TypeError):
        pack(props)  # It says which field cannot travel.
        raise
    return f"{kind(props)}-{hashlib.blake2b(content, digest_size=8).hexdigest()}"


@functools.cache
def _identity_fields(props: type[InputProps]) -> tuple[str, ...]:
    return tuple(name for name in props.__struct_fields__ if name not in props.identity_free)


def _count(run: Run, id: str) -> int:
    """Count the earlier calls of this run under this id."""
    count = run.calls.get(id, 0)
    run.calls[id] = count + 1
    return count


def _arm(
    widget: Widget, props: InputProps, on_change: OnChange, args: Arguments, kwargs: Keywords
) -> None:
    """Note what to do when a person uses the widget; the last call decides (C01)."""
    widget.is_disabled = props.disabled
    widget.is_quiet = on_change == "ignore"
    if callable(on_change):
        widget.callback = Callback(on_change, args, kwargs)
    elif on_change in (None, "rerun", "ignore"):
        widget.callback = None
    else:
        raise StreamlitAPIException(
            f'{kind(props)} "{props.label}": the callback must be a function, "rerun" or "ignore",'
            f" got {on_change!r}: pass the function itself, without calling it"
        )


def _is_persistent(props: InputProps, persist_state: str | None) -> bool:
    if persist_state in (None, "page", "session"):
        return persist_state is not None
    raise StreamlitAPIException(
        f'{kind(props)} "{props.label}": persist_state must be "page", "session" or None,'
        f" got persist_state={persist_state!r}"
    )


def _off_the_page(props: Props, error: LookupError) -> str:
    return f"{kind(props)}: {error}, got one of an earlier run: draw it anew in this run first"


def _same_key(props: InputProps | ContainerProps) -> str:
    return (
        f"{kind(props)}: a key can be used once in a run, got key={props.key!r} twice:"
        " choose another"
    )


def _same_arguments(props: InputProps) -> str:
    return (
        f"{kind(props)}: two of them with equal arguments cannot be told apart,"
        f" got label={props.label!r} twice: pass a different key= to each"
    )
