"""Tables: what a test reads and selects in them."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.errors import AppTestError, NotAvailable
from ostinato.testing.element import Element, Widget
from ostinato.testing.selecting import Selectable
from ostinato.wire.frames import ColumnKind, Frame, FrameColumn
from ostinato.wire.props import Fields

if TYPE_CHECKING:
    from typing import Self


class Framed(Widget):
    """An element that shows a table."""

    @property
    def value(self) -> Any:
        """The table, as a DataFrame of pandas.

        Raises:
            NotAvailable: If pandas is not installed: `columns` and `rows` need nothing.
        """
        return _frame_of(self.type, self._columns())

    @property
    def columns(self) -> list[str]:
        """The names of its columns, those of the index first."""
        return [column.name for column in self.frame_shown.columns]

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Its rows, as values of Python."""
        columns = [values for _column, values in self._columns()]
        return list(zip(*columns, strict=True))

    @property
    def texts(self) -> list[tuple[str | None, ...]]:
        """The texts that a Styler has its cells show; None for others."""
        arrays, values_of = self._arrays()
        columns = [
            values_of(arrays[f"{place}t"]) if column.has_texts else [None] * self.frame_shown.rows
            for place, column in enumerate(self.frame_shown.columns)
        ]
        return list(zip(*columns, strict=True))

    @property
    def frame_shown(self) -> Frame:
        """What the browser is told of the table."""
        return msgspec.convert(self._props["frame"], Frame)

    def columns_of(self, frame: Frame) -> list[Any]:
        """Return the columns of a frame, each with its values."""
        arrays, values_of = self._arrays(frame)
        return [
            (column, values_of(arrays[str(place)]) if str(place) in arrays else [])
            for place, column in enumerate(frame.columns)
        ]

    def _arrays(self, frame: Frame | None = None) -> Any:
        from ostinato.data.cells import arrays_of  # noqa: PLC0415  (few tests look at tables)
        from ostinato.data.values import values_of  # noqa: PLC0415  (likewise)

        frame = frame or self.frame_shown
        content = frame.data if frame.file is None else self.root.files[frame.file]
        return arrays_of(frame, io.BytesIO(content or b"")), values_of

    def _columns(self) -> list[Any]:
        return self.columns_of(self.frame_shown)


class Dataframe(Framed, Selectable):
    """A table to look at; what is selected in it is `selection`."""

    @property
    def editing_mode(self) -> str:
        """What can be done to its rows: nothing, "read_only"."""
        return "read_only"

    def select(
        self,
        *,
        rows: Iterable[int] = (),
        columns: Iterable[str] = (),
        cells: Iterable[tuple[int, str]] = (),
    ) -> "Self":
        """Select rows, columns and cells, and nothing else.

        Raises:
            AppTestError: If they cannot be selected.
        """
        return self._select(
            {"rows": [*rows], "columns": [*columns], "cells": [[*cell] for cell in cells]}
        )

    def _wire_of_selection(self, parts: Mapping[str, Any]) -> Any:
        """Return what a browser sends.

        Raises:
            ValueError: If it cannot be selected; what the script sets is only what fits of it.
        """
        self._memory.codec.decode(parts)  # type: ignore[union-attr]
        return parts

    def press(self, column: str, row: int) -> "Self":
        """Click the button of a row.

        Args:
            column: The name of the column of buttons.
            row: The number of the row.

        Raises:
            AppTestError: If there is none that can be clicked.
        """
        for place, each in enumerate(self.frame_shown.columns):
            press = each.options.press if each.options is not None else None
            if each.name == column and press:
                if not 0 <= row < self.frame_shown.rows:
                    raise AppTestError(
                        f"{self.type}: there is no such row, got row={row}: it has"
                        f" {self.frame_shown.rows}"
                    )
                arrays, values_of = self._arrays()
                label = values_of(arrays[str(place)])[row]
                self.root.inputs.click(press, True, {"row": row, "label": str(label)})
                return self
        raise AppTestError(
            f"{self.type}: there is no column of buttons with a key, got column={column!r}"
        )


class Table(Element):
    """A table of `st.table`: what each cell says, and numbers as numbers."""

    @property
    def value(self) -> Any:
        """The table, as a DataFrame of pandas; what is neither number nor text is its text.

        Raises:
            NotAvailable: If pandas is not installed: `columns` and `rows` need nothing.
        """
        columns = [(_described(each), each["cells"]) for each in self._columns]
        return _frame_of(self.type, columns)

    @property
    def columns(self) -> list[str]:
        """The names of its columns, those of the index first."""
        return [each["names"][-1] if each["names"] else "" for each in self._columns]

    @property
    def rows(self) -> list[tuple[Any, ...]]:
        """Its rows, as they are shown."""
        return list(zip(*[each["cells"] for each in self._columns], strict=True))

    @property
    def _columns(self) -> list[Fields]:
        columns: list[Fields] = self._props["columns"]
        return columns


def _described(column: Fields) -> FrameColumn:
    *groups, name = column["names"] or [""]
    kind: ColumnKind = "mixed"
    if column.get("kind") in ("integer", "number"):
        has_texts = any(isinstance(cell, str) for cell in column["cells"])
        kind = "mixed" if has_texts else column["kind"]
    is_index = column.get("is_index", False)
    return FrameColumn(name=name, kind=kind, is_index=is_index, groups=groups or None)


def _frame_of(who: str, columns: Sequence[tuple[FrameColumn, list[Any]]]) -> Any:
    """Return columns as a DataFrame of pandas.

    Raises:
        NotAvailable: If pandas is not installed.
    """
    try:
        from ostinato.testing.frames import frame_of_pandas  # noqa: PLC0415  (it loads pandas)
    except ImportError:
        raise NotAvailable(
            f"AppTest: the value of {who} is a DataFrame of pandas, which is not installed: install"
            " it, or use .columns and .rows"
        ) from None
    return frame_of_pandas(columns)
