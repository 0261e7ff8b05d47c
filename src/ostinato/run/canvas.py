"""Canvas: what one run draws on, and what the browser does not have of it yet."""

import threading
from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, cast

from ostinato.errors import StreamlitAPIException
from ostinato.run.ends import TooMuch
from ostinato.run.substitutes import Nowhere, Refusal
from ostinato.tree.compaction import compact
from ostinato.tree.node import Full, Node, Tree
from ostinato.tree.reconcile import Reconciler
from ostinato.values.codec import is_same_wire
from ostinato.wire.messages import Announce, Clear, Edit, Effect
from ostinato.wire.props import Fields, Page, Props, files_of

SENT_WITHIN = 0.012
"""Seconds that the event loop has to take what was drawn, before the script waits for it."""

LONGEST_WAIT = 0.1
"""Seconds after which it goes on in any case."""

COMPACT_FROM = 100
"""Edits of which it pays to leave out those that take one another back."""

MOST_EFFECTS = 200
"""Effects that wait to be sent; of more, the oldest are left out."""

NEVER = float("inf")


class Taken(NamedTuple):
    """What the browser does not have yet.

    Args:
        edits: Of the tree.
        effects: What is to happen once.
        has_begun: Whether the script has, so that the tree has all that was entered before.
    """

    edits: Sequence[Edit]
    effects: list[Effect]
    has_begun: bool = True


class Canvas:
    """What one run draws on: the tree, and the edits that the browser does not have yet.

    The thread of the script draws, and so do threads that it lets draw beside it; the event loop
    takes away what is drawn. `lock` guards the tree, the edits and the wake-up: the loop asks to be
    woken in the step in which it takes the edits, and a drawing thread looks whether it is to wake
    it in the step in which it draws. So nothing drawn is ever left without someone to take it.

    Args:
        tree: What the browser shows.
        run: The number of the run.
        clock: Returns the time in seconds.
        on_drawn: Called by a thread that draws when there is something to take again.
        limit: How many elements the run may have on the page at one time.
        scope: The containers that the run draws again; the whole page without it.
        is_own: Returns whether a part of the page is one that the run draws again.
    """

    def __init__(
        self,
        tree: Tree,
        run: int,
        *,
        clock: Callable[[], float],
        on_drawn: Callable[[], object],
        limit: float = NEVER,
        scope: Sequence[Node] | None = None,
        is_own: Callable[[str], bool] = bool,
    ) -> None:
        self.tree = tree
        self.lock = threading.Lock()
        self.is_streamed = False
        """Whether what is drawn is sent while the run goes on; set by the loop, read by all."""
        self.on_named: Callable[[str], object] | None = None
        """Called with the id of what has one, in the step in which it is drawn."""
        self._run = run
        self._limit = limit
        self._clock = clock
        self._on_drawn = on_drawn
        self._edits: list[Edit] = []
        self._effects: deque[Effect] = deque(maxlen=MOST_EFFECTS)
        self._has_begun = False
        self._reconciler = Reconciler(
            tree, run, self._edits.append, scope=scope, limit=limit, is_own=is_own
        )
        self._build = self._reconciler.build
        self._is_watched = False
        self._woken_at = NEVER
        self._turn: threading.Event | None = None

    # Whoever draws.

    def draw(
        self,
        where: Node,
        props: Props,
        id: str = "",
        value: Any = None,
        is_container: bool = False,
        owner: str = "",
    ) -> Node:
        """Draw an element at the end of a container, or in the place of a leaf.

        Args:
            where: The container or the leaf.
            props: The element's props.
            id: Its identity, if it has one.
            value: The wire form of its value.
            is_container: Whether others can be drawn into it.
            owner: The part of the page that draws it.

        Raises:
            StreamlitAPIException: If the place is no longer on the page, or the props cannot
                travel.
            TooMuch: If the page has as many elements as it may.
        """
        with self.lock:
            try:
                if where.children is None:
                    node = self._reconciler.redraw(where, props)
                else:
                    node = self._reconciler.draw(where, props, id, value, is_container, owner)
            except LookupError as error:
                raise _gone(props, error) from None
            except Full:
                raise TooMuch(props.call, self._limit) from None
            if id and self.on_named is not None:
                self.on_named(id)
            is_woken = self._is_watched and self._wakes()
        if is_woken or self.is_streamed:
            self._drawn(is_woken)
        return node

    def redraw(self, node: Node, props: Props) -> None:
        """Have a node show other props of its kind, with what it holds.

        Raises:
            StreamlitAPIException: If it is no longer on the page, or the props cannot travel.
        """
        with self.lock:
            try:
                self._reconciler.redraw(node, props)
            except LookupError as error:
                raise _gone(props, error) from None
            is_woken = self._wakes()
        self._drawn(is_woken)

    @property
    def count(self) -> int:
        """How many elements the run has on the page so far."""
        return self._reconciler.count

    @property
    def outside(self) -> Mapping[str, Mapping[Node, None]]:
        """The containers that each part of the page has drawn into beside its own."""
        return self._reconciler.outside

    def erase(self, node: Node) -> None:
        """Take back what was drawn for a while, if it is still there."""
        with self.lock:
            self._reconciler.erase(node)
            is_woken = self._wakes()
        self._drawn(is_woken)

    def set_page(self, fields: Fields) -> None:
        """Set some of what the page itself is like."""
        with self.lock:
            self._reconciler.root.say(fields)
            is_woken = self._wakes()
        self._drawn(is_woken)

    def expect(self, kinds: Collection[str]) -> None:
        """Have the browser load what shows these kinds of elements, while it is idle."""
        if not kinds:
            return
        with self.lock:
            self._reconciler.root.expect(kinds)
            is_woken = self._wakes()
        self._drawn(is_woken)

    def set_address(self, value: Any) -> None:
        """Set what stands in the address of the page: it is the value of the page itself."""
        with self.lock:
            self._reconciler.root.set_address(value)
            is_woken = self._wakes()
        self._drawn(is_woken)

    def announce(self, kind: str) -> None:
        """Have the browser load what shows a kind of element, unless it was told so before."""
        with self.lock:
            if kind in self.tree.announced:
                return
            self.tree.announced.add(kind)
            self._edits.append(Announce(kind))
            is_woken = self._wakes()
        self._drawn(is_woken)

    def effect(self, id: str, props: Props) -> None:
        """Have the browser do something once."""
        with self.lock:
            self._effects.append(Effect(id, props))
            is_woken = self._wakes()
        self._drawn(is_woken)

    @property
    def page(self) -> Page:
        """What this run has set the page itself to be like, or else the defaults."""
        return self._reconciler.root.props

    def expected(self, where: Node, props: Props) -> Node | None:
        """Return the old element that comes next in a container, if its props are these.

        Only the thread that draws changes what this looks at.
        """
        return self._reconciler.expected(where, props)

    def fold(self, id: str, value: Any) -> None:
        """Note the wire form that the browser shows now: if the script draws another, it is set."""
        node = self.tree.find(id)
        if node is not None:
            node.value = value

    def clear(self, id: str, value: Any) -> None:
        """Set the value of an element back; what was entered since stays."""
        with self.lock:
            node = self.tree.find(id)
            if node is None or is_same_wire(node.value, value):
                return
            node.value = value
            self._edits.append(Clear(id, value))

    def _wakes(self) -> bool:
        """Return, with the lock held, whether the loop is to be woken, and note that it is."""
        is_watched, self._is_watched = self._is_watched, False
        return is_watched

    def _drawn(self, is_woken: bool) -> None:
        """Wake the loop, or let it keep pace.

        A script that draws without a pause, or many of them, would leave it no time to send.
        """
        if is_woken:
            self._woken_at = self._clock()
            self._on_drawn()
        elif self.is_streamed and self._clock() > self._woken_at + SENT_WITHIN:
            turn = self._turn
            if turn is not None:
                turn.clear()
                # It may have come just before.
                if not self._is_watched:
                    turn.wait(LONGEST_WAIT)

    # The run's own thread, and its end.

    def match(self, is_matching: bool) -> None:
        """Set whether what is drawn may become what stood on the page: not before the script."""
        self._reconciler.is_matching = is_matching

    def begin(self) -> None:
        """Note that the script begins: all that was entered is in the tree."""
        with self.lock:
            self._has_begun = True
            self.match(True)

    def lift_limit(self) -> None:
        """Let what ends the run be shown, however full the page is."""
        self._reconciler.limit = NEVER

    def stay(self) -> None:
        """End, with the lock held, a run before its script has begun."""
        self._reconciler.stay()

    def leave(self, *, keeps_all: bool) -> None:
        """End, with the lock held, a run whose script has not come to its end."""
        self._reconciler.leave(keeps_all=keeps_all)

    def finish(self) -> None:
        """End, with the lock held, a run whose script has drawn all it wanted."""
        self._reconciler.finish()

    def let_go(self) -> None:
        """Refuse, with the lock held, whatever is drawn from here on: nothing of it counts."""
        self._reconciler = cast("Reconciler", Refusal())
        self._build = self.tree.build
        self.tree = Tree()

    # The event loop.

    def take(self, *, watch: bool = False) -> Taken:
        """Return what the browser does not have yet.

        Args:
            watch: Whether to be woken when there is more.
        """
        with self.lock:
            taken = self._take()
            if watch:
                self._is_watched = True
                self._turn = self._turn or threading.Event()
                self._turn.set()
        return _compacted(taken)

    def _take(self) -> Taken:
        self._reconciler.settle()
        taken = Taken(self._edits[:], [*self._effects])
        self._edits.clear()
        self._effects.clear()
        return taken

    def files(self) -> set[str]:
        """Return the ids of the files that the page shows, or will when the run has ended."""
        with self.lock:
            drawing = self._reconciler
            if not isinstance(drawing, Reconciler):
                return self.tree.files()
            return self.tree.files(drawing.shown) | set(files_of(drawing.root.props))

    def take_all(self) -> Taken:
        """Return the edits that build all that is drawn from nothing: those not sent are void."""
        with self.lock:
            edits, taken = self._build(), self._take()
            has_begun = self._has_begun
        return taken._replace(edits=edits, has_begun=has_begun)

    def close(self) -> Taken:
        """Return the last of it: what is drawn from here on is seen by nobody."""
        with self.lock:
            taken = self._take()
            if not isinstance(self._reconciler, Refusal):
                self._reconciler = cast("Reconciler", Nowhere())
        return _compacted(taken)


def _gone(props: Props, error: LookupError) -> StreamlitAPIException:
    return StreamlitAPIException(
        f"{props.call}: {error}, got one of an earlier run, or one that another has replaced in"
        " this run: draw it again first"
    )


def _compacted(taken: Taken) -> Taken:
    is_long = len(taken.edits) > COMPACT_FROM
    return taken._replace(edits=compact(taken.edits)) if is_long else taken
