"""Selection: the rows, columns and cells of a table that somebody has selected."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ostinato.errors import StreamlitAPIException
from ostinato.values.attributes import Attributes
from ostinato.values.codec import Unfit

LISTS = ("rows", "columns", "cells")
ONE = {"rows": "single-row", "columns": "single-column", "cells": "single-cell"}
REQUIRED = "single-row-required"
MOST_CELLS = 1_000_000


class DataframeState(Attributes):
    """What is selected in a table: `selection` has `rows`, `columns` and `cells`.

    Rows are numbers in the order of the data, columns are names, and cells pairs of both.
    """

    __slots__ = ()


class DataframeSelection(Attributes):
    """The rows, columns and cells that are selected."""

    __slots__ = ()


class Selection(msgspec.Struct, frozen=True):
    """What can be selected in a table.

    Args:
        who: The table, for errors.
        rows: How many rows it has.
        columns: The names of its columns.
        modes: What can be selected, in words like "multi-row".
    """

    who: str
    rows: int
    columns: tuple[str, ...]
    modes: tuple[str, ...]

    def adopt(self, value: Any, last: object = None) -> tuple[DataframeState, dict[str, Any]]:
        """Take what fits of what the script has set, or of what was selected before."""
        chosen = value.get("selection") if isinstance(value, Mapping) else None
        if not isinstance(chosen, Mapping) or not {*chosen} <= {*LISTS}:
            rule = "must be a dict with 'selection', which may have 'rows', 'columns' and 'cells'"
            raise Unfit(rule, self._error(rule, value))
        parts = {name: chosen.get(name) for name in LISTS}
        if not all(part is None or _is_listed(part) for part in parts.values()):
            rule = "must have lists of rows, columns and cells"
            raise Unfit(rule, self._error(rule, value))
        fitting = {name: self._fitting(name, part or ()) for name, part in parts.items()}
        if REQUIRED in self.modes and not fitting["rows"] and self.rows:
            fitting["rows"] = [0]
        return state_of(fitting), wire_of(fitting)

    def start(self, default: object) -> tuple[DataframeState, dict[str, Any]]:
        """Return what is selected at first, and its wire form.

        Raises:
            StreamlitAPIException: If it is no selection.
        """
        try:
            return self.adopt({"selection": {}} if default is None else default)
        except Unfit as error:
            raise error.error from None

    def decode(self, wire: Any) -> DataframeState:
        """Check what a browser says is selected."""
        if not isinstance(wire, dict) or {*wire} != {*LISTS}:
            raise ValueError(f"expected rows, columns and cells, got {wire!r:.100}")
        found = {name: self._checked(name, wire[name]) for name in LISTS}
        if REQUIRED in self.modes and not found["rows"] and self.rows:
            raise ValueError("one row must be selected")
        return state_of(found)

    def _checked(self, name: str, part: Any) -> list[Any]:
        if not isinstance(part, list | tuple) or len(part) > max(MOST_CELLS, self.rows):
            raise ValueError(f"expected a list of {name}, got {part!r:.100}")
        found = self._fitting(name, part)
        if len(found) != len(part):
            raise ValueError(f"{name} must be those of the table that can be selected")
        return found

    def _fitting(self, name: str, part: Iterable[Any]) -> list[Any]:
        """Return those that there are and that can be selected, each once."""
        word = name.removesuffix("s")
        is_one = ONE[name] in self.modes or (name == "rows" and REQUIRED in self.modes)
        if not is_one and f"multi-{word}" not in self.modes:
            return []
        known = frozenset(self.columns) if name != "rows" else frozenset()
        plain = [_pair(each) if name == "cells" else each for each in part]
        there = [each for each in plain if self._is_there(name, each, known)]
        found = list(dict.fromkeys(there))
        return found[:1] if is_one else found

    def _is_there(self, name: str, one: Any, columns: frozenset[str]) -> bool:
        if name == "rows":
            return _is_number(one) and 0 <= one < self.rows
        if name == "columns":
            return isinstance(one, str) and one in columns
        return one is not None and self._is_there("rows", one[0], columns) and one[1] in columns

    def _error(self, rule: str, value: object) -> StreamlitAPIException:
        return StreamlitAPIException(
            f"{self.who}: a selection {rule}, got {value!r:.200}:"
            ' pass {"selection": {"rows": [0]}}'
        )


def state_of(parts: Mapping[str, list[Any]]) -> DataframeState:
    """Return what a script is given."""
    return DataframeState(selection=DataframeSelection({name: list(parts[name]) for name in LISTS}))


def wire_of(parts: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return what travels."""
    cells = [list(cell) for cell in parts["cells"]]
    return {"rows": list(parts["rows"]), "columns": list(parts["columns"]), "cells": cells}


def _is_listed(part: object) -> bool:
    return isinstance(part, Iterable) and not isinstance(part, str | Mapping)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _pair(cell: Any) -> tuple[int, str] | None:
    if not isinstance(cell, list | tuple) or len(cell) != 2:
        return None
    row, column = cell
    return (row, column) if _is_number(row) and isinstance(column, str) else None
