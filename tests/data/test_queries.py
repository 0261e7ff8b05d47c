"""Queries: rows of a frame that is only a file, sorted, found and counted."""

import hashlib
import io
import sys
import time
from typing import Any, BinaryIO

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from ostinato.data.cells import arrays_of
from ostinato.data.index import footer, frame_in
from ostinato.data.queries import ordered, rows_at, searched, statistics
from ostinato.data.tables import table_of
from ostinato.data.tiles import blocks_of, grouped, written
from ostinato.data.values import values_of
from ostinato.wire.frames import Frame

ROWS = 20_000


def sign(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def stored(value: Any) -> tuple[Frame, BinaryIO]:
    table = table_of(value)
    content = b"".join([*grouped(written(table)), footer(table, blocks_of(table), sign)])
    file = io.BytesIO(content)
    return frame_in(file, len(content), sign), file


@pytest.fixture(scope="module")
def many() -> tuple[Frame, BinaryIO]:
    numbers = np.arange(ROWS)[::-1].astype(float)
    numbers[::10] = np.nan
    texts = [f"Row {n % 100}" for n in range(ROWS)]
    return stored(
        {"n": numbers, "t": texts, "i": list(range(ROWS)), "b": [True, None] * (ROWS // 2)}
    )


@pytest.fixture(scope="module")
def halves() -> tuple[Frame, BinaryIO]:
    return stored(np.array([1.5, np.nan, 7.25] * 1000, dtype="f2"))


@pytest.fixture(params=["numpy", "python"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the queries use numpy, as where a script has loaded it, and do without."""
    if request.param == "python":
        monkeypatch.delitem(sys.modules, "numpy")


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("descending", [False, True])
def test_rows_are_sorted_and_what_is_missing_comes_last(
    many: tuple[Frame, BinaryIO], descending: bool
) -> None:
    rows = [int(row) for row in ordered(*many, 0, descending=descending)]
    assert sorted(rows) == list(range(ROWS))
    missing = ROWS // 10
    assert rows[-missing:] == list(range(0, ROWS, 10))
    numbers = [ROWS - 1 - row for row in rows[:-missing]]
    assert numbers == sorted(numbers, reverse=descending)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("descending", [False, True])
def test_equal_rows_stay_in_their_order(many: tuple[Frame, BinaryIO], descending: bool) -> None:
    for column in (1, 3):
        rows = [int(row) for row in ordered(*many, column, descending=descending)]
        values = values_of(arrays_of(*many, [column])[str(column)])
        pairs = [(values[row], row) for row in rows if values[row] is not None]
        for (one, first), (other, second) in zip(pairs, pairs[1:], strict=False):
            assert one != other or first < second


@pytest.mark.usefixtures("engine")
def test_rows_are_given_in_the_order_that_is_asked_for(many: tuple[Frame, BinaryIO]) -> None:
    wanted = [ROWS - 1, 0, 12_345, 0]
    read = pa.ipc.open_stream(rows_at(*many, 0, wanted)).read_all()
    assert read["2"].to_pylist() == wanted
    assert read["1"].to_pylist() == [f"Row {n % 100}" for n in wanted]
    assert read["3"].to_pylist() == [None, True, None, True]


@pytest.mark.parametrize(
    ("block", "rows", "problem"),
    [
        (1, [0], "no block"),
        (-1, [0], "no block"),
        (0, [ROWS], "no such row"),
        (0, [-1], "no such row"),
    ],
)
def test_rows_that_there_are_not_are_refused(
    many: tuple[Frame, BinaryIO], block: int, rows: list[int], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        rows_at(*many, block, rows)
    with pytest.raises(ValueError, match="no column 4"):
        ordered(*many, 4, descending=False)


@pytest.mark.usefixtures("engine")
def test_a_search_finds_texts_and_numbers_however_they_are_written(
    many: tuple[Frame, BinaryIO],
) -> None:
    found = searched(*many, "rOW 77", None, clock=lambda: 0)
    assert found.rows == list(range(77, ROWS, 100))
    assert found.searched == ROWS
    assert searched(*many, "19998", None, columns=[2], clock=lambda: 0).rows == [19_998]
    assert searched(*many, "nowhere", None, clock=lambda: 0).rows == []
    assert len(searched(*many, "tru", None, clock=lambda: 0).rows) == ROWS // 2


def test_a_search_says_where_rows_are_shown(many: tuple[Frame, BinaryIO]) -> None:
    order = list(range(ROWS))[::-1]
    assert searched(*many, "19998", order, columns=[2], clock=lambda: 0).rows == [1]


def test_a_search_that_takes_too_long_can_be_gone_on_with(many: tuple[Frame, BinaryIO]) -> None:
    ticks = iter(range(10_000))
    rows, start, rounds = [], 0, 0
    while start < ROWS:
        found = searched(*many, "row 7", None, start=start, seconds=0, clock=lambda: next(ticks))
        assert found.searched > start
        rows += found.rows
        start, rounds = found.searched, rounds + 1
    assert rounds > 1
    assert rows == [n for n in range(ROWS) if str(n % 100).startswith("7")]


@pytest.mark.usefixtures("engine")
def test_numbers_of_16_bits_are_searched_and_counted(halves: tuple[Frame, BinaryIO]) -> None:
    assert searched(*halves, "7.25", None, clock=lambda: 0).rows == list(range(2, 3000, 3))
    facts = statistics(*halves, 0)
    assert (facts["missing"], facts["least"], facts["greatest"]) == (1000, 1.5, 7.25)
    assert [*ordered(*halves, 0, descending=True)][:2] == [2, 5]


def test_no_text_is_found_that_begins_in_one_cell_and_ends_in_the_next() -> None:
    assert searched(*stored({"t": ["ab", "ba", "ab"]}), "bb", None, clock=lambda: 0).rows == []
    assert searched(*stored({"t": ["äb", "ÄB"]}), "äb", None, clock=lambda: 0).rows == [0, 1]


def test_a_search_goes_through_all_blocks_of_a_wide_table() -> None:
    wide = pd.DataFrame(np.zeros((50, 450), dtype=int))
    wide.iloc[40, 449] = 7
    wide.iloc[2, 3] = 7
    assert searched(*stored(wide), "7", None, columns=range(1, 451), clock=lambda: 0).rows == [
        2,
        40,
    ]


@pytest.fixture(scope="module")
def names() -> tuple[Frame, BinaryIO]:
    codes = np.arange(ROWS) % (ROWS // 2) - 1
    return stored(pd.DataFrame({"c": pd.Categorical.from_codes(codes, NAMES)}))


NAMES = [f"Name {n}" for n in range(ROWS // 2)]


def test_a_category_is_found_by_its_text(names: tuple[Frame, BinaryIO]) -> None:
    found = searched(*names, "NAME 77", None, columns=[1], clock=lambda: 0.0)
    rows = [row for row in range(ROWS) if row % (ROWS // 2) and NAMES[row % (ROWS // 2) - 1]]
    expected = [row for row in rows if "Name 77" in NAMES[row % (ROWS // 2) - 1]]
    assert found.rows == expected
    assert len(expected) > 200


def test_many_categories_are_not_read_for_each_row(names: tuple[Frame, BinaryIO]) -> None:
    begin = time.thread_time()
    rows_at(*names, 0, range(999))
    assert time.thread_time() - begin < 0.5


def test_statistics_tell_what_a_column_has(many: tuple[Frame, BinaryIO]) -> None:
    facts = statistics(*many, 0)
    assert (facts["rows"], facts["missing"], facts["least"]) == (ROWS, ROWS // 10, 0)
    assert statistics(*many, 1) == {"rows": ROWS, "missing": 0, "distinct": 100}
    assert statistics(*stored({"a": [None]}), 0) == {"rows": 1, "missing": 1}


@pytest.mark.parametrize("content", [b"", b"no frame at all, but of some length" * 3, b"x" * 24])
def test_what_is_no_frame_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no frame"):
        frame_in(io.BytesIO(content), len(content), sign)


def test_a_frame_that_somebody_else_has_made_is_refused() -> None:
    _frame, file = stored({"a": [1]})
    content = file.read()
    with pytest.raises(ValueError, match="no frame"):
        frame_in(io.BytesIO(content), len(content), lambda content: bytes(16))


def test_a_frame_that_is_cut_short_is_refused() -> None:
    frame, file = stored({"a": list(range(100))})
    with pytest.raises(ValueError, match="cut short"):
        rows_at(frame, io.BytesIO(file.read()[: frame.blocks[0].head + 10]), 0, [0])


@pytest.mark.usefixtures("engine")
def test_moments_that_python_does_not_know_are_sorted_with_the_others() -> None:
    moments = pa.array([10**13, None, 5], pa.timestamp("s"))
    frame, file = stored(pa.table({"at": moments}))
    assert [*ordered(frame, file, 0, descending=False)] == [2, 0, 1]
