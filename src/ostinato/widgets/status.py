"""Status: a container that says how something goes."""

from types import TracebackType
from typing import Literal

from msgspec.structs import replace

from ostinato.arguments.size import check_width
from ostinato.arguments.text import check_choice, describe, optional_str
from ostinato.run.container import Container
from ostinato.run.elements import draw, element, redraw
from ostinato.run.ends import Rerun, Superseded
from ostinato.wire.flag import optional_flag
from ostinato.wire.props import ContainerProps, Width

State = Literal["running", "complete", "error"]

STATES = ("running", "complete", "error")
TYPES = ("default", "compact", "step")


class Status(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `status`."""

    label: str
    expanded: bool = False
    state: State = "running"
    type: Literal["default", "compact", "step"] = "default"
    width: Width = "stretch"


class StatusContainer(Container):
    """A container that says how something goes.

    In a `with` statement it is complete when the block ends, or shows an error if that raises one.

    Example:
        >>> status = st.status("Loading ...")
        >>> status.write("Found the file")
        >>> status.update(label="Loaded", state="complete")
    """

    def __init__(self, place: Container, props: Status) -> None:
        super().__init__(place.node)
        self._props = props

    def update(
        self,
        *,
        label: str | None = None,
        expanded: bool | None = None,
        state: State | None = None,
    ) -> None:
        """Change what it says; what is None stays as it is.

        Args:
            label: What goes on, in Markdown.
            expanded: Whether it is open.
            state: "running", "complete" or "error".

        Raises:
            StreamlitAPIException: If it is no longer on the page.
            StreamlitValueError: If there is no such state.
        """
        who = describe("status", self._props.label)
        if state is not None:
            check_choice(who, "state", state, STATES)
        given = {
            "label": optional_str(label),
            "expanded": optional_flag(who, "expanded", expanded),
            "state": state,
        }
        self._props = replace(
            self._props, **{name: value for name, value in given.items() if value is not None}
        )
        redraw(self, self._props)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Be complete; another state that the block has set stays."""
        super().__exit__(kind, error, trace)
        # The run that follows says how it goes on.
        if self._props.state == "running" and not isinstance(error, Rerun | Superseded):
            self._props = replace(self._props, state="complete" if error is None else "error")
            redraw(self, self._props, is_last=True)


@element
def status(
    label: str,
    *,
    expanded: bool = False,
    state: State = "running",
    type: Literal["default", "compact", "step"] = "default",
    width: Width = "stretch",
) -> StatusContainer:
    """Show how something goes, in a container that opens and closes.

    Args:
        label: What goes on, in Markdown.
        expanded: Whether it is open at first; when the script changes it, it opens or closes.
        state: "running", "complete" or "error", each of which has an icon.
        type: "default", "compact" without a frame, or "step" of a timeline.
        width: "stretch" or pixels.

    Returns:
        The container, whose `update` changes what it says. In a `with` statement it is complete
        when the block ends.

    Raises:
        StreamlitInvalidWidthError: If the width is neither "stretch" nor a count of pixels.
        StreamlitValueError: If there is no such state or type.

    Differs:
        state: A status whose run has ended spins no more.

    Example:
        >>> with st.status("Counting ...") as status:
        ...     st.write(sum(range(10**7)))
        ...     status.update(label="Counted")
    """
    who = describe("status", label)
    check_choice(who, "state", state, STATES)
    check_choice(who, "type", type, TYPES)
    check_width(who, width)
    props = Status(label=str(label), expanded=expanded, state=state, type=type, width=width)
    return StatusContainer(draw(props, children=True), props)
