"""Markdown: formatted text."""

from ostinato.wire.props import Alignment, Props, Width


class Markdown(Props, frozen=True):
    """The wire form of `markdown`."""

    body: str
    unsafe_allow_html: bool = False
    help: str | None = None
    width: Width = "auto"
    text_alignment: Alignment = "left"
    anchors: bool = True
    wrap: bool = True
