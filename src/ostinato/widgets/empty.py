"""Empty: a place that holds one element at a time."""

from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import ContainerProps


class Empty(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `empty`."""

    holds_one = True


@element
def empty() -> Container:
    """Make a place for one element: whatever is drawn into it replaces what was there.

    Returns:
        The place: call elements as its methods; `place.empty()` clears it.

    Example:
        >>> place = st.empty()
        >>> place.text("Wait ...")
        >>> place.text("Done")
    """
    return draw(Empty(), children=True)
