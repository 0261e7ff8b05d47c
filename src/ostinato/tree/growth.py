"""Growth: how a run turns the old tree into the new one, edit by edit, as it draws.

Each element drawn is matched with one of the old elements of its container: an input by its
id; any other by equal props, near the next old place or, if they occur only once, anywhere.
What lies between two matches is paired by order and kind. So an element that is put above
two thousand others is one edit, and so is one whose text has changed.
"""

from collections.abc import Callable, Iterable

from ostinato.tree.node import Node, Tree, find, last_id, siblings, unique_places
from ostinato.wire.messages import Remove, Edit, Move, Update, Insert
from ostinato.wire.props import Fields, Props, pack

NEAR = 4
"""How many old elements to compare before looking further; few, for most changes are small."""


class Full(Exception):
    """A run has drawn as many elements as it may."""


class Growth:
    """One run's work on the tree. Every change is handed to `emit`, in order.

    While it is not `is_matching`, what is drawn without an identity is new: no old element
    becomes it.

    Args:
        tree: The tree as the last run left it.
        run: The number of this run, larger than that of any run before.
        emit: Called with every edit.
        limit: How many elements the run may have on the page at one time.
    """

    def __init__(
        self, tree: Tree, run: int, emit: Callable[[Edit], None], *, limit: float = float("inf")
    ) -> None:
        self.limit = limit
        self._count = 0
        self._tree = tree
        self._run = run
        self._emit = emit
        self._containers: list[Node] = list(tree.roots)
        self.is_matching = True

    def draw(self, parent: Node, props: Props, *, id: str = "", is_container: bool = False) -> Node:
        """Draw an element at the end of `parent` and return its node.

        Args:
            parent: A container of this tree.
            props: The element's props.
            id: The identity of an input or of a container with a key; else empty.
            is_container: Whether others can be drawn into it.

        Raises:
            LookupError: If the container is no longer part of the tree.
            StreamlitAPIException: If the props cannot travel; then nothing is changed.
            Full: If the page has as many elements as it may.
        """
        if self._count >= self.limit:
            raise Full
        if parent.begun != self._run:
            self._begin(parent)
        if parent.is_single:
            return self._draw_alone(parent, props, id, is_container)
        return self._draw(parent, props, id, is_container)

    def redraw(self, node: Node, props: Props) -> Node:
        """Draw another leaf in the place of the leaf `node` and return its node.

        Raises:
            LookupError: If the node is no longer part of the tree.
            StreamlitAPIException: If the props cannot travel; then nothing is changed.
        """
        parent = node.parent
        if parent is None:
            raise LookupError("the element is no longer on the page")
        if node.props != props:
            pack(props)
        if _can_become(node, props):
            self._update(node, props)
            return node
        self._settle(parent, None)
        new = Node(self._tree.next_id(), props, parent)
        new.drawn = node.drawn
        self._emit(Insert(new.id, parent.id, node.id, props))
        here = siblings(node)
        here[here.index(node)] = new
        self._cut([node])
        return new

    def settle(self) -> None:
        """Decide what is undecided, so that the browser can be shown all that was drawn."""
        for parent in self._containers:
            if parent.undecided:
                self._settle(parent, None)

    def finish(self) -> None:
        """End a run that drew all it wanted: what it did not draw goes."""
        for parent in list(self._containers):
            if not self._is_attached(parent):
                continue
            if parent.begun != self._run:
                self._begin(parent)
            if parent.undecided:
                self._settle(parent, len(parent.old))
            self._cut([node for node in parent.old if node.drawn != self._run])
            parent.old = []
        self._tree.above = [pair for pair in self._tree.above if pair[1] == self._run]

    def stay(self) -> None:
        """End a run before its script had begun: all that stood there stays, below what it drew."""
        for node, run in self._tree.above:
            if node.parent is not None and node.drawn == run != self._run:
                self._remove(node)
        self._tree.above = []
        for parent in self._containers:
            if parent.begun == self._run and self._is_attached(parent):
                self._tree.above += [(node, self._run) for node in parent.children or []]
                parent.children, parent.old = parent.shown(), []

    def leave(self, *, keeps_all: bool = False) -> None:
        """End a run that was cut short: what it did not reach stays.

        What stood in the places that the run did draw goes, or a chain of such runs would pile
        up what each of them replaced.

        Args:
            keeps_all: Whether that stays too: no other run follows.
        """
        for parent in self._containers:
            if parent.begun != self._run or not self._is_attached(parent):
                continue
            self._settle(parent, None)
            assert parent.children is not None
            replaced = 0 if keeps_all else len(parent.children)
            stale = [
                (place, node) for place, node in enumerate(parent.old) if node.drawn != self._run
            ]
            self._cut([node for place, node in stale if place < replaced])
            for place, node in stale:
                if place >= replaced:
                    if place < parent.cursor:
                        self._emit(Move(node.id, parent.id, last_id(parent)))
                    parent.children.append(node)
            parent.old = []

    def _begin(self, parent: Node) -> None:
        assert parent.children is not None
        if not self._is_attached(parent):
            raise LookupError("the container is no longer on the page")
        if parent.drawn != self._run and parent.parent is not None:
            self._containers.append(parent)
        parent.old, parent.children = parent.children, []
        parent.begun, parent.cursor, parent.places = self._run, 0, None

    def _is_attached(self, parent: Node) -> bool:
        return parent.parent is not None or parent in self._tree.roots

    def _draw(
        self,
        parent: Node,
        props: Props,
        id: str,
        is_container: bool,
        packed: bytes | None = None,
    ) -> Node:
        if not self.is_matching and not id:
            pack(props)
            return self._insert(parent, props, self._tree.next_id(), is_container)
        old, cursor = parent.old, parent.cursor
        if not parent.undecided and cursor < len(old):
            node = old[cursor]
            if self._is_same(node, props, is_container) and (not id or node.id == id):
                parent.cursor = cursor + 1
                return self._keep(parent, node)
        # What is new or has changed must be able to travel: the script hears of it here.
        packed = packed or pack(props)
        if id:
            return self._draw_known(parent, props, id, is_container)
        place = self._place_of(parent, props, is_container, packed)
        if place is not None:
            return self._match(parent, place)
        if is_container:
            return self._draw_container(parent, props)
        assert parent.children is not None
        node = Node("", props, parent)
        node.drawn = self._run
        self._count += 1
        parent.children.append(node)
        parent.undecided += 1
        return node

    def _keep(self, parent: Node, node: Node) -> Node:
        node.drawn = self._run
        self._count += 1
        parent.children.append(node)  # type: ignore[union-attr]
        if node.children is not None:
            self._containers.append(node)
        return node

    def _place_of(
        self, parent: Node, props: Props, is_container: bool, packed: bytes
    ) -> int | None:
        """Find the old element that surely is this one: first where it is cheap to look."""
        old, cursor = parent.old, parent.cursor
        for start in {cursor, cursor + parent.undecided}:
            for place in range(start, min(start + NEAR, len(old))):
                if self._is_same(old[place], props, is_container):
                    return place
        if is_container or not parent.undecided:
            return None
        if parent.places is None:
            parent.places = unique_places(old)
        found = parent.places.get(packed, -1)
        return found if found >= 0 and self._is_same(old[found], props, is_container) else None

    def _is_same(self, node: Node, props: Props, is_container: bool) -> bool:
        is_free = node.drawn != self._run and (node.children is not None) is is_container
        return is_free and node.props == props

    def _match(self, parent: Node, place: int) -> Node:
        node = parent.old[place]
        if place >= parent.cursor:
            self._settle(parent, place)
            parent.cursor = place + 1
        else:
            self._settle(parent, None)
            self._emit(Move(node.id, parent.id, last_id(parent)))
        return self._keep(parent, node)

    def _draw_known(self, parent: Node, props: Props, id: str, is_container: bool) -> Node:
        """Draw an element that has an identity: it is the same wherever it stood."""
        node = self._tree.known.get(id)
        if node is None or node.drawn == self._run or not _can_become(node, props):
            return self._insert(parent, props, id, is_container)
        if node.parent is parent and (place := find(parent.old, node, parent.cursor)) >= 0:
            self._match(parent, place)
        else:
            self._settle(parent, None)
            self._emit(Move(id, parent.id, last_id(parent)))
            self._detach(node)
            node.parent = parent
            self._keep(parent, node)
        self._update(node, props)
        return node

    def _detach(self, node: Node) -> None:
        """Take a node out of the list of its old parent, drawn into or not."""
        home = node.parent
        assert home is not None
        here = siblings(node)
        place = here.index(node)
        del here[place]
        if here is home.old:
            home.cursor -= place < home.cursor
            home.places = None

    def _draw_container(self, parent: Node, props: Props) -> Node:
        self._settle(parent, None)
        for place in range(parent.cursor, len(parent.old)):
            node = parent.old[place]
            if node.id.isdecimal() and node.drawn != self._run and _can_become(node, props):
                parent.cursor = place + 1
                self._update(node, props)
                return self._keep(parent, node)
        return self._insert(parent, props, self._tree.next_id(), True)

    def _insert(self, parent: Node, props: Props, id: str, is_container: bool) -> Node:
        self._settle(parent, None)
        if id in self._tree.known:
            # Its element has become one of another kind.
            self._remove(self._tree.known[id])
        node = Node(id, props, parent, is_container=is_container)
        self._emit(Insert(id, parent.id, last_id(parent), props))
        if not id.isdecimal():
            self._tree.known[id] = node
        return self._keep(parent, node)

    def _remove(self, node: Node) -> None:
        self._detach(node)
        self._cut([node])

    def _settle(self, parent: Node, end: int | None) -> None:
        """Pair the undecided children with the old elements before `end`, by order and kind."""
        if not parent.undecided:
            return
        children, old = parent.children, parent.old
        assert children is not None
        first = len(children) - parent.undecided
        place = parent.cursor
        limit = min(place + parent.undecided, len(old)) if end is None else end
        after = children[first - 1].id if first else ""
        for node in children[first:]:
            assert node.props is not None
            partner = self._partner(old, place, limit, node.props)
            if partner < 0:
                node.id = self._tree.next_id()
                self._emit(Insert(node.id, parent.id, after, node.props))
            else:
                self._take_over(node, old[partner])
                place = partner + 1
            after = node.id
        parent.cursor = place if end is None else max(place, parent.cursor)
        parent.undecided = 0

    def _partner(self, old: list[Node], start: int, end: int, props: Props) -> int:
        for place in range(start, end):
            node = old[place]
            if node.children is None and node.drawn != self._run and _can_become(node, props):
                return place
        return -1

    def _take_over(self, node: Node, old: Node) -> None:
        assert node.props is not None
        assert old.props is not None
        node.id = old.id
        old.drawn = self._run
        if fields := changed_fields(old.props, node.props):
            self._emit(Update(node.id, fields))

    def _update(self, node: Node, props: Props) -> None:
        assert node.props is not None
        if node.id and (fields := changed_fields(node.props, props)):
            self._emit(Update(node.id, fields))
        node.props = props

    def _draw_alone(self, parent: Node, props: Props, id: str, is_container: bool) -> Node:
        shown = parent.shown()
        packed = None if shown and shown[0].props == props else pack(props)
        parent.old = shown
        for node in parent.old:
            self._make_old(node)
        parent.children, parent.cursor, parent.places = [], 0, None
        node = self._draw(parent, props, id, is_container, packed)
        self._settle(parent, len(parent.old))
        self._cut([old for old in parent.old if old.drawn != self._run])
        parent.old = []
        return node

    def _make_old(self, node: Node) -> None:
        """Have what this run drew count as drawn by an earlier run: it is about to be replaced."""
        self._count -= node.drawn == self._run
        node.drawn = 0
        if node.children is None or node.begun != self._run:
            return
        self._settle(node, None)
        node.children, node.old, node.begun = node.shown(), [], 0
        for child in node.children:
            self._make_old(child)

    def _cut(self, nodes: Iterable[Node]) -> None:
        ids = [node.id for node in nodes]
        if not ids:
            return
        self._emit(Remove(ids))
        for node in nodes:
            self._forget(node)

    def _forget(self, node: Node) -> None:
        node.parent, node.begun, node.undecided = None, 0, 0
        if self._tree.known.get(node.id) is node:
            del self._tree.known[node.id]
        if node.children is not None:
            for child in node.shown():
                self._forget(child)


def changed_fields(old: Props, new: Props) -> Fields:
    """Give the fields of `new` that differ from those of `old`."""
    if old is new:
        return {}
    return {
        name: value
        for name in new.__struct_fields__
        if (value := getattr(new, name)) != getattr(old, name)
    }


def _can_become(node: Node, props: Props) -> bool:
    return type(node.props) is type(props)
