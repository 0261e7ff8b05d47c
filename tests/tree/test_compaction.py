"""Compaction: fewer edits that lead to the same tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ostinato.testing.replica import TreeReplica
from ostinato.tree.compaction import compact
from ostinato.tree.node import Node, Tree
from ostinato.tree.reconcile import Reconciler
from ostinato.wire.messages import Edit
from ostinato.wire.props import ContainerProps, InputProps, Props


class Line(Props, frozen=True):
    body: str


class Group(ContainerProps, frozen=True, kw_only=True):
    pass


class Single(ContainerProps, frozen=True, kw_only=True):
    holds_one = True


class Entry(InputProps, frozen=True, kw_only=True):
    pass


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["line", "group", "single", "entry", "up", "again", "run", "take"]),
        st.integers(0, 3),
    ),
    max_size=60,
)


class Drawing:
    """Runs of a script that draws at random, and what they emit."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.edits: list[Edit] = []
        self.number = 0
        self.begin()

    def begin(self) -> None:
        self.number += 1
        self.reconciler = Reconciler(self.tree, self.number, self.edits.append)
        self.stack: list[Node] = [self.tree.main]
        self.used: set[str] = set()
        self.places: list[Node] = []

    def do(self, step: str, n: int) -> None:
        where = self.stack[-1]
        if step == "line":
            self.reconciler.draw(where, Line(f"line {n}"))
        elif step in ("group", "single"):
            props = Single() if step == "single" else Group()
            node = self.reconciler.draw(where, props, is_container=True)
            self.places.append(node)
            self.stack.append(node)
        elif step == "entry" and (id := f"entry-{n}") not in self.used:
            self.used.add(id)
            self.reconciler.draw(where, Entry(label=str(n)), id=id, value=self.number % 2)
        elif step == "up" and len(self.stack) > 1:
            self.stack.pop()
        elif step == "again" and self.places:
            place = self.places[n % len(self.places)]
            try:
                self.reconciler.draw(place, Line(f"again {n}"))
            except LookupError:
                self.places.remove(place)
        elif step == "run":
            self.reconciler.finish()
            self.begin()

    def is_alive(self) -> bool:
        node: Node | None = self.stack[-1]
        while node is not None and node not in self.tree.roots:
            node = node.parent
        return node is not None


@settings(max_examples=300)
@given(STEPS)
def test_compacted_edits_lead_to_the_same_tree(steps: list[tuple[str, int]]) -> None:
    drawing, plain, compacted = Drawing(), TreeReplica(), TreeReplica()
    for step, n in [*steps, ("run", 0), ("take", 0)]:
        while not drawing.is_alive():
            drawing.stack.pop()
        drawing.do(step, n)
        if step == "take":
            drawing.reconciler.settle()
            fewer = compact(drawing.edits)
            assert len(fewer) <= len(drawing.edits)
            plain.apply(drawing.edits)
            compacted.apply(fewer)
            drawing.edits.clear()
            assert plain.outline("main") == compacted.outline("main")


def test_r03_a_place_that_is_drawn_again_and_again_is_few_edits() -> None:
    drawing = Drawing()
    drawing.do("single", 0)
    slot = drawing.stack[-1]
    for turn in range(200):
        drawing.reconciler.draw(slot, Line("in between"))
        group = drawing.reconciler.draw(slot, Group(), is_container=True)
        for n in range(10):
            drawing.reconciler.draw(group, Line(f"{turn} {n}"))
    drawing.reconciler.settle()
    assert len(drawing.edits) > 2000
    fewer = compact(drawing.edits)
    assert len(fewer) == 12
    replica = TreeReplica()
    replica.apply(fewer)
    (slot_shown,) = replica.outline("main")
    ((*_, lines),) = slot_shown[3]
    assert [props["body"] for _, props, _, _ in lines] == [f"199 {n}" for n in range(10)]
