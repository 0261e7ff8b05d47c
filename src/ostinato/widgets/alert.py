"""Alert: error, warning, info and success boxes."""

from typing import Literal

from ostinato.wire.props import Props, Width


class Alert(Props, frozen=True):
    """The wire form of `error`, `warning`, `info` and `success`."""

    body: str
    severity: Literal["error", "warning", "info", "success"]
    icon: str | None = None
    title: str | None = None
    width: Width = "stretch"
