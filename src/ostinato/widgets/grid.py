"""Grid: containers in rows and columns, as many side by side as there is room for."""

from typing import Any, Literal

from ostinato.arguments.count import check_count
from ostinato.arguments.inputs import Key
from ostinato.arguments.size import check_gap, check_height, check_width
from ostinato.arguments.text import check_choice, optional_str
from ostinato.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import ContainerProps, Gap, Height, Width

MOST = 24
"""Columns that stand side by side at most."""

Alignment = Literal["top", "center", "bottom"]


class Grid(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `grid`: `columns` is the most that stand side by side."""

    columns: Literal["auto"] | int = "auto"
    min_column_width: Literal["auto"] | int = "auto"
    wrap: bool = True
    row_gap: Gap = "small"
    column_gap: Gap = "small"
    vertical_alignment: Alignment = "top"
    border: bool = False
    row_height: Literal["content"] | int = "content"
    width: Width = "stretch"
    height: Height = "content"
    dense: bool = False


class GridCell(ContainerProps, frozen=True, kw_only=True):
    """A container in a grid, that may be larger than one of its cells."""

    column_span: Literal["all"] | int = 1
    row_span: int = 1


class GridContainer(Container):
    """A grid: each element that is drawn into it has a cell of its own.

    Example:
        >>> grid = st.grid(3)
        >>> with grid.cell(column_span=2):
        ...     st.write("wide")
        >>> grid.write("narrow")
    """

    def __init__(self, place: Container, columns: Literal["auto"] | int) -> None:
        super().__init__(place.node)
        self._columns = columns

    def cell(self, *, column_span: Literal["all"] | int = 1, row_span: int = 1) -> Container:
        """Make one cell for several elements, which may be larger than the others.

        Args:
            column_span: How many columns wide it is, or "all" for a row of its own; where there is
                room for fewer, it is as wide as the grid.
            row_span: How many rows high it is.

        Returns:
            The container: use it in a `with` statement, or call elements as its methods.

        Raises:
            StreamlitInvalidParameterTypeError: If a span is no count.
            StreamlitValueError: If a span is not positive.
            StreamlitValueOutOfRangeError: If it is wider than the grid.
        """
        if column_span != "all":
            if isinstance(column_span, str):
                raise StreamlitValueError(
                    'cell: column_span must be "all" or a positive count,'
                    f" got column_span={column_span!r}"
                )
            rule = 'a positive count or "all"'
            column_span = check_count("cell", "column_span", column_span, rule)
            if self._columns != "auto" and column_span > self._columns:
                raise StreamlitValueOutOfRangeError(
                    f"cell: column_span must be at most the columns of the grid, {self._columns},"
                    f' got column_span={column_span!r}: use "all" for the whole width'
                )
        row_span = check_count("cell", "row_span", row_span)
        props = GridCell(column_span=column_span, row_span=row_span)
        with self:
            return draw(props, children=True)


@element
def grid(
    columns: Literal["auto"] | int = "auto",
    *,
    min_column_width: Literal["auto"] | int = "auto",
    wrap: bool = True,
    gap: Gap | tuple[Gap, Gap] | list[Gap] = "small",
    vertical_alignment: Alignment = "top",
    border: bool = False,
    row_height: Literal["content"] | int = "content",
    width: Width = "stretch",
    height: Height = "content",
    key: Key | None = None,
    dense: bool = False,
) -> GridContainer:
    """Make a place where each element is a cell, with as many side by side as there is room for.

    Args:
        columns: How many stand side by side at most, up to 24; "auto" for as many as fit.
        min_column_width: How wide each is at least, in pixels; "auto" for about 200.
        wrap: Whether fewer stand side by side where there is less room; else the grid scrolls.
        gap: The space between cells: a word from "xxsmall" to "xxlarge", pixels, or None; or two of
            them, for rows and for columns.
        vertical_alignment: "top", "center" or "bottom", in each cell.
        border: Whether to draw a border around each cell.
        row_height: The height of each row in pixels, beyond which a cell scrolls; or "content".
        width: "stretch" or pixels.
        height: "content", "stretch" or pixels; beyond a fixed height the grid scrolls.
        key: A name that stays the same; also the CSS class `st-key-<key>`.
        dense: Whether later cells fill the holes that larger ones leave.

    Returns:
        The grid: call elements as its methods, or `cell` for a cell that holds several.

    Raises:
        StreamlitIncompatibleParametersError: If it is not to wrap, whatever the count of columns.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If a count is none.
        StreamlitInvalidWidthError: If the width is neither "stretch" nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.
        StreamlitValueOutOfRangeError: If there are no columns, or too many.

    Example:
        >>> grid = st.grid(4, border=True)
        >>> for number in range(8):
        ...     grid.write(f"Card {number}")
    """
    wrap = as_flag("grid", "wrap", wrap)
    _check_columns(columns, wrap)
    _check_word_or_count("min_column_width", min_column_width, "auto")
    _check_word_or_count("row_height", row_height, "content")
    check_choice("grid", "vertical_alignment", vertical_alignment, ("top", "center", "bottom"))
    check_width("grid", width)
    check_height("grid", height)
    row_gap, column_gap = _gaps(gap)
    props = Grid(
        key=optional_str(key),
        columns=columns,
        min_column_width=min_column_width,
        wrap=wrap,
        row_gap=row_gap,
        column_gap=column_gap,
        vertical_alignment=vertical_alignment,
        border=border,
        row_height=row_height,
        width=width,
        height=height,
        dense=dense,
    )
    return GridContainer(draw(props, children=True), columns)


def _check_columns(columns: object, wrap: bool) -> None:
    if columns == "auto":
        if not wrap:
            raise StreamlitIncompatibleParametersError(
                'grid: only a count of columns can be kept, got columns="auto" and wrap=False:'
                " pass a count, as in st.grid(3, wrap=False)"
            )
        return
    if isinstance(columns, str):
        raise StreamlitValueError(
            f'grid: columns must be "auto" or a count from 1 to {MOST}, got columns={columns!r}'
        )
    if type(columns) is not int:
        raise StreamlitInvalidParameterTypeError(
            f'grid: columns must be "auto" or an int, got columns={columns!r}'
        )
    if not 1 <= columns <= MOST:
        raise StreamlitValueOutOfRangeError(
            f"grid: columns must be from 1 to {MOST}, got columns={columns!r}"
        )


def _check_word_or_count(name: str, value: object, word: str) -> None:
    if value == word:
        return
    if isinstance(value, str):
        raise StreamlitValueError(
            f'grid: {name} must be "{word}" or a positive count of pixels, got {name}={value!r}'
        )
    check_count("grid", name, value, f'a positive count of pixels or "{word}"')


def _gaps(gap: Any) -> tuple[Gap, Gap]:
    """Return the gap between rows, and that between columns."""
    gaps = list(gap) if isinstance(gap, tuple | list) else [gap, gap]
    if len(gaps) != 2:
        raise StreamlitValueError(
            f"grid: gap must be one gap, or one for rows and one for columns, got gap={gap!r}"
        )
    return check_gap("grid", gaps[0]), check_gap("grid", gaps[1])
