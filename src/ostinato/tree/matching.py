"""Matching: where the old elements of a container stand while a run draws into it."""

from ostinato.tree.node import Node
from ostinato.wire.props import Props, pack

NEAR = 4
"""How many old elements to compare before looking further; few, for most changes are small."""


class Opened:
    """A container that this run draws into.

    Its node's `children` are what the run has drawn so far, and `old` is what the browser showed
    before, of which everything up to `cursor` has been passed. The last `undecided` children have
    no id yet: whether they are new elements or old ones with new props depends on what is drawn
    after them.

    Args:
        node: The container.
        run: The number of the run.
    """

    __slots__ = ("_places", "_run", "children", "cursor", "holds_one", "node", "old", "undecided")

    def __init__(self, node: Node, run: int) -> None:
        assert node.children is not None
        self.node = node
        self.holds_one = node.props is not None and node.props.holds_one
        self.old = node.children
        self.children: list[Node] = []
        node.children = self.children
        self.cursor = 0
        self.undecided = 0
        self._places: dict[bytes, int] | None = None
        self._run = run

    @property
    def shown(self) -> list[Node]:
        """What the browser shows in it, stale elements last."""
        stale = [node for node in self.old if node.drawn != self._run]
        return [*self.children, *stale] if stale else self.children

    @property
    def is_taken(self) -> bool:
        """Whether it holds one element, which this run has drawn, and the next one replaces."""
        return self.holds_one and any(node.drawn == self._run for node in self.shown)

    @property
    def last_id(self) -> str:
        """The id of the last child, or "" if there is none."""
        return self.id_before(len(self.children))

    def id_before(self, place: int) -> str:
        """Return the id of what a child follows, by its place; "" if it is the first."""
        return self.children[place - 1].id if place else ""

    def close(self) -> None:
        """Have the node hold all that the browser shows in it."""
        self.children = self.node.children = self.shown
        self.old = []

    def end(self) -> None:
        """Have the node hold what was drawn, and nothing else that is the run's to draw."""
        self.old, self.cursor = [], 0

    def keep(self, stale: list[tuple[int, Node]]) -> list[tuple[str, str]]:
        """Have the node hold some of what stood there, too, at its end.

        Args:
            stale: It, with its places.

        Returns:
            The ids of what has to be moved, each with that of what it is to follow.
        """
        moves = []
        for place, node in stale:
            if place < self.cursor:
                moves.append((node.id, self.last_id))
            self.children.append(node)
        self.old = []
        return moves

    def next(self, props: Props, is_container: bool) -> Node | None:
        """Return the old element that comes next, if it is surely the one that is drawn."""
        old, cursor = self.old, self.cursor
        if self.undecided or cursor >= len(old):
            return None
        node = old[cursor]
        # As `_is_same` and `are_equal` have it: this is asked for every element.
        if node.drawn == self._run or (node.children is not None) is not is_container:
            return None
        try:
            return node if node.props == props else None
        except Exception:  # noqa: BLE001  (likewise)
            return None

    def place_of(self, props: Props, is_container: bool, packed: bytes) -> int | None:
        """Find the old element that surely is this one: first where it is cheap to look."""
        old, cursor = self.old, self.cursor
        for start in {cursor, cursor + self.undecided}:
            for place in range(start, min(start + NEAR, len(old))):
                if self._is_unnamed(old[place], props, is_container):
                    return place
        if is_container or not self.undecided:
            return None
        if self._places is None:
            self._places = _unique_places(old)
        found = self._places.get(packed, -1)
        return found if found >= 0 and self._is_unnamed(old[found], props, is_container) else None

    def find(self, node: Node) -> int:
        """Return the old place of a node, looking first from the cursor, or -1."""
        for places in (range(self.cursor, len(self.old)), range(self.cursor)):
            for place in places:
                if self.old[place] is node:
                    return place
        return -1

    def partner(self, start: int, end: int, props: Props) -> int:
        """Return the place of the first old leaf of a kind, or -1."""
        for place in range(start, end):
            node = self.old[place]
            if node.children is None and node.drawn != self._run and can_become(node, props):
                return place
        return -1

    def container_like(self, props: Props) -> Node | None:
        """Return the next old container of a kind without an identity, and pass it."""
        for place in range(self.cursor, len(self.old)):
            node = self.old[place]
            if not node.name and node.drawn != self._run and can_become(node, props):
                self.cursor = place + 1
                return node
        return None

    def drop(self, node: Node) -> None:
        """Take a node out, drawn or not."""
        # One that was matched stands in both.
        if node.drawn == self._run:
            self.children.remove(node)
        if (place := self.find(node)) >= 0:
            del self.old[place]
            self.cursor -= place < self.cursor
            self._places = None

    def _is_same(self, node: Node, props: Props, is_container: bool) -> bool:
        is_unmatched = node.drawn != self._run and (node.children is not None) is is_container
        return is_unmatched and node.props == props

    def _is_unnamed(self, node: Node, props: Props, is_container: bool) -> bool:
        return not node.name and self._is_same(node, props, is_container)


def first_leaf(parent: Node, props: Props) -> Node | None:
    """Return the leaf that a container begins with, if its props are these."""
    first = parent.children[0] if parent.children else None
    if first is None or first.children is not None or not are_equal(first.props, props):
        return None
    return first


def are_equal(known: Props | None, props: Props) -> bool:
    """Return whether props are those of an old element; others have yet to be settled."""
    try:
        return known == props
    except Exception:  # noqa: BLE001  (an array, say, has no answer)
        return False


def can_become(node: Node, props: Props) -> bool:
    """Return whether a node can have other props: those of its kind."""
    return type(node.props) is type(props)


def _unique_places(nodes: list[Node]) -> dict[bytes, int]:
    """Map the encoded props of each leaf to its place, or to -1 if they occur twice."""
    places: dict[bytes, int] = {}
    for place, node in enumerate(nodes):
        if node.children is None:
            assert node.props is not None
            content = pack(node.props)
            places[content] = -1 if content in places else place
    return places
