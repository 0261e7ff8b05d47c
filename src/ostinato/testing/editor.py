"""Editor: a table that a test edits as a person would."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from msgspec.structs import replace

from ostinato.errors import StreamlitAPIException
from ostinato.testing.tables import Framed
from ostinato.values.editing import DataEditorState, Editing
from ostinato.values.edits import Cells, Edits

if TYPE_CHECKING:
    from typing import Self


class DataEditor(Framed):
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
        state: DataEditorState = self.root.value_of(self.id)
        return state

    def set_value(self, value: Any) -> NoReturn:
        """Refuse: a person sets cells.

        Raises:
            StreamlitAPIException: Always.
        """
        raise StreamlitAPIException(
            f"{self.type}: nobody can set all of it at once: use set_cell, add_row and delete_row"
        )

    def set_cell(self, row: int, column: str, value: Any) -> "Self":
        """Set a cell.

        Args:
            row: The number of the row, as it is shown.
            column: The name of the column.
            value: A value as JSON has it: moments are texts in ISO 8601.

        Raises:
            StreamlitAPIException: If there is no such cell, or it cannot have that value.
        """
        edits = self.state.edits
        is_added, at = self._row(edits, row)
        of = edits.added if is_added else edits.cells
        now = {**of, at: {**of.get(at, {}), self._column(column): value}}
        return self._enter(replace(edits, **{"added" if is_added else "cells": now}))

    def add_row(self, values: Mapping[str, Any] | None = None) -> "Self":
        """Add a row at the end.

        Args:
            values: Its values, by the names of columns; others have their defaults.

        Raises:
            StreamlitAPIException: If rows cannot be added, or a value does not fit.
        """
        edits = self.state.edits
        cells: Cells = {
            at: column.options.default
            for at, column in enumerate(self.frame_shown.columns)
            if column.options is not None and column.options.default is not None
        }
        cells |= {self._column(name): value for name, value in (values or {}).items()}
        return self._enter(
            replace(edits, added={**edits.added, max(edits.added, default=0) + 1: cells})
        )

    def delete_row(self, row: int) -> "Self":
        """Delete a row.

        Args:
            row: Its number, as it is shown.

        Raises:
            StreamlitAPIException: If there is no such row, or rows cannot be deleted.
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
        from ostinato.data.edited import Changes, as_set  # noqa: PLC0415  (likewise)

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
        return [
            (column, changes.column(at, values_of(arrays[str(at)])))
            for at, column in enumerate(columns)
        ]

    def _row(self, edits: Edits, row: int) -> tuple[bool, int]:
        if not 0 <= row < edits.count:
            raise StreamlitAPIException(
                f"{self.type}: there is no such row, got row={row}: it has {edits.count}"
            )
        return edits.row_at(row)

    def _column(self, name: str) -> int:
        columns = self.state.names
        if name not in columns:
            raise StreamlitAPIException(
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
            raise StreamlitAPIException(f"{self.type}: it cannot be edited so: {error}") from None
        self.root.enter(self.id, wire)
        return self
