"""The diff: edits applied to the old tree always give the new one, and are few."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostinato.testing.replica import TreeReplica
from ostinato.tree.node import LONG, Node, Tree
from ostinato.tree.reconcile import Reconciler
from ostinato.wire.messages import Append, Edit, Edits, Insert, Move, Remove, Set, Update
from ostinato.wire.props import ContainerProps, InputProps, Props


class Note(Props, frozen=True):
    body: str


class Rule(Props, frozen=True):
    pass


class Field(InputProps, frozen=True, kw_only=True):
    pass


@dataclass(frozen=True)
class Valued:
    """A field with a value."""

    field: Field
    value: str


class Box(ContainerProps, frozen=True, kw_only=True):
    pass


class Slot(ContainerProps, frozen=True, kw_only=True):
    holds_one = True


class Page:
    """A tree and the replica that follows its edits."""

    def __init__(self) -> None:
        self.tree, self.replica, self.run = Tree(), TreeReplica(), 0

    def draw(self, elements: Iterable[Any], *, end: str = "finish") -> list[Edit]:
        self.run += 1
        edits: list[Edit] = []
        reconciler = Reconciler(self.tree, self.run, edits.append)
        for element in elements:
            draw(reconciler, self.tree.main, element)
        getattr(reconciler, end)()
        sent = through_the_wire(edits)
        self.replica.apply(edits)
        assert sent == msgspec.to_builtins(edits)
        assert outline(self.tree.main) == self.outline()
        return edits

    def outline(self) -> list[Any]:
        return typed(self.replica.outline("main"))

    def ids(self) -> list[str]:
        return self.replica.children["main"]


def through_the_wire(edits: list[Edit]) -> Any:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(Edits(edits)))[1]


def draw(reconciler: Reconciler, parent: Node, element: Any) -> None:
    match element:
        case "settle":
            reconciler.settle()
        case str():
            reconciler.draw(parent, Note(element))
        case Field():
            reconciler.draw(parent, element, id=f"field-{element.label}")
        case Valued(field, value):
            reconciler.draw(parent, field, id=f"field-{field.label}", value=value)
        case (ContainerProps() as props, children):
            identity = f"box-{props.key}" if props.key else ""
            box = reconciler.draw(parent, props, id=identity, is_container=True)
            for child in children:
                draw(reconciler, box, child)
        case Props():
            reconciler.draw(parent, element)


def outline(parent: Node) -> list[Any]:
    assert parent.children is not None
    return [
        (node.id, node.props, node.value, outline(node) if node.children is not None else [])
        for node in parent.children
    ]


def typed(tree: list[Any]) -> list[Any]:
    return [
        (id, msgspec.convert(fields, Note | Rule | Field | Box | Slot), value, typed(children))
        for id, fields, value, children in tree
    ]


def content(tree: list[Any]) -> list[Any]:
    return [
        (props if value is None else Valued(props, value), content(children))
        for _, props, value, children in tree
    ]


def expected(elements: Iterable[Any]) -> list[tuple[Props, list[Any]]]:
    result = []
    for element in elements:
        match element:
            case "settle":
                pass
            case str():
                result.append((Note(element), []))
            case (Slot() as props, children):
                result.append((props, expected(children)[-1:]))
            case (Box() as props, children):
                result.append((props, expected(children)))
            case _:
                result.append((element, []))
    return result


LEAVES = st.one_of(
    st.sampled_from(["settle", "a", "b", "c", "d", "e"]),
    st.just(Rule()),
)


@st.composite
def pages(draw: st.DrawFn) -> list[Any]:
    """Draw the elements of a page in which no identity occurs twice."""
    names = draw(st.permutations(["x", "y", "z"]))
    fields = [
        Valued(Field(label=name, disabled=draw(st.booleans())), draw(st.sampled_from("12")))
        for name in names[: draw(st.integers(0, 3))]
    ]
    keyed = draw(st.permutations(["k1", "k2"]))[: draw(st.integers(0, 2))]
    blocks: list[Any] = [(Box(key=key), []) for key in keyed]
    blocks += [(Box(), []) for _ in range(draw(st.integers(0, 2)))]
    blocks += [(Slot(), []) for _ in range(draw(st.integers(0, 1)))]
    top: list[Any] = []
    places: list[list[Any]] = [top]
    for item in draw(st.permutations([*fields, *blocks, *draw(st.lists(LEAVES, max_size=8))])):
        place = draw(st.sampled_from(places))
        if isinstance(item, tuple):
            place.append(item)
            places.append(item[1])
        else:
            place.append(item)
    return top


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(pages(), st.sampled_from(["finish", "finish", "leave"])), max_size=5))
def test_edits_give_the_new_tree(runs: list[tuple[list[Any], str]]) -> None:
    page = Page()
    for elements, end in runs:
        page.draw(elements, end=end)
        if end == "finish":
            assert content(page.outline()) == expected(elements)
    copy = TreeReplica()
    copy.apply(page.tree.build())
    assert typed(copy.outline("main")) == page.outline()


@given(pages())
def test_r03_a_run_that_changes_nothing_sends_no_edit(elements: list[Any]) -> None:
    page = Page()
    fixed = [element for element in elements if not has_slot(element)]
    page.draw(fixed)
    assert page.draw(fixed) == []


def has_slot(element: Any) -> bool:
    return isinstance(element, tuple) and (
        isinstance(element[0], Slot) or any(map(has_slot, element[1]))
    )


def test_an_element_above_two_thousand_is_one_small_edit_and_remounts_nothing() -> None:
    page = Page()
    rows = [f"row {number}" for number in range(2000)]
    page.draw(rows)
    before = list(page.ids())
    edits = page.draw(["new", *rows])
    assert [type(edit) for edit in edits] == [Insert]
    assert len(msgspec.msgpack.encode(edits)) < 100
    assert page.ids()[1:] == before


def test_a_changed_text_among_many_is_one_patch() -> None:
    page = Page()
    page.draw(["a", "b", "c", "d"])
    before = list(page.ids())
    assert page.draw(["a", "B", "c", "d"]) == [Update(before[1], {"body": "B"})]
    assert page.ids() == before


def test_an_input_keeps_its_id_wherever_it_moves() -> None:
    page = Page()
    field = Field(label="x")
    page.draw(["a", field, "b"])
    edits = page.draw(["a", "b", (Box(), [field])])
    assert not any(isinstance(edit, Insert) and edit.id == "field-x" for edit in edits)
    assert any(isinstance(edit, Move) and edit.id == "field-x" for edit in edits)


def test_what_the_script_no_longer_draws_goes_at_the_end_of_the_run() -> None:
    page = Page()
    page.draw(["a", "b", "c"])
    _, b, c = page.ids()
    assert page.draw(["a"]) == [Remove([b, c])]


def test_r04_a_run_cut_short_leaves_what_it_did_not_reach() -> None:
    page = Page()
    page.draw(["a", "b", "c"])
    assert page.draw(["a"], end="leave") == []
    assert len(page.ids()) == 3


def test_runs_cut_short_do_not_pile_up_what_each_of_them_replaced() -> None:
    page = Page()
    page.draw([Field(label="0"), "below"])
    for number in range(1, 5):
        page.draw([Field(label=f"{number}")], end="leave")
    assert content(page.outline()) == [(Field(label="4"), []), (Note("below"), [])]


def test_a_container_in_a_single_place_starts_anew_with_each_that_replaces_it() -> None:
    page = Page()
    inner = (Box(), ["a", Field(label="x")])
    elements = [(Slot(), [(Box(), ["a", inner]), (Box(), ["b", "c"]), (Box(), ["d"])])]
    page.draw(elements)
    assert content(page.outline()) == expected([(Slot(), [(Box(), ["d"])])])
    page.draw([(Slot(), [(Box(), ["a", inner]), (Box(), [])])])
    assert content(page.outline()) == expected([(Slot(), [(Box(), [])])])


def test_what_was_drawn_can_be_drawn_over_in_its_place() -> None:
    page = Page()
    edits: list[Edit] = []
    reconciler = Reconciler(page.tree, 1, edits.append)
    first = reconciler.draw(page.tree.main, Note("loading"))
    reconciler.draw(page.tree.main, Note("more"))
    reconciler.redraw(first, Note("done"))
    reconciler.redraw(first, Rule())
    reconciler.finish()
    page.replica.apply(edits)
    assert content(page.outline()) == [(Rule(), []), (Note("more"), [])]


def test_a_container_that_has_left_the_page_cannot_be_drawn_into() -> None:
    page = Page()
    page.draw([(Box(), ["a"])])
    assert page.tree.main.children is not None
    box = page.tree.main.children[0]
    page.draw(["a"])
    reconciler = Reconciler(page.tree, 3, lambda edit: None)
    with pytest.raises(LookupError, match="no longer on the page"):
        reconciler.draw(box, Note("late"))


def test_a_thousand_changed_texts_are_compared_with_few_old_ones_each() -> None:
    compared = 0

    class Counted(Note, frozen=True, tag="note"):
        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return isinstance(other, Note) and self.body == other.body

    page = Page()
    page.draw([Counted(f"old {number}") for number in range(1000)])
    page.draw([Counted(f"new {number}") for number in range(1000)])
    assert compared < 20_000


def test_a_value_that_the_script_sets_is_one_edit_without_the_props() -> None:
    page = Page()
    page.draw([Valued(Field(label="x"), "1")])
    assert page.draw([Valued(Field(label="x"), "2")]) == [Set("field-x", "2")]
    assert page.draw([Valued(Field(label="x"), "2")]) == []


def test_r03_a_value_that_came_back_as_a_list_is_the_tuple_that_was_sent() -> None:
    tree, edits = Tree(), []
    field = Field(label="x")
    Reconciler(tree, 1, edits.append).draw(tree.main, field, id="field-x", value=("a", "b"))
    tree.known["field-x"].value = ["a", "b"]
    edits.clear()
    reconciler = Reconciler(tree, 2, edits.append)
    reconciler.draw(tree.main, field, id="field-x", value=("a", "b"))
    reconciler.finish()
    assert edits == []


def test_the_page_has_props_until_a_run_does_not_set_them() -> None:
    page = Page()
    edits: list[Edit] = []
    reconciler = Reconciler(page.tree, 1, edits.append)
    reconciler.root.say({"title": "Sales"})
    reconciler.finish()
    assert edits == [Update("main", {"title": "Sales"})]
    copy = TreeReplica()
    copy.apply(page.tree.build())
    assert copy.props["main"]["title"] == "Sales"
    page.run = 1
    assert page.draw([], end="leave") == []
    assert page.draw([]) == [Update("main", {"title": None})]


def test_what_is_erased_leaves_no_ghost() -> None:
    page = Page()
    page.draw(["a", "b", "c"])
    before = page.ids()
    edits: list[Edit] = []
    reconciler = Reconciler(page.tree, 2, edits.append)
    reconciler.draw(page.tree.main, Note("a"))
    waiting = reconciler.draw(page.tree.main, Rule())
    reconciler.settle()
    reconciler.draw(page.tree.main, Note("b"))
    reconciler.erase(waiting)
    reconciler.draw(page.tree.main, Note("c"))
    reconciler.finish()
    page.replica.apply(edits)
    assert page.ids() == before
    assert [type(edit) for edit in edits] == [Insert, Remove]


def test_what_is_erased_from_a_place_for_one_leaves_that_to_others() -> None:
    page = Page()
    page.draw([(Slot(), ["a"])])
    edits: list[Edit] = []
    reconciler = Reconciler(page.tree, 2, edits.append)
    slot = reconciler.draw(page.tree.main, Slot(), is_container=True)
    reconciler.draw(slot, Note("a"))
    waiting = reconciler.draw(slot, Note("b"))
    reconciler.erase(waiting)
    reconciler.draw(slot, Note("c"))
    reconciler.finish()
    page.replica.apply(edits)
    assert content(page.outline()) == expected([(Slot(), ["c"])])


def test_a_container_is_given_other_props_and_keeps_what_it_holds() -> None:
    page = Page()
    page.draw([(Box(key="k1"), ["a"]), "b"])
    edits: list[Edit] = []
    reconciler = Reconciler(page.tree, 2, edits.append)
    box = reconciler.draw(page.tree.main, Box(key="k1"), id="box-k1", is_container=True)
    reconciler.draw(box, Note("a"))
    reconciler.redraw(box, Box(key="k2"))
    reconciler.draw(page.tree.main, Note("b"))
    reconciler.finish()
    page.replica.apply(edits)
    assert edits == [Update("box-k1", {"key": "k2"})]
    assert content(page.outline()) == expected([(Box(key="k2"), ["a"]), "b"])


def test_each_root_is_drawn_into_and_built_again() -> None:
    tree, edits = Tree(), list[Edit]()
    reconciler = Reconciler(tree, 1, edits.append)
    for root in tree.roots:
        reconciler.draw(tree.root(root.id), Note(root.id))
    reconciler.finish()
    assert edits == tree.build()
    assert [edit.parent for edit in edits if isinstance(edit, Insert)] == [
        "main",
        "sidebar",
        "bottom",
    ]


def part_of(page: Page, run: int, edits: list[Edit], *scope: Node) -> Reconciler:
    """Return what draws the part "part" of a page again."""
    return Reconciler(page.tree, run, edits.append, scope=scope, is_own="part".__eq__)


def test_a_run_of_a_part_leaves_all_else_as_it_stood() -> None:
    page = Page()
    edits: list[Edit] = []
    first = Reconciler(page.tree, 1, edits.append)
    first.draw(page.tree.main, Note("a"))
    box = first.draw(page.tree.main, Box(key="k1"), "box-k1", is_container=True)
    for text in "bc":
        first.draw(box, Note(text), owner="part")
    first.draw(box, Note("of the page"))
    first.draw(page.tree.main, Note("d"))
    first.finish()
    part = part_of(page, 2, edits, box)
    part.draw(box, Note("b"), owner="part")
    part.finish()
    page.replica.apply(edits)
    assert content(page.outline()) == expected(["a", (Box(key="k1"), ["b", "of the page"]), "d"])


PIECES = st.one_of(
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["rule", "box"]),
    st.sampled_from(["#1", "#2", "#3"]),
)


def put(reconciler: Reconciler, parent: Node, piece: str, owner: str) -> None:
    match piece:
        case "rule":
            reconciler.draw(parent, Rule(), owner=owner)
        case "box":
            box = reconciler.draw(parent, Box(), is_container=True, owner=owner)
            reconciler.draw(box, Note("in it"), owner=owner)
        case _ if piece.startswith("#"):
            reconciler.draw(parent, Field(label=piece, key=piece), f"{owner}{piece}", owner=owner)
        case _:
            reconciler.draw(parent, Note(piece), owner=owner)


def owners(page: Page) -> list[tuple[str, Props | None]]:
    assert page.tree.main.children is not None
    return [(node.owner, node.props) for node in page.tree.main.children]


OWNERS = st.sampled_from(["", "part", "other"])
DRAWN = st.lists(st.tuples(OWNERS, PIECES), max_size=8, unique_by=lambda each: each)


@given(
    DRAWN,
    st.lists(
        st.tuples(
            st.lists(PIECES, max_size=6, unique=True),
            st.sampled_from(["finish", "leave"]),
            st.booleans(),
        ),
        max_size=4,
    ),
)
def test_g01_what_a_part_has_elsewhere_is_replaced_in_place_whatever_others_have_there(
    drawn: list[tuple[str, str]], runs: list[tuple[list[str], str, bool]]
) -> None:
    page = Page()
    edits: list[Edit] = []
    main = page.tree.main
    first = Reconciler(page.tree, 1, edits.append)
    for owner, piece in drawn:
        put(first, main, piece, owner)
    first.finish()
    for number, (pieces, end, is_settled) in enumerate(runs, 2):
        others = [pair for pair in owners(page) if pair[0] != "part"]
        part = part_of(page, number, edits, main)
        for piece in pieces:
            put(part, main, piece, "part")
            if is_settled:
                part.settle()
        page.replica.apply(edits)
        edits.clear()
        getattr(part, end)()
        page.replica.apply(edits)
        edits.clear()
        assert outline(main) == page.outline()
        assert [pair for pair in owners(page) if pair[0] != "part"] == others
        own = [pair for pair in owners(page) if pair[0] == "part"]
        assert len(own) == len(pieces) if end == "finish" else len(own) >= len(pieces)
    last = Reconciler(page.tree, 99, edits.append)
    last.draw(main, Note("new"))
    last.finish()
    page.replica.apply(edits)
    assert content(page.outline()) == expected(["new"])


def test_g01_what_is_new_stands_where_the_first_of_its_part_stood() -> None:
    page = Page()
    edits: list[Edit] = []
    first = Reconciler(page.tree, 1, edits.append)
    for owner, piece in (("", "a"), ("part", "b"), ("", "c")):
        put(first, page.tree.main, piece, owner)
    first.finish()
    part = part_of(page, 2, edits, page.tree.main)
    for piece in ("rule", "b"):
        put(part, page.tree.main, piece, "part")
    part.finish()
    page.replica.apply(edits)
    assert content(page.outline()) == expected(["a", Rule(), "b", "c"])


def test_what_is_erased_where_it_stood_before_leaves_no_ghost() -> None:
    page = Page()
    page.draw(["a", Rule(), "b"])
    edits: list[Edit] = []
    reconciler = Reconciler(page.tree, 2, edits.append)
    reconciler.draw(page.tree.main, Note("a"))
    waiting = reconciler.draw(page.tree.main, Rule())
    reconciler.erase(waiting)
    reconciler.draw(page.tree.main, Note("b"))
    reconciler.finish()
    page.replica.apply(edits)
    assert outline(page.tree.main) == page.outline()
    assert content(page.outline()) == expected(["a", "b"])


def test_an_element_without_an_identity_takes_none_over() -> None:
    page = Page()
    box = Box()
    first = Reconciler(page.tree, 1, lambda edit: None)
    named = first.draw(page.tree.main, box, id="box-content", value=True, is_container=True)
    first.finish()
    second = Reconciler(page.tree, 2, lambda edit: None)
    plain = second.draw(page.tree.main, box, is_container=True)
    second.finish()
    assert named.id == "box-content"
    assert (plain.id.isdecimal(), plain.value) == (True, None)
    assert page.tree.known == {}


def test_the_place_of_an_element_that_another_has_taken_over_is_gone() -> None:
    page = Page()
    first = Reconciler(page.tree, 1, lambda edit: None)
    old = first.draw(page.tree.main, Note("a"))
    first.settle()
    second = Reconciler(page.tree, 2, lambda edit: None)
    second.draw(page.tree.main, Note("b"))
    second.settle()
    with pytest.raises(LookupError, match="no longer on the page"):
        second.redraw(old, Note("c"))


def test_a_run_of_a_part_removes_nothing_elsewhere_and_leaves_the_page_its_props() -> None:
    page = Page()
    edits: list[Edit] = []
    first = Reconciler(page.tree, 1, edits.append)
    first.root.say({"title": "Sales"})
    first.finish()
    page.replica.apply(edits)
    page.run = 1
    page.draw([(Box(key="k1"), ["a"]), (Box(key="k2"), ["b", "d"])], end="leave")
    edits.clear()
    part, other = page.tree.known["box-k1"], page.tree.known["box-k2"]
    reconciler = part_of(page, 3, edits, part)
    reconciler.draw(part, Note("a"), owner="part")
    reconciler.draw(other, Note("c"), owner="part")
    assert reconciler.root.props.title == "Sales"
    reconciler.finish()
    page.replica.apply(edits)
    assert content(page.outline()) == expected(
        [(Box(key="k1"), ["a", "a"]), (Box(key="k2"), ["b", "d", "c"])]
    )


LONG_TEXT = "x" * LONG


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        (LONG_TEXT, LONG_TEXT + "new", Append("1", "body", "new")),
        # An empty text may be one that the wire has left out.
        ("", LONG_TEXT + "y", Update("1", {"body": LONG_TEXT + "y"})),
        ("short", "shorter", Update("1", {"body": "shorter"})),
        (LONG_TEXT + "old", LONG_TEXT, Update("1", {"body": LONG_TEXT})),
        ("y" + LONG_TEXT, LONG_TEXT * 2, Update("1", {"body": LONG_TEXT * 2})),
    ],
)
def test_a_text_that_grows_is_sent_by_what_is_new_of_it(
    before: str, after: str, edit: Edit
) -> None:
    page = Page()
    page.draw([before])
    assert page.draw([after]) == [edit]


def test_a_text_that_grows_while_more_changes_is_sent_whole() -> None:
    page = Page()
    page.draw([Field(label="x", key="k", help=LONG_TEXT)])
    [edit] = page.draw([Field(label="x", key="k", help=LONG_TEXT + "y", disabled=True)])
    assert edit == Update("field-x", {"help": LONG_TEXT + "y", "disabled": True})


def test_a_text_grows_in_its_place_too() -> None:
    page, edits = Page(), list[Edit]()
    reconciler = Reconciler(page.tree, 1, edits.append)
    node = reconciler.draw(page.tree.main, Note(LONG_TEXT))
    reconciler.settle()
    for end in ("a", "ab", "abc"):
        reconciler.redraw(node, Note(LONG_TEXT + end))
    assert edits[1:] == [Append("1", "body", piece) for piece in "abc"]
