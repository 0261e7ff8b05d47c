"""Vega: what a specification in the language Vega-Lite says of itself."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from ostinato.arguments.text import is_among
from ostinato.errors import StreamlitAPIException, StreamlitInvalidParameterTypeError

Spec = Mapping[str, Any]

COMPOSED = ("hconcat", "vconcat", "concat", "layer")
FACETS = ("facet", "row", "column")

POSITIONS = ("latitude", "longitude", "radius", "theta", "x", "x2", "y", "y2")
LOOKS = ("color", "fill", "opacity", "shape", "size", "stroke")
SELECTABLE = sorted(POSITIONS + LOOKS)
"""Channels by which something can be selected."""

MEASURED = ("quantitative", "temporal")
NAMED = ("band", "ordinal", "point")
"""Types of fields that are measured, and of scales on which they are names all the same."""

GIVEN = re.compile(r"(param|view)_([0-9a-f]{16}|\d+)")
"""Names that Altair gives: by counting all charts of a process, or from what they stand for."""


def natural_width(spec: Spec) -> Literal["stretch", "content"]:
    """Return the width of a chart whose script says none: what stands side by side has its own."""
    encoding = spec.get("encoding")
    has_facets = isinstance(encoding, Mapping) and any(name in encoding for name in FACETS)
    has_nested = any(
        isinstance(part, Mapping) and any(name in part for name in COMPOSED)
        for part in _parts(spec.get("vconcat"))
    )
    is_wide = has_facets or has_nested or any(name in spec for name in ("facet", "hconcat"))
    return "content" if is_wide or "repeat" in spec else "stretch"


def selections_of(spec: Spec) -> list[str]:
    """Return the names of what can be selected in a chart, in their order.

    Example:
        >>> selections_of({"params": [{"name": "brush", "select": "interval"}, {"name": "size"}]})
        ['brush']
    """
    found = {
        str(param["name"]): None
        for part in parts_of(spec)
        for param in _parts(part.get("params"))
        if isinstance(param, Mapping) and "select" in param and "name" in param
    }
    return [*found]


def parts_of(spec: Spec) -> Iterator[Spec]:
    """Yield a specification and the views that it is made of."""
    yield spec
    inner = [spec.get("spec"), *(part for name in COMPOSED for part in _parts(spec.get(name)))]
    for part in inner:
        if isinstance(part, Mapping):
            yield from parts_of(part)


def chosen_of(who: str, spec: Spec, mode: object) -> list[str]:
    """Return the names of the selections that a script asks for.

    Args:
        who: The chart, for errors.
        spec: Its specification.
        mode: What the script has said: names, or None for all.

    Raises:
        StreamlitAPIException: If the chart has no selections, or none of such a name.
    """
    known = selections_of(spec)
    if not known:
        raise StreamlitAPIException(
            f"{who}: on_select needs a selection, and the chart has none: add a parameter with"
            ' "select", or in Altair add_params(alt.selection_point())'
        )
    if mode is None:
        return known
    is_one = isinstance(mode, str) or not isinstance(mode, Iterable)
    names: list[Any] = [mode] if is_one else [*mode]  # type: ignore[misc]
    for name in names:
        if not is_among(name, known):
            raise StreamlitAPIException(
                f"{who}: selection_mode must name selections of the chart, got"
                f" selection_mode={name!r}: it has {', '.join(map(repr, known))}"
            )
    return [str(name) for name in dict.fromkeys(names)]


def ranges_of(spec: Spec, names: Iterable[str]) -> dict[str, bool]:
    """Return whether each of the selections of a chart is a range, and never points.

    Example:
        >>> ranges_of({"params": [{"name": "brush", "select": "interval"}]}, ["brush"])
        {'brush': True}
    """
    parts = [*parts_of(spec)]
    # On a map, an interval selects the points that are in it.
    is_map = any("projection" in part or "longitude" in _encoding(part) for part in parts)
    kinds = {
        str(param.get("name")): _kind(param.get("select"))
        for part in parts
        for param in _parts(part.get("params"))
        if isinstance(param, Mapping) and "select" in param
    }
    return {name: kinds.get(name) == "interval" and not is_map for name in names}


def _kind(select: Any) -> Any:
    return select.get("type") if isinstance(select, Mapping) else select


def measures_of(spec: Spec) -> set[str]:
    """Return the fields that a chart shows along axes of numbers or times, and nowhere as names.

    Example:
        >>> x = {"field": "day", "type": "temporal"}
        >>> measures_of({"encoding": {"x": x, "y": {"field": "kind", "type": "nominal"}}})
        {'day'}
    """
    found: dict[str, bool] = {}
    for part in parts_of(spec):
        for name in ("x", "y"):
            channel = _encoding(part).get(name)
            if not isinstance(channel, Mapping):
                continue
            field = channel.get("field")
            if isinstance(field, str):
                found[field] = found.get(field, True) and _is_measured(channel)
    return {field for field, is_measured in found.items() if is_measured}


def _is_measured(channel: Spec) -> bool:
    scale = channel.get("scale")
    kind = scale.get("type") if isinstance(scale, Mapping) else None
    is_changed = any(name in channel for name in ("aggregate", "bin", "timeUnit"))
    return channel.get("type") in MEASURED and kind not in NAMED and not is_changed


def projected(spec: dict[str, Any], params: Collection[str]) -> dict[str, Any]:
    """Return a specification whose selections of points say what they select by.

    What says nothing of that selects by all that its view shows, and not by the number of a row.

    Example:
        >>> shown = {"mark": "bar", "encoding": {"x": {"field": "day"}}}
        >>> projected({**shown, "params": [{"name": "at", "select": "point"}]}, ["at"])["params"]
        [{'name': 'at', 'select': {'type': 'point', 'encodings': ['x']}}]
    """
    changed = dict(spec)
    channels = _channels(spec)
    if "params" in spec and "mark" in spec and channels:
        changed["params"] = [_projected(each, channels, params) for each in _parts(spec["params"])]
    for name in COMPOSED:
        if name in spec:
            changed[name] = [
                projected(part, params) if isinstance(part, dict) else part
                for part in _parts(spec[name])
            ]
    if isinstance(spec.get("spec"), dict):
        changed["spec"] = projected(spec["spec"], params)
    return changed


def _channels(spec: Spec) -> list[str]:
    """Return the channels of a view that show a field as it is."""
    encoding = _encoding(spec)
    return [name for name in SELECTABLE if _has_field(encoding.get(name))]


def _encoding(spec: Spec) -> Spec:
    encoding = spec.get("encoding")
    return encoding if isinstance(encoding, Mapping) else {}


def _has_field(channel: Any) -> bool:
    if not isinstance(channel, Mapping) or "aggregate" in channel:
        return False
    return isinstance(channel.get("field"), str) or _has_field(channel.get("condition"))


def _projected(param: Any, channels: list[str], params: Collection[str]) -> Any:
    if not isinstance(param, Mapping) or str(param.get("name")) not in params:
        return param
    select = param.get("select")
    if param.get("bind") is not None or "value" in param:
        return param
    if select == "point":
        select = {"type": "point"}
    if not isinstance(select, Mapping) or select.get("type") != "point":
        return param
    if "fields" in select or "encodings" in select:
        return param
    return {**param, "select": {**select, "encodings": channels}}


def checked_spec(who: str, spec: object) -> dict[str, Any]:
    """Return a specification with names that can travel.

    Raises:
        StreamlitInvalidParameterTypeError: If it is none.
    """
    if not isinstance(spec, Mapping):
        raise StreamlitInvalidParameterTypeError(
            f"{who}: spec must be a dict in Vega-Lite, got a {type(spec).__name__}: pass"
            " json.loads(text) for a text, and st.altair_chart for a chart of Altair"
        )
    return {str(name): value for name, value in spec.items()}


def renamed(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose names do not depend on what other charts there are.

    Example:
        >>> renamed({"params": [{"name": "param_7", "select": "point"}]})
        {'params': [{'name': 'param_1', 'select': 'point'}]}
    """
    names: dict[str, str] = {}
    counts = {"param": 0, "view": 0}
    # Those of parameters first, in the order in which the chart has them.
    for name in [*_given(spec, "params"), *_given(spec, "views")]:
        if name not in names:
            kind = name.partition("_")[0]
            counts[kind] += 1
            names[name] = f"{kind}_{counts[kind]}"
    if all(old == new for old, new in names.items()):
        return spec
    pattern = re.compile(rf"\b({'|'.join(names)})(?![0-9a-f])")
    replaced: dict[str, Any] = _replaced(spec, lambda text: pattern.sub(_named(names), text))
    return replaced


def _given(spec: Spec, kind: str) -> Iterator[str]:
    for part in parts_of(spec):
        here = [part] if kind == "views" else _parts(part.get("params"))
        for each in here:
            name = each.get("name") if isinstance(each, Mapping) else None
            if isinstance(name, str) and GIVEN.fullmatch(name):
                yield name


def _named(names: Mapping[str, str]) -> Any:
    return lambda match: names[match[1]]


def _replaced(value: Any, change: Any) -> Any:
    """Return a copy of nested values in which `change` has changed each text but for data."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_replaced(each, change) for each in value]
    if isinstance(value, Mapping):
        return {
            name: each if name in ("datasets", "values") else _replaced(each, change)
            for name, each in value.items()
        }
    return value


def _parts(value: Any) -> list[Any]:
    return [*value] if isinstance(value, list | tuple) else []
