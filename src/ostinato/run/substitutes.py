"""Substitutes: what a run has in the place of what it must not touch any more."""

from typing import NoReturn

from ostinato.run.ends import Stopped
from ostinato.tree.node import Node, Tree
from ostinato.tree.root import Root
from ostinato.wire.props import Props


class Refusal:
    """What an abandoned run has instead of what it must not touch.

    What is not refused is what the event loop asks for, not the run.
    """

    count = 0

    def settle(self) -> None:
        """Do nothing."""

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse."""
        raise Stopped

    def _refuse(self, *key: object) -> NoReturn:
        raise Stopped

    __getitem__ = __setitem__ = __delitem__ = __contains__ = __iter__ = __len__ = _refuse


class Nowhere:
    """What is drawn into by a thread that goes on when its page has become another run's."""

    def __init__(self) -> None:
        self.root = Root(Tree(), lambda edit: None)

    def draw(
        self,
        parent: Node,
        props: Props,
        id: str = "",
        value: object = None,
        is_container: bool = False,
        owner: str = "",
    ) -> Node:
        """Return an element that nobody sees."""
        return Node(id, props, None, value=value, is_container=is_container)

    def redraw(self, node: Node, props: Props) -> Node:
        """Return the node as it is: nobody sees what becomes of it."""
        return node

    def expected(self, parent: Node, props: Props) -> None:
        """Return None: nothing stood here before."""

    def erase(self, node: Node) -> None:
        """Do nothing."""

    def settle(self) -> None:
        """Do nothing."""
