"""Edited arrays: those of numpy, with what was changed in them.

An array whose type has no room for a value is widened: whole numbers, of which one is taken away,
become ones with fractions if these hold all of them, and anything else becomes objects.

Nothing here imports the library: whoever has an array has loaded it.
"""

import sys
from collections.abc import Sequence
from typing import Any

from ostinato.data.edited import Changes
from ostinato.data.same import is_same
from ostinato.wire.frames import EXACT


def edited_numpy(data: Any, changes: Changes) -> Any:
    """Return an array with its changes."""
    array = data.copy()
    if not changes.edits:
        return array
    if array.dtype.names:
        return _records(array, changes)
    columns = range(array.shape[1] if array.ndim > 1 else 1)
    found = _set(array.reshape(len(array), 1) if array.ndim < 2 else array, changes, columns)
    return found.reshape(-1) if array.ndim < 2 else found


def edited_part(part: Any, changes: Changes, at: int) -> Any:
    """Return an array that is one column, as it is now."""
    base = changes.index
    return _set(part[:, None], changes, range(at - base, at - base + 1))[:, 0]


def array_like(values: Sequence[Any], dtype: Any) -> Any:
    """Return values as an array, of a type if it has room for them."""
    numpy = sys.modules["numpy"]
    found = _widened(numpy.zeros(0, dtype=dtype), values)
    made = numpy.empty(len(values), dtype=found.dtype)
    for at, value in enumerate(values):
        made[at] = _as_none(value, made)
    return made


def objects_of(array: Any) -> Any:
    """Return an array whose values are objects, exactly what they were."""
    if array.dtype.kind not in "mM":
        return array.astype(object)
    # As objects, numpy makes plain numbers of fine moments.
    found = sys.modules["numpy"].empty(array.size, dtype=object)
    found[:] = [*array.reshape(-1)]
    return found.reshape(array.shape)


def read_again(value: Any, dtype: Any, shape: tuple[int, ...] = ()) -> Any:
    """Return what becomes of a value in an array.

    Raises:
        TypeError: If it cannot be in it, or ValueError or OverflowError.
    """
    if dtype.kind == "O":
        return value
    numpy = sys.modules["numpy"]
    # A text may be longer than those that are there.
    with numpy.errstate(all="ignore"):  # What becomes infinite is another value, and told so.
        made = numpy.array(value, dtype=dtype.kind if dtype.kind in "US" else dtype)
    if made.shape != shape:
        raise ValueError("it has another shape")
    return (made.astype("M8[us]") if dtype.kind == "M" and _is_fine(dtype) else made).tolist()


def _is_fine(dtype: Any) -> bool:
    return sys.modules["numpy"].datetime_data(dtype)[0] in ("ns", "ps", "fs", "as")


def _set(array: Any, changes: Changes, columns: range) -> Any:
    """Return columns of an array, whose rows come first, as they are now."""
    numpy, base, first = sys.modules["numpy"], changes.index, columns.start
    places = [at for at in columns if at + base in changes.by_column]
    cells = [(at - first, changes.by_column[at + base]) for at in places]
    added = [[row.get(base + at) for at in columns] for row in changes.added]
    now = [value for _at, rows in cells for value in rows.values()]
    array = _widened(array, now + [value for row in added for value in row])
    for at, rows in cells:
        for row, value in rows.items():
            array[row, at] = _as_none(value, array)
    if changes.edits.deleted:
        mask = numpy.ones(len(array), dtype=bool)
        mask[list(changes.edits.deleted)] = False
        array = array[mask]
    if added:
        is_masked = isinstance(array, numpy.ma.MaskedArray)
        library = numpy.ma if is_masked else numpy
        more = library.empty((len(added), *array.shape[1:]), dtype=array.dtype)
        for row, values in enumerate(added):
            for at, value in enumerate(values):
                more[row, at] = _as_none(value, more)
        array = library.concatenate([array, more])
    return array


def _as_none(value: Any, array: Any) -> Any:
    if value is not None:
        return value
    if isinstance(array, sys.modules["numpy"].ma.MaskedArray):
        return sys.modules["numpy"].ma.masked
    kind = array.dtype.kind
    return float("nan") if kind in "fc" else "NaT" if kind in "mM" else None


def _widened(array: Any, now: Sequence[Any]) -> Any:
    """Return an array that has room for new values, and can be written to."""
    numpy, dtype = sys.modules["numpy"], array.dtype
    values = [value for value in now if value is not None]
    if not all(_fits(value, array) for value in values):
        return objects_of(array)
    has_none = len(values) < len(now) and not isinstance(array, numpy.ma.MaskedArray)
    if has_none and dtype.kind not in "fcmMO":
        return array.astype(float) if _is_exact_as_float(array, values) else objects_of(array)
    if dtype.kind == "U":
        longest = max((len(value) for value in values), default=0)
        if longest * 4 > dtype.itemsize:
            return array.astype(f"U{longest}")
    return array if array.flags.writeable else array.copy()


def _fits(value: Any, array: Any) -> bool:
    try:
        return is_same(value, read_again(value, array.dtype, array.shape[2:]))
    except (TypeError, ValueError, OverflowError):
        return False


def _is_exact_as_float(array: Any, values: Sequence[Any]) -> bool:
    if array.dtype.kind not in "iu":
        return False
    ends = [int(array.max()), int(array.min())] if array.size else []
    return all(abs(each) <= EXACT for each in [*ends, *values])


def _records(array: Any, changes: Changes) -> Any:
    """Return records, whose fields may be widened."""
    numpy = sys.modules["numpy"]
    names = array.dtype.names
    flat = array.reshape(len(array))
    columns = [
        _set(flat[name][:, None], changes, range(at, at + 1))[:, 0] for at, name in enumerate(names)
    ]
    is_as_before = all(
        flat[name].dtype == column.dtype for name, column in zip(names, columns, strict=True)
    )
    pairs = zip(names, columns, strict=True)
    dtype = (
        array.dtype
        if is_as_before
        else [(name, column.dtype, column.shape[1:]) for name, column in pairs]
    )
    rows = len(columns[0])
    is_masked = isinstance(array, numpy.ma.MaskedArray)
    found = (numpy.ma if is_masked else numpy).empty(rows, dtype=dtype)
    for name, column in zip(names, columns, strict=True):
        found[name] = column
    found = found.reshape(-1, *array.shape[1:])
    return found.view(type(array)) if isinstance(array, numpy.recarray) else found
