"""Skeleton: stands where something is about to be."""

from types import TracebackType
from typing import Literal, Self

from msgspec.structs import replace

from ostinato.arguments.size import STRETCH, check_height, check_width
from ostinato.run.container import Container
from ostinato.run.effects import transient
from ostinato.run.elements import draw, element, elements
from ostinato.wire.props import Props, Width


class Skeleton(Props, frozen=True):
    """The wire form of `skeleton`; one that `waits` shows after a moment."""

    height: Literal["stretch"] | int | None = None
    width: Width = "stretch"
    waits: bool = False


class SkeletonPlaceholder(Container):
    """The place of a skeleton: what is drawn into it takes its place.

    In a `with` statement it stands there as long as the block runs, and what the block draws stands
    below it.
    """

    def __init__(self, place: Container, skeleton: Skeleton) -> None:
        super().__init__(place.node)
        self._skeleton = skeleton

    def __enter__(self) -> Self:
        """Stand there from a moment on: what takes no time is not worth a flicker."""
        super().__enter__()
        self._shown = transient(replace(self._skeleton, waits=True))
        super().__exit__(None, None, None)
        self._shown.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Be gone."""
        self._shown.__exit__(kind, error, trace)


@element
def skeleton(
    height: Literal["stretch"] | int | None = None, *, width: Width = "stretch"
) -> SkeletonPlaceholder:
    """Show where something is about to be, for as long as it takes.

    Args:
        height: Pixels, or "stretch" for that of the container; None for that of an input.
        width: "stretch" or pixels.

    Returns:
        Its place: call elements as its methods to draw them there. In a `with` statement it goes
        when the block ends.

    Raises:
        StreamlitInvalidHeightError: If the height is neither "stretch" nor a count of pixels.
        StreamlitInvalidWidthError: If the width is neither "stretch" nor a count of pixels.

    Example:
        >>> place = st.skeleton(height=200)
        >>> place.json(sum(range(10**7)))
    """
    if height is not None:
        check_height("skeleton", height, STRETCH)
    check_width("skeleton", width)
    place: Container = elements["empty"]()
    props = Skeleton(height, width)
    with place:
        draw(props)
    return SkeletonPlaceholder(place, props)
