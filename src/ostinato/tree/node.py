"""Node: one element in its place."""

from ostinato.wire.messages import Edit, Insert
from ostinato.wire.props import Props, pack


class Node:
    """One element of the tree: a leaf, or a container if `children` is a list.

    While a run draws into a container, `children` holds what this run has drawn so far and
    `old` what the browser showed before, of which everything up to `cursor` has been passed.
    The last `undecided` children have no id yet: whether they are new elements or old ones
    with new props depends on what is drawn after them.
    """

    __slots__ = (
        "begun",
        "children",
        "cursor",
        "drawn",
        "id",
        "is_single",
        "old",
        "parent",
        "places",
        "props",
        "undecided",
    )

    def __init__(
        self, id: str, props: Props | None, parent: "Node | None", *, is_container: bool = False
    ) -> None:
        self.id = id
        self.props = props
        self.parent = parent
        self.drawn = 0
        self.children: list[Node] | None = [] if is_container else None
        self.is_single = False
        self.begun = 0
        self.old: list[Node] = []
        self.cursor = 0
        self.undecided = 0
        self.places: dict[bytes, int] | None = None

    def shown(self) -> list["Node"]:
        """Give what the browser shows in this container, stale elements last."""
        children = self.children or []
        stale = [node for node in self.old if node.drawn != self.begun]
        return [*children, *stale] if stale else children


class Tree:
    """What one browser shows: two roots, and by id every element that has an identity.

    The nodes in `above`, each with the number of the run that drew it, are what a run drew that
    ended before its script had begun, or the error that ended one later: unless they are drawn
    again, they have to go when the next run does not begin.
    """

    def __init__(self) -> None:
        self.main = Node("main", None, None, is_container=True)
        self.sidebar = Node("sidebar", None, None, is_container=True)
        self.known: dict[str, Node] = {}
        self.last_id = 0
        self.above: list[tuple[Node, int]] = []

    @property
    def roots(self) -> tuple[Node, Node]:
        """The nodes that always exist."""
        return self.main, self.sidebar

    def next_id(self) -> str:
        """Give an id for an element that has no identity of its own."""
        self.last_id += 1
        return str(self.last_id)

    def snapshot(self) -> list[Edit]:
        """Give the edits that build what the browser shows from nothing."""
        edits: list[Edit] = []
        for root in self.roots:
            _put_children(root, edits)
        return edits


def _put_children(parent: Node, edits: list[Edit]) -> None:
    after = ""
    for node in parent.shown():
        assert node.props is not None
        edits.append(Insert(node.id, parent.id, after, node.props))
        after = node.id
        if node.children is not None:
            _put_children(node, edits)


def siblings(node: Node) -> list[Node]:
    """Give the list that this node is in: its parent's old children, or the new ones."""
    assert node.parent is not None
    assert node.parent.children is not None
    return node.parent.old if node in node.parent.old else node.parent.children


def last_id(parent: Node) -> str:
    """Give the id of the last child, or "" if there is none."""
    return parent.children[-1].id if parent.children else ""


def find(nodes: list[Node], node: Node, start: int) -> int:
    """Give the place of a node, looking first from `start`, or -1."""
    for places in (range(start, len(nodes)), range(start)):
        for place in places:
            if nodes[place] is node:
                return place
    return -1


def unique_places(nodes: list[Node]) -> dict[bytes, int]:
    """Map the encoded props of each leaf to its place, or to -1 if they occur twice."""
    places: dict[bytes, int] = {}
    for place, node in enumerate(nodes):
        if node.children is None:
            assert node.props is not None
            content = pack(node.props)
            places[content] = -1 if content in places else place
    return places
