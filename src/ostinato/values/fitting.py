"""Fitting: what of the edits of a table fits it, each cell by itself, and why the rest does not."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ostinato.values.cell import Rule, checked
from ostinato.values.edits import Cells, Edits
from ostinato.values.moment import SAFE
from ostinato.wire.frames import ColumnKind, NumRows

MOST_ADDED = 1_000_000

AS_THEY_ARE = frozenset({"integer", "number", "boolean", "text", "list"})
"""What values are that the script is given just as they travel."""

NOTHING: Cells = {}


class Fitting:
    """Takes edits of a table apart: what was known before stays, whatever fits now.

    Args:
        rules: What fits the cells of its columns.
        num_rows: Whether rows can be added and deleted.
        told: What the script has been given.
        last: What was taken last: where something does not fit, it stays as it was there.
    """

    def __init__(
        self, rules: Sequence[Rule], num_rows: NumRows, told: Edits, last: Edits | None = None
    ) -> None:
        self._rules, self._num_rows = rules, num_rows
        self._told, self._last = told, told if last is None else last
        self._refused: dict[object, ValueError] = {}

    def fit(self, edits: Edits) -> Edits:
        """Return edits without what does not fit.

        Raises:
            ValueError: If there are too many.
        """
        if len(edits.added) > MOST_ADDED:
            raise ValueError(f"at most {MOST_ADDED} rows can be added")
        cells = {row: self._cells_of(row, own) for row, own in edits.cells.items()}
        added = {key: self._row_of(key, own) for key, own in edits.added.items()}
        return msgspec.structs.replace(
            edits,
            cells={row: own for row, own in cells.items() if own},
            added={key: own for key, own in added.items() if own is not None},
            deleted=self._deleted(edits.deleted),
        )

    @property
    def why(self) -> ValueError | None:
        """Why the first thing that was refused does not fit, and how many more there are."""
        if not self._refused:
            return None
        first, *others = self._refused.values()
        more = f" (and {len(others)} more)" if others else ""
        return type(first)(f"{first}{more}")

    def refuse(self, where: object, error: ValueError) -> None:
        """Note why something does not fit; of one place, the first reason counts."""
        self._refused.setdefault(where, error)

    def _cells_of(self, row: int, cells: Cells) -> Cells:
        if not 0 <= row < self._told.rows:
            self.refuse(row, ValueError(f"there is no row {row}"))
            return NOTHING
        last = self._last.cells.get(row, NOTHING)
        told = self._told.cells.get(row, NOTHING)
        return self._fitting(row, f"{_nth(row + 1)} row", cells, last, told)

    def _row_of(self, key: int, cells: Cells) -> Cells | None:
        """Return what fits of a row that was added; None if there is none."""
        last, told = self._last.added.get(key), self._told.added.get(key)
        if cells in (last, told):
            return cells
        where, is_new = ("added", key), last is None and told is None
        if is_new and self._num_rows not in ("dynamic", "add"):
            self.refuse(where, ValueError("rows cannot be added here"))
            return None
        if not 0 <= key <= SAFE:
            self.refuse(where, ValueError(f"a row cannot have the key {key}"))
            return None
        before = last or NOTHING
        found = self._fitting(where, "an added row", cells, before, told or NOTHING, is_added=True)
        for at, rule in enumerate(self._rules):
            value = found.get(at)
            # It may have been called for only since the row was added.
            is_news = is_new or value != before.get(at)
            if is_news and rule.is_required and rule.is_editable and value in (None, ""):
                text = f"column {rule.name!r} needs a value in a row that is added"
                self.refuse((where, at), ValueError(text))
                return last
        return found

    def _fitting(
        self,
        where: object,
        name: str,
        cells: Cells,
        last: Mapping[int, Any],
        told: Mapping[int, Any],
        *,
        is_added: bool = False,
    ) -> Cells:
        kept: Cells = {}
        for at, value in cells.items():
            if any(at in known and known[at] == value for known in (last, told)):
                kept[at] = value
                continue
            try:
                kept[at] = self._checked(at, value, is_added=is_added)
            except ValueError as error:
                self.refuse((where, at), type(error)(f"{name}, {error}"))
                if at in last:
                    kept[at] = last[at]
        return kept

    def _deleted(self, deleted: tuple[int, ...]) -> tuple[int, ...]:
        known = {*self._last.deleted, *self._told.deleted}
        kept = []
        for row in deleted:
            if not 0 <= row < self._told.rows:
                self.refuse(row, ValueError(f"there is no row {row}"))
            elif row not in known and self._num_rows not in ("dynamic", "delete"):
                self.refuse(row, ValueError("rows cannot be deleted here"))
            else:
                kept.append(row)
        return tuple(kept)

    def _checked(self, at: int, value: Any, *, is_added: bool) -> Any:
        return checked_in(self._rules, at, value, before=self._told, is_added=is_added)


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def checked_in(
    rules: Sequence[Rule], at: int, value: Any, *, before: Edits, is_added: bool = False
) -> Any:
    """Return the value of a cell in one of some columns, if it fits.

    Args:
        rules: What fits the columns.
        at: The number of the column.
        value: The value.
        before: Edits of the table that whoever has entered it has seen.
        is_added: Whether it is in a row that was added.

    Raises:
        ValueError: If it does not.
    """
    if not 0 <= at < len(rules):
        raise ValueError(f"there is no column {at}")
    rule = rules[at]
    if not rule.is_editable:
        # A row that is added has the default of each column, also of those.
        default = rule.options.default
        if is_added and default is not None and value == default:
            return value
        raise ValueError(f"column {rule.name!r} cannot be edited")
    return checked(value, _rule_for(rule, before.columns[at][1]))


def _rule_for(rule: Rule, before: ColumnKind) -> Rule:
    """Return what fits a column of which somebody has seen values of another kind."""
    if rule.kind == before:
        return rule
    if rule.kind == "empty" and rule.options.type is None and before in AS_THEY_ARE:
        return msgspec.structs.replace(rule, kind=before)
    seen = ("empty", "number") if rule.options.type == "number" else ("number",)
    if rule.kind == "integer" and rule.way == "number" and before in seen:
        return msgspec.structs.replace(rule, kind=before, low=None, high=None)
    return rule
