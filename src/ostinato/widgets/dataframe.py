"""Dataframe: a table to look at, sort, search, and select in."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, get_args

from ostinato.arguments.inputs import Key
from ostinato.arguments.tables import TableArguments, documented_table
from ostinato.arguments.text import check_choice, is_among
from ostinato.errors import StreamlitIncompatibleParametersError, StreamlitValueError
from ostinato.run.elements import announce, draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.frames import FrameProps
from ostinato.wire.props import Height, Width

SelectionMode = Literal[
    "multi-row",
    "single-row",
    "single-row-required",
    "multi-column",
    "single-column",
    "multi-cell",
    "single-cell",
]
MODES = get_args(SelectionMode)


class Dataframe(FrameProps, frozen=True, kw_only=True):
    """The wire form of `dataframe`.

    `order` are the numbers of the columns to show, beside those of the index. `can_export` is false
    if nothing is to be copied or downloaded. `selects` says what can be selected; null if the
    script does not ask. Its value has lists: `rows` by their numbers, `columns` by their names, and
    `cells` as pairs of both.
    """

    selects: list[SelectionMode] | None = None


@element
@documented_table
def dataframe(
    data: Any = None,
    width: Width = "stretch",
    height: Height = "auto",
    *,
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    key: Key | None = None,
    on_select: Callable[..., object] | Literal["ignore", "rerun"] = "ignore",
    selection_mode: SelectionMode | Iterable[SelectionMode] = "multi-row",
    selection_default: Mapping[str, Any] | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    lazy: bool | None = None,
    alt: str | None = None,
) -> Any:
    """Show a table that can be sorted, searched and selected in.

    Args:
        data: Rows and columns in any form: frames, series and arrays of pandas, Polars, Arrow,
            numpy, DuckDB, Dask, Modin and others, what a Styler of pandas makes of one, cursors of
            databases, dicts, lists, sets, generators; None for an empty table.
        hide_index: Whether to hide the index; None hides plain numbers beside what is selected.
        column_config: How columns are shown, by name, or by number with 0 for the index: one of
            `st.column_config`, a label, or None to hide it. The index is "_index".
        key: Its name in session state, if the script asks what is selected; also the CSS class
            `st-key-<key>`.
        on_select: "ignore", "rerun" to ask what is selected, or a function to call before that.
        selection_mode: What can be selected: "multi-row", "single-row", "single-row-required",
            "multi-column", "single-column", "multi-cell", "single-cell", or a list of them.
        selection_default: What is selected at first, as in session state:
            `{"selection": {"rows": [0]}}`.
        lazy: True to compute all rows of what has not been computed yet; else its first 10,000.

    Returns:
        Its place or, if the script asks, what is selected: `.selection.rows`, `.selection.columns`
        and `.selection.cells`.

    Raises:
        StreamlitAPIException: If what session state or `selection_default` selects is no selection.
        StreamlitDataframeConversionError: If `data` has no rows.
        StreamlitIncompatibleParametersError: If only one of something can be selected and several
            too, or there is a selection that nobody asks for.
        StreamlitInvalidParameterTypeError: If `column_config` is not said as it must be.

    Differs:
        data: Columns may have the same name, be sparse or have whole numbers of any size; what has
            no type of its own is shown as text. An array may have more than two dimensions.
        lazy: Every table that is not small is fetched as it is shown, with search, selections and
            styles; of a LazyFrame the first rows are shown, unless `lazy` is True.

    Example:
        >>> event = st.dataframe({"name": ["Ada", "Bob"]}, on_select="rerun")
    """
    announce("dataframe")
    from ostinato.run.tables import configured  # noqa: PLC0415  (few scripts show tables)

    common = TableArguments(
        "dataframe", key, alt, width, height, row_height, placeholder, use_container_width
    )
    who = common.who
    modes = _modes(who, on_select, selection_mode, selection_default)
    is_lazy = lazy is not None and as_flag(who, "lazy", lazy)
    shown = configured(who, data, column_config, column_order, hide_index, modes, is_lazy=is_lazy)
    props = Dataframe(**common.props, **shown.props, frame=shown.frame, selects=modes)
    if modes is None:
        return draw(props)
    return draw(props, value=shown.selection(who, selection_default, on_select))


def _modes(
    who: str, on_select: object, mode: object, default: object
) -> list[SelectionMode] | None:
    """Return what can be selected; None if nobody asks.

    Raises:
        StreamlitIncompatibleParametersError: If it cannot be said both.
        StreamlitValueError: If there is no such mode, or `on_select` is none of what it can be.
    """
    if not is_among(on_select, ("rerun", "ignore")) and not callable(on_select):
        raise StreamlitValueError(
            f'{who}: on_select must be "rerun", "ignore" or a function, got on_select={on_select!r}'
        )
    if is_among(on_select, ("ignore",)):
        if default is not None:
            raise StreamlitIncompatibleParametersError(
                f'{who}: a selection needs on_select="rerun" or a function, got'
                f" selection_default={default!r} and on_select={on_select!r}"
            )
        return None
    is_one = isinstance(mode, str) or not isinstance(mode, Iterable)
    modes: list[Any] = [mode] if is_one else [*mode]  # type: ignore[misc]
    for each in modes:
        check_choice(who, "selection_mode", each, MODES)
    for word in ("row", "column", "cell"):
        found = [each for each in modes if word in each]
        if len({*found}) > 1:
            raise StreamlitIncompatibleParametersError(
                f"{who}: one {word} can be selected or several, got selection_mode={modes!r}"
            )
    return modes
