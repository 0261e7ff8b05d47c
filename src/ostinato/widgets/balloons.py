"""Balloons: a flight of them across the page."""

from ostinato.wire.props import Props


class Balloons(Props, frozen=True):
    """The wire form of `balloons`, an effect."""
