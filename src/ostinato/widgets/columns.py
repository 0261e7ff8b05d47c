"""Columns: containers side by side."""

import math
from collections.abc import Iterable
from decimal import Decimal
from numbers import Real
from typing import Any, Literal

from ostinato.arguments.count import whole
from ostinato.arguments.size import check_gap, check_width
from ostinato.arguments.text import check_choice
from ostinato.errors import (
    StreamlitInvalidColumnSpecError,
    StreamlitInvalidParameterTypeError,
)
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.flag import as_flag
from ostinato.wire.props import ContainerProps, Gap, Width


class Columns(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `columns`; its children are `Column`s."""

    gap: Gap = "small"
    width: Width = "stretch"
    wrap: bool = True


class Column(ContainerProps, frozen=True, kw_only=True):
    """One column; `weight` is its share of the width, all weights summing to 1."""

    weight: float
    vertical_alignment: Literal["top", "center", "bottom"] = "top"
    border: bool = False


@element
def columns(
    spec: int | Iterable[int | float],
    *,
    gap: Gap = "small",
    vertical_alignment: Literal["top", "center", "bottom"] = "top",
    border: bool = False,
    width: Width = "stretch",
    wrap: bool = True,
) -> list[Container]:
    """Make containers side by side.

    Args:
        spec: How many of equal width, or the relative width of each.
        gap: The space between them: a word from "xxsmall" to "xxlarge", pixels, or None.
        vertical_alignment: "top", "center" or "bottom".
        border: Whether to draw a border around each.
        width: "stretch" or pixels, for all together.
        wrap: Whether they may stand below one another on a narrow screen.

    Returns:
        The columns, from left to right.

    Raises:
        StreamlitInvalidColumnSpecError: If there is no column, or a width is not positive or
            not finite.
        StreamlitInvalidParameterTypeError: If `spec` is neither a count nor widths.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitValueError: If another argument is none of the values it can have.

    Example:
        >>> left, right = st.columns([2, 1])
        >>> left.write("Two thirds")
    """
    weights = _weights(spec)
    gap = check_gap("columns", gap)
    check_choice("columns", "vertical_alignment", vertical_alignment, ("top", "center", "bottom"))
    check_width("columns", width)
    border = as_flag("columns", "border", border)
    total = sum(weights)
    with draw(Columns(gap=gap, width=width, wrap=wrap), children=True):
        return [
            draw(
                Column(weight=weight / total, vertical_alignment=vertical_alignment, border=border),
                children=True,
            )
            for weight in weights
        ]


def _weights(spec: object) -> list[float]:
    count = spec if isinstance(spec, bool) else whole(spec)
    weights: list[Any] = [1] * count if count is not None else _listed(spec)
    if not weights or not all(map(_is_share, weights)):
        raise StreamlitInvalidColumnSpecError(
            "columns: spec must be a positive count or a list of positive numbers,"
            f" got spec={spec!r}"
        )
    return list(map(float, weights))


def _is_share(weight: Any) -> bool:
    try:
        return 0 < float(weight) < math.inf
    except OverflowError:
        return False


def _listed(spec: Any) -> list[Any]:
    """Return the weights that a script gives, of whatever class of numbers.

    Raises:
        StreamlitInvalidParameterTypeError: If one of them is no number, or they are no list.
    """
    # An array without a dimension has the method of those that can be iterated.
    is_series = isinstance(spec, Iterable) and not isinstance(spec, str | bytes)
    weights = list(spec) if is_series and getattr(spec, "shape", True) else [None]
    if all(isinstance(weight, Real | Decimal) for weight in weights):
        return weights
    raise StreamlitInvalidParameterTypeError(
        f"columns: spec must be a count or a list of numbers, got spec={spec!r}"
    )
