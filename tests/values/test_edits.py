"""Edits of a table, brought onto another one; and any sequence of them against a list of dicts."""

import pickle
from contextlib import suppress
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostinato.values.cell import Rule
from ostinato.values.editing import REMEMBERED, DataEditorState, Editing
from ostinato.values.edits import Edits, carried, followed
from ostinato.wire.frames import ColumnOptions

RULES = [
    Rule("a", "integer", -(1 << 63), (1 << 63) - 1, ColumnOptions(), True),
    Rule("b", "text", None, None, ColumnOptions(), True),
]

Rows = list[dict[str, Any]]


def applied(rows: Rows, edits: Edits) -> Rows:
    """What a script is given of plain rows."""
    names = [rule.name for rule in RULES]
    now = [dict(row) for row in rows]
    for row, cells in edits.cells.items():
        now[row].update({names[at]: value for at, value in cells.items()})
    kept = [row for at, row in enumerate(now) if at not in edits.deleted]
    none: dict[str, Any] = dict.fromkeys(names)
    added = [
        none | {names[at]: value for at, value in cells.items()} for cells in edits.added.values()
    ]
    return kept + added


def test_places_and_rows_are_the_same_seen_from_both_sides() -> None:
    edits = Edits("m", 6, added={4: {}, 2: {}}, deleted=(0, 3, 4))
    assert edits.count == 5
    assert [edits.row_at(place) for place in range(5)] == [
        (False, 1),
        (False, 2),
        (False, 5),
        (True, 4),
        (True, 2),
    ]
    assert [edits.place_of(row) for row in range(6)] == [None, 0, 1, None, None, 2]
    assert edits.place_of_added(2) == 4


def test_edits_follow_rows_by_their_labels() -> None:
    edits = Edits("m", 3, {0: {1: "x"}, 2: {1: "y"}}, {}, (1,), {0: "A", 1: "B", 2: "C"})
    places = {"C": 0, "D": 1, "B": 2}
    moved = followed(edits, Edits("n", 3), places.get)
    assert moved is not None
    assert moved.edits.cells == {0: {1: "y"}}
    assert moved.edits.deleted == (2,)
    assert moved.lost == 1


def test_rows_without_labels_are_followed_only_where_they_are_as_many() -> None:
    edits = Edits("m", 3, {2: {0: 5}})
    assert followed(edits, Edits("n", 3), None).edits.cells == {2: {0: 5}}  # type: ignore[union-attr]
    assert followed(edits, Edits("n", 2), None) is None


def test_what_finds_no_row_is_counted_as_lost() -> None:
    told = Edits("m", 3)
    moved = carried(Edits("m", 3, {1: {0: 5, 1: "x"}}), told, Edits("n", 7))
    assert (moved.lost, moved.edits.cells) == (2, {})


Step = tuple[str, int, int]

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "add", "delete", "run", "run"]),
        st.integers(0, 9),
        st.integers(0, 99),
    ),
    max_size=25,
)


def do(rows: Rows, what: str, place: int, value: int) -> None:
    """Take a step in a plain list, which is what an editor must come to."""
    if what == "add":
        rows.append({"a": value, "b": None})
    elif rows and what == "set":
        rows[place % len(rows)]["a"] = value
    elif rows:
        del rows[place % len(rows)]


class Person:
    """A browser: it knows the data by its mark, and sends all that was changed in it."""

    def __init__(self, rows: int) -> None:
        self.state = Edits("0", rows)
        self.key = 0

    def step(self, what: str, place: int, value: int) -> None:
        state = self.state
        if what == "add":
            self.key += 1
            self.state = Edits(
                state.mark,
                state.rows,
                state.cells,
                {**state.added, self.key: {0: value}},
                state.deleted,
            )
            return
        if not state.count:
            return
        is_added, at = state.row_at(place % state.count)
        cells, added, deleted = dict(state.cells), dict(state.added), {*state.deleted}
        of = added if is_added else cells
        if what == "set":
            of[at] = {**of.get(at, {}), 0: value}
        else:
            of.pop(at, None)
            if not is_added:
                deleted.add(at)
        self.state = Edits(state.mark, state.rows, cells, added, tuple(sorted(deleted)))

    def spoil(self, place: int, column: int) -> None:
        """Set a cell to what fits no column."""
        is_added, at = self.state.row_at(place % self.state.count)
        name = "added" if is_added else "cells"
        of = getattr(self.state, name)
        of = {**of, at: {**of.get(at, {}), column: ["misfit"]}}
        self.state = msgspec.structs.replace(self.state, **{name: of})

    def wire(self, codec: Editing) -> dict[str, Any]:
        return codec.wire_of(self.state)


@settings(max_examples=300, deadline=None)
@given(STEPS, st.lists(st.sampled_from(["", "", "a", "b"]), min_size=25), st.booleans())
def test_v08_what_fits_is_kept_whatever_comes_along_with_it(
    steps: list[Step], misfits: list[str], sees_at_once: bool
) -> None:
    """A browser goes on to send what did not fit, until it hears of that."""
    base: Rows = [{"a": n, "b": str(n)} for n in range(4)]
    model = [dict(row) for row in base]
    person = Person(len(base))
    codec = Editing("editor", "0", len(base), RULES, "dynamic")
    state, runs, unseen = codec.start, 0, 0
    for (what, place, value), misfit in zip(steps, misfits, strict=False):
        if what != "run":
            if misfit and person.state.count:
                person.spoil(place, "ab".index(misfit))
            do(model, what, place, value)
            person.step(what, place, value)
            with suppress(ValueError):
                state, _ = codec.take(person.wire(codec), state)
            continue
        runs += 1
        codec.note_told(state)
        base = applied(base, state.edits) if state.edits.mark == codec.untouched.mark else base
        assert base == model
        codec = Editing("editor", str(runs), len(base), RULES, "dynamic")
        state, _ = codec.adopt(state)
        assert not codec.lost
        unseen += 1
        if sees_at_once or unseen == REMEMBERED:
            person.state, unseen = state.edits, 0
    assert applied(base, state.edits) == model


@settings(max_examples=300, deadline=None)
@given(STEPS, st.booleans())
def test_l07_an_editor_that_is_given_what_it_returned_keeps_every_edit(
    steps: list[Step], sees_at_once: bool
) -> None:
    """Whether or not the browser has heard of the new data when the next edit is made."""
    base: Rows = [{"a": n, "b": str(n)} for n in range(4)]
    model = [dict(row) for row in base]
    person = Person(len(base))
    codec = Editing("editor", "0", len(base), RULES, "dynamic")
    state = codec.start
    runs = unseen = 0
    for what, place, value in steps:
        if what != "run":
            do(model, what, place, value)
            person.step(what, place, value)
            state = codec.decode(person.wire(codec))
            continue
        # The script is given the edits, and gives what it got the next time.
        runs += 1
        got = applied(base, state.edits) if state.edits.mark == codec.untouched.mark else base
        codec.note_told(state)
        assert got == model
        base = got
        following = Editing("editor", str(runs), len(base), RULES, "dynamic")
        state, _ = following.adopt(state, codec)
        codec = following
        assert not codec.lost
        # It hears of the data in time, though perhaps not at once.
        unseen += 1
        if sees_at_once or unseen == REMEMBERED:
            person.state, unseen = state.edits, 0
    assert applied(base, state.edits) == model


@settings(max_examples=200, deadline=None)
@given(STEPS)
def test_edits_of_data_that_stays_are_those_of_a_list_of_dicts(steps: list[Step]) -> None:
    base: Rows = [{"a": n, "b": str(n)} for n in range(4)]
    model = [dict(row) for row in base]
    person, codec = Person(len(base)), Editing("editor", "0", len(base), RULES, "dynamic")
    state: DataEditorState = codec.start
    for what, place, value in steps:
        if what == "run":
            codec.note_told(state)
            state, wire = codec.adopt(state, codec)
            assert wire == person.wire(codec)
            continue
        do(model, what, place, value)
        person.step(what, place, value)
        state = codec.decode(person.wire(codec))
        assert applied(base, state.edits) == model


WIRE: dict[str, Any] = {"mark": "m", "cells": [], "added": [], "deleted": []}

HOSTILE = {
    "no edits": (None, "expected edits"),
    "an unknown field": ({**WIRE, "more": 1}, "expected edits"),
    "a row before the first": ({**WIRE, "cells": [[-1, 0, 1]]}, "there is no row -1"),
    "a row behind the last": ({**WIRE, "cells": [[3, 0, 1]]}, "there is no row 3"),
    "a huge row": ({**WIRE, "cells": [[1 << 70, 0, 1]]}, "there is no row"),
    "a column that does not exist": ({**WIRE, "cells": [[0, 2, 1]]}, "there is no column 2"),
    "a column before the first": ({**WIRE, "cells": [[0, -1, 1]]}, "there is no column -1"),
    "a text for a number": ({**WIRE, "cells": [[0, 0, "x"]]}, "column 'a'"),
    "a number for a text": ({**WIRE, "cells": [[0, 1, 5]]}, "column 'b': expected a text"),
    "a list for a number": ({**WIRE, "cells": [[0, 0, [1]]]}, "expected a number"),
    "half a number": ({**WIRE, "cells": [[0, 0, 1.5]]}, "expected a whole number"),
    "too large a number": ({**WIRE, "cells": [[0, 0, 1 << 63]]}, "does not fit"),
    "no number": ({**WIRE, "cells": [[0, 0, float("inf")]]}, "column 'a'"),
    "a row deleted that does not exist": ({**WIRE, "deleted": [3]}, "there is no row 3"),
    "a row added twice": ({**WIRE, "added": [[1, []], [1, []]]}, "added once"),
    "a row with a bad key": ({**WIRE, "added": [[-1, []]]}, "key -1"),
    "a row with a bad cell": ({**WIRE, "added": [[1, [[0, "x"]]]]}, "column 'a'"),
    "data that was never there": ({**WIRE, "mark": "?"}, "the table has changed"),
}


@pytest.mark.parametrize(("wire", "why"), HOSTILE.values(), ids=HOSTILE)
def test_w16_what_does_not_fit_is_refused_with_a_reason(wire: Any, why: str) -> None:
    codec = Editing("editor", "m", 3, RULES, "dynamic")
    with pytest.raises(ValueError, match=why):
        codec.decode(wire)


@pytest.mark.parametrize(
    ("num_rows", "can_add", "can_delete"),
    [
        ("fixed", False, False),
        ("dynamic", True, True),
        ("add", True, False),
        ("delete", False, True),
    ],
)
def test_rows_are_added_and_deleted_only_where_that_may_be(
    num_rows: Any, can_add: bool, can_delete: bool
) -> None:
    codec = Editing("editor", "m", 3, RULES, num_rows)
    for wire, may in (
        ({**WIRE, "added": [[1, []]]}, can_add),
        ({**WIRE, "deleted": [0]}, can_delete),
    ):
        if may:
            assert codec.decode(wire).edits
        else:
            with pytest.raises(ValueError, match="rows cannot be"):
                codec.decode(wire)


def test_w16_a_column_that_cannot_be_edited_is_not() -> None:
    rules = [Rule("a", "integer", None, None, ColumnOptions(default=7), False), RULES[1]]
    codec = Editing("editor", "m", 3, rules, "dynamic")
    with pytest.raises(ValueError, match="column 'a' cannot be edited"):
        codec.decode({**WIRE, "cells": [[0, 0, 1]]})
    with pytest.raises(ValueError, match="column 'a' cannot be edited"):
        codec.decode({**WIRE, "added": [[1, [[0, 8]]]]})
    assert codec.decode({**WIRE, "added": [[1, [[0, 7]]]]})["added_rows"] == [{"a": 7}]


def test_what_was_set_stays_though_it_could_not_be_set_now() -> None:
    codec = Editing("editor", "m", 3, RULES, "fixed")
    state = codec.decode({**WIRE, "cells": [[0, 0, 1]]})
    codec.note_told(state)
    closed = [Rule("a", "integer", None, None, ColumnOptions(), False), RULES[1]]
    now = Editing("editor", "m", 3, closed, "fixed")
    now.adopt(state, codec)
    both = now.decode({**WIRE, "cells": [[0, 0, 1], [1, 1, "x"]]})
    assert both["edited_rows"] == {0: {"a": 1}, 1: {"b": "x"}}


def test_l03_what_was_stored_before_the_script_was_given_it_is_given_once() -> None:
    before = Editing("editor", "m", 3, RULES, "dynamic")
    state = before.decode({**WIRE, "added": [[1, []]]})
    before.note_told(state)
    codec = Editing("editor", "n", 4, RULES, "dynamic")
    codec.note_told(codec.adopt(state, before)[0])
    # Two edits of a browser that has not heard of the other table, and a crash between them.
    late = codec.decode({**WIRE, "added": [[1, []], [2, [[1, "x"]]]]})
    stored = pickle.loads(pickle.dumps(late))
    after = Editing("editor", "n", 4, RULES, "dynamic")
    after.note_told(after.adopt(stored)[0])
    last = after.decode({**WIRE, "added": [[1, []], [2, [[1, "y"]]]]})
    assert last["added_rows"] == [{"b": "y"}]


def test_v08_a_table_that_is_still_edited_is_not_forgotten() -> None:
    codec = Editing("editor", "m", 3, RULES, "fixed")
    state = codec.start
    codec.note_told(state)
    for number in range(2 * REMEMBERED):
        following = Editing("editor", str(number), 3, RULES, "fixed")
        following.adopt(state, codec)
        codec = following
        state = codec.decode({**WIRE, "cells": [[0, 0, number]]})
        codec.note_told(state)
    assert state["edited_rows"] == {0: {"a": 2 * REMEMBERED - 1}}


@pytest.mark.parametrize(
    ("wire", "is_ahead"),
    [(WIRE, False), ({**WIRE, "mark": "n"}, True), ({"mark": ["m"]}, False), (None, False)],
)
def test_v08_edits_of_a_table_that_is_yet_to_come_are_ahead(wire: Any, is_ahead: bool) -> None:
    assert Editing("editor", "m", 3, RULES, "dynamic").is_ahead(wire) is is_ahead
