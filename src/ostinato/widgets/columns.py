"""Columns: containers side by side."""

from typing import Literal

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
