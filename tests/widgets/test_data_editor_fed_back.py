"""Data editor that is given what it has returned: an edit may change what its column holds."""

import datetime as dt
import pickle
from pathlib import Path
from typing import Any

import pytest

from ostinato.testing import AppTest
from tab import Server, Tab

FED_BACK = """
import ostinato as st
DATA
config = CONFIG
st.session_state.rows = st.data_editor(
    st.session_state.setdefault("rows", rows), column_config=config, num_rows="ROWS"KEY
)
st.session_state.told = list_of(st.session_state.rows, "v")
"""
LISTS = """
rows = [{"a": 1, "v": START0}, {"a": 2, "v": START1}]
def list_of(rows, name):
    return [row[name] for row in rows]
"""
DICTS = """
rows = {"a": [1, 2], "v": [START0, START1]}
def list_of(rows, name):
    return rows[name]
"""
PANDAS = """
import pandas as pd
rows = pd.DataFrame({"a": [1, 2], "v": [START0, START1]}, dtype=DTYPE)
def list_of(rows, name):
    def plain(value):
        return value if isinstance(value, list) or not pd.isna(value) else None
    return [plain(value) for value in rows[name].tolist()]
"""
Steps = list[tuple[int, Any]]
CHANGES: dict[str, tuple[list[Any], str, Steps, list[Any]]] = {
    "a text": ([None, None], "", [(0, "x"), (1, "y"), (0, "z")], ["z", "y"]),
    "a number": (
        [None, None],
        "st.column_config.NumberColumn()",
        [(0, 1), (1, 2.5), (0, 3)],
        [3, 2.5],
    ),
    "a tick": ([None, None], "st.column_config.CheckboxColumn()", [(0, True), (1, False)], [1, 0]),
    "a choice": (
        [None, None],
        "st.column_config.SelectboxColumn(options=['x', 'y'])",
        [(0, "x"), (1, "y"), (0, "y")],
        ["y", "y"],
    ),
    "a day": (
        [None, None],
        "st.column_config.DateColumn()",
        [(0, "2024-01-02"), (1, "2024-02-03"), (0, "2025-01-01")],
        [dt.date(2025, 1, 1), dt.date(2024, 2, 3)],
    ),
    "a time": (
        [None, None],
        "st.column_config.TimeColumn()",
        [(0, "10:00:00"), (1, "11:00:00"), (0, "12:00:00")],
        [dt.time(12), dt.time(11)],
    ),
    "a moment": (
        [None, None],
        "st.column_config.DatetimeColumn()",
        [(0, "2024-01-02T10:00:00"), (1, "2024-02-03T10:00:00"), (0, "2025-01-01T10:00:00")],
        [dt.datetime(2025, 1, 1, 10), dt.datetime(2024, 2, 3, 10)],
    ),
    "tags": (
        [None, None],
        "st.column_config.MultiselectColumn(options=['a', 'b'])",
        [(0, ["a"]), (1, ["b"]), (0, ["a", "b"])],
        [["a", "b"], ["b"]],
    ),
    "a number taken away": ([1, 2], "", [(0, None), (1, 5), (0, 7)], [7, 5]),
    "all numbers taken away": (
        [1, 2],
        "st.column_config.NumberColumn()",
        [(0, None), (1, None), (0, 7), (1, 8)],
        [7, 8],
    ),
    "all texts taken away": (
        ["x", "y"],
        "",
        [(0, None), (1, None), (0, "z"), (1, "w")],
        ["z", "w"],
    ),
    "a tick taken away": ([True, False], "", [(0, None), (1, True), (0, False)], [False, True]),
}


@pytest.mark.parametrize("key", ["", ', key="editor"'])
@pytest.mark.parametrize("rows", ["fixed", "dynamic"])
@pytest.mark.parametrize("data", [LISTS, DICTS, PANDAS, PANDAS.replace("DTYPE", "object")])
@pytest.mark.parametrize("change", CHANGES)
def test_v08_l07_an_edit_may_change_what_a_column_holds(
    change: str, data: str, rows: str, key: str
) -> None:
    start, config, steps, expected = CHANGES[change]
    source = FED_BACK.replace("DATA", data).replace("ROWS", rows).replace("KEY", key)
    source = source.replace("CONFIG", f"{{'v': {config}}}" if config else "None")
    source = source.replace("START0", repr(start[0])).replace("START1", repr(start[1]))
    app = AppTest.from_string(source.replace("DTYPE", "None"), default_timeout=20).run()
    for row, value in steps:
        app.data_editor[0].set_cell(row, "v", value).run()
        assert not app.exception
    assert list(app.session_state.told) == expected


NOTES = """
import ostinato as st
rows = st.session_state.setdefault("rows", [{"a": 1, "note": None}, {"a": 2, "note": None}])
st.session_state.rows = st.data_editor(rowsKEY)
st.text([row["note"] for row in st.session_state.rows])
"""


@pytest.mark.parametrize("key", ["", ', key="editor"'])
@pytest.mark.parametrize("again", ["", "again", "away"])
def test_v08_l02_edits_that_have_not_heard_of_the_change_are_carried_over(
    tmp_path: Path, key: str, again: str
) -> None:
    with Server(tmp_path, NOTES.replace("KEY", key)) as server:
        tab = Tab(server)
        id = next(id for id, props in tab.page.props.items() if props["kind"] == "data_editor")
        first = dict(tab.page.values[id])
        # A browser that has heard nothing goes on with what it has.
        cells: list[list[Any]] = []
        for cell in ([0, 1, "x"], [1, 1, "y"], [0, 1, "z"]):
            cells = [*(each for each in cells if each[0] != cell[0]), cell]
            tab.send({id: {**first, "cells": sorted(cells)}})
            if again:
                tab.settle()
            if again == "away":
                tab.reload()
                tab.settle()
                id = next(
                    id for id, props in tab.page.props.items() if props["kind"] == "data_editor"
                )
                first, cells = dict(tab.page.values[id]), []
        tab.settle()
        assert [props["body"] for props in tab.of_kind("text")] == ["['z', 'y']"]
        assert not tab.told("notification")


SETS = """
import ostinato as st
told = st.session_state.setdefault("told", KIND(["apple", "pear", "plum", "kiwi", "fig"]))
told = st.data_editor(told, num_rows="ROWS"KEY)
st.text(f"{type(told).__name__} {sorted(told)}")
st.session_state.told = told
"""


@pytest.mark.parametrize("key", ["", ', key="editor"'])
@pytest.mark.parametrize("rows", ["fixed", "dynamic"])
@pytest.mark.parametrize("kind", ["set", "frozenset"])
@pytest.mark.parametrize("again", ["", "again", "away"])
def test_v08_the_elements_of_a_set_stay_where_they_are(
    tmp_path: Path, key: str, rows: str, kind: str, again: str
) -> None:
    source = SETS.replace("KEY", key).replace("KIND", kind).replace("ROWS", rows)
    with Server(tmp_path, source) as server:
        tab = Tab(server)

        def editor() -> tuple[str, dict[str, Any]]:
            id = next(id for id, props in tab.page.props.items() if props["kind"] == "data_editor")
            return id, dict(tab.page.values[id])

        id, first = editor()
        cells: list[list[Any]] = []
        # They are sorted at first: apple, fig, kiwi, pear, plum.
        for row, value in ((0, "x"), (2, "b"), (0, "y"), (4, "a")):
            cells = [*(each for each in cells if each[0] != row), [row, 0, value]]
            tab.send({id: {**first, "cells": sorted(cells)}})
            if again:
                tab.settle()
            if again == "away":
                tab.reload()
                tab.settle()
                (id, first), cells = editor(), []
        tab.settle()
        expected = f"{kind} ['a', 'b', 'fig', 'pear', 'y']"
        assert [props["body"] for props in tab.of_kind("text")] == [expected]
        assert not tab.told("notification")


def test_v08_a_set_keeps_its_order_where_it_is_not_given_back() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        told = st.data_editor({3, 1, 2}, num_rows="dynamic")
        st.text(sorted(told))
    """).run()
    app.data_editor[0].set_cell(0, "value", 9).run()
    app.data_editor[0].set_cell(1, "value", 7).run()
    assert app.text[0].value == "[3, 7, 9]"


def test_v07_a_set_of_different_things_is_edited() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        told = st.session_state.setdefault("told", {("b", 2), ("a", 1)})
        st.session_state.told = st.data_editor(told)
        st.text(sorted(st.session_state.told))
    """).run()
    app.data_editor[0].set_cell(0, "1", 5).run()
    app.data_editor[0].set_cell(1, "1", 6).run()
    assert app.text[0].value == "[('a', 5), ('b', 6)]"


def test_v08_the_order_of_a_set_is_known_in_another_process() -> None:
    app = AppTest.from_string("""
        import ostinato as st
        told = st.session_state.setdefault("told", {"b", "a"})
        st.session_state.told = st.data_editor(told, key="editor")
    """).run()
    app.data_editor[0].set_cell(0, "value", "x").run()
    value = app.session_state["editor"]
    assert value.known.orders == (("str:x", "str:b"), ("str:a", "str:b"))
    assert pickle.loads(pickle.dumps(value)).known == value.known
