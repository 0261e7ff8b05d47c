"""Compare a bank statement with a ledger: plain Python that knows nothing of the page."""

import csv
import io
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

Row = dict[str, str]

BANK, LEDGER, OPEN = "Bank", "Ledger", "open"
WHOLE_ROW = "whole row"
STATE, NOTES = "Reconciled", "Reconciliation note"
MATCHED = {STATE: "matched", NOTES: ""}


class Question(NamedTuple):
    """What the two do not agree on: a value, or whether there is a row at all."""

    key: str
    column: str
    bank: str | None
    ledger: str | None


class Decision(NamedTuple):
    """Who is right, if that is decided, and why."""

    take: str = OPEN
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.take == OPEN


def read(content: bytes) -> list[Row]:
    """Read the rows of a CSV file, with commas, semicolons or tabs.

    Raises:
        ValueError: If it is none.
    """
    text = content.decode("utf-8-sig")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names, *rows = [[cell.strip() for cell in line] for line in lines if line] or [[]]
    if not rows:
        raise ValueError("it has no rows")
    if len({*names}) < len(names):
        raise ValueError(f"each column needs a name of its own, and they are {names}")
    if wrong := next((row for row in rows if len(row) != len(names)), None):
        raise ValueError(f"{len(names)} columns have names, but a row is {wrong}")
    return [dict(zip(names, row, strict=True)) for row in rows]


def by_key(rows: list[Row], name: str) -> dict[str, Row]:
    """Find rows by their key. A second one with the same is "key (2)": it was paid twice."""
    found: dict[str, Row] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        key = row[name]
        while key in found:
            counts[row[name]] += 1
            key = f"{row[name]} ({counts[row[name]] + 1})"
        found[key] = row
    return found


def compare(bank: dict[str, Row], ledger: dict[str, Row]) -> list[Question]:
    """Return all that the two do not agree on."""
    questions = []
    for key in bank | ledger:
        ours, theirs = bank.get(key), ledger.get(key)
        if ours is None or theirs is None:
            questions.append(Question(key, WHOLE_ROW, in_words(ours), in_words(theirs)))
            continue
        for name, value in ours.items():
            if name in theirs and not is_same(value, theirs[name]):
                questions.append(Question(key, name, value, theirs[name]))
    return questions


def reconcile(
    bank: dict[str, Row], ledger: dict[str, Row], decisions: dict[Question, Decision]
) -> list[Row]:
    """Return the rows of both, as decided. What is still open is as the bank has it."""
    rows = {key: ledger.get(key, {}) | bank.get(key, {}) | MATCHED for key in bank | ledger}
    for question in compare(bank, ledger):
        decision = decisions.get(question, Decision())
        value = question.ledger if decision.take == LEDGER else question.bank
        row = rows[question.key]
        if value is None and not decision.is_open:  # there should be no such row
            del rows[question.key]
        elif question.column != WHOLE_ROW:
            row[question.column] = value or ""
        row[STATE] = OPEN if decision.is_open or row[STATE] == OPEN else "decided"
        row[NOTES] = "; ".join(filter(None, (row[NOTES], decision.note)))
    return list(rows.values())


def write(rows: list[Row]) -> str:
    """Write rows as a CSV file; not all of them have all columns."""
    file = io.StringIO(newline="")
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(file, names)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def in_words(row: Row | None) -> str | None:
    """Write a row on one line."""
    return None if row is None else ", ".join(row.values())


def is_same(one: str, other: str) -> bool:
    """Return whether two texts mean the same: 120 is 120.00."""
    try:
        return one == other or Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False
