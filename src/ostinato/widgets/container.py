"""Container: elements drawn together."""

from typing import Literal

from ostinato.wire.props import ContainerProps, Gap, Height, Width


class Block(ContainerProps, frozen=True, kw_only=True, tag="container"):
    """The wire form of `container`."""

    border: bool = False
    width: Width = "stretch"
    height: Height = "content"
    horizontal: bool = False
    wrap: bool = True
    horizontal_alignment: Literal["left", "center", "right", "distribute"] = "left"
    vertical_alignment: Literal["top", "center", "bottom", "distribute"] = "top"
    gap: Gap = "small"
    autoscroll: bool = False
