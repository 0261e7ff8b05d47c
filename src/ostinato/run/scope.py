"""Scope: a part of the page that can run without the rest."""

import functools
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar

from ostinato.run.namespace import Namespace
from ostinato.run.run import Failed, Run
from ostinato.state.widget import is_within
from ostinato.tree.node import Node

V = TypeVar("V")

PAGE = ""
"""The scope that is the whole page."""


class Scope:
    """A function that draws into one container, and what it needs to do so again.

    It lives in memory with its session, and is made again by every run that comes by it: nothing of
    it is stored.

    Args:
        id: Tells it from the others of its page: its name, and those it lies in.
        node: The container.
        call: Draws into it.
        names: What the code of the script finds under `__main__`.
        page: The page of the app whose code calls it.
        run_every: Seconds after which it is to run by itself, again and again; None for never.
        key: By what the script names it, if it does.
    """

    __slots__ = ("call", "id", "key", "names", "node", "page", "places", "run_every")

    def __init__(
        self,
        id: str,
        node: Node,
        call: Callable[[], object],
        names: Namespace,
        page: str = "",
        run_every: float | None = None,
        key: str | None = None,
    ) -> None:
        self.id = id
        self.node = node
        self.call = call
        self.names = names
        self.page = page
        self.run_every = run_every
        self.key = key
        self.places: Collection[Node] = ()
        """Other containers that it has drawn into."""

    @property
    def is_there(self) -> bool:
        """Whether its container is still on the page."""
        return self.node.parent is not None


def next_scope(run: Run, name: str) -> str:
    """Return the id of a part of the page that is about to be drawn for the first time in a run.

    It is known by its place: what it lies in, its name, and the count of its calls there. What a
    callback draws has a count of its own.
    """
    name = name.replace("/", "%2F")
    place = f"{run.scope}/{name}" if run.scope else name
    if not run.own.has_begun:
        place += " of a callback"
    count = run.count(f"scope {place}")
    return f"{place}-{count}" if count else place


def draw_scope(
    run: Run,
    id: str,
    node: Node,
    call: Callable[[], V],
    *,
    run_every: float | None = None,
    key: str | None = None,
) -> V:
    """Call a function that draws into a container, and have it called alone from now on.

    Args:
        run: The run that comes by it.
        id: What `next_scope` gave.
        node: The container, just drawn.
        call: Draws into it.
        run_every: Seconds after which it is to run by itself, again and again.
        key: By what the script names it, if it does.

    Returns:
        What the function returns.
    """
    outer = run.scope
    run.scopes[id] = Scope(id, node, call, run.own.names, run.page, run_every, key)
    run.scope = id
    run.stack.append(node)
    try:
        return call()
    except Exception as error:
        if run.failed is None or run.failed.error is not error:
            run.failed = Failed(error, id, node)
        raise
    finally:
        run.stack.pop()
        run.scope = outer


def places_of(scopes: Iterable[Scope], known: Mapping[str, Scope]) -> list[Node]:
    """Return the containers that parts of the page draw again: their own, and what they share."""
    ids = [scope.id for scope in scopes]
    shared = [known[id].places for id in known if is_within(id, ids)]
    nodes = [*(scope.node for scope in scopes), *(node for each in shared for node in each)]
    return [*dict.fromkeys(nodes)]


def note_places(run: Run) -> None:
    """Note in which other containers each part of the page has drawn."""
    drawn = {**{scope.id: scope for scope in run.parts or ()}, **run.scopes}
    for id, nodes in run.canvas.outside.items():
        if id in drawn:
            scope = drawn[id]
            before = scope.places if run.is_partial else ()
            scope.places = dict.fromkeys([*before, *nodes])


def kept(
    known: Mapping[str, Any], drawn: Mapping[str, Any], scopes: Collection[str], *, is_partial: bool
) -> dict[str, Any]:
    """Return the scopes that a page has after a run.

    Args:
        known: Those it had before.
        drawn: Those that the run has come by.
        scopes: What the run has drawn again.
        is_partial: Whether what it has not reached stays.
    """
    return {
        id: each
        for id, each in known.items()
        # What has run itself has not been come by.
        if is_partial or id in scopes or not is_within(id, scopes)
    } | dict(drawn)


def function_name(function: Callable[..., object]) -> str:
    """Return the qualified name of a function, which is the same in the next run.

    Example:
        >>> function_name(max)
        'builtins.max'
    """
    while isinstance(function, functools.partial):
        function = function.func
    named: Any = function if hasattr(function, "__qualname__") else type(function)
    return f"{named.__module__}.{named.__qualname__}"
