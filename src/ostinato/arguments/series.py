"""Series: numbers in a row, of whatever holds them."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

MOST = 1000
"""Numbers that a small chart can show."""


def series_of(who: str, name: str, data: Any) -> list[float | None]:
    """Return the numbers of a list, array, column or table, of which the first column counts.

    What is None or not finite is None. Of more than `MOST` those are left that can be seen: the
    lowest and the highest of each stretch, in order.

    Args:
        who: What they are for, for errors.
        name: The argument, for errors.
        data: What holds them.

    Raises:
        StreamlitInvalidParameterTypeError: If it cannot be gone through.
        StreamlitAPIException: If something in it is no number.
    """
    column = _first_column(data)
    if isinstance(column, str | bytes) or not isinstance(column, Iterable):
        if not hasattr(column, "__float__"):
            raise StreamlitInvalidParameterTypeError(
                f"{who}: {name} must be a sequence of numbers, got {name}={column!r}"
            )
        column = [column]
    return _visible([_number(who, name, each) for each in column])


def _first_column(data: Any) -> Any:
    """Return what can be gone through; of a table, or rows, the first column."""
    if isinstance(data, Mapping):
        return list(data.values())
    if hasattr(data, "collect") and not hasattr(data, "__len__"):
        data = data.collect()  # A query that has not been asked yet.
    if hasattr(data, "to_series") and hasattr(data, "columns") and not hasattr(data, "iloc"):
        return data.to_series(0) if len(data.columns) else []
    if hasattr(data, "iloc") and getattr(data, "ndim", 1) == 2:
        return data.iloc[:, 0] if data.shape[1] else []
    if hasattr(data, "column_names") and hasattr(data, "column"):
        return data.column(0).to_pylist() if data.column_names else []
    if hasattr(data, "to_pylist"):
        return data.to_pylist()
    if getattr(data, "ndim", None) == 0:
        return [data.item()]
    return data[:, 0] if getattr(data, "ndim", 1) == 2 else data


def _number(who: str, name: str, value: Any) -> float | None:
    if isinstance(value, list | tuple) and value:
        value = value[0]  # A row.
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise StreamlitAPIException(
            f"{who}: {name} must hold numbers only, got {value!r} in it"
        ) from None
    return number if math.isfinite(number) else None


def _visible(numbers: list[float | None]) -> list[float | None]:
    return numbers if len(numbers) <= MOST else list(_extremes(numbers))


def _extremes(numbers: list[float | None]) -> Iterator[float | None]:
    """Yield the lowest and the highest number of each stretch, in their order."""
    count = MOST // 2
    for stretch in range(count):
        part = numbers[len(numbers) * stretch // count : len(numbers) * (stretch + 1) // count]
        places = [place for place, number in enumerate(part) if number is not None]
        if not places:
            yield None
            continue
        low = min(places, key=lambda place: part[place] or 0.0)
        high = max(places, key=lambda place: part[place] or 0.0)
        yield from (part[place] for place in sorted({low, high}))
