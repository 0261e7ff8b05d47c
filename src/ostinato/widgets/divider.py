"""Divider: a horizontal rule."""

from ostinato.wire.props import Props, Width


class Divider(Props, frozen=True):
    """The wire form of `divider`."""

    width: Width = "stretch"
