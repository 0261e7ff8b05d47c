"""Data editor: a table whose cells can be set, and rows added and deleted."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from ostinato.arguments.inputs import Arguments, Key, KeywordArguments, OnChange
from ostinato.arguments.tables import TableArguments, documented_table
from ostinato.arguments.text import check_choice
from ostinato.run.elements import announce, draw, element
from ostinato.values.value import Value
from ostinato.wire.frames import FrameProps, NumRows
from ostinato.wire.props import Height, Width


class DataEditor(FrameProps, frozen=True, kw_only=True):
    """The wire form of `data_editor`.

    A column that cannot be edited is disabled in its options. `mark` tells its data from others.
    Its value has the `mark` of the data that it is of, and lists: `cells` that were set, each with
    its row, column and value; `added` rows, each with a key and pairs of column and value, and the
    numbers of `deleted` rows.
    """

    mark: str
    num_rows: NumRows = "fixed"


@element
@documented_table
def data_editor(
    data: Any,
    *,
    width: Width = "stretch",
    height: Height = "auto",
    use_container_width: bool | None = None,
    hide_index: bool | None = None,
    column_order: Iterable[str] | None = None,
    column_config: Mapping[Any, Any] | None = None,
    num_rows: NumRows = "fixed",
    disabled: bool | Iterable[str | int] = False,
    key: Key | None = None,
    on_change: OnChange = "rerun",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    row_height: int | None = None,
    placeholder: str | None = None,
    alt: str | None = None,
) -> Any:
    """Show a table that can be edited, and return it as it was edited.

    With a key, `st.session_state` tells what was changed: `edited_rows` by row and column,
    `added_rows` and `deleted_rows`. It cannot be set.

    Args:
        data: Rows and columns in any form that `dataframe` shows.
        hide_index: Whether to hide the index; None hides plain numbers where rows can be added or
            deleted.
        column_config: How columns are shown and what fits their cells, by name, or by number with
            0 for the index: one of `st.column_config`, a label, or None to hide it. The index is
            "_index".
        num_rows: Whether rows can be added and deleted: "fixed", "dynamic" for both, "add" or
            "delete".
        disabled: Whether nothing can be edited, or the names and numbers of columns that cannot.
        on_change: "rerun", "ignore", or a function to call before the rerun.
        args: Passed to `on_change`, by position.
        kwargs: Passed to `on_change`, by name.

    Returns:
        The data as it was edited, of the type that it was passed in: of pandas, Polars, Arrow and
        numpy, lists, tuples, sets and dicts. Anything else is a `pandas.DataFrame`.

    Raises:
        StreamlitAPIException: If `data` has no rows.
        StreamlitDuplicateElementId: If two have equal arguments, and neither has a key.
        StreamlitInvalidParameterTypeError: If `column_config` or `disabled` is not said as it must
            be.
        StreamlitValueAssignmentNotAllowedError: If the script has set its key.

    Differs:
        data: What a person has entered, and the script has not been given yet, is brought onto
            changed data, row by row. So an editor may be given what it has returned:
            `data = st.data_editor(data)` with `data` in session state keeps every edit.
        key: With `num_rows="fixed"` edits follow the rows by the names that a unique index gives
            them, also when there are more or fewer of them.
        disabled: What a browser sends for a column that is disabled is dropped, as is what does not
            fit its column. A name that differs from one in capitals or spaces alone is that one.

    Example:
        >>> edited = st.data_editor({"name": ["Ada", "Bob"], "age": [36, 41]})
    """
    announce("data_editor")
    from ostinato.run import editing  # noqa: PLC0415  (few scripts have tables)
    from ostinato.run.set_order import as_given, in_order, orders_of  # noqa: PLC0415  (likewise)
    from ostinato.run.tables import configured  # noqa: PLC0415  (likewise)

    common = TableArguments(
        "data_editor", key, alt, width, height, row_height, placeholder, use_container_width
    )
    who = common.who
    check_choice(who, "num_rows", num_rows, get_args(NumRows))
    modes = ["multi-row"] if num_rows in ("dynamic", "delete") else None
    rows = in_order(data, None if key is None else str(key))
    shown = configured(who, rows, column_config, column_order, hide_index, modes)
    frame, rules = editing.editable(who, rows, shown, num_rows, disabled)
    mark = editing.mark_of(shown.table)
    props = DataEditor(
        **common.props,
        **shown.props,
        frame=frame,
        disabled=disabled is True,
        mark=mark,
        num_rows=num_rows,
    )
    codec = editing.codec_of(who, mark, shown.table, rules, num_rows, key)
    start = codec.start
    value = Value(
        codec,
        start,
        codec.wire_of(start.edits),
        on_change=on_change,
        args=args,
        kwargs=kwargs,
        keeps_default=props.key is None,  # Its identity says whether it goes on with other data.
    )
    id, place = editing.id_of(props, mark, shown, disabled, hide_index)
    state = draw(props, value=value, id=id)
    editing.tell(id, props.key, codec, state)
    result = editing.result_of(rows, shown, rules, state)
    orders = orders_of(data, rows, result)
    editing.note_result(id, props.key, place, state, rows, result, hide_index, orders)
    return as_given(data, result)
