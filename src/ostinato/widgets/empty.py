"""Empty: a place that holds one element at a time."""

from ostinato.wire.props import ContainerProps


class Empty(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `empty`."""
