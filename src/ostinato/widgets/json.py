"""Json: nested data, foldable."""

from ostinato.wire.props import Props, Width


class Json(Props, frozen=True):
    """The wire form of `json`: `body` is JSON text; `expanded` may be a depth."""

    body: str
    expanded: bool | int = True
    width: Width = "stretch"
