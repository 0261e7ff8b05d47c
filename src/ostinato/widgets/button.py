"""Button: something to press."""

from typing import Literal

from ostinato.wire.props import InputProps, Width


class Button(InputProps, frozen=True, kw_only=True):
    """The wire form of `button`, a trigger: it has no value.

    Without `wrap`, the label wraps unless the button stands in a row or a column.
    """

    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    icon_position: Literal["left", "right"] = "left"
    shortcut: str | None = None
    width: Width = "content"
    wrap: bool | None = None
