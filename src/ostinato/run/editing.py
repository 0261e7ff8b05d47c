"""Editing: how a table is edited by whoever looks at it, and what the script is given back."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from ostinato.arguments.column_config import INDEX, misnamed
from ostinato.data.arrow import Type, sliced
from ostinato.data.column import Column, Table
from ostinato.data.edited import Changes, edited
from ostinato.data.edited_values import as_set
from ostinato.data.fingerprint import fingerprint
from ostinato.data.fitting import rooms_of
from ostinato.data.plain import text_of
from ostinato.data.values import values_of, zone_of
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError
from ostinato.run.frames import table_in
from ostinato.run.identity import Sight, data_id
from ostinato.run.run import own_run, run_here
from ostinato.run.tables import Shown, with_numbers
from ostinato.state.entries import WIDGET
from ostinato.values.cell import Rule, can_set
from ostinato.values.editing import DataEditorState, Editing
from ostinato.values.edits import Known, Order
from ostinato.wire.frames import (
    ColumnOption,
    ColumnOptions,
    Frame,
    FrameColumn,
    FrameProps,
    NumRows,
)

GROWS = ("dynamic", "add")
MOST_CATEGORIES = 10_000
NO_TABLE = "?"
"""The mark of no table."""


def mark_of(table: Table) -> str:
    """Return what tells a table from others, in all processes."""
    return fingerprint(table, 0)[:8].hex()


def editable(
    who: str,
    data: Any,
    shown: Shown,
    num_rows: NumRows,
    disabled: bool | Iterable[str | int],
) -> tuple[Frame, list[Rule]]:
    """Return a frame whose columns say which of them can be edited, and what fits each.

    Args:
        who: The element, for errors.
        data: What the script has passed.
        shown: The table as it is to be shown.
        num_rows: Whether rows can be added and deleted.
        disabled: Whether nothing can be edited, or the names or numbers of what cannot.

    Raises:
        StreamlitInvalidParameterTypeError: If `disabled` is neither.
    """
    table, frame = shown.table, shown.frame
    is_off = _disabled(who, disabled, frame.columns, table.first_number)
    columns, rules = [], []
    for at, (column, told) in enumerate(zip(table.columns, frame.columns, strict=True)):
        options = _with_choices(told, column)
        is_editable = (
            not options.disabled
            and not is_off(told, at + table.first_number)
            and can_set(told.kind, options)
            and (not told.is_index or _has_settable_index(table, num_rows))
        )
        if told.is_index and is_editable:
            options = replace(options, required=True)
        rules.append(_rule(column, told, options, is_editable))
        if not is_editable:
            options = replace(options, disabled=True)
        columns.append(replace(told, options=None if options == ColumnOptions() else options))
    rooms = rooms_of(data, table, [rule.way for rule in rules], _zones(rules))
    rules = [replace(rule, fits=room) for rule, room in zip(rules, rooms, strict=True)]
    return replace(frame, columns=columns), rules


def _disabled(
    who: str, disabled: object, columns: Sequence[FrameColumn], offset: int
) -> Callable[[FrameColumn, int], bool]:
    if disabled is True or disabled is False or disabled is None:
        return lambda _column, _at: disabled is True
    if isinstance(disabled, str | bytes) or not isinstance(disabled, Iterable):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: disabled must be True, False or a list of columns, got disabled={disabled!r}"
        )
    names = {*disabled}
    strange = misnamed(names, columns, offset)
    # What differs only in that was meant, and is not left open.
    meant = {_bare(name) for name in strange if isinstance(name, str)}
    if strange:
        from ostinato.run.misnamed import tell_misnamed  # noqa: PLC0415  (few are wrong)

        known = {_bare(column.name) for column in columns}
        unknown = [
            name for name in strange if not isinstance(name, str) or _bare(name) not in known
        ]
        tell_misnamed(who, "disabled", unknown, (column.name for column in columns))

    def is_disabled(column: FrameColumn, at: int) -> bool:
        return (
            column.name in names
            or at in names
            or (column.is_index and INDEX in names)
            or (bool(meant) and _bare(column.name) in meant)
        )

    return is_disabled


def _bare(name: str) -> str:
    """Return a name without what people take for the same: capitals, and spaces around it."""
    return name.strip().casefold()


def _has_settable_index(table: Table, num_rows: NumRows) -> bool:
    """Return whether rows have names that a person can set: numbers are counted on."""
    return num_rows in GROWS and not table.has_plain_index


def _with_choices(told: FrameColumn, column: Column) -> ColumnOptions:
    """Return how a column is shown; one of categories has these to choose from."""
    options = told.options or ColumnOptions()
    if told.kind != "category" or options.type not in (None, "selectbox") or options.options:
        return options
    values = values_of(column.array.children[0])
    plain = (str, int, float, bool)
    if len(values) > MOST_CATEGORIES or not all(isinstance(value, plain) for value in values):
        return options
    choices = [ColumnOption(value) for value in values]
    return replace(options, type="selectbox", options=choices)


def _rule(column: Column, told: FrameColumn, options: ColumnOptions, is_editable: bool) -> Rule:
    low, high = _bounds(column.array.type)
    index = INDEX if told.is_index and not told.name else told.name
    return Rule(index, told.kind, low, high, options, is_editable)


def _bounds(of: Type) -> tuple[int | None, int | None]:
    if of.name == "int":
        return -(1 << of.bits - 1), (1 << of.bits - 1) - 1
    return (0, (1 << of.bits) - 1) if of.name == "uint" else (None, None)


def codec_of(
    who: str,
    mark: str,
    table: Table,
    rules: Sequence[Rule],
    num_rows: NumRows,
    key: object,
) -> Editing:
    """Return which edits fit a table.

    With a key, and rows that are neither added nor deleted, edits stay when its values change.
    """
    names = None if table.has_plain_index else _Names(table)
    return Editing(
        who,
        mark,
        table.rows,
        rules,
        num_rows,
        follows=key is not None and num_rows == "fixed",
        labels=None if names is None else names.of,
        place_of=None if names is None else names.find,
    )


class _Names:
    """The names that rows have by the index of their table."""

    def __init__(self, table: Table) -> None:
        self._arrays = [column.array for column in table.columns if column.is_index]
        self._places: dict[str, int | None] | None = None

    def of(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the names of some rows."""
        return {row: self._text(self._values(row, row + 1)[0]) for row in rows}

    def find(self, name: str) -> int | None:
        """Return the row that has a name; None if there is none, or several."""
        if self._places is None:
            self._places = {}
            for row, values in enumerate(self._values(0, self._arrays[0].length)):
                text = self._text(values)
                self._places[text] = None if text in self._places else row
        return self._places.get(name)

    def _values(self, start: int, stop: int) -> list[tuple[Any, ...]]:
        levels = [values_of(sliced(array, start, stop)) for array in self._arrays]
        return list(zip(*levels, strict=True))

    def _text(self, values: tuple[Any, ...]) -> str:
        return "\n".join(f"{type(value).__name__}:{text_of(value)}" for value in values)


def id_of(
    props: FrameProps,
    mark: str,
    shown: Shown,
    disabled: bool | Iterable[str | int],
    hide_index: bool | None,
) -> tuple[str, int]:
    """Return the identity of an editor without a key: its arguments, and the data it shows.

    With it comes how many like it were called before it. One that is given what it has returned
    goes on as it is.

    What its columns hold does not count: an edit can change that, the first one in a column without
    any values, or the last one that takes a value away. Nor does whether its rows are plainly
    numbered: once one is deleted, they are not.

    One that a person has just edited, and whose data is now another, is the one that is called like
    it, if only one is: nothing that was entered is lost (L07).

    Raises:
        StreamlitDuplicateElementId: If another one of this run is equal to it.
    """
    run = own_run(None) or run_here()
    if run is None or props.key is not None:
        return "", 0
    off = [] if isinstance(disabled, bool) or disabled is None else sorted(map(repr, disabled))
    columns = [
        FrameColumn(each.name, "empty", each.is_index, each.groups, options=each.options)
        for each in shown.frame.columns
    ]
    bare = Frame(rows=0, columns=columns, blocks=[])
    hides = bool(shown.modes) if hide_index is None else hide_index
    identity = replace(props, frame=bare, hide_index=hides, mark="\n".join(off))
    return data_id(run, props, identity, mark, _sight_of)


def _sight_of(value: Any) -> Sight:
    if not isinstance(value, DataEditorState):
        return Sight("", "", -1, False)
    known = value.known
    return Sight(value.edits.mark, known.result, known.place, bool(value.earlier))


def tell(id: str, key: str | None, codec: Editing, state: DataEditorState) -> None:
    """Note that the script is given some edits.

    Args:
        id: The identity of the editor, if it has no key.
        key: Its key.
        codec: What it was called with.
        state: The edits.
    """
    run = own_run(None) or run_here()
    if run is None:
        return
    entries = run.state.entries
    widget = entries.find(id) if key is None else entries.widget_of(key)
    if widget is None or not isinstance(widget.codec, Editing):
        return
    if widget.codec.note_told(state):
        entries.mark(WIDGET + widget.id)
    if codec.lost:
        run.state.inputs.unfit.append(widget.id)


def note_result(
    id: str,
    key: str | None,
    place: int,
    state: DataEditorState,
    data: Any,
    result: Any,
    hide_index: bool | None,
    orders: tuple[Order, ...],
) -> None:
    """Note by what an editor is known if the script gives back what it returned.

    Args:
        id: Its identity, if it has no key.
        key: Its key.
        place: How many like it were called before it.
        state: The edits.
        data: What it was called with.
        result: What it returns.
        hide_index: Whether it was told to hide the index.
        orders: In which orders it has had sets.
    """
    mark = state.known.result
    if key is None and not mark and (state.edits or type(result) is not type(data)):
        mark = _mark_of_result(result, hide_index)
    run = own_run(None) or run_here()
    if run is None:
        return
    entries = run.state.entries
    widget = entries.find(id) if key is None else entries.widget_of(key)
    if widget is None or not isinstance(widget.codec, Editing):
        return
    known = Known(mark, place, orders) if key is None else Known(orders=orders)
    if widget.codec.note_known(state, known):
        entries.mark(WIDGET + widget.id)


def _mark_of_result(result: Any, hide_index: bool | None) -> str:
    try:
        return mark_of(with_numbers(table_in("", result), hide_index))
    except StreamlitAPIException:
        return NO_TABLE  # Nothing that has rows is made of it: it cannot be given back.


def result_of(data: Any, shown: Shown, rules: Sequence[Rule], state: DataEditorState) -> Any:
    """Return the data of a script with what was changed in it."""
    pairs = zip(shown.table.columns, rules, strict=True)
    table = shown.table._replace(columns=[as_set(column, rule.way) for column, rule in pairs])
    return edited(data, Changes(table, state.edits, _zones(rules)))


def _zones(rules: Sequence[Rule]) -> dict[int, dt.tzinfo]:
    """Return the time zones in which moments are shown, by column, if the script says some."""
    return {
        at: zone
        for at, rule in enumerate(rules)
        if rule.options.timezone and (zone := zone_of(rule.options.timezone)) is not None
    }
