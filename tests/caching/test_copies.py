import collections
import datetime as dt
import threading
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ostinato.caching.copies import keep


def frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "f": [1.5, 2.5],
            "g": [3.5, 4.5],
            "i": [1, 2],
            "s": ["a", "b"],
            "o": pd.Series(["a", "b"], dtype=object),
            "c": pd.Categorical(["a", "b"]),
            "t": pd.date_range("2026", periods=2, tz="Europe/Berlin"),
            "n": pd.array([1, None], dtype="Int64"),
        },
        index=pd.Index([5, 6], name="row"),
    )


def set_through_the_array(table: pd.DataFrame) -> None:
    for name in ("s", "c", "t", "n"):
        table[name].array[0] = table[name].array[1]
    for name in ("f", "o"):
        # Their memory is shared, so it cannot be written to.
        with pytest.raises(ValueError, match="read-only"):
            table[name].array[0] = table[name].array[1]


CHANGES = {
    "a value": lambda table: table.__setitem__("f", 9.0),
    "a cell": lambda table: table.iloc.__setitem__((0, 0), 9.0),
    "a text": lambda table: table.loc.__setitem__((5, "s"), "z"),
    "a category": lambda table: table.loc.__setitem__((5, "c"), "b"),
    "an object": lambda table: table.loc.__setitem__((5, "o"), [1]),
    "a column": lambda table: table.__delitem__("f"),
    "a new one": lambda table: table.insert(0, "new", 1),
    "the names": lambda table: setattr(table, "columns", list("abcdefgh")),
    "the index": lambda table: setattr(table.index, "name", "other"),
    "attrs": lambda table: table.attrs.__setitem__("key", 1),
    "in place": lambda table: table.f.__iadd__(1),
    "through the array": set_through_the_array,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_k03_a_copy_of_a_table_can_be_changed(change: Any) -> None:
    kept = keep(frame())
    copy = kept.copy()
    pd.testing.assert_frame_equal(copy, frame())
    change(copy)
    pd.testing.assert_frame_equal(kept.copy(), frame())
    assert kept.copy().attrs == {}


def test_k03_who_made_a_table_can_change_it_too() -> None:
    own = frame()
    kept = keep(own)
    own.iloc[0, 0] = 9.0
    own["n"].array[0] = 7
    pd.testing.assert_frame_equal(kept.copy(), frame())


@pytest.mark.parametrize(
    "value",
    [
        pd.Series([1.5, 2.5], name="a"),
        pd.Series(["a", "b"]),
        pd.DataFrame({"lists": [[1], [2]]}),
        pd.DataFrame(),
        pd.DataFrame({"a": [1]}, index=pd.MultiIndex.from_tuples([(1, "x")])),
        pd.DataFrame([[1, 2]], columns=["same", "same"]),
    ],
    ids=["series", "texts", "lists", "empty", "levels", "names twice"],
)
def test_k03_other_tables_come_back_as_they_were(value: Any) -> None:
    kept = keep(value)
    assert kept.copy().equals(value)
    assert type(kept.copy()) is type(value)


def test_k03_a_list_in_a_table_is_copied_too() -> None:
    kept = keep(pd.DataFrame({"lists": [[1], [2]]}))
    kept.copy()["lists"][0].append(9)
    assert kept.copy()["lists"][0] == [1]


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6.0).reshape(2, 3),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.array([[1], {}], dtype=object),
        np.zeros((0, 3)),
        np.array(["2026"], dtype="M8[D]"),
    ],
    ids=["rows", "columns", "objects", "empty", "dates"],
)
def test_k03_a_copy_of_an_array_can_be_changed(array: Any) -> None:
    kept = keep(array)
    copy = kept.copy()
    assert copy.tolist() == array.tolist()
    assert copy.flags.writeable
    assert copy.flags.f_contiguous == array.flags.f_contiguous
    copy[...] = copy.flat[-1] if copy.size else 0
    assert kept.copy().tolist() == array.tolist()


def test_k03_an_array_that_cannot_be_changed_is_shared() -> None:
    array = np.arange(3)
    array.flags.writeable = False
    kept = keep(array)
    assert kept.copy() is kept.copy()


def test_k03_arrays_in_containers_are_copied() -> None:
    kept = keep({"a": np.arange(3), "b": [1]})
    copy = kept.copy()
    copy["a"][0], copy["b"][0] = 9, 9
    assert [kept.copy()["a"].tolist(), kept.copy()["b"]] == [[0, 1, 2], [1]]


@pytest.mark.parametrize(
    "value",
    ["a", b"a", 1, None, (1, ("a", frozenset({2}))), dt.date(2026, 1, 1), range(3)],
    ids=lambda value: type(value).__name__,
)
def test_k03_what_nobody_can_change_is_given_as_it_is(value: Any) -> None:
    assert keep(value).copy() is value


@pytest.mark.parametrize(
    "value", [[1], ([1],), {"a": [1]}, {1}, bytearray(b"a"), collections.Counter("ab")], ids=repr
)
def test_k03_anything_else_is_copied(value: Any) -> None:
    kept = keep(value)
    one, other = kept.copy(), kept.copy()
    assert one == other == value
    assert one is not other


def test_k03_what_has_no_form_as_bytes_is_not_kept() -> None:
    with pytest.raises(TypeError, match="cannot pickle"):
        keep([threading.Lock()])


def test_k04_the_size_of_what_is_kept_is_known() -> None:
    assert keep(np.zeros(1000)).size == 8000
    assert 8000 <= keep({"a": np.zeros(1000)}).size < 8500
    assert 16000 <= keep(pd.DataFrame({"a": np.zeros(1000), "b": 1.0})).size < 17000
    assert keep("a" * 1000).size > 1000
