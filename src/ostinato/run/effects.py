"""Effects: what is drawn and is no lasting place on the page."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from ostinato.run.bare import warn_bare
from ostinato.run.run import Run, run_here
from ostinato.tree.node import Node
from ostinato.wire.props import Fields, Props, kind, pack


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
    if run.recordings:
        from ostinato.run import recorder  # noqa: PLC0415  (it has effects, too)

        recorder.note(run, recorder.Did(props))
    return id


def set_page(run: Run, fields: Fields) -> None:
    """Set some of what the page itself is like."""
    run.canvas.set_page(fields)
    if run.recordings:
        from ostinato.run import recorder  # noqa: PLC0415  (likewise)

        recorder.note(run, recorder.Said(fields))


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
    node = run.canvas.draw(where, props, owner=run.scope)
    try:
        yield
    finally:
        # In a later run it is taken off as all that is not drawn again.
        here = run_here()
        if here is not None and here.canvas is run.canvas:
            run.canvas.erase(node)
