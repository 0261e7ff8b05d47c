"""Node: one element in its place."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ostinato.wire.messages import Append, Edit, Insert, Set, Update
from ostinato.wire.props import Page, Props, changed_fields, files_of

LONG = 200
"""Characters from which a text that grows is sent by what is new of it."""


class Full(Exception):
    """A run has drawn as many elements as it may."""


class Node:
    """One element of the tree: a leaf, or a container if `children` is a list.

    `name` is its identity, "" if it has none of its own. `value` is the wire form of its value,
    `drawn` the number of the run that drew it last, `owner` the part of the page that did.
    """

    __slots__ = ("children", "drawn", "id", "name", "owner", "parent", "props", "value")

    def __init__(
        self,
        id: str,
        props: Props | None,
        parent: "Node | None",
        *,
        value: Any = None,
        is_container: bool = False,
    ) -> None:
        self.id = id
        self.name = "" if id.isdecimal() else id
        self.props = props
        self.value = value
        self.parent = parent
        self.drawn = 0
        self.owner = ""
        self.children: list[Node] | None = [] if is_container else None


ChildrenOf = Callable[[Node], Sequence[Node]]


class Tree:
    """What one browser shows: its roots, and by id every element that has an identity.

    The nodes in `above`, each with the number of the run that drew it, are what a run drew that
    ended before its script had begun, or the error that ended one later: unless they are drawn
    again, they have to go when the next run does not begin.
    """

    def __init__(self) -> None:
        self.main = Node("main", Page(), None, is_container=True)
        self.sidebar = Node("sidebar", None, None, is_container=True)
        self.bottom = Node("bottom", None, None, is_container=True)
        self.known: dict[str, Node] = {}
        self.last_id = 0
        self.page = ""
        """The page of the app that was drawn last."""
        self.above: list[tuple[Node, int]] = []
        self.announced = set[str]()
        """The kinds of elements that the browser was told to be ready for."""

    @property
    def roots(self) -> tuple[Node, Node, Node]:
        """The nodes that always exist."""
        return self.main, self.sidebar, self.bottom

    def root(self, id: str) -> Node:
        """Return one of the nodes that always exist."""
        return next(node for node in self.roots if node.id == id)

    def has(self, node: Node) -> bool:
        """Return whether a node is on the page."""
        return node.parent is not None or node in self.roots

    def next_id(self) -> str:
        """Return an id for an element that has no identity of its own."""
        self.last_id += 1
        return str(self.last_id)

    def find(self, id: str) -> Node | None:
        """Return the node with an identity; the page itself has one, too."""
        return self.main if id == self.main.id else self.known.get(id)

    def label_of(self, id: str) -> str:
        """Return the label of a widget that is on the page; "" if it is not."""
        node = self.known.get(id)
        return getattr(node and node.props, "label", "")

    def files(self, children_of: "ChildrenOf | None" = None) -> set[str]:
        """Return the ids of the files that its elements show.

        Args:
            children_of: Returns what the browser shows in a container beside what is there.
        """
        found, seen = set[str](), set[Node]()
        waiting: list[Node] = [*self.roots]
        while waiting:
            node = waiting.pop()
            if node.props is not None and node.props.shows_files:
                found.update(files_of(node.props))
            if node.children is not None and node not in seen:
                seen.add(node)
                waiting += node.children
                waiting += children_of(node) if children_of else ()
        return found

    def build(self) -> list[Edit]:
        """Return the edits that build what the browser shows from nothing, between two runs."""
        return build(self, lambda node: node.children or ())


def build(tree: Tree, children_of: ChildrenOf) -> list[Edit]:
    """Return the edits that build a tree from nothing.

    Args:
        tree: The tree.
        children_of: Returns what the browser shows in a container.
    """
    assert tree.main.props is not None
    fields = changed_fields(Page(), tree.main.props)
    edits: list[Edit] = [Update("main", fields)] if fields else []
    if tree.main.value is not None:
        edits.append(Set("main", tree.main.value))
    for root in tree.roots:
        edits.extend(_inserts(root, children_of))
    return edits


def change(id: str, old: Props, new: Props) -> Edit | None:
    """Return the edit that gives a node other props, which costs no more than what is new."""
    fields = changed_fields(old, new)
    if len(fields) == 1:
        [(name, text)] = fields.items()
        before = getattr(old, name)
        # A text that was empty may be one that the wire has left out.
        is_text = isinstance(text, str) and isinstance(before, str) and before != ""
        if is_text and len(text) > LONG and text.startswith(before):
            return Append(id, name, text[len(before) :])
    return Update(id, fields) if fields else None


def _inserts(parent: Node, children_of: ChildrenOf) -> Iterator[Edit]:
    after = ""
    for node in children_of(parent):
        assert node.props is not None
        yield Insert(node.id, parent.id, after, node.props, node.value)
        after = node.id
        if node.children is not None:
            yield from _inserts(node, children_of)
