"""The tool of examples/reconcile: files go in, decisions are made, and what came of it goes out."""

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ostinato.testing import AppTest

FOLDER = Path(__file__).parents[1] / "examples" / "reconcile"
BANK = b"id,amount,payer\n1,10.00,Ada\n2,20.00,Bob\n3,30.00,Cy\n3,30.00,Cy\n"
LEDGER = b"id;amount\n1;10\n2;25\n3;30\n4;40\n"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield AppTest.from_file(FOLDER / "reconcile.py").run()
    sys.modules.pop("matching", None)


def upload(tool: AppTest, bank: bytes = BANK, ledger: bytes = LEDGER) -> None:
    tool.file_uploader[0].set_value(("bank.csv", bank))
    tool.file_uploader[1].set_value(("ledger.csv", ledger))
    tool.run()
    assert not tool.exception


def figures(tool: AppTest) -> list[str]:
    return [metric.value for metric in tool.metric]


def decided(tool: AppTest) -> list[tuple[object, ...]]:
    """Return the key of each question, who is right, and the note."""
    editor = tool.data_editor[0]
    at = [editor.columns.index(name) for name in ("key", "take", "note")]
    return [tuple(row[column] for column in at) for row in editor.rows]


def downloaded(tool: AppTest) -> list[tuple[str, str, str, str]]:
    text = tool.download_button[0].content.decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text))
    return [
        (row["id"], row["amount"], row["Reconciled"], row["Reconciliation note"]) for row in rows
    ]


def test_without_files_it_says_what_to_do(tool: AppTest) -> None:
    assert tool.info[0].value.startswith("Upload both files")
    assert not tool.metric


def test_the_files_beside_it_have_some_of_everything(tool: AppTest) -> None:
    upload(tool, *((FOLDER / name).read_bytes() for name in ("bank.csv", "ledger.csv")))
    assert figures(tool) == ["6", "3", "2", "1"]


def test_what_differs_is_asked_and_what_only_looks_different_is_not(tool: AppTest) -> None:
    upload(tool)
    assert figures(tool) == ["2", "1", "1", "1"]
    assert tool.data_editor[0].rows == [
        ("2", "amount", "20.00", "25", "open", ""),
        ("3 (2)", "whole row", "3, 30.00, Cy", None, "open", ""),
        ("4", "whole row", None, "4, 40", "open", ""),
    ]


def test_what_is_decided_row_by_row_is_in_the_download(tool: AppTest) -> None:
    upload(tool)
    for row, side, note in ((0, "Ledger", "typo"), (1, "Ledger", "twice"), (2, "Ledger", "cash")):
        tool.data_editor[0].set_cell(row, "take", side).run()
        tool.data_editor[0].set_cell(row, "note", note).run()
    assert decided(tool) == [
        ("2", "Ledger", "typo"),
        ("3 (2)", "Ledger", "twice"),
        ("4", "Ledger", "cash"),
    ]
    assert downloaded(tool) == [
        ("1", "10.00", "matched", ""),
        ("2", "25", "decided", "typo"),
        ("3", "30.00", "matched", ""),
        ("4", "40", "decided", "cash"),
    ]


def test_what_is_open_is_as_the_bank_has_it(tool: AppTest) -> None:
    upload(tool)
    assert tool.caption[0].value == "5 rows, 3 of 3 questions are open"
    assert ("2", "20.00", "open", "") in downloaded(tool)


def test_the_rest_is_taken_from_one_side_and_what_was_decided_stays(tool: AppTest) -> None:
    upload(tool)
    tool.data_editor[0].set_cell(0, "take", "Ledger").run()
    tool.button[0].click().run()
    assert [take for _, take, _ in decided(tool)] == ["Ledger", "Bank", "Bank"]
    assert [key for key, *_ in downloaded(tool)] == ["1", "2", "3", "3"]
    assert tool.button[0].disabled
    tool.data_editor[0].set_cell(0, "take", "open").run()
    assert not tool.button[0].disabled


def test_a_corrected_file_asks_again_only_what_it_says_otherwise(tool: AppTest) -> None:
    upload(tool)
    tool.data_editor[0].set_cell(0, "take", "Bank").run()
    tool.data_editor[0].set_cell(2, "note", "cash").run()
    upload(tool, ledger=LEDGER.replace(b"1;10", b"1;11"))
    assert decided(tool) == [
        ("1", "open", ""),
        ("2", "Bank", ""),
        ("3 (2)", "open", ""),
        ("4", "open", "cash"),
    ]
    tool.data_editor[0].set_cell(0, "take", "Ledger").run()
    upload(tool)
    assert [key for key, *_ in decided(tool)] == ["2", "3 (2)", "4"]
    assert [take for _, take, _ in decided(tool)] == ["Bank", "open", "open"]


def test_rows_are_found_by_the_column_that_is_chosen(tool: AppTest) -> None:
    upload(tool)
    tool.selectbox[0].select("amount").run()
    assert figures(tool) == ["0", "0", "4", "4"]


def test_no_row_is_lost_whatever_keys_look_like(tool: AppTest) -> None:
    upload(tool, b"id,amount\nA,1\nA (2),2\nA,3\nA,4\n", b"id,amount\nB,5\n")
    assert [key for key, *_ in decided(tool)] == ["A", "A (2)", "A (3)", "A (4)", "B"]
    assert [amount for _, amount, *_ in downloaded(tool)] == ["1", "2", "3", "4", "5"]


def test_two_that_agree_leave_nothing_to_decide(tool: AppTest) -> None:
    upload(tool, BANK, BANK)
    assert tool.success[0].value == "The two agree."
    assert {state for _, _, state, _ in downloaded(tool)} == {"matched"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it has no rows"),
        (b"id,amount\n", "it has no rows"),
        (b"id,id\n1,2\n", "each column needs a name of its own, and they are ['id', 'id']"),
        (b"id,amount\n1\n", "2 columns have names, but a row is ['1']"),
        (b"\xff\xfe\x00", "'utf-8' codec can't decode byte 0xff"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tool: AppTest, content: bytes, reason: str) -> None:
    upload(tool, content)
    assert tool.error[0].value.startswith(f"bank.csv cannot be read: {reason}")
    assert not tool.metric


def test_files_with_no_column_in_common_cannot_be_compared(tool: AppTest) -> None:
    upload(tool, b"a\n1\n", b"b\n1\n")
    assert tool.error[0].value == "The two have no column in common."
