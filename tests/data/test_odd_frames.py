"""Sixty tables of odd kinds: what their cells read stands in `odd_frames.md`."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from data.odd_frames import ODD, reading
from ostinato.data.kinds import is_table
from ostinato.data.tables import table_of
from ostinato.data.tiles import blocks_of, first_of, size_of, written
from ostinato.data.values import values_of

HERE = Path(__file__).parent
TABLE = {
    line.split(" | ")[0].removeprefix("| "): line.split(" | ")[1]
    for line in (HERE / "odd_frames.md").read_text().splitlines()
    if line.startswith("| ") and not line.startswith("| kind")
}
PLAIN = {name for name in ODD if not name.startswith(("numpy", "pandas", "polars", "arrow"))}
WITHOUT = """
import sys
for name in ("numpy", "pandas", "polars", "pyarrow"):
    sys.modules[name] = None
from ostinato.data.tables import table_of
from ostinato.data.tiles import written
for value in ([1, None], {"a": [1.5], "b": ["x"]}, [{"a": {"b": [1]}}], range(3), [[1], ["a"]]):
    table = table_of(value)
    assert sum(len(part) for parts in written(table) for part in parts) > 100
"""


def test_each_odd_frame_is_in_the_table() -> None:
    assert {*TABLE} == {*ODD}
    assert len(ODD) >= 60


@pytest.mark.parametrize("name", ODD)
def test_v01_the_cells_of_an_odd_frame_read_as_in_the_table(name: str) -> None:
    table = table_of(ODD[name]())
    columns = [values_of(column.array) for column in table.columns]
    rows = list(zip(*columns, strict=True))
    expected = TABLE[name].replace("\\|", "|")
    assert reading([column.name for column in table.columns], rows) == expected


@pytest.mark.parametrize("name", ODD)
def test_pyarrow_reads_what_is_written_of_an_odd_frame(name: str) -> None:
    import pyarrow as pa  # noqa: PLC0415

    table = table_of(ODD[name]())
    content = b"".join(part for parts in written(table) for part in parts)
    blocks = blocks_of(table)
    assert size_of(blocks) == len(content)
    for block in blocks:
        read = pa.ipc.open_stream(content[block.start :]).read_all()
        read.validate(full=True)
        assert read.num_rows == table.rows
        for field, place in zip(read.schema, range(*block.columns), strict=False):
            if field.name == str(place):
                values = values_of(table.columns[place].array)
                assert [*map(plain, read[field.name].to_pylist())] == [*map(plain, values)]


def plain(value: Any) -> Any:
    """Return what is equal if it reads alike."""
    if isinstance(value, float) and value != value:
        return "nan"
    if isinstance(value, list):
        return (
            [plain(one) for one in value]
            if not any(isinstance(i, tuple) for i in value)
            else ({str(key): one for key, one in value})
        )
    return value


@pytest.mark.parametrize("name", ODD)
def test_the_first_rows_of_an_odd_frame_can_be_read_alone(name: str) -> None:
    import pyarrow as pa  # noqa: PLC0415

    first, rows = first_of(table_of(ODD[name]()))
    assert (first is None) == (rows == 0)
    if first is not None:
        assert pa.ipc.open_stream(first).read_all().num_rows == rows


@pytest.mark.parametrize("name", ODD)
def test_a_table_is_known_by_its_type(name: str) -> None:
    is_of_python = name in PLAIN and name not in ("database_cursor", "duckdb_relation")
    assert is_table(ODD[name]()) is not is_of_python


def test_v03_values_of_python_need_no_library() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT], check=True)


WITHOUT_PYARROW = """
import sys
sys.modules["pyarrow"] = None
import pandas as pd
from ostinato.data.tables import table_of
from ostinato.data.values import values_of
frame = pd.DataFrame(
    {
        "s": ["a", None, "ü"],
        "c": pd.Categorical(["x", None, "y"]),
        "z": pd.date_range("2024-01-01", periods=3, tz="Europe/Berlin"),
        "i": pd.array([1, None, 3], dtype="Int64"),
    }
)
read = {column.name: values_of(column.array) for column in table_of(frame).columns}
assert read["s"] == ["a", None, "ü"], read
assert read["c"] == ["x", None, "y"], read
assert str(read["z"][0]) == "2024-01-01 00:00:00+01:00", read
assert read["i"] == [1, None, 3], read
assert table_of(frame.style.highlight_null()).looks
"""


def test_v03_frames_of_pandas_need_no_pyarrow() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_PYARROW], check=True)
