"""Vega size: how high a chart in Vega-Lite will be, as far as one can know before it is drawn."""

from collections.abc import Mapping
from typing import Any

from ostinato.arguments.charts import USUAL_HEIGHT
from ostinato.arguments.vega import COMPOSED, FACETS, Spec, parts_of

VIEW = 300
"""What Vega-Lite takes for each view of several."""

BETWEEN = 20
INPUT = 36
PADDING = 8
LABELS, TITLE, HEADER, HEADING = 22, 24, 41, 30
"""Room for the labels and the title of an axis, for those of facets, and for a title."""


def height_of(spec: Spec) -> int:
    """Return how high a chart will be, in pixels.

    Example:
        >>> height_of({"mark": "bar", "encoding": {}, "height": 200})
        200
    """
    inputs = sum(
        _inputs(param.get("bind"))
        for part in parts_of(spec)
        for param in _dicts(part.get("params"))
    )
    if is_single(spec):
        own = spec.get("height")
        return INPUT * inputs + (round(own) if isinstance(own, int | float) else USUAL_HEIGHT)
    return INPUT * inputs + _part_height(spec) + PADDING


def is_single(spec: Spec) -> bool:
    """Return whether all of a chart is one view, which is as large as it is asked to be."""
    encoding = spec.get("encoding")
    channels = encoding if isinstance(encoding, Mapping) else {}
    is_view = "mark" in spec or "layer" in spec
    return is_view and not any(name in channels or name in spec for name in FACETS)


def _part_height(spec: Spec) -> int:
    heading = HEADING if spec.get("title") else 0
    for name in COMPOSED[:3]:
        if heights := [_part_height(part) for part in _dicts(spec.get(name))]:
            return heading + _stacked(heights, _columns(spec, name, len(heights)))
    inner = spec.get("spec")
    if isinstance(inner, Mapping):
        count = _repeated(spec)
        height = _part_height(inner) * count + BETWEEN * (count - 1)
        return heading + height + (HEADER if "facet" in spec else 0)
    own = spec.get("height")
    height = round(own) if isinstance(own, int | float) else VIEW
    encoding = spec.get("encoding")
    channels = encoding if isinstance(encoding, Mapping) else {}
    has_header = "facet" in channels or "column" in channels
    return heading + height + _axis(spec) + (HEADER if has_header else 0)


def _axis(spec: Spec) -> int:
    """Return the room below a view, or the views of a layer."""
    views = [spec, *_dicts(spec.get("layer"))]
    encodings = [view["encoding"] for view in views if isinstance(view.get("encoding"), Mapping)]
    found = [encoding["x"] for encoding in encodings if isinstance(encoding.get("x"), Mapping)]
    if not found:
        return 0
    axis = found[0].get("axis", {})
    if axis is None:
        return 0
    has_title = "title" not in found[0] or found[0]["title"] is not None
    if isinstance(axis, Mapping) and "title" in axis:
        has_title = axis["title"] is not None
    return LABELS + (TITLE if has_title else 0)


def _stacked(heights: list[int], columns: int) -> int:
    rows = [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]
    return sum(rows) + BETWEEN * (len(rows) - 1)


def _columns(spec: Spec, name: str, count: int) -> int:
    columns = spec.get("columns")
    if name == "concat" and isinstance(columns, int) and columns > 0:
        return columns
    return 1 if name == "vconcat" else count


def _repeated(spec: Spec) -> int:
    """Return in how many rows views are repeated, if that does not follow from the data."""
    repeat, columns = spec.get("repeat"), spec.get("columns")
    if isinstance(repeat, Mapping) and isinstance(repeat.get("row"), list):
        return len(repeat["row"]) or 1
    if isinstance(repeat, list) and isinstance(columns, int) and columns > 0:
        return -(-len(repeat) // columns) or 1
    return 1


def _inputs(bind: Any) -> int:
    """Return how many inputs stand below a chart for a parameter."""
    if not isinstance(bind, Mapping):
        return 0
    return 1 if "input" in bind or "element" in bind else len(_dicts([*bind.values()]))


def _dicts(value: Any) -> list[Mapping[str, Any]]:
    parts = value if isinstance(value, list | tuple) else ()
    return [part for part in parts if isinstance(part, Mapping)]
