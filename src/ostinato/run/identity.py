"""Identity: by what the next run knows a widget that has no key (W06, W07)."""

import functools
import hashlib

import msgspec

from ostinato.run.run import Run
from ostinato.tree.node import Node
from ostinato.wire.props import Props, kind, pack

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
    try:
        arguments = [getattr(known_by, name) for name in _fields(type(props))]
        within = [run.scope] if run.scope else []
        within += [] if form is None else [form.id]
        content = msgspec.msgpack.encode(arguments + within)
    except (ValueError, OverflowError, RecursionError, TypeError):
        pack(props)  # It says which field cannot travel.
        raise
    return start + hashlib.blake2b(content, digest_size=DIGEST).hexdigest()


@functools.cache
def _fields(props: type[Props]) -> tuple[str, ...]:
    return tuple(name for name in props.__struct_fields__ if name not in props.identity_free)
