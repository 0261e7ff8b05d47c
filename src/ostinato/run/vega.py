"""Vega: charts that are described in Vega-Lite, with their tables as frames."""

from collections.abc import Mapping
from typing import Any

from ostinato.arguments.charts import ChartArguments, OnSelect, asks, has_theme
from ostinato.arguments.inputs import Key
from ostinato.arguments.vega import (
    checked_spec,
    chosen_of,
    measures_of,
    natural_width,
    projected,
    ranges_of,
)
from ostinato.arguments.vega_size import height_of
from ostinato.data.kinds import is_table
from ostinato.errors import StreamlitAPIException
from ostinato.run.charts import draw_chart
from ostinato.run.frames import frame_of, table_in
from ostinato.values.vega_selection import vega_selection
from ostinato.wire.frames import Frame
from ostinato.wire.props import Height, Width, kind_of
from ostinato.wire.vega import VegaProps

SOURCE = "source"
"""What the table of a chart is called, if it is given beside its specification."""


class Tables:
    """The tables of one chart, each known by a name that a specification can call it by."""

    def __init__(self, who: str) -> None:
        self._who = who
        self._names: dict[int, str] = {}
        # Kept, so that no other table is taken for it.
        self._values: list[Any] = []
        self.frames: dict[str, Frame] = {}

    def add(self, value: Any, name: str = "") -> str:
        """Take a table, and return its name; the same one for the same table."""
        known = self._names.get(id(value))
        if known is not None and not name:
            return known
        name = name or f"table-{len(self.frames) + 1}"
        self._names[id(value)] = name
        self._values.append(value)
        self.frames[name] = frame_of(table_in(self._who, value))
        return name


def draw_vega(
    props: type[VegaProps],
    spec: dict[str, Any],
    tables: Tables,
    *,
    width: Width | None,
    height: Height,
    use_container_width: bool | None,
    theme: object,
    key: Key | None,
    on_select: OnSelect,
    selection_mode: object,
    alt: str | None,
) -> Any:
    """Draw a chart, and return what is selected in it, if the script asks, or else its place.

    Args:
        props: The class of its props.
        spec: Its specification, which calls tables by their names.
        tables: Its tables.
        width: As all the following, what the script has said; None for what is usual.
        height: See `ChartArguments`.
        use_container_width: See `ChartArguments`.
        theme: "streamlit" or None.
        key: See `ChartArguments`.
        on_select: What to do when something is selected.
        selection_mode: The names of the selections that are asked for; None for all.
        alt: See `ChartArguments`.

    Raises:
        StreamlitAPIException: If what can be selected is not what the script asks for.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If `theme` or `on_select` is none of what it can be.
    """
    width = natural_width(spec) if width is None else width
    common = ChartArguments(kind_of(props.__name__), alt, width, height, use_container_width, key)
    who = common.who
    is_asked = asks(who, on_select)
    params = chosen_of(who, spec, selection_mode) if is_asked else []
    shown = props(
        **common.props,
        has_theme=has_theme(who, theme),
        spec=projected(spec, params) if params else spec,
        frames=tables.frames,
        params=params,
        room=height_of(spec),
    )
    codec = vega_selection(who, ranges_of(spec, params), measures_of(spec)) if is_asked else None
    return draw_chart(shown, codec, on_select)


def with_tables(who: str, spec: object, tables: Tables) -> dict[str, Any]:
    """Return a specification in which names stand for the tables that are in it.

    Args:
        who: The chart, for errors.
        spec: What the script describes it by.
        tables: Takes the tables.

    Raises:
        StreamlitInvalidParameterTypeError: If it is no specification.
        StreamlitDataframeConversionError: If something in place of a table has no rows.
        StreamlitAPIException: If it holds itself.
    """
    plain = checked_spec(who, spec)
    datasets = plain.get("datasets")
    if isinstance(datasets, Mapping):
        inline = {}
        for name, values in datasets.items():
            if is_table(values):
                tables.add(values, str(name))
            else:
                inline[str(name)] = values
        plain = {**plain, "datasets": inline}
        if not inline:
            del plain["datasets"]
    try:
        found: dict[str, Any] = _without_tables(plain, tables)
    except RecursionError:
        raise StreamlitAPIException(
            f"{who}: spec must neither hold itself nor be nested this deeply: draw a part of it"
        ) from None
    return found


def _without_tables(value: Any, tables: Tables) -> Any:
    """Return nested values in which the data of each view is called by its name."""
    if isinstance(value, list | tuple):
        return [_without_tables(each, tables) for each in value]
    if not isinstance(value, Mapping):
        return value
    changed = {}
    for name, each in value.items():
        if name == "data" and is_table(each):
            changed[name] = {"name": tables.add(each)}
        elif name == "data" and isinstance(each, Mapping) and is_table(each.get("values")):
            rest = {key: part for key, part in each.items() if key != "values"}
            own = str(rest.pop("name", ""))
            changed[name] = {**rest, "name": tables.add(each["values"], own)}
        elif name in ("values", "datasets"):
            changed[name] = each
        else:
            changed[name] = _without_tables(each, tables)
    return changed
