"""Frames: tables of scripts, small and large, on their way to the browser."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import numpy as np
import pandas as pd
import polars as pl
import pytest

from ostinato.data.cells import arrays_of
from ostinato.data.tables import table_of
from ostinato.data.values import values_of
from ostinato.errors import StoreError, StreamlitAPIException
from ostinato.run import frames
from ostinato.run.filing import Filing
from ostinato.run.frames import frame_of, table_in
from ostinato.stores.file_folder import FolderFiles
from ostinato.stores.file_memory import MemoryFiles
from ostinato.testing import AppTest
from ostinato.wire.frames import Frame
from ostinato.wire.props import ids_of

LOADED = """
import sys
from ostinato.testing import AppTest
script = "import streamlit as st; st.dataframe({'a': [1, None], 'b': ['x', 'y']}); st.write([1])"
app = AppTest.from_string(script, default_timeout=60).run()
assert app.dataframe[0].rows == [(1, "x"), (None, "y")], app.exception
print({"numpy", "pandas", "pyarrow", "polars", "narwhals", "PIL"} & {*sys.modules})
"""


@pytest.fixture
def filing(monkeypatch: pytest.MonkeyPatch) -> Filing:
    """Return the files of an app that this code runs for."""
    filing = Filing(MemoryFiles(time.monotonic), b"key", time.monotonic)
    home = SimpleNamespace(files=filing, holdings=None)
    monkeypatch.setattr(frames, "home_here", lambda: home)
    return filing


def made(value: Any) -> Frame:
    return frame_of(table_of(value))


def read(filing: Filing, frame: Frame) -> dict[str, list[Any]]:
    [id] = ids_of(frame.file)
    with filing.open(id) as file:
        return {name: values_of(array) for name, array in arrays_of(frame, file).items()}


def numbers(count: int, columns: int = 4) -> pd.DataFrame:
    return pd.DataFrame(np.arange(count * columns, dtype=float).reshape(count, columns))


@pytest.mark.parametrize("rows", [2_000, 200_000])
def test_a_large_frame_is_a_file_that_holds_it(filing: Filing, rows: int) -> None:
    frame = made(numbers(rows))
    assert frame.data is None
    assert frame.rows == rows
    assert read(filing, frame)["2"] == numbers(rows)[1].tolist()
    [id] = ids_of(frame.file)
    filing.later.wait(id)
    assert filing.find(id).size == frame.size


@pytest.mark.parametrize("rows", [1, 10_000])
def test_v01_a_name_with_half_a_character_is_shown(filing: Filing, rows: int) -> None:
    frame = frame_of(table_in("dataframe", {"\ud800x": ["text"] * rows}))
    assert [column.name for column in frame.columns] == ["?x"]
    assert msgspec.msgpack.encode(frame)


def test_a_small_frame_travels_with_its_element(filing: Filing) -> None:
    frame = made({"a": [1, 2]})
    assert frame.file is None
    assert frame.data is not None
    assert len(msgspec.msgpack.encode(frame)) < 1000


@pytest.mark.usefixtures("filing")
def test_at_most_a_megabyte_is_sent_of_a_million_rows() -> None:
    frame = made(numbers(1_000_000, 20))
    assert len(msgspec.msgpack.encode(frame)) + max(map(max, [b.tiles for b in frame.blocks])) < 1e6
    assert frame.first_rows > 0


@pytest.mark.usefixtures("filing")
def test_v02_an_unchanged_frame_is_the_same_and_costs_little() -> None:
    data = numbers(330_000)  # 10 MB
    first = made(data)
    assert made(data) is first
    assert made(data.copy()) is first
    costs = []
    for _ in range(10):
        begin = time.thread_time()
        made(data)
        costs.append(time.thread_time() - begin)
    assert min(costs) < 0.01  # 1 ms where nothing else runs; `make bench` says how long it takes.


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.iloc[:-1],
        lambda data: data.rename(columns={0: "a"}),
        lambda data: data.astype("float32"),
        lambda data: data.set_index(data.index + 1),
        lambda data: data.assign(more=1),
        lambda data: data.replace(5.0, 5.5),
        lambda data: data.replace(5.0, np.nan),
    ],
)
@pytest.mark.usefixtures("filing")
def test_a_frame_that_has_changed_is_another(change: Callable[[Any], Any]) -> None:
    data = numbers(100_000)
    assert made(change(data)).file != made(data).file


def test_v02_what_a_script_does_to_its_data_later_changes_nothing_of_what_is_shown(
    filing: Filing,
) -> None:
    data = np.zeros((400_000, 2))
    frame = made(data)
    data[:] = 7
    assert {*read(filing, frame)["1"]} == {0.0}
    assert {*read(filing, made(data))["1"]} == {7.0}


def test_what_a_script_does_to_its_frame_later_changes_nothing_of_what_is_shown(
    filing: Filing,
) -> None:
    data = numbers(300_000)
    series, column = data[1], data.iloc[:, 2]
    frame = made(data)
    data.iloc[0, 0] = 7
    data[3] = 7.0
    series.iloc[:] = 7
    column += 1
    found = read(filing, frame)
    expected = numbers(300_000)
    for place in range(4):
        assert found[str(place + 1)] == expected[place].tolist()


def test_v02_a_frame_has_the_same_address_in_all_processes(filing: Filing) -> None:
    other = Filing(MemoryFiles(time.monotonic), b"key", time.monotonic)
    for rows in (2_000, 200_000):
        address = made(numbers(rows)).file
        filing.notes.clear()
        assert made(numbers(rows)).file == address
    assert other.ids.seed == filing.ids.seed
    assert (
        Filing(MemoryFiles(time.monotonic), b"another", time.monotonic).ids.seed != filing.ids.seed
    )


def test_a_frame_whose_file_is_gone_is_written_again(filing: Filing) -> None:
    frame = made(numbers(200_000))
    [id] = ids_of(frame.file)
    filing.later.wait(id)
    assert filing.find(id)
    store = filing._store  # noqa: SLF001
    filing._store = MemoryFiles(time.monotonic)  # noqa: SLF001
    filing._sure.clear()  # noqa: SLF001
    assert store is not filing._store  # noqa: SLF001
    assert read(filing, made(numbers(200_000)))["1"][:2] == [0.0, 4.0]


def test_n03_a_store_that_is_away_does_not_keep_a_table_from_its_page(filing: Filing) -> None:
    class Away(MemoryFiles):
        def begin(self, type: str, *, is_private: bool = False) -> Any:
            raise StoreError("away")

        def hold(self, ids: Any, life: float) -> Any:
            raise StoreError("away")

    filing._store = Away(time.monotonic)  # noqa: SLF001
    for rows in (2_000, 200_000):
        assert read(filing, made(numbers(rows)))["1"][:2] == [0.0, 4.0]


def test_columns_of_all_kinds_come_back_from_a_file(filing: Filing) -> None:
    count = 50_000
    data = pl.DataFrame(
        {
            "text": [f"t{n}" if n % 3 else None for n in range(count)],
            "list": [[n] * (n % 3) for n in range(count)],
            "category": pl.Series(
                [["a", "b", None][n % 3] for n in range(count)], dtype=pl.Categorical
            ),
            "struct": [{"x": n, "y": [str(n)]} for n in range(count)],
        }
    )
    frame = made(data)
    found = read(filing, frame)
    for place, name in enumerate(data.columns):
        assert found[str(place)] == data[name].to_list()
    assert len(frame.blocks[0].tiles) > 10


def test_ten_thousand_columns_are_in_blocks(filing: Filing) -> None:
    frame = made(pd.DataFrame(np.arange(50_000).reshape(5, 10_000)))
    assert [block.columns for block in frame.blocks][-1] == (10_000, 10_001)
    assert len(frame.blocks) == 51
    assert read(filing, frame)["10000"] == [9_999, 19_999, 29_999, 39_999, 49_999]


def test_v03_an_app_loads_no_library_of_tables_that_it_does_not_use() -> None:
    shown = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, check=True)
    assert shown.stdout.decode().strip() == "set()"


def test_v02_an_unchanged_frame_sends_nothing_in_a_rerun() -> None:
    app = AppTest.from_string(
        """
        import numpy as np, streamlit as st
        st.dataframe(np.arange(100_000).reshape(-1, 4))
        st.button("Again")
    """,
        default_timeout=60,
    ).run()
    before = app.dataframe[0].frame_shown.file
    app.button[0].click().run()
    assert app.dataframe[0].frame_shown.file == before
    assert app.dataframe[0].rows[1] == (4, 5, 6, 7)


@pytest.mark.parametrize("rows", [100_000, 400_000])
def test_b05_a_table_that_finds_no_room_is_an_error_that_names_the_option(
    rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for store in (MemoryFiles(time.monotonic, 5e5), FolderFiles(tmp_path, limit=5e5)):
        filing = Filing(store, b"key", time.monotonic)
        home = SimpleNamespace(files=filing, holdings=None)
        monkeypatch.setattr(frames, "home_here", lambda home=home: home)
        with pytest.raises(StreamlitAPIException, match=r"0\.5 MB.* files\.maxSize"):
            made({"a": list(range(rows))})
        filing.close()
