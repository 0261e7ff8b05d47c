"""Checkbox: one yes or no."""

from ostinato.wire.props import InputProps, Width


class Checkbox(InputProps, frozen=True, kw_only=True):
    """The wire form of `checkbox`."""

    value: bool = False
    width: Width = "content"
    wrap: bool | None = None
