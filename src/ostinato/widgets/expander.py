"""Expander: a container that opens and closes below its label."""

from typing import Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import (
    Arguments,
    Bind,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
)
from ostinato.arguments.text import check_choice
from ostinato.run.elements import element
from ostinato.run.openable import Openable, draw_openable
from ostinato.values.boolean import Boolean
from ostinato.wire.props import ContainerProps, Width


class Expander(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `expander`.

    Its value is whether it is open; without one the browser alone knows, and begins as `expanded`.
    """

    label: str
    expanded: bool = False
    icon: str | None = None
    type: Literal["default", "compact", "step"] = "default"
    width: Width = "stretch"

    identity_free = ContainerProps.identity_free | {"expanded"}


@element
@documented
def expander(
    label: str,
    expanded: bool = False,
    *,
    key: Key | None = None,
    icon: str | None = None,
    type: Literal["default", "compact", "step"] = "default",
    width: Width = "stretch",
    on_change: OnChange = "ignore",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    bind: Bind = None,
) -> Openable:
    """Make a place for elements that opens and closes below its label.

    Which is open outlasts reruns and refreshes. The script knows of it only if it asks: by
    `on_change`, or by `bind`.

    Args:
        label: What is in it, in Markdown.
        expanded: Whether it is open at first; when the script changes it, it opens or closes.
        key: Its name in session state, if the script asks; also the CSS class `st-key-<key>`.
        icon: An emoji, a symbol like ":material/info:", or "spinner".
        type: "default", "compact" without a frame, or "step" of a timeline.
        width: "stretch" or pixels.

    Returns:
        The container: use it in a `with` statement, or call elements as its methods. Its `open` is
        None if the script does not ask.

    Raises:
        StreamlitAPIException: If the icon cannot be used.

    Differs:
        expanded: What a person has opened stays so over a refresh.

    Example:
        >>> with st.expander("How it is computed"):
        ...     st.write("Slowly, but surely.")
    """
    common = InputArguments("expander", label, key, None, False, "visible", width)
    who = common.who
    check_choice(who, "type", type, ("default", "compact", "step"))
    props = Expander(
        label=common.props["label"],
        key=common.props["key"],
        expanded=expanded,
        icon=check_icon(who, icon) or None,
        type=type,
        width=width,
    )
    asked = common.value_if_asked(Boolean(), props.expanded, on_change, args, kwargs, bind)
    return draw_openable(props, asked)
