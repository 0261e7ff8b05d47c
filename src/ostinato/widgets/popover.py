"""Popover: a container that a button opens above the page."""

from typing import Literal

from ostinato.arguments.buttons import look_of
from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
)
from ostinato.arguments.size import STRETCH_OR_CONTENT, width_of
from ostinato.run.elements import element
from ostinato.run.openable import Openable, draw_openable
from ostinato.values.boolean import Boolean
from ostinato.wire.props import ContainerProps, Width


class Popover(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `popover`.

    Its value is whether it is open; without one the browser alone knows.
    """

    label: str
    help: str | None = None
    disabled: bool = False
    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    width: Width = "content"
    wrap: bool | None = None


@element
@documented
def popover(
    label: str,
    *,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    help: str | None = None,
    icon: str | None = None,
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    wrap: bool | None = None,
    key: Key | None = None,
    on_change: OnChange = "ignore",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
) -> Openable:
    """Show a button that opens a place for elements above the page.

    It stays open while what is in it is used, and closes by Escape or a press elsewhere. The script
    knows of that only if it asks, by `on_change`. One with nothing in it cannot be opened, unless
    the script asks.

    Args:
        label: What the button says, in Markdown.
        icon: An emoji, a symbol like ":material/tune:", or "spinner".
        width: "content", "stretch" or pixels, for the button.
        key: Its name in session state, if the script asks; also the CSS class `st-key-<key>`.

    Returns:
        The container: use it in a `with` statement, or call elements as its methods. Its `open` is
        None if the script does not ask.

    Raises:
        StreamlitAPIException: If the icon cannot be used.

    Example:
        >>> with st.popover("Filter"):
        ...     red = st.checkbox("Red ones", value=True)
    """
    common = InputArguments(
        "popover",
        label,
        key,
        help,
        disabled,
        "visible",
        width_of("popover", label, width, use_container_width),
        STRETCH_OR_CONTENT,
    )
    shared = {name: one for name, one in common.props.items() if name != "label_visibility"}
    props = Popover(**shared, **look_of(common.who, type, icon, wrap))
    asked = common.value_if_asked(Boolean(), False, on_change, args, kwargs)
    return draw_openable(props, asked)
