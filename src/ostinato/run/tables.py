"""Tables: what `dataframe` and its like have in common: a frame, and how its columns are shown."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace

from ostinato.arguments.column_config import misnamed, order_of, placed, said_of
from ostinato.data.arrow import INT64, Array
from ostinato.data.column import Column, Table
from ostinato.data.tables import FIRST
from ostinato.run.button_columns import with_presses
from ostinato.run.frames import EVERYTHING, frame_of, table_in
from ostinato.run.surroundings import can_export
from ostinato.values.selection import Selection
from ostinato.values.value import Value
from ostinato.wire.flag import optional_flag
from ostinato.wire.frames import Frame, FrameColumn


class Shown(NamedTuple):
    """A table as it is to be shown.

    Args:
        frame: Its frame.
        table: Its values.
        props: How else it is shown: `order`, `hide_index` and `can_export` of `FrameProps`.
        modes: What can be selected.
    """

    frame: Frame
    table: Table
    props: dict[str, Any]
    modes: tuple[str, ...]

    def selection(
        self, who: str, default: Mapping[str, Any] | None, on_select: Callable[..., object] | str
    ) -> Value[Any]:
        """Return what the table is to be asked for."""
        names = tuple(column.name for column in self.frame.columns if not column.is_index)
        codec = Selection(who, self.frame.rows, names, self.modes)
        start, wire = codec.start(default)
        return Value(codec, start, wire, on_change=on_select)  # type: ignore[arg-type]


def configured(
    who: str,
    data: Any,
    column_config: object,
    column_order: Iterable[str] | None,
    hide_index: bool | None,
    modes: Sequence[str] | None,
    *,
    is_lazy: bool = False,
) -> Shown:
    """Return a table as it is to be shown.

    Args:
        who: The element, for errors.
        data: What the script shows.
        column_config: How columns are shown.
        column_order: The names of those to show.
        hide_index: Whether to hide the index.
        modes: What can be selected.
        is_lazy: Whether to compute all rows of what has not been computed yet.

    Raises:
        StreamlitDataframeConversionError: If `data` has no rows.
        StreamlitInvalidParameterTypeError: If something is not said as it must be.
    """
    said = said_of(who, column_config)
    hides = optional_flag(who, "hide_index", hide_index)
    table = with_numbers(table_in(who, data, EVERYTHING if is_lazy else FIRST), hides)
    frame = frame_of(table)
    shown = with_presses(placed(said, frame.columns, table.first_number), frame.rows)
    if shown:
        columns = [
            replace(column, options=shown[place]) if place in shown else column
            for place, column in enumerate(frame.columns)
        ]
        frame = replace(frame, columns=columns)
    _look_for_misnamed(who, said, column_order, frame.columns, table.first_number)
    if hides is None:
        has_row_marks = any("row" in mode for mode in modes or ())
        hides = has_row_marks and table.has_plain_index
    props = {
        "order": order_of(who, column_order, frame.columns),
        "hide_index": hides,
        "can_export": can_export(),
    }
    return Shown(frame, table, props, tuple(modes or ()))


def _look_for_misnamed(
    who: str,
    said: Mapping[str | int, Any],
    order: Iterable[object] | None,
    columns: Sequence[FrameColumn],
    offset: int,
) -> None:
    """Tell of names in what is said of columns that none of them has."""
    for argument, names in (("column_config", said), ("column_order", order)):
        strange = misnamed(names, columns, offset)
        if strange:
            from ostinato.run.misnamed import tell_misnamed  # noqa: PLC0415  (few are wrong)

            tell_misnamed(who, argument, strange, (column.name for column in columns))


def with_numbers(table: Table, hide_index: bool | None) -> Table:
    """Return a table whose rows are counted, if an index is to be shown and it has none."""
    if hide_index is not False or table.index_columns:
        return table
    return table._replace(columns=[_numbers(table.rows), *table.columns])


def _numbers(rows: int) -> Column:
    buffer = memoryview(array("q", range(rows))).cast("B")
    return Column("", Array(INT64, rows, [buffer]), "integer", is_index=True)
