"""Editing: which edits of a table fit, how they travel, and what becomes of them."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from ostinato.errors import StreamlitAPIException, StreamlitValueAssignmentNotAllowedError
from ostinato.values.attributes import Attributes
from ostinato.values.cell import Rule
from ostinato.values.codec import Unfit
from ostinato.values.edits import UNKNOWN, Cells, Edits, Known, Moved, PlaceOf, carried, followed
from ostinato.values.fitting import Fitting, checked_in
from ostinato.wire.frames import NumRows

REMEMBERED = 8
"""Tables before this one of which edits may still be on their way."""

Earlier = dict[str, Edits]
"""Edits by the mark of their table."""


class DataEditorState(Attributes):
    """What somebody has changed in a table: `edited_rows`, `added_rows` and `deleted_rows`.

    Rows are known by their number in the data, columns by their names; values are as JSON has them.
    """

    __slots__ = ("earlier", "edits", "known", "names", "origin", "told")

    edits: Edits
    """What was changed."""
    names: tuple[str, ...]
    """The names of the columns."""
    told: Edits | None
    """What of it the script has been given."""
    origin: Edits | None
    """The edits as they came, if they were of an earlier table."""
    earlier: Earlier
    """What the script was given of tables before this one, of which edits may be on their way."""
    known: Known
    """By what the table is known when it comes again."""

    def __init__(
        self,
        edits: Edits,
        names: tuple[str, ...],
        told: Edits | None = None,
        origin: Edits | None = None,
        earlier: Earlier | None = None,
        known: Known = UNKNOWN,
    ) -> None:
        def named(cells: Cells) -> dict[str, Any]:
            return {names[at]: value for at, value in cells.items()}

        super().__init__(
            edited_rows={row: named(edits.cells[row]) for row in sorted(edits.cells)},
            added_rows=[named(cells) for cells in edits.added.values()],
            deleted_rows=[*edits.deleted],
        )
        self._note(edits=edits, names=names, told=told, origin=origin, earlier=earlier or {})
        self._note(known=known)

    def _note(self, **fields: object) -> None:
        for name, value in fields.items():
            object.__setattr__(self, name, value)

    def tell(self) -> bool:
        """Note that the script is given all of it; False if it has been before."""
        is_news = self.told is not self.edits
        earlier = _with_origin(self.earlier, self.origin)
        self._note(told=self.edits, origin=None, earlier=earlier)
        if is_news:
            self._note(known=self.known._replace(result=""))
        return is_news

    def leave(self, known: Known) -> bool:
        """Note by what the table is known from now on; False if it has been before."""
        is_news = self.known != known
        self._note(known=known)
        return is_news

    def __reduce__(self) -> tuple[Any, ...]:
        """Say by what it is made again."""
        told = None if self.told is None or self.told is self.edits else _plain(self.told)
        earlier = [_plain(each) for each in self.earlier.values()]
        # No older version can read it, and it is told of soon: mostly there is none.
        origin = () if self.origin is None else (_plain(self.origin),)
        # Older versions leave out what they do not know of edits.
        edits = _plain(self.edits) | self.known.changed
        return restored, (edits, self.names, told, earlier, *origin)

    def __deepcopy__(self, memo: object) -> "DataEditorState":
        """Return itself: nothing that is done to it has an effect."""
        return self


def _with_origin(earlier: Earlier, origin: Edits | None) -> Earlier:
    """Return what the script was given, with what is new; that is the last to be forgotten."""
    if origin is None:
        return earlier
    others = {mark: edits for mark, edits in earlier.items() if mark != origin.mark}
    return {**others, origin.mark: origin}


def restored(
    edits: Any, names: tuple[str, ...], told: Any, earlier: Any, origin: Any = None
) -> DataEditorState:
    """Return the edits that were stored in an earlier run or process."""
    found = msgspec.convert(edits, Edits)
    heard = found if told is None else msgspec.convert(told, Edits)
    before = [msgspec.convert(each, Edits) for each in earlier]
    source = None if origin is None else msgspec.convert(origin, Edits)
    known = Known(**{name: edits[name] for name in Known._fields if name in edits})
    return DataEditorState(found, names, heard, source, {each.mark: each for each in before}, known)


def _plain(edits: Edits) -> dict[str, Any]:
    return {name: getattr(edits, name) for name in edits.__struct_fields__}


class Editing:
    """Which edits of a table fit.

    Args:
        who: The table, for errors.
        mark: Which table it is.
        rows: How many rows it has.
        rules: What fits the cells of its columns.
        num_rows: Whether rows can be added and deleted.
        follows: Whether edits stay when the table is another of the same form.
        labels: Gives the labels of some rows, by their numbers; None if they have none.
        place_of: Finds rows by their labels.
    """

    def __init__(
        self,
        who: str,
        mark: str,
        rows: int,
        rules: Sequence[Rule],
        num_rows: NumRows,
        *,
        follows: bool = False,
        labels: Callable[[Sequence[int]], dict[int, str]] | None = None,
        place_of: PlaceOf | None = None,
    ) -> None:
        self.who = who
        self.rules = tuple(rules)
        self.num_rows = num_rows
        self.names = tuple(rule.name for rule in rules)
        columns = tuple((rule.name, rule.kind, rule.low) for rule in rules)
        self.untouched = Edits(mark, rows, columns=columns)
        self.told = self.untouched
        """What the script has been given."""
        self.lost = 0
        """How much of what was new found no place any more."""
        self._follows = follows
        self._labels = labels
        self._place_of = place_of
        self._earlier: Earlier = {}
        self._known = UNKNOWN

    def __eq__(self, other: object) -> bool:
        """Return whether the same edits fit the same table."""
        return isinstance(other, Editing) and self._own == other._own

    __hash__ = None  # type: ignore[assignment]

    @property
    def _own(self) -> tuple[Any, ...]:
        return self.untouched, self.num_rows, self._follows, self.rules

    @property
    def start(self) -> DataEditorState:
        """What there is before anything was changed."""
        return DataEditorState(self.untouched, self.names, self.untouched)

    def wire_of(self, edits: Edits) -> dict[str, Any]:
        """Return edits as they travel."""
        return {
            "mark": edits.mark,
            "cells": [
                [row, *cell] for row in sorted(edits.cells) for cell in _row(edits.cells[row])
            ],
            "added": [
                [key, [[*cell] for cell in _row(cells)]] for key, cells in edits.added.items()
            ],
            "deleted": [*edits.deleted],
        }

    def adopt(self, value: Any, last: object = None) -> tuple[DataEditorState, dict[str, Any]]:
        """Take the edits that there were before this call."""
        if not isinstance(value, DataEditorState):
            error: StreamlitAPIException = StreamlitValueAssignmentNotAllowedError(
                f"{self.who}: its value cannot be set through st.session_state, got"
                f" {value!r:.200}: change the data that it is given instead"
            )
            raise Unfit("it cannot be set", error)
        self._earlier, self._known = value.earlier, value.known
        if value.edits.mark != self.untouched.mark:
            value = self._brought(value)
        elif value.names != self.names:
            value = self._made(value.edits, value.told, value.origin)
        self.told = value.told or self.untouched
        return value, self.wire_of(value.edits)

    def note_told(self, state: DataEditorState) -> bool:
        """Note that the script is given these edits; False if it has been before."""
        is_news = state.tell()
        self.told, self._earlier, self._known = state.edits, state.earlier, state.known
        return is_news

    def note_known(self, state: DataEditorState, known: Known) -> bool:
        """Note by what the table is known from now on; False if it has been before."""
        self._known = known
        return state.leave(known)

    def is_ahead(self, wire: Any) -> bool:
        """Return whether edits are of a table that the script is, perhaps, yet to make."""
        mark = wire.get("mark") if isinstance(wire, dict) else None
        known = {self.untouched.mark, *self._earlier}
        return isinstance(mark, str) and mark not in known

    def decode(self, wire: Any) -> DataEditorState:
        """Check edits that came from a browser."""
        state, refused = self.take(wire, None)
        if refused is not None:
            raise refused
        return state

    def take(self, wire: Any, before: object) -> tuple[DataEditorState, ValueError | None]:
        """Return what fits of edits that came from a browser, and why the rest does not.

        Args:
            wire: All edits, those too that came before.
            before: What was made of these.

        Raises:
            ValueError: If nothing of it fits.
        """
        edits = self._read(wire)
        last = before if isinstance(before, DataEditorState) else self.start
        if edits.mark == self.untouched.mark:
            fitting = Fitting(self.rules, self.num_rows, self.told, _of(edits.mark, last))
            state = self._made(self._labelled(fitting.fit(edits)), self.told)
        else:
            told = self._earlier.get(edits.mark)
            if told is None or told.names != self.untouched.names:
                raise ValueError("the table has changed, and these rows or columns are others")
            edits = msgspec.structs.replace(edits, rows=told.rows, columns=told.columns)
            fitting = Fitting(self.rules, self.num_rows, told, _of(edits.mark, last))
            edits = fitting.fit(edits)
            moved = carried(edits, told, self.told, self._place_of)
            if moved.lost:
                text = "the table has changed, and some of these rows are gone"
                fitting.refuse("gone", ValueError(text))
            state = self._made(self._labelled(moved.edits), self.told, edits)
        refused = fitting.why
        if refused is not None and _is_same(state.edits, _of(self.untouched.mark, last, self.told)):
            raise refused
        return state, refused

    def _made(
        self, edits: Edits, told: Edits | None, origin: Edits | None = None
    ) -> DataEditorState:
        return DataEditorState(edits, self.names, told, origin, self._earlier, self._known)

    def _brought(self, value: DataEditorState) -> DataEditorState:
        """Bring edits of an earlier table onto this one."""
        edits, told = value.edits, value.told or Edits(value.edits.mark, value.edits.rows)
        earlier = {**_with_origin(self._earlier, value.origin)}
        earlier.pop(edits.mark, None)
        latest = list(earlier.items())[-REMEMBERED:]
        self._earlier = {**dict(latest), edits.mark: edits}
        self._known = self._known._replace(result="")
        is_new = told != edits
        moved = None
        if edits.names != self.untouched.names:
            self.lost += is_new
        elif self._follows:
            moved = followed(edits, self.untouched, self._place_of)
        if moved is None and is_new and edits.names == self.untouched.names:
            moved = carried(edits, told, self.untouched, self._place_of)
        if moved is None:
            return self._made(self.untouched, self.untouched)
        moved = self._fitting(moved, edits)
        self.lost += moved.lost if is_new else 0
        return self._made(self._labelled(moved.edits), self.untouched)

    def _fitting(self, moved: Moved, before: Edits) -> Moved:
        """Leave out what does not fit columns that hold something else than they did before."""
        pairs = enumerate(zip(before.columns, self.untouched.columns, strict=True))
        changed = {at for at, (one, other) in pairs if one != other}
        if not changed:
            return moved
        lost = 0

        def fitting(row: Cells) -> Cells:
            nonlocal lost
            kept = {}
            for at, value in row.items():
                try:
                    fits = at not in changed or value is None
                    kept[at] = value if fits else checked_in(self.rules, at, value, before=before)
                except ValueError:
                    lost += 1
            return kept

        edits = moved.edits
        cells = {row: kept for row, own in edits.cells.items() if (kept := fitting(own))}
        added = {key: fitting(own) for key, own in edits.added.items()}
        return Moved(msgspec.structs.replace(edits, cells=cells, added=added), moved.lost + lost)

    def _labelled(self, edits: Edits) -> Edits:
        rows = edits.touched
        labels = self._labels(rows) if self._labels is not None and rows else {}
        return msgspec.structs.replace(edits, labels=labels, rows=self.untouched.rows)

    def _read(self, wire: Any) -> Edits:
        """Return edits as they are meant; whether they fit is another question."""
        try:
            found = msgspec.convert(wire, _Wire)
        except msgspec.ValidationError as error:
            raise ValueError(f"expected edits: {error}") from None
        cells: dict[int, Cells] = {}
        for row, at, value in found.cells:
            cells.setdefault(row, {})[at] = value
        added = {key: dict(row) for key, row in found.added}
        if len(added) != len(found.added):
            raise ValueError("expected each row to be added once")
        deleted = tuple(sorted({*found.deleted}))
        gone = {*deleted}
        cells = {row: one for row, one in cells.items() if row not in gone}
        columns = self.untouched.columns
        return Edits(found.mark, self.untouched.rows, cells, added, deleted, columns=columns)


def _of(mark: str, state: DataEditorState, other: Edits | None = None) -> Edits | None:
    """Return what a state has of the edits of some table; the other ones if it has none."""
    found = (each for each in (state.edits, state.origin) if each is not None and each.mark == mark)
    return next(found, other)


def _is_same(edits: Edits, before: Edits | None) -> bool:
    return before is not None and all(
        getattr(edits, name) == getattr(before, name) for name in ("cells", "added", "deleted")
    )


def _row(cells: Cells) -> list[tuple[int, Any]]:
    return sorted(cells.items(), key=lambda cell: cell[0])


class _Wire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Edits as they travel."""

    mark: str
    cells: list[tuple[int, int, Any]]
    added: list[tuple[int, list[tuple[int, Any]]]]
    deleted: list[int]
