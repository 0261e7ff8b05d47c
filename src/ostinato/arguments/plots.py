"""Plots: which columns of a table a chart is called with, and how they are drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from ostinato.arguments.charts import ChartArguments
from ostinato.arguments.colors import color_of
from ostinato.arguments.documented import completed
from ostinato.arguments.text import check_choice, optional_str
from ostinato.errors import (
    StreamlitAPIException,
    StreamlitInvalidColorError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
)
from ostinato.wire.plots import Stack

Stacking = bool | Literal["normalize", "center", "layered"] | None
Color = str | Sequence[Any] | None
F = TypeVar("F", bound=Callable[..., Any])

MOST_SIZE = 1_000_000
"""Square pixels of a point."""

STACKS = (True, False, "normalize", "center", None)


class Named(NamedTuple):
    """A column that can be asked for: its number, its name, and what it is along an axis."""

    number: int
    name: str
    axis: str
    is_index: bool


class Picked(NamedTuple):
    """The columns that are drawn.

    Args:
        x: The number of the column of places; None for the numbers of the rows.
        ys: Those of the values.
        color: That which tells series apart.
        size: That of the points' sizes.
        colors: The colors of the series, if they are said.
        x_title: What stands at the x axis.
        y_title: What stands at the y axis.
    """

    x: int | None
    ys: tuple[int, ...]
    color: int | None
    size: int | None
    colors: tuple[str, ...] | None
    x_title: str | None
    y_title: str | None


class PlotArguments:
    """The arguments that charts of a table share.

    Args:
        kind: The name of the chart's function, for errors.
        x: The column of the places; by default the index.
        y: The column or columns of the values; by default all others that have numbers.
        x_label: What stands at the x axis; by default the name of the column.
        y_label: What stands at the y axis; by default the name of the column.
        color: The color of all, a list of colors, one for each column of values, or the column that
            tells series apart: each of its values has a color, or is one. A color is "#ffaa00",
            "#ffaa0088", a tuple of red, green, blue and perhaps opacity, or one of "red", "orange",
            "yellow", "green", "blue", "violet", "gray" and "primary".
        width: "stretch", "content" or pixels.
        height: "content" for 350 pixels, "stretch" or pixels.
        use_container_width: Deprecated: True is `width="stretch"`.
        alt: What the chart shows, for who cannot see it; by default a sentence of what is drawn.

    Raises:
        StreamlitAPIException: If there is no such column, or its values cannot be drawn.
        StreamlitDataframeConversionError: If `data` has no rows.
        StreamlitInvalidColorError: If something is no color, or there are not as many as columns.
        StreamlitInvalidHeightError: If the height is neither a word nor a count of pixels.
        StreamlitInvalidParameterTypeError: If a column is not said by its name.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
    """

    __slots__ = ("color", "labels", "props", "size", "who", "x", "y")

    def __init__(
        self,
        kind: str,
        *,
        x: str | None,
        y: str | Sequence[str] | None,
        x_label: str | None,
        y_label: str | None,
        color: Color,
        width: Any,
        height: Any,
        use_container_width: bool | None,
        alt: str | None,
        size: str | float | None = None,
    ) -> None:
        common = ChartArguments(kind, alt, width, height, use_container_width)
        self.who = common.who
        """The chart, as errors call it."""
        self.props: Mapping[str, Any] = common.props
        self.labels = optional_str(x_label), optional_str(y_label)
        self.x = None if x is None else _name(self.who, "x", x)
        self.y = None if y is None else _names(self.who, y)
        self.color = color
        self.size = size if isinstance(size, str) else None

    def pick(self, columns: Sequence[Named], *, with_texts: bool = False) -> Picked:
        """Return which columns are drawn.

        Args:
            columns: Those that there are.
            with_texts: Whether values can be drawn that are no numbers.
        """
        x = self._x(columns)
        color, colors = self._color(columns)
        size = None if self.size is None else self.column(columns, "size", self.size)
        if size is not None and size.axis == "category":
            raise StreamlitAPIException(
                f"{self.who}: size must be a column of numbers, got size={self.size!r}"
            )
        ys = self._ys(columns, {x, color, size}, with_texts)
        if colors is not None:
            if len(colors) == 1 and self._has_one_color():
                colors *= max(len(ys), 1)
            elif len(colors) != len(ys):
                raise StreamlitInvalidColorError(
                    f"{self.who}: color must have as many colors as there are columns of values,"
                    f" got {len(colors)} colors and the columns {[each.name for each in ys]}"
                )
        x_label, y_label = self.labels
        own = x.name if x is not None and self.x is not None else None
        name = ys[0].name if len(ys) == 1 and self.y is not None else None
        return Picked(
            None if x is None else x.number,
            tuple(each.number for each in ys),
            None if color is None else color.number,
            None if size is None else size.number,
            colors,
            (own if x_label is None else x_label) or None,
            (name if y_label is None else y_label) or None,
        )

    def column(self, columns: Sequence[Named], argument: str, name: str) -> Named:
        """Return the column that an argument names.

        Raises:
            StreamlitAPIException: If there is none of this name.
        """
        for each in columns:
            if each.name == name:
                return each
        raise StreamlitAPIException(
            f"{self.who}: {argument} must be a column of the data, got {argument}={name!r}: there"
            f" are {_words(columns)}"
        )

    def _x(self, columns: Sequence[Named]) -> Named | None:
        if self.x is not None:
            return self.column(columns, "x", self.x)
        return next((each for each in columns if each.is_index), None)

    def _ys(
        self, columns: Sequence[Named], taken: set[Named | None], with_texts: bool
    ) -> Sequence[Named]:
        if self.y is None:
            others = [each for each in columns if not each.is_index and each not in taken]
            for axis in ("number", "duration", "clock", "time"):
                if found := [each for each in others if each.axis == axis]:
                    return found
            if others:
                raise StreamlitAPIException(
                    f"{self.who}: a column of numbers is needed to draw, got the columns"
                    f" {[each.name for each in others]}: name one as y"
                )
            return []
        found = [self.column(columns, "y", name) for name in self.y]
        for each in found:
            if each.axis == "category" and not with_texts:
                raise StreamlitAPIException(
                    f"{self.who}: y must be a column of numbers, got y={each.name!r}, whose values"
                    " are texts"
                )
            if each.axis != found[0].axis:
                raise StreamlitAPIException(
                    f"{self.who}: columns of y must be of one kind, got {found[0].name!r} of kind"
                    f" {found[0].axis} and {each.name!r} of kind {each.axis}"
                )
        return found

    def _has_one_color(self) -> bool:
        return color_of(self.color) is not None

    def _color(self, columns: Sequence[Named]) -> tuple[Named | None, tuple[str, ...] | None]:
        """Return the column that tells series apart, or their colors."""
        color = self.color
        if color is None:
            return None, None
        if isinstance(color, str):
            named = [each for each in columns if each.name == color]
            if named and color:
                return named[0], None
        if (one := color_of(color)) is not None:
            return None, (one,)
        if isinstance(color, str) or not isinstance(color, Iterable):
            raise StreamlitInvalidColorError(
                f'{self.who}: color must be a color such as "#ffaa00" or a column, got'
                f" color={color!r}: there are {_words(columns)}"
            )
        return None, tuple(self._each_color(each) for each in color)

    def _each_color(self, value: Any) -> str:
        color = color_of(value)
        if color is None:
            raise StreamlitInvalidColorError(
                f'{self.who}: color must be a list of colors such as "#ffaa00", got {value!r}'
            )
        return color


def _words(columns: Sequence[Named]) -> str:
    return ", ".join(repr(each.name) for each in columns if each.name) or "none"


def _name(who: str, argument: str, value: object) -> str:
    """Return the name of a column, as tables have it: an array's are numbers."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise StreamlitInvalidParameterTypeError(
        f"{who}: {argument} must be the name of a column, got {argument}={value!r}"
    )


def _names(who: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (_name(who, "y", value),)
    return tuple(_name(who, "y", each) for each in value)


def check_stack(who: str, stack: Any, *, with_layers: bool) -> None:
    """Check how things of the same place are put.

    Raises:
        StreamlitValueError: If it is none of the ways.
    """
    check_choice(who, "stack", stack, (*STACKS, "layered") if with_layers else STACKS)


def ways(stack: Stacking, usual: Stack) -> Stack:
    """Return how things of the same place are put; `usual` if the script says nothing."""
    if stack is None:
        return usual
    if stack is True:
        return "zero"
    if stack is False:
        return "side" if usual == "zero" else "over"
    return "over" if stack == "layered" else stack


def sorting(
    common: PlotArguments, columns: Sequence[Named], sort: object
) -> Literal["name", "data"] | tuple[int, bool]:
    """Return the order of categories: by name, as they come, or by a column and how.

    Raises:
        StreamlitAPIException: If there is no such column.
        StreamlitValueError: If it is neither a bool nor a text.
    """
    if isinstance(sort, str):
        if any(each.name == sort for each in columns) or not sort.startswith("-"):
            return common.column(columns, "sort", sort).number, False
        return common.column(columns, "sort", sort[1:]).number, True
    check_choice(common.who, "sort", sort, (True, False))
    return "name" if sort else "data"


def check_size(who: str, size: Any) -> float | None:
    """Return the size of all points; None if a column has it, or nobody says.

    Raises:
        StreamlitValueError: If it is neither a column nor a number.
    """
    if size is None or isinstance(size, str):
        return None
    try:
        number = float(size)
    except (TypeError, ValueError):
        number = -1.0
    if isinstance(size, bool) or not 0 < number < MOST_SIZE:
        raise StreamlitValueError(
            f"{who}: size must be a column or a positive number, got size={size!r}"
        )
    return number


def documented_plot(function: F) -> F:
    """Complete the docstring of a chart by what all of them share."""
    return completed(function, [PlotArguments.__doc__ or ""])
