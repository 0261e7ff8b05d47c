"""Selection: what can be selected in a table, and what a browser may say of it."""

import pickle
from typing import Any

import pytest

from ostinato.errors import StreamlitAPIException
from ostinato.values.codec import Unfit
from ostinato.values.selection import DataframeState, Selection

ALL = Selection("dataframe", 3, ("a", "b"), ("multi-row", "multi-column", "multi-cell"))
ONE = Selection("dataframe", 3, ("a", "b"), ("single-row", "single-column", "single-cell"))
REQUIRED = Selection("dataframe", 3, ("a", "b"), ("single-row-required",))


def wire(rows: Any = (), columns: Any = (), cells: Any = ()) -> dict[str, Any]:
    return {"rows": list(rows), "columns": list(columns), "cells": [list(cell) for cell in cells]}


def test_a_state_is_read_by_attribute_and_by_key() -> None:
    state = ALL.decode(wire([2, 0], ["b"], [(1, "a")]))
    assert state.selection.rows == state["selection"]["rows"] == [2, 0]
    assert state.selection.cells == [(1, "a")]
    assert state == {"selection": {"rows": [2, 0], "columns": ["b"], "cells": [(1, "a")]}}
    with pytest.raises(AttributeError, match="no 'points'"):
        state.selection.points  # noqa: B018
    with pytest.raises(AttributeError, match="cannot be set"):
        state.selection.rows = [1]


def test_a_state_can_be_stored() -> None:
    state = ALL.decode(wire([1]))
    again = pickle.loads(pickle.dumps(state))
    assert (type(again), again, again.selection.rows) == (DataframeState, state, [1])


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {},
        {"rows": [0]},
        {**wire(), "more": []},
        wire([3]),
        wire([-1]),
        wire([True]),
        wire(["0"]),
        wire([0, 0]),
        wire([1.0]),
        wire(columns=["c"]),
        wire(columns=[0]),
        wire(cells=[(0, "c")]),
        wire(cells=[(3, "a")]),
        wire(cells=[("a", 0)]),
        {"rows": "0", "columns": [], "cells": []},
        {"rows": [], "columns": [], "cells": [[0]]},
        {"rows": [], "columns": [], "cells": [5]},
        {"rows": [[0]], "columns": [], "cells": []},
    ],
)
def test_v05_a_selection_of_what_there_is_not_is_refused(sent: Any) -> None:
    with pytest.raises(ValueError, match=r"expected|must be"):
        ALL.decode(sent)


def test_of_what_can_be_selected_once_one_is_selected() -> None:
    with pytest.raises(ValueError, match="rows"):
        ONE.decode(wire([0, 1]))
    assert ONE.adopt({"selection": {"rows": [1, 0], "columns": ["b", "a"]}})[1] == wire([1], ["b"])


def test_what_cannot_be_selected_is_not() -> None:
    only = Selection("dataframe", 3, ("a",), ("multi-row",))
    with pytest.raises(ValueError, match="columns"):
        only.decode(wire(columns=["a"]))
    assert only.adopt({"selection": {"rows": [0], "columns": ["a"]}})[1] == wire([0])


def test_a_row_is_required() -> None:
    assert REQUIRED.start(None)[1] == wire([0])
    assert REQUIRED.start({"selection": {"rows": [2]}})[1] == wire([2])
    with pytest.raises(ValueError, match="one row must be selected"):
        REQUIRED.decode(wire())
    assert Selection("dataframe", 0, (), ("single-row-required",)).start(None)[1] == wire()


def test_of_rows_that_are_gone_the_others_stay_selected() -> None:
    state = ALL.decode(wire([0, 2], ["a", "b"]))
    fewer = Selection("dataframe", 2, ("a",), ALL.modes)
    assert fewer.adopt(state, ALL)[1] == wire([0], ["a"])


@pytest.mark.parametrize(
    "value",
    [
        None,
        [1],
        {"rows": [1]},
        {"selection": [1]},
        {"selection": {"x": []}},
        {"selection": {"rows": 1}},
        {"selection": {"rows": "1"}},
    ],
)
def test_w14_what_is_no_selection_is_an_error_that_shows_one(value: Any) -> None:
    with pytest.raises(Unfit) as caught:
        ALL.adopt(value)
    assert 'pass {"selection": {"rows": [0]}}' in str(caught.value.error)
    if value is not None:
        with pytest.raises(StreamlitAPIException):
            ALL.start(value)
