"""Snow: flakes that fall across the page."""

from ostinato.wire.props import Props


class Snow(Props, frozen=True):
    """The wire form of `snow`, an effect."""
