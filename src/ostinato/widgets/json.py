"""Json: nested data, foldable."""

import dataclasses
from collections import UserList
from collections.abc import Iterable, Mapping, Set, ValuesView
from typing import Any

from ostinato.arguments.size import check_width
from ostinato.errors import StreamlitInvalidParameterTypeError
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import Props, Width
from ostinato.wire.text import sendable

SECRET = "ostinato.commands.secrets"
"""Where that is defined which few scripts have."""


class Json(Props, frozen=True):
    """The wire form of `json`: `body` is JSON text; `expanded` may be a depth."""

    body: str
    expanded: bool | int = True
    width: Width = "stretch"


@element
def json(body: object, *, expanded: bool | int = True, width: Width = "stretch") -> Container:
    """Show nested data as a tree that can be folded.

    Args:
        body: Dicts, lists and plain values; JSON text; or anything else, shown as its text.
        expanded: Whether all is unfolded at first, or to which depth.
        width: "stretch" or pixels.

    Raises:
        StreamlitInvalidParameterTypeError: If `expanded` is neither bool nor int.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.

    Example:
        >>> st.json({"name": "Ada", "born": 1815}, expanded=1)
    """
    check_width("json", width)
    if not isinstance(expanded, int):
        raise StreamlitInvalidParameterTypeError(
            f"json: expanded must be a bool or a depth, got expanded={expanded!r}"
        )
    if not isinstance(expanded, bool):
        expanded = max(0, expanded)
    text = body if isinstance(body, str) else _dumped(body)
    # An escape of JSON stands for what no UTF-8 can carry.
    return draw(Json(sendable(text), expanded, width))


def _dumped(body: object) -> str:
    import json  # noqa: PLC0415  (few scripts show any)

    return json.dumps(_plain(body, ()), ensure_ascii=False)


def _plain(value: Any, above: tuple[int, ...]) -> Any:
    """Return a value in the types that JSON has; `above` are the ids of what it lies in."""
    try:
        return _known(value, above)
    except Exception:  # noqa: BLE001  (a user's value may raise anything when it is asked)
        from ostinato.data.plain import text_of  # noqa: PLC0415  (few values do)

        return text_of(value)


def _known(value: Any, above: tuple[int, ...]) -> Any:
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int) or (isinstance(value, float) and value - value == 0):
        # A subclass may print itself in a way that is no JSON.
        return int(value) if isinstance(value, int) else float(value)
    if id(value) in above:
        return "..."
    above = (*above, id(value))
    fields = _fields(value)
    if fields is not None:
        return {str(name): _plain(one, above) for name, one in fields.items()}
    if _is_sequence(value):
        return [_plain(one, above) for one in value]
    if hasattr(value, "tolist"):
        return _plain(value.tolist(), above)
    return str(value)


def _fields(value: Any) -> Mapping[Any, Any] | None:
    if isinstance(value, Mapping) and type(value).__module__ == SECRET:
        # Whoever wants to show them says so: by `to_dict`.
        return dict.fromkeys(value, "...")
    if isinstance(value, Mapping):
        return value
    if hasattr(value, "_asdict"):
        fields: Mapping[Any, Any] = value._asdict()  # A named tuple, which has no other door.
        return fields
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: getattr(value, name) for name in names}
    return None


def _is_sequence(value: object) -> bool:
    if isinstance(value, list | tuple | UserList | Set | ValuesView | range | map | filter | zip):
        return True
    return isinstance(value, Iterable) and type(value).__name__ in ("deque", "enumerate")
