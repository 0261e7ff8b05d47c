"""Caption: small, quiet text."""

from ostinato.wire.props import Alignment, Props, Width


class Caption(Props, frozen=True):
    """The wire form of `caption`."""

    body: str
    unsafe_allow_html: bool = False
    help: str | None = None
    width: Width = "stretch"
    text_alignment: Alignment = "left"
    wrap: bool = True
