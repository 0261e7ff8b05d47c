"""Share: a container that several parts of a page have drawn into, while one of them runs again."""

from collections.abc import Callable

from ostinato.tree.matching import Opened
from ostinato.tree.node import Node


def opening(parent: Node, run: int, is_part: Callable[[str], bool], *, is_above: bool) -> Opened:
    """Return a container that parts of the page draw into: what others have drawn there stays.

    Args:
        parent: The container.
        run: The number of the run.
        is_part: Returns whether a part of the page is one of those that run.
        is_above: Whether what is new stands above all, if nothing of theirs is there.
    """
    # A place for one element is theirs who draw into it.
    if parent.props is not None and parent.props.holds_one:
        return Opened(parent, run)
    if all(is_part(each.owner) for each in parent.children or ()):
        return Opened(parent, run)
    return Share(parent, run, lambda node: is_part(node.owner), is_above=is_above)


class Share(Opened):
    """What the parts that run have in a container beside others.

    Only that is matched, and goes if it is not drawn again; what others have drawn keeps its place.
    What is new stands where the first of it stood, or below all.

    Args:
        node: The container.
        run: The number of the run.
        is_own: Returns whether a node is one of those parts'.
        is_above: Whether what is new stands above all, if nothing of theirs is there.
    """

    __slots__ = ("_all", "_is_own", "_slots", "_start")

    def __init__(
        self, node: Node, run: int, is_own: Callable[[Node], bool], *, is_above: bool
    ) -> None:
        super().__init__(node, run)
        self._all: list[Node | None] | None = [*self.old]
        self._slots = [at for at, each in enumerate(self.old) if is_own(each)]
        self.old = [self.old[at] for at in self._slots]
        self._start = self._slots[0] - 1 if self._slots else len(self._all) - 1
        if is_above and not self._slots:
            self._start = -1

    @property
    def shown(self) -> list[Node]:
        """What the browser shows in it: what others have drawn, and stale elements, in place."""
        return self._composed()

    def id_before(self, place: int) -> str:
        """Return the id of what a child follows, by its place; the first follows another's."""
        if place or self._all is None:
            return super().id_before(place)
        before = reversed(self._all[: self._start + 1])
        return next((each.id for each in before if each is not None), "")

    def close(self) -> None:
        """Have the node hold all that the browser shows in it."""
        self.children = self.node.children = self._composed()
        self.old, self._all = [], None

    def end(self) -> None:
        """Have the node hold what others have drawn, and what was drawn now."""
        self._leave_out(set())
        self.close()

    def keep(self, stale: list[tuple[int, Node]]) -> list[tuple[str, str]]:
        """Have the node hold some of what stood there, too, which stays in its place."""
        self._leave_out({id(node) for _, node in stale})
        self.close()
        return []

    def drop(self, node: Node) -> None:
        """Take a node out, drawn or not, whoever has drawn it."""
        if any(each is node for each in self.children):
            self.children = self.node.children = [
                each for each in self.children if each is not node
            ]
        place = self.find(node)
        if place >= 0:
            if self._all is not None:
                self._all[self._slots[place]] = None
            del self.old[place]
            del self._slots[place]
            self.cursor -= place < self.cursor
            self._places = None
        if self._all is not None:
            self._all = [None if each is node else each for each in self._all]

    def _leave_out(self, kept: set[int]) -> None:
        """Forget what was not drawn now, unless it is to be kept."""
        for place in reversed(range(len(self.old))):
            node = self.old[place]
            if node.drawn != self._run and id(node) not in kept:
                self.drop(node)

    def _composed(self) -> list[Node]:
        """Return what the browser shows: what was not moved keeps its place among the others."""
        if self._all is None:
            return self.children
        places = {id(node): at for at, node in zip(self._slots, self.old, strict=False)}
        fixed: dict[int, Node] = {}
        loose: dict[int, list[Node]] = {}
        anchor, cursor = self._start, -1
        for node in self.children:
            at = places.get(id(node), -1)
            if at > cursor:
                fixed[at], anchor, cursor = node, at, at
            else:
                loose.setdefault(anchor, []).append(node)
        stale = {places[id(node)]: node for node in self.old if node.drawn != self._run}
        own = {*self._slots}
        composed = loose.get(-1, [])[:]
        for at, each in enumerate(self._all):
            is_own = at in own or at in fixed
            shown = fixed.get(at) or stale.get(at) if is_own else each
            if shown is not None:
                composed.append(shown)
            composed += loose.get(at, ())
        return composed
