"""Fingerprint: what tells a table from others, in the time that it takes to look at its bytes."""

import msgspec
import xxhash

from ostinato.data.arrow import Array
from ostinato.data.column import Column, Table

_encode = msgspec.msgpack.Encoder().encode


def fingerprint(table: Table, seed: int) -> bytes:
    """Return a hash of all that a table holds.

    Args:
        table: The table.
        seed: A secret: who does not know it cannot make two tables that look the same.
    """
    digest = xxhash.xxh3_128(seed=seed)
    digest.update(_encode([table.rows, table.of, table.looks, table.has_plain_index]))
    for column in table.columns:
        _add_column(digest, column)
    return digest.digest()


def _add_column(digest: "xxhash.xxh3_128", column: Column) -> None:
    digest.update(_encode([column.name, column.kind, column.is_index, column.groups, column.zone]))
    for array in (column.array, column.texts, column.looks):
        if array is None:
            digest.update(b"-")
        else:
            _add_array(digest, array)


def _add_array(digest: "xxhash.xxh3_128", array: Array) -> None:
    sizes = [buffer.nbytes for buffer in array.buffers]
    validity = -1 if array.validity is None else array.validity.nbytes
    digest.update(_encode([array.type, array.length, sizes, validity]))
    for buffer in array.buffers:
        digest.update(buffer)
    if array.validity is not None:
        digest.update(array.validity)
    for child in array.children:
        _add_array(digest, child)
