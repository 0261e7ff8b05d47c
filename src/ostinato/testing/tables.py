"""Tables: what a test reads and selects in them."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.errors import NotAvailable, StreamlitAPIException
from ostinato.testing.element import Widget
from ostinato.wire.frames import Frame

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
        from ostinato.testing.frames import frame_of_pandas  # noqa: PLC0415  (it loads pandas)

        try:
            return frame_of_pandas(self._columns())
        except ImportError:
            raise NotAvailable(
                f"AppTest: the value of {self.type} is a DataFrame of pandas, which is not"
                " installed: install it, or use .columns and .rows"
            ) from None

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

    def _arrays(self) -> Any:
        from ostinato.data.cells import arrays_of  # noqa: PLC0415  (few tests look at tables)
        from ostinato.data.values import values_of  # noqa: PLC0415  (likewise)

        frame = self.frame_shown
        content = frame.data if frame.file is None else self.root.files[frame.file]
        return arrays_of(frame, io.BytesIO(content or b"")), values_of

    def _columns(self) -> list[Any]:
        arrays, values_of = self._arrays()
        columns = self.frame_shown.columns
        return [
            (column, values_of(arrays[str(place)])) if str(place) in arrays else (column, [])
            for place, column in enumerate(columns)
        ]


class Dataframe(Framed):
    """A table to look at; what is selected in it is `selection`."""

    editing_mode = "read_only"
    """What can be done to its cells."""

    @property
    def selection(self) -> Any:
        """What is selected: `rows`, `columns` and `cells`.

        Raises:
            StreamlitAPIException: If the script does not ask.
        """
        self._check_asked()
        return self.root.value_of(self.id).selection

    def select(
        self,
        *,
        rows: Iterable[int] = (),
        columns: Iterable[str] = (),
        cells: Iterable[tuple[int, str]] = (),
    ) -> "Self":
        """Select rows, columns and cells, and nothing else.

        Raises:
            StreamlitAPIException: If they cannot be selected.
        """
        self._check_asked()
        wire = {"rows": [*rows], "columns": [*columns], "cells": [[*cell] for cell in cells]}
        try:
            self._memory.codec.decode(wire)  # type: ignore[union-attr]
        except ValueError as error:
            raise StreamlitAPIException(f"{self.type}: cannot be selected: {error}") from None
        self.root.enter(self.id, wire)
        return self

    def press(self, column: str, row: int) -> "Self":
        """Click the button of a row.

        Args:
            column: The name of the column of buttons.
            row: The number of the row.

        Raises:
            StreamlitAPIException: If there is none that can be clicked.
        """
        for place, each in enumerate(self.frame_shown.columns):
            press = each.options.press if each.options is not None else None
            if each.name == column and press:
                arrays, values_of = self._arrays()
                label = values_of(arrays[str(place)])[row]
                self.root.click(press, True, {"row": row, "label": str(label)})
                return self
        raise StreamlitAPIException(
            f"{self.type}: there is no column of buttons with a key, got column={column!r}"
        )

    def _check_asked(self) -> None:
        if self._props.get("selects") is None:
            raise StreamlitAPIException(
                f'{self.type}: the script does not ask what is selected: give it on_select="rerun"'
            )
