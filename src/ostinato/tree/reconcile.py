"""Reconciler: how a run turns the old tree into the new one, edit by edit, as it draws.

Each element drawn is matched with one of the old elements of its container: a widget by its
id; any other by equal props, near the next old place or, if they occur only once, anywhere.
What lies between two matches is paired by order and kind. So an element that is put above
two thousand others is one edit, and so is one whose text has changed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from ostinato.tree.matching import Opened, are_equal, can_become, first_leaf
from ostinato.tree.node import Full, Node, Tree, build, change
from ostinato.tree.root import Root
from ostinato.values.codec import is_same_wire
from ostinato.wire.messages import Edit, Insert, Move, Remove, Set
from ostinato.wire.props import Props, check_value, pack


class Reconciler:
    """One run's work on the tree. Every change is handed to `emit`, in order.

    While it is not `is_matching`, what is drawn without an identity is new: no old element
    becomes it.

    Args:
        tree: The tree as the last run left it.
        run: The number of this run, larger than that of any run before.
        emit: Called with every edit.
        scope: The containers that the run draws again: what it does not draw in them goes, and all
            else stays. The whole page without it.
        limit: How many elements the run may have on the page at one time.
        is_own: Returns whether a part of the page is one that it draws: only what is theirs goes.
    """

    def __init__(
        self,
        tree: Tree,
        run: int,
        emit: Callable[[Edit], None],
        *,
        scope: Sequence[Node] | None = None,
        limit: float = float("inf"),
        is_own: Callable[[str], bool] = bool,
    ) -> None:
        self.limit, self.count, self.is_matching = limit, 0, True
        self.outside: dict[str, dict[Node, None]] = {}  # By part: where it draws beside its own.
        self.root = Root(tree, emit, is_new=scope is None)
        """The page itself."""
        self._tree, self._run, self._emit = tree, run, emit
        self._owner, self._is_part = "", is_own
        self._draws_page = scope is None
        self._containers: list[Node] = list(tree.roots if scope is None else scope)
        self._opened: dict[Node, Opened] = {}

    # Drawing.

    def draw(
        self,
        parent: Node,
        props: Props,
        id: str = "",
        value: Any = None,
        is_container: bool = False,
        owner: str = "",
    ) -> Node:
        """Draw an element at the end of `parent` and return its node.

        Args:
            parent: A container of this tree.
            props: The element's props.
            id: The identity of a widget or of a container with a key; else empty.
            value: The wire form of its value.
            is_container: Whether others can be drawn into it.
            owner: The part of the page that draws it, "" for the page.

        Raises:
            LookupError: If the container is no longer part of the tree.
            StreamlitAPIException: If the props cannot travel; then nothing is changed.
            Full: If the page has as many elements as it may.
        """
        opened = self._opened.get(parent) or self._open(parent)
        self._owner = owner
        if owner != parent.owner:
            self.outside.setdefault(owner, {})[parent] = None
        if self.count >= self.limit and not opened.is_taken:
            raise Full
        if value is not None:
            known = self._tree.known.get(id)
            if known is None or (known.value is not value and not is_same_wire(known.value, value)):
                check_value(props, value)
        if opened.holds_one:
            return self._draw_alone(opened, props, id, value, is_container)
        # Most elements are as they were, one after the other.
        node = opened.next(props, is_container)
        if node is not None and node.name == id and (id or self.is_matching):
            opened.cursor += 1
            return self._keep(opened, node, value)
        return self._draw(opened, props, id, value, is_container)

    def redraw(self, node: Node, props: Props) -> Node:
        """Have a node show another in its place, a container of its kind, and return it.

        Raises:
            LookupError: If the node is no longer part of the tree.
            StreamlitAPIException: If the props cannot travel; then nothing is changed.
        """
        parent = node.parent
        if parent is None:
            raise LookupError("the element is no longer on the page")
        if not are_equal(node.props, props):
            pack(props)
        if can_become(node, props):
            self._update(node, props)
            return node
        if (opened := self._opened.get(parent)) is not None:
            self._settle(opened, None)
        old, node.id, node.name, node.props = node.id, self._tree.next_id(), "", props
        self._emit(Insert(node.id, parent.id, old, props))
        self._emit(Remove([old]))
        return node

    def erase(self, node: Node) -> None:
        """Take back what this run has drawn for a while, with all in it, if it is still there."""
        opened = None if node.parent is None else self._opened.get(node.parent)
        if opened is None or node.drawn != self._run:
            return
        self._settle(opened, None)
        opened.drop(node)
        self.count -= 1
        self._remove([node])

    def expected(self, parent: Node, props: Props) -> Node | None:
        """Return the old element that comes next in a container, if its props are these."""
        opened = self._opened.get(parent)
        return opened.next(props, False) if opened else first_leaf(parent, props)

    # The end, and what is seen before it.

    def settle(self) -> None:
        """Decide what is undecided, so that the browser can be shown all that was drawn."""
        for opened in self._opened.values():
            if opened.undecided:
                self._settle(opened, None)

    def build(self) -> list[Edit]:
        """Return the edits that build what the browser is to show now from nothing."""
        self.settle()
        return build(self._tree, self.shown)

    def finish(self) -> None:
        """End a run that drew all it wanted: what it did not draw goes."""
        for parent in list(self._containers):
            if self._tree.has(parent) and (parent in self._opened or parent.children):
                self._finish(self._opened.get(parent) or self._open(parent))
        if self._draws_page:
            if self._tree.above:
                self._tree.above = [pair for pair in self._tree.above if pair[1] == self._run]
            self.root.finish()

    def _finish(self, opened: Opened) -> None:
        if opened.undecided:
            self._settle(opened, len(opened.old))
        # Most often all that stood here is drawn again, which is quickly seen.
        if opened.children != opened.old:
            self._remove([node for node in opened.old if node.drawn != self._run])
        opened.end()

    def stay(self) -> None:
        """End a run before its script had begun: all that stood there stays, below what it drew."""
        for node, run in self._tree.above:
            if node.parent is not None and node.drawn == run != self._run:
                self._detach(node)
                self._remove([node])
        self._tree.above = []
        for opened in self._opened.values():
            if self._tree.has(opened.node):
                self._tree.above += [(node, self._run) for node in opened.children]
                opened.close()

    def leave(self, *, keeps_all: bool = False) -> None:
        """End a run that was superseded: what it did not reach stays.

        What stood in the places that the run did draw goes, or a chain of such runs would pile
        up what each of them replaced.

        Args:
            keeps_all: Whether that stays too: no other run follows.
        """
        for opened in [each for each in self._opened.values() if self._tree.has(each.node)]:
            self._settle(opened, None)
            replaced = 0 if keeps_all else len(opened.children)
            stale = [
                (place, node) for place, node in enumerate(opened.old) if node.drawn != self._run
            ]
            self._remove([node for place, node in stale if place < replaced])
            for id, after in opened.keep([pair for pair in stale if pair[0] >= replaced]):
                self._emit(Move(id, opened.node.id, after))

    # Containers.

    def _open(self, parent: Node) -> Opened:
        if not self._tree.has(parent):
            raise LookupError("the container is no longer on the page")
        if parent.drawn != self._run and (not self._draws_page or parent.parent is not None):
            self._containers.append(parent)
        if self._draws_page:
            opened = Opened(parent, self._run)
        else:
            from ostinato.tree.share import opening  # noqa: PLC0415  (few pages have parts)

            opened = opening(parent, self._run, self._is_part, is_above=not self.is_matching)
        self._opened[parent] = opened
        return opened

    def shown(self, parent: Node) -> Sequence[Node]:
        """Return what the browser shows in a container."""
        return opened.shown if (opened := self._opened.get(parent)) else parent.children or ()

    # Matching.

    def _draw(
        self,
        opened: Opened,
        props: Props,
        id: str,
        value: Any,
        is_container: bool,
        packed: bytes | None = None,
    ) -> Node:
        if not self.is_matching and not id:
            pack(props)
            return self._insert(opened, props, self._tree.next_id(), None, is_container)
        # What is new or has changed must be able to travel: the script hears of it here.
        packed = pack(props) if packed is None else packed
        if id:
            return self._draw_known(opened, props, id, value, is_container)
        place = opened.place_of(props, is_container, packed)
        if place is not None:
            return self._match(opened, place)
        if is_container:
            return self._draw_container(opened, props)
        node = Node("", props, opened.node)
        node.drawn, node.owner = self._run, self._owner
        self.count += 1
        opened.children.append(node)
        opened.undecided += 1
        return node

    def _keep(self, opened: Opened, node: Node, value: Any = None) -> Node:
        node.drawn, node.owner = self._run, self._owner
        self.count += 1
        opened.children.append(node)
        if node.value is not value and not is_same_wire(node.value, value):
            self._emit(Set(node.id, value))
            node.value = value
        if node.children is not None:
            self._containers.append(node)
        return node

    def _match(self, opened: Opened, place: int, value: Any = None) -> Node:
        node = opened.old[place]
        if place >= opened.cursor:
            self._settle(opened, place)
            opened.cursor = place + 1
        else:
            self._settle(opened, None)
            self._emit(Move(node.id, opened.node.id, opened.last_id))
        return self._keep(opened, node, value)

    def _draw_known(
        self, opened: Opened, props: Props, id: str, value: Any, is_container: bool
    ) -> Node:
        """Draw an element that has an identity: it is the same wherever it stood."""
        node = self._tree.known.get(id)
        if node is None or node.drawn == self._run or not can_become(node, props):
            return self._insert(opened, props, id, value, is_container)
        if node.parent is opened.node and (place := opened.find(node)) >= 0:
            self._match(opened, place, value)
        else:
            self._settle(opened, None)
            self._emit(Move(id, opened.node.id, opened.last_id))
            self._detach(node)
            node.parent = opened.node
            self._keep(opened, node, value)
        self._update(node, props)
        return node

    def _draw_container(self, opened: Opened, props: Props) -> Node:
        self._settle(opened, None)
        node = opened.container_like(props)
        if node is None:
            return self._insert(opened, props, self._tree.next_id(), None, True)
        self._update(node, props)
        return self._keep(opened, node)

    def _draw_alone(
        self, opened: Opened, props: Props, id: str, value: Any, is_container: bool
    ) -> Node:
        shown = opened.shown
        packed = b"" if shown and are_equal(shown[0].props, props) else pack(props)
        for node in shown:
            self._make_old(node)
        opened.close()
        opened = self._opened[opened.node] = Opened(opened.node, self._run)
        node = self._draw(opened, props, id, value, is_container, packed)
        self._finish(opened)
        return node

    def _make_old(self, node: Node) -> None:
        """Mark what this run drew as of an earlier run: it is about to be replaced."""
        self.count -= node.drawn == self._run
        node.drawn = 0
        opened = self._opened.pop(node, None)
        if opened is None:
            return
        self._settle(opened, None)
        opened.close()
        for child in opened.children:
            self._make_old(child)

    # Undecided leaves.

    def _settle(self, opened: Opened, end: int | None) -> None:
        """Pair the undecided children with the old elements before `end`, by order and kind."""
        if not opened.undecided:
            return
        children, old = opened.children, opened.old
        first = len(children) - opened.undecided
        place = opened.cursor
        limit = min(place + opened.undecided, len(old)) if end is None else end
        after = opened.id_before(first)
        for node in children[first:]:
            assert node.props is not None
            partner = opened.partner(place, limit, node.props)
            if partner < 0:
                node.id = self._tree.next_id()
                self._emit(Insert(node.id, opened.node.id, after, node.props))
            else:
                self._take_over(node, old[partner])
                old[partner] = node
                place = partner + 1
            after = node.id
        opened.cursor = place if end is None else max(place, opened.cursor)
        opened.undecided = 0

    def _take_over(self, node: Node, old: Node) -> None:
        assert node.props is not None
        assert old.props is not None
        node.id, node.name = old.id, old.name
        old.drawn, old.parent = self._run, None
        if edit := change(node.id, old.props, node.props):
            self._emit(edit)

    # Steps.

    def _insert(
        self, opened: Opened, props: Props, id: str, value: Any, is_container: bool
    ) -> Node:
        self._settle(opened, None)
        if (other := self._tree.known.get(id)) is not None:
            # Its element has become one of another kind.
            self._detach(other)
            self._remove([other])
        node = Node(id, props, opened.node, value=value, is_container=is_container)
        self._emit(Insert(id, opened.node.id, opened.last_id, props, value))
        if node.name:
            self._tree.known[id] = node
        return self._keep(opened, node, value)

    def _update(self, node: Node, props: Props) -> None:
        assert node.props is not None
        if node.id and (edit := change(node.id, node.props, props)):
            self._emit(edit)
        node.props = props

    def _detach(self, node: Node) -> None:
        """Take a node out of the list of its old parent, drawn into or not."""
        assert node.parent is not None
        opened = self._opened.get(node.parent)
        if opened is not None:
            opened.drop(node)
        else:
            assert node.parent.children is not None
            node.parent.children.remove(node)

    def _remove(self, nodes: Sequence[Node]) -> None:
        """Have the browser forget nodes that have been taken out, with all below them."""
        if ids := [node.id for node in nodes]:
            self._emit(Remove(ids))
        for node in nodes:
            self._forget(node)

    def _forget(self, node: Node) -> None:
        node.parent = None
        if self._tree.known.get(node.id) is node:
            del self._tree.known[node.id]
        for child in self.shown(node):
            self._forget(child)
        self._opened.pop(node, None)
