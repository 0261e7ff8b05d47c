"""Kinds: what somebody may show as a table, told by its type and its methods alone."""

import dataclasses
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

LIBRARIES = ("pandas", "numpy", "polars")
LAZY = ("limit", "head")
COMPUTED = ("to_arrow", "to_pyarrow", "fetch_arrow_table", "arrow", "to_pandas", "toPandas", "df")


def is_table(value: object) -> bool:
    """Return whether something is a table by its type, and not merely something with values."""
    if isinstance(value, type) or value is None:
        return False
    library = library_of(type(value))
    if library == "numpy":
        return bool(getattr(value, "ndim", 0)) and hasattr(value, "dtype")
    if library_of(type(value), ("matplotlib",)):
        return False  # Axes have methods of all names.
    if library:
        return is_of_pandas(value) or is_of_polars(value)
    if isinstance(value, Mapping | Sequence | Set | Iterator):
        return hasattr(value, "description") and hasattr(value, "fetchmany")
    if getattr(value, "shape", ()) and hasattr(value, "__array__"):
        return True
    return hasattr(value, "__arrow_c_stream__") or hasattr(value, "__dataframe__") or is_lazy(value)


def library_of(kind: type, libraries: Collection[str] = LIBRARIES) -> str:
    """Return the library whose class a class is made of; "" for another."""
    for each in kind.__mro__[:-1]:
        root = each.__module__.partition(".")[0]
        if root in libraries:
            return root
    return ""


def copies_on_write() -> bool:
    """Return whether pandas copies what is shared when somebody writes to it, as from 3 on."""
    version: str = sys.modules["pandas"].__version__
    return int(version.partition(".")[0]) >= 3


def is_of_pandas(value: object) -> bool:
    """Return whether something is a frame, a series, an index, an array or a Styler of pandas."""
    if library_of(type(value)) != "pandas":
        return False
    pandas = sys.modules["pandas"]
    kinds = pandas.DataFrame, pandas.Series, pandas.Index, pandas.api.extensions.ExtensionArray
    return isinstance(value, kinds) or is_styler(value)


def is_styler(value: object) -> bool:
    """Return whether something is a Styler of pandas, or of a class below it."""
    return library_of(type(value)) == "pandas" and any(
        each.__name__ == "Styler" for each in type(value).__mro__
    )


def is_of_polars(value: object) -> bool:
    """Return whether something is a frame or a series of Polars."""
    if library_of(type(value)) != "polars":
        return False
    polars = sys.modules["polars"]
    return isinstance(value, polars.DataFrame | polars.Series | polars.LazyFrame)


def is_of_numpy(value: object) -> bool:
    """Return whether something is an array of numpy."""
    return library_of(type(value)) == "numpy" and hasattr(value, "ndim")


def is_other_array(value: object) -> bool:
    """Return whether something makes an array of numpy of itself."""
    return hasattr(value, "__array__") and not isinstance(value, type)


def is_in_arrow(value: object) -> bool:
    """Return whether something hands on all of its rows by Arrow's C interface."""
    has_rows = hasattr(value, "__arrow_c_stream__") or hasattr(value, "__arrow_c_array__")
    return has_rows and not hasattr(value, "limit")


def fields_of(row: Any) -> Mapping[Any, Any] | None:
    """Return the values of a row by the names of their columns; None if it has no such names."""
    fields: Mapping[Any, Any] | None = None
    try:
        if is_mapping(row):
            fields = row
        elif hasattr(row, "_asdict"):
            fields = row._asdict()
        elif dataclasses.is_dataclass(row) and not isinstance(row, type):
            fields = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    except Exception:  # noqa: BLE001  (a user's value may raise anything)
        return None
    return fields


def is_mapping(value: object) -> bool:
    """Return whether something has values by their names, and says which."""
    if type(value) is dict:
        return True
    try:
        return isinstance(value, Mapping) and iter(value) is not None
    except Exception:  # noqa: BLE001  (likewise)
        return False


def is_row(row: object) -> bool:
    """Return whether something in a list is a row of it, by place, and no single value."""
    if type(row) in (list, tuple):
        return True
    try:
        if isinstance(row, list | tuple):
            return iter(row) is not None
        return library_of(type(row)) == "numpy" and getattr(row, "ndim", 0) > 0
    except Exception:  # noqa: BLE001  (likewise)
        return False


def is_series(part: object) -> bool:
    """Return whether something in a dict is a column of it, and no single value."""
    return is_values(part) and not is_mapping(part)


def is_values(value: object) -> bool:
    """Return whether something has values, one after the other."""
    try:
        return isinstance(value, Iterable) and not isinstance(value, str | bytes)
    except Exception:  # noqa: BLE001  (likewise)
        return False


def is_lazy(value: object) -> bool:
    """Return whether something has rows that are not in memory, or are those of another library."""
    if isinstance(value, type):
        return False
    has_rows = any(hasattr(value, name) for name in COMPUTED)
    is_cursor = hasattr(value, "fetchmany") and hasattr(value, "description")
    is_computed = hasattr(value, "compute") and hasattr(value, "head")
    has_form = hasattr(value, "_to_pandas") or hasattr(value, "to_dataframe")
    return has_rows or is_cursor or is_computed or has_form
