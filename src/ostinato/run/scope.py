"""Scope: a part of the page that can run without the rest."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from ostinato.run.namespace import Namespace
from ostinato.run.run import Run
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
    """

    __slots__ = ("call", "id", "names", "node", "page")

    def __init__(
        self,
        id: str,
        node: Node,
        call: Callable[[], object],
        names: Namespace,
        page: str = "",
    ) -> None:
        self.id = id
        self.node = node
        self.call = call
        self.names = names
        self.page = page

    @property
    def is_there(self) -> bool:
        """Whether its container is still on the page."""
        return self.node.parent is not None


def draw_scope(run: Run, name: str, node: Node, call: Callable[[], V]) -> V:
    """Call a function that draws into a container, and have it called alone from now on.

    Args:
        run: The run that comes by it.
        name: The name of the function: the count of its calls tells one of them from the others.
        node: The container, just drawn.
        call: Draws into it.

    Returns:
        What the function returns.
    """
    outer = run.scope
    place = f"{outer}/{name}" if outer else name
    count = run.count(f"scope {place}")
    id = f"{place}-{count}" if count else place
    run.scopes[id] = Scope(id, node, call, run.names, run.page)
    run.scope = id
    run.stack.append(node)
    try:
        return call()
    finally:
        run.stack.pop()
        run.scope = outer


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
