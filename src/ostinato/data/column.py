"""Column: an array with its name and what is known of its values; a table is a list of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from ostinato.data.arrow import Array
from ostinato.wire.frames import ColumnKind, Look


class Column(NamedTuple):
    """One column of a table.

    Args:
        name: As it is shown.
        array: Its values.
        kind: What its values are.
        is_index: Whether it names the rows.
        groups: The headers above its name, outermost first.
        zone: The time zone in which its moments are shown.
        texts: What is shown in place of some values; None for others.
        looks: The place of a cell's look in those of the table, counted from 1; 0 for none.
    """

    name: str
    array: Array
    kind: ColumnKind
    is_index: bool = False
    groups: tuple[str, ...] = ()
    zone: str | None = None
    texts: Array | None = None
    looks: Array | None = None


class Table(NamedTuple):
    """A table: columns of the same length.

    Args:
        columns: Those of the index first.
        rows: How many there are.
        looks: How cells are drawn that are drawn otherwise.
        of: How many rows there were before it was cut off; -1 if nobody knows.
        has_plain_index: Whether its rows have numbers only, or no names at all.
        is_borrowed: Whether the script can change what lies in its buffers.
        has_names: Whether somebody has given its columns their names.
        source: What must stay for the buffers not to change: as long as it is there, whoever writes
            to the data of the script writes to a copy.
        counts_from_first: Whether scripts know its first column by 0; else an index comes before
            it, even if there is none to be seen.
    """

    columns: Sequence[Column]
    rows: int
    looks: Sequence[Look] = ()
    of: int | None = None
    has_plain_index: bool = True
    is_borrowed: bool = True
    has_names: bool = True
    source: Any = None
    counts_from_first: bool = False

    @property
    def index_columns(self) -> int:
        """How many columns name the rows."""
        return sum(column.is_index for column in self.columns)

    @property
    def first_number(self) -> int:
        """The number that scripts know the first column by."""
        return 0 if self.index_columns or self.counts_from_first else 1
