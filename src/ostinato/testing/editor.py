"""Editor: a table that a test edits as a person would."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec.structs import replace

from ostinato.errors import AppTestError
from ostinato.testing.tables import Dataframe
from ostinato.values.editing import DataEditorState, Editing
from ostinato.values.edits import Cells, Edits

if TYPE_CHECKING:
    from typing import Self


class DataEditor(Dataframe):
    """A table to edit. What is done to it is sent when the app runs next, as one change.

    Rows are counted as they are shown: without those that were deleted, and with those added.
    """

    @property
    def editing_mode(self) -> str:
        """Whether rows can be added and deleted: "fixed", "dynamic", "add" or "delete"."""
        return str(self.num_rows)

    @property
    def state(self) -> DataEditorState:
        """What was changed, as session state tells it."""
        state: DataEditorState = self.root.inputs.value_of(self.id)
        return state

    def set_value(self, v: Any) -> NoReturn:
        """Refuse: a person sets cells.

        Raises:
            AppTestError: Always.
        """
        raise AppTestError(
            f"{self.type}: nobody can set all of it at once: use set_cell, add_row and delete_row"
        )

    def set_cell(self, row: int, column: str, value: Any) -> "Self":
        """Set a cell.

        Args:
            row: The number of the row, as it is shown.
            column: The name of the column.
            value: A value as JSON has it, or a date, a time or both; one with a time zone is set
                as its column shows it.

        Raises:
            AppTestError: If there is no such cell, or it cannot have that value.
        """
        edits = self.state.edits
        is_added, at = self._row(edits, row)
        of = edits.added if is_added else edits.cells
        place = self._column(column)
        now = {**of, at: {**of.get(at, {}), place: self._plain(place, value)}}
        return self._enter(replace(edits, **{"added" if is_added else "cells": now}))

    def add_row(self, values: Mapping[str, Any] | None = None) -> "Self":
        """Add a row at the end.

        Args:
            values: Its values, by the names of columns; others have their defaults.

        Raises:
            AppTestError: If rows cannot be added, or a value does not fit.
        """
        edits = self.state.edits
        cells: Cells = {
            at: column.options.default
            for at, column in enumerate(self.frame_shown.columns)
            if column.options is not None and column.options.default is not None
        }
        for name, value in (values or {}).items():
            place = self._column(name)
            cells[place] = self._plain(place, value)
        return self._enter(
            replace(edits, added={**edits.added, max(edits.added, default=0) + 1: cells})
        )

    def delete_row(self, row: int) -> "Self":
        """Delete a row.

        Args:
            row: Its number, as it is shown.

        Raises:
            AppTestError: If there is no such row, or rows cannot be deleted.
        """
        edits = self.state.edits
        is_added, at = self._row(edits, row)
        if is_added:
            kept = {key: cells for key, cells in edits.added.items() if key != at}
            return self._enter(replace(edits, added=kept))
        cells = {each: cells for each, cells in edits.cells.items() if each != at}
        return self._enter(replace(edits, cells=cells, deleted=tuple(sorted({*edits.deleted, at}))))

    def _columns(self) -> list[Any]:
        """Return the columns with what was changed in them."""
        from ostinato.data.column import Column, Table  # noqa: PLC0415  (few tests edit tables)
        from ostinato.data.edited import Changes  # noqa: PLC0415  (likewise)
        from ostinato.data.edited_values import as_set  # noqa: PLC0415  (likewise)

        arrays, values_of = self._arrays()
        columns = self.frame_shown.columns
        told = [
            as_set(
                Column(each.name, arrays[str(at)], each.kind, each.is_index),
                each.options.type if each.options else None,
            )
            for at, each in enumerate(columns)
        ]
        changes = Changes(Table(told, self.frame_shown.rows), self.state.edits)
        found = []
        for at, column in enumerate(columns):
            old = values_of(arrays[str(at)])
            new = changes.column(at, old)
            found.append((column, _counted_on(old, new) if column.is_index else new))
        return found

    def _plain(self, place: int, value: Any) -> Any:
        """Return a value as it travels: a moment as it is shown in its column."""
        if not isinstance(value, dt.date | dt.time):
            return value
        if isinstance(value, dt.datetime) and value.tzinfo is not None:
            from ostinato.data.values import zone_of  # noqa: PLC0415  (few have zones)

            column = self.frame_shown.columns[place]
            zone = (column.options and column.options.timezone) or column.zone
            if zone is not None:
                value = value.astimezone(zone_of(zone))
        if isinstance(value, dt.datetime | dt.time):
            value = value.replace(tzinfo=None)
        return value.isoformat()

    def _row(self, edits: Edits, row: int) -> tuple[bool, int]:
        if not 0 <= row < edits.count:
            raise AppTestError(
                f"{self.type}: there is no such row, got row={row}: it has {edits.count}"
            )
        return edits.row_at(row)

    def _column(self, name: str) -> int:
        columns = self.state.names
        if name not in columns:
            raise AppTestError(
                f"{self.type}: there is no such column, got column={name!r}: it has {[*columns]}"
            )
        return columns.index(name)

    def _enter(self, edits: Edits) -> "Self":
        self.check_usable()
        codec = self._memory.codec
        assert isinstance(codec, Editing)
        wire = codec.wire_of(edits)
        try:
            codec.decode(wire)
        except ValueError as error:
            raise AppTestError(f"{self.type}: it cannot be edited so: {error}") from None
        self.root.inputs.enter(self.id, wire)
        return self


def _counted_on(old: Sequence[Any], new: list[Any]) -> list[Any]:
    """Return the names of rows, where those that count are followed by others that count on."""
    if None not in new or not all(type(each) is int for each in old):
        return new
    step = old[1] - old[0] if len(old) > 1 else 1
    next = old[-1] + step if old else 0
    kept = [each for each in new if each is not None]
    return kept + [next + step * at for at in range(len(new) - len(kept))]
