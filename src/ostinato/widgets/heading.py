"""Heading: title, header and subheader."""

from typing import Literal

from ostinato.wire.props import Alignment, Props, Width


class Heading(Props, frozen=True):
    """The wire form of `title` (level 1), `header` (2) and `subheader` (3)."""

    body: str
    level: Literal[1, 2, 3]
    anchor: str | Literal[False] | None = None
    help: str | None = None
    icon: str | None = None
    divider: str | None = None
    width: Width = "stretch"
    text_alignment: Alignment = "left"
    wrap: bool = True
