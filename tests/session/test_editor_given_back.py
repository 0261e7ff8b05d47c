"""An editor without a key that is given what it has returned goes on as it is (+V08, V09)."""

import pickle
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ostinato.run import editing
from ostinato.stores.memory import MemoryStore
from ostinato.values.edits import UNKNOWN, Edits
from tab import Server, Tab

ONE = """
state = st.session_state
if "rows" not in state:
    state.rows = ROWS
if st.button("Replace"):
    state.rows = [{"item": "ink", "count": 1}, {"item": "pad", "count": 2}]
st.button("Elsewhere")
state.rows = st.data_editor(state.rows, num_rows="dynamic")
told = state.rows.to_dict("records") if hasattr(state.rows, "columns") else state.rows
st.text([[*row.values()] for row in told][:3])
"""
ROWS = '[{"item": "pen", "count": 3}, {"item": "cup", "count": 5}]'
FRAME = f"__import__('pandas').DataFrame({ROWS})"
LARGE = f'{ROWS} + [{{"item": "x" * 100, "count": at}} for at in range(20_000)]'
TWO = """
state = st.session_state
state.setdefault("one", [{"item": "pen", "count": 3}])
state.setdefault("two", [{"item": "cup", "count": 5}])
st.button("Elsewhere")
if st.checkbox("Replace"):
    state.one = [{"item": "ink", "count": 1}]
first, second = st.data_editor(state.one), st.data_editor(state.two)
KEEP
st.text([[[*row.values()] for row in table] for table in (first, second)])
"""
BOTH = TWO.replace("KEEP", "state.one, state.two = first, second")
Start = Callable[[str], Server]


@pytest.fixture
def start(serve: Callable[..., Server]) -> Start:
    """Return a function that starts a process on a store that all of them share."""
    store = MemoryStore(lambda: 0.0)
    return lambda source: serve(source, store=store)


class Editor:
    """An editor as a browser sees it that hears nothing any more.

    Args:
        tab: Where.
        number: The how manieth it is on the page.
    """

    def __init__(self, tab: Tab, number: int = 0) -> None:
        self.tab, self.id = tab, ids(tab)[number]
        self.wire = dict(tab.page.values[self.id])

    def write(self, row: int, column: int, value: Any) -> None:
        kept = [cell for cell in self.wire["cells"] if cell[:2] != [row, column]]
        self.wire = {**self.wire, "cells": sorted([*kept, [row, column, value]])}
        self.tab.send({self.id: self.wire})


def go_elsewhere(tab: Tab) -> None:
    tab.click("Elsewhere")
    tab.settle()


def ids(tab: Tab) -> list[str]:
    return [id for id in tab.page.walk("main") if tab.page.props[id]["kind"] == "data_editor"]


@pytest.mark.parametrize("rows", [ROWS, FRAME, LARGE], ids=["plain", "frame", "large"])
@pytest.mark.parametrize("again", [False, True], ids=["", "again"])
def test_v08_an_edit_right_after_a_click_elsewhere_is_applied(
    start: Start, rows: str, again: bool
) -> None:
    source = ONE.replace("ROWS", rows)
    tab = Tab(start(source))
    count = [column["name"] for column in tab.page.props[ids(tab)[0]]["frame"]["columns"]].index(
        "count"
    )
    Editor(tab).write(0, count, 4)
    tab.settle()
    editor = Editor(tab)
    if again:
        tab.move(start(source))
    tab.click("Elsewhere")
    tab.server.until(lambda: tab.applied == tab.number)
    editor.write(1, count, 6)
    editor.write(0, count - 1, "nib")
    tab.settle()
    assert tab.texts[-1].startswith("[['nib', 4], ['cup', 6]")
    assert not tab.told("notification")
    assert ids(tab) == [editor.id]


def test_v09_data_that_the_script_has_replaced_is_another_table(start: Start) -> None:
    tab = Tab(start(ONE.replace("ROWS", ROWS)))
    editor = Editor(tab)
    editor.write(0, 1, 4)
    tab.settle()
    tab.click("Replace")
    tab.settle()
    assert tab.texts == ["[['ink', 1], ['pad', 2]]"]
    assert ids(tab) != [editor.id]
    editor.write(1, 1, 6)
    tab.settle()
    assert tab.texts == ["[['ink', 1], ['pad', 2]]"]
    assert len(tab.told("notification")) == 1


def test_v08_of_two_alike_each_goes_on_as_itself(start: Start) -> None:
    tab = Tab(start(BOTH))
    one, two = Editor(tab), Editor(tab, 1)
    one.write(0, 1, 4)
    two.write(0, 1, 6)
    tab.settle()
    one, two = Editor(tab), Editor(tab, 1)
    go_elsewhere(tab)
    two.write(0, 0, "mug")
    one.write(0, 0, "nib")
    tab.settle()
    assert tab.texts == ["[[['nib', 4]], [['mug', 6]]]"]
    assert not tab.told("notification")
    assert ids(tab) == [one.id, two.id]


def test_v08_two_that_have_become_equal_stay_two(start: Start) -> None:
    tab = Tab(start(BOTH))
    one, two = Editor(tab), Editor(tab, 1)
    one.write(0, 0, "cup")
    one.write(0, 1, 5)
    tab.settle()
    go_elsewhere(tab)
    assert not tab.of_kind("exception")
    assert ids(tab) == [one.id, two.id]
    Editor(tab, 1).write(0, 1, 6)
    tab.settle()
    assert tab.texts == ["[[['cup', 5]], [['cup', 6]]]"]


def test_v08_two_that_are_given_crosswise_never_take_what_is_of_the_other(start: Start) -> None:
    tab = Tab(start(TWO.replace("KEEP", "state.one, state.two = second, first")))
    counts = {"pen": 3, "cup": 5}
    for turn in range(6):
        for late in (False, True):
            shown = msgspec.json.decode(tab.texts[0].replace("'", '"'))
            editor, item = Editor(tab, turn % 2), shown[turn % 2][0][0]
            if late:
                go_elsewhere(tab)
            before = len(tab.told("notification"))
            editor.write(0, 1, 100 + turn)
            tab.settle()
            if len(tab.told("notification")) == before:
                counts[item] = 100 + turn
            tables = msgspec.json.decode(tab.texts[0].replace("'", '"'))
            assert {table[0][0]: table[0][1] for table in tables} == counts


def test_v08_what_is_entered_into_one_is_not_brought_onto_another_that_is_replaced(
    start: Start,
) -> None:
    tab = Tab(start(BOTH))
    two = Editor(tab, 1)
    two.write(0, 1, 6)
    tab.set("Replace", True)
    tab.settle()
    assert tab.texts == ["[[['ink', 1]], [['cup', 6]]]"]
    assert not tab.told("notification")


def test_v08_one_that_shows_what_another_has_returned_does_not_take_its_place(
    start: Start,
) -> None:
    tab = Tab(start(TWO.replace("KEEP", "if second != state.two: state.one = second")))
    two = Editor(tab, 1)
    two.write(0, 1, 6)
    tab.settle()
    for _ in range(3):
        go_elsewhere(tab)
        assert tab.texts == ["[[['cup', 6]], [['cup', 6]]]"]
        assert ids(tab)[1] == two.id
    two.write(0, 0, "mug")
    tab.settle()
    go_elsewhere(tab)
    assert tab.texts == ["[[['mug', 6]], [['mug', 6]]]"]


def test_v08_a_run_without_an_edit_looks_at_no_result(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []
    mark_of = editing.mark_of

    def counted(table: Any) -> str:
        looked.append(table)
        return mark_of(table)

    tab = Tab(start(ONE.replace("ROWS", ROWS).replace("state.rows = st.", "out = st.")))
    Editor(tab).write(0, 1, 4)
    tab.settle()
    monkeypatch.setattr(editing, "mark_of", counted)
    go_elsewhere(tab)
    assert len(looked) == 1
    (widget,) = [each for id, each in tab.session.state.entries.widgets.items() if "editor" in id]
    assert not tab.session.state.entries.dirty
    assert widget.value.known.result


def test_n07_s13_an_older_version_reads_what_is_stored_and_the_other_way_round(
    start: Start,
) -> None:
    tab = Tab(start(ONE.replace("ROWS", ROWS)))
    Editor(tab).write(0, 1, 4)
    tab.settle()
    (value,) = [
        each.value for id, each in tab.session.state.entries.widgets.items() if "editor" in id
    ]
    restored, (edits, *others) = value.__reduce__()
    assert pickle.loads(pickle.dumps(value)).known == value.known != UNKNOWN
    assert msgspec.convert(edits, Edits) == value.edits
    older = {name: edits[name] for name in Edits.__struct_fields__}
    assert restored(older, *others).known == UNKNOWN
