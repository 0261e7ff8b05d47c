"""Openable: a container that can be closed, and may tell the script whether it is open."""

from ostinato.run.container import Container
from ostinato.run.elements import draw
from ostinato.tree.node import Node
from ostinato.values.value import Value
from ostinato.wire.props import ContainerProps


class Openable(Container):
    """A container that a person opens and closes: an expander, a tab or a popover.

    Args:
        node: Where it stands.
        open: Whether it is open; None if only the browser knows.

    Example:
        >>> report = st.expander("Report", on_change="rerun")
        >>> if report.open:
        ...     report.write("Long to compute")
    """

    def __init__(self, node: Node | None, open: bool | None = None) -> None:
        super().__init__(node)
        self.open = open


def draw_openable(props: ContainerProps, value: Value[bool] | None) -> Openable:
    """Draw one that is open or not, where the script draws now.

    Args:
        props: What the browser needs to know of it.
        value: How the script is told whether it is open; None if it is not.
    """
    if value is None:
        return Openable(draw(props, children=True).node)
    place, is_open = draw(props, value=value, children=True)
    return Openable(place.node, is_open)
