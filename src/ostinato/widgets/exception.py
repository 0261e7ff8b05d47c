"""Exception: an error with its traceback."""

from ostinato.wire.props import Props, Width


class Failure(Props, frozen=True, tag="exception"):
    """The wire form of `exception`. `message` is Markdown if `is_markdown`."""

    type: str
    message: str = ""
    is_markdown: bool = False
    trace: list[str] = []
    width: Width = "stretch"
