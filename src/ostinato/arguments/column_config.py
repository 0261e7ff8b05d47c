"""Column config: what a script says of the columns of a table, each in its place."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from ostinato.arguments.columns import ButtonSpec, column_of
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.wire.frames import ColumnOptions, FrameColumn

INDEX = "_index"
SHARED = frozenset(
    {"label", "width", "help", "disabled", "required", "pinned", "alignment", "hidden"}
)

Said = ColumnOptions | ButtonSpec


def said_of(who: str, config: object) -> dict[str | int, Said]:
    """Return what is said of columns, by their names and numbers.

    Raises:
        StreamlitInvalidParameterTypeError: If it is not said as it must be.
    """
    if config is None:
        return {}
    if not isinstance(config, Mapping):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: column_config must be a dict by the names of columns,"
            f" got column_config={config!r:.100}"
        )
    return {_name(who, name): _said(who, name, one) for name, one in config.items()}


def _name(who: str, name: object) -> str | int:
    if isinstance(name, str) or (isinstance(name, int) and not isinstance(name, bool)):
        return name
    raise StreamlitInvalidParameterTypeError(
        f"{who}: columns in column_config are known by a name or a number, got {name!r}"
    )


def _said(who: str, name: object, one: object) -> Said:
    if one is None:
        return ColumnOptions(hidden=True)
    if isinstance(one, ColumnOptions | ButtonSpec):
        return one
    if isinstance(one, str):
        return ColumnOptions(label=one)
    if isinstance(one, Mapping) and {*one} <= SHARED:
        hidden = bool(one.get("hidden"))
        rest: dict[str, Any] = {key: value for key, value in one.items() if key != "hidden"}
        return replace(column_of(None, rest.pop("label", None), **rest), hidden=hidden)
    raise StreamlitInvalidParameterTypeError(
        f"{who}: a column in column_config must be one of st.column_config, a label, or None to"
        f" hide it, got {name!r}: {one!r:.100}"
    )


def placed(
    said: Mapping[str | int, Said], columns: Sequence[FrameColumn], offset: int
) -> dict[int, Said]:
    """Return what is said of columns by their places in a frame.

    What is said of a name that the table does not have, is of no column.

    Args:
        said: What is said, by names and numbers.
        columns: Those of the frame.
        offset: The number that the script knows the first of them by.
    """
    if not said:
        return {}
    found = {}
    for place, column in enumerate(columns):
        names = (column.name, INDEX) if column.is_index else (column.name,)
        for name in (*names, place + offset):
            if name in said:
                found[place] = said[name]
                break
    return found


def misnamed(names: object, columns: Sequence[FrameColumn], offset: int) -> list[object]:
    """Return the names and numbers that no column has; none if there is no column yet.

    Args:
        names: What a script calls columns.
        columns: Those of the frame.
        offset: The number that the script knows the first of them by.
    """
    if not names or not isinstance(names, Collection) or isinstance(names, str | bytes):
        return []  # What is no list is an error elsewhere, or would be used up by a look.
    if all(column.is_index for column in columns):
        return []
    known: set[object] = {INDEX, *(column.name for column in columns)}
    known |= {*range(offset, offset + len(columns)), 0}
    return [name for name in names if isinstance(name, str | int) and name not in known]


def order_of(who: str, order: object, columns: Sequence[FrameColumn]) -> list[int] | None:
    """Return the places of the columns to show, but for those of the index.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no list of names.
    """
    if order is None:
        return None
    if not isinstance(order, Iterable):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: column_order must be a list of names, got column_order={order!r}"
        )
    places: dict[str, list[int]] = {}
    for place, column in enumerate(columns):
        if not column.is_index:
            places.setdefault(column.name, []).append(place)
    names = [order] if isinstance(order, str) else order
    return [place for name in names for place in places.get(str(name), ())]
