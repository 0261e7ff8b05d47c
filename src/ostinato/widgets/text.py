"""Text: plain text in a fixed-width typeface."""

from ostinato.wire.props import Alignment, Props, Width


class Text(Props, frozen=True):
    """The wire form of `text`."""

    body: str
    help: str | None = None
    width: Width = "content"
    text_alignment: Alignment = "left"
    wrap: bool = True
