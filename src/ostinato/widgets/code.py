"""Code: a block of source text."""

from ostinato.wire.props import Height, Props, Width


class Code(Props, frozen=True):
    """The wire form of `code`."""

    body: str
    language: str | None = None
    line_numbers: bool = False
    wrap_lines: bool = False
    height: Height = "content"
    width: Width = "stretch"
