"""Edits: what somebody has changed in a table, and how that goes on when the table is another.

Rows of the table are known by their number in it, those that were added by a key of their own, and
columns by their number. Which table that is, is said by its *mark*.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import msgspec

from ostinato.wire.frames import ColumnKind

Cells = dict[int, Any]
"""Values by the number of their column."""

Form = tuple[str, ColumnKind, int | None]
"""What a column is: its name, what its values are, and the least whole number they can be."""

Place = tuple[bool, int]
"""Whether a row is one that was added, and its key or its number."""

Order = tuple[str, ...]
"""The names of the elements of a set, in the order of its rows."""

PlaceOf = Callable[[str], int | None]
"""Finds the row that has a label; None if none has."""


class Edits(msgspec.Struct, frozen=True):
    """What somebody has changed in a table.

    Args:
        mark: Which table it is.
        rows: How many rows it has.
        cells: The cells that were set, by row.
        added: Rows that were added, by their key.
        deleted: The rows that were deleted, sorted.
        labels: What the rows are called that were changed, where they have names of their own.
        columns: What the columns of the table are.
    """

    mark: str
    rows: int
    cells: dict[int, Cells] = {}
    added: dict[int, Cells] = {}
    deleted: tuple[int, ...] = ()
    labels: dict[int, str] = {}
    columns: tuple[Form, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything was changed."""
        return bool(self.cells or self.added or self.deleted)

    @property
    def count(self) -> int:
        """How many rows the table has with these edits."""
        return self.rows - len(self.deleted) + len(self.added)

    @property
    def names(self) -> list[str]:
        """What the columns are called. What they hold can change by an edit; this cannot."""
        return [name for name, _, _ in self.columns]

    @property
    def touched(self) -> list[int]:
        """The rows of the table that were changed or deleted."""
        return sorted({*self.cells, *self.deleted})

    def row_at(self, place: int) -> Place:
        """Return which row stands in a place of the edited table."""
        left = self.rows - len(self.deleted)
        if place >= left:
            return True, [*self.added][place - left]
        # Each row that was deleted before it moves it up.
        row = place
        for deleted in self.deleted:
            if deleted > row:
                break
            row += 1
        return False, row

    def place_of(self, row: int) -> int | None:
        """Return in which place of the edited table a row stands; None if it was deleted."""
        before = bisect_left(self.deleted, row)
        if before < len(self.deleted) and self.deleted[before] == row:
            return None
        return row - before

    def place_of_added(self, key: int) -> int:
        """Return in which place of the edited table a row stands that was added."""
        return self.rows - len(self.deleted) + [*self.added].index(key)


class Known(NamedTuple):
    """By what a table is known when the script gives back what it was given.

    Args:
        result: The mark of what the script was given; "" if that is the data itself, or not known,
            or if it has a key.
        place: How many like it stood before it; -1 if that is not known, or if it has a key.
        orders: The orders of the set that it shows, and of that which the script was given.
    """

    result: str = ""
    place: int = -1
    orders: tuple[Order, ...] = ()

    @property
    def changed(self) -> dict[str, Any]:
        """Return what is not as it is at first."""
        return {name: value for name, value in self._asdict().items() if value not in ("", -1, ())}


UNKNOWN = Known()


class Moved(msgspec.Struct, frozen=True):
    """Edits that were brought onto another table, and how many of them found no place there."""

    edits: Edits
    lost: int


def followed(edits: Edits, onto: Edits, place_of: PlaceOf | None) -> Moved | None:
    """Bring all edits onto a table of the same columns, row by row.

    Args:
        edits: What was changed.
        onto: The other table, unchanged.
        place_of: Finds its rows by their labels, if they have any that tell them apart.

    Returns:
        The edits, with those lost whose rows are gone; None if rows cannot be told.
    """
    if place_of is None:
        if edits.rows != onto.rows:
            return None
        return Moved(
            msgspec.structs.replace(edits, mark=onto.mark, labels={}, columns=onto.columns), 0
        )
    if any(row not in edits.labels for row in edits.touched):
        return None
    found = {row: place_of(label) for row, label in edits.labels.items()}
    cells = {at: cells for row, cells in edits.cells.items() if (at := found[row]) is not None}
    deleted = sorted(at for row in edits.deleted if (at := found[row]) is not None)
    changed = Edits(onto.mark, onto.rows, cells, edits.added, tuple(deleted), columns=onto.columns)
    lost = sum(len(edits.cells[row]) for row in edits.cells if found[row] is None)
    return Moved(changed, lost)


def carried(edits: Edits, told: Edits, onto: Edits, place_of: PlaceOf | None = None) -> Moved:
    """Bring what is new in edits onto a table that was made, perhaps, of what was told before.

    If that has as many rows as the table had with what was told, its rows are the same ones, in the
    same order. Else rows are found by their labels, if they have any.

    Args:
        edits: What was changed, in a table.
        told: What of that is known already, in the same table.
        onto: Another table, and what was changed there.
        place_of: Finds rows of the other table by their labels.
    """
    return _Carrier(edits, told, onto, place_of).carry()


class _Carrier:
    def __init__(self, edits: Edits, told: Edits, onto: Edits, place_of: PlaceOf | None) -> None:
        self.edits, self.told, self.onto, self.find = edits, told, onto, place_of
        self.is_alike = told.count == onto.count
        self.cells = {row: {**cells} for row, cells in onto.cells.items()}
        self.added = {key: {**cells} for key, cells in onto.added.items()}
        self.deleted = {*onto.deleted}
        self.lost = 0

    def carry(self) -> Moved:
        edits, told = self.edits, self.told
        gone = {*edits.deleted}
        for row in [row for row in {**told.cells, **edits.cells} if row not in gone]:
            self._set(self._row(row), edits.cells.get(row, {}), told.cells.get(row, {}))
        for key, cells in edits.added.items():
            if key in told.added:
                self._set(self._added(key), cells, told.added[key])
            else:
                self.added[self._free(key)] = cells
        for key in told.added.keys() - edits.added.keys():
            self._delete(self._added(key))
        for row in {*edits.deleted} - {*told.deleted}:
            self._delete(self._row(row))
        # What is no longer deleted cannot come back where it is gone.
        self.lost += len({*told.deleted} - {*edits.deleted})
        cells = {row: cells for row, cells in self.cells.items() if row not in self.deleted}
        deleted = tuple(sorted(self.deleted))
        onto = self.onto
        changed = Edits(onto.mark, onto.rows, cells, self.added, deleted, columns=onto.columns)
        return Moved(changed, self.lost)

    def _row(self, row: int) -> Place | None:
        if self.is_alike:
            place = self.told.place_of(row)
            return None if place is None else self.onto.row_at(place)
        label = self.edits.labels.get(row)
        found = self.find(label) if self.find is not None and label is not None else None
        return None if found is None else (False, found)

    def _added(self, key: int) -> Place | None:
        return self.onto.row_at(self.told.place_of_added(key)) if self.is_alike else None

    def _free(self, key: int) -> int:
        return key if key not in self.added else max(self.added) + 1

    def _set(
        self, place: Place | None, cells: Mapping[int, Any], before: Mapping[int, Any]
    ) -> None:
        changed = {at: one for at, one in cells.items() if at not in before or before[at] != one}
        undone = before.keys() - cells.keys()
        if not changed and not undone:
            return
        if place is None:
            self.lost += len(changed) + len(undone)
            return
        is_added, row = place
        own = (self.added if is_added else self.cells).setdefault(row, {})
        own.update(changed)
        for at in undone:
            self.lost += own.pop(at, None) is None
        if not own and not is_added:
            del self.cells[row]

    def _delete(self, place: Place | None) -> None:
        if place is None:
            self.lost += 1
        elif place[0]:
            self.added.pop(place[1], None)
        else:
            self.deleted.add(place[1])
