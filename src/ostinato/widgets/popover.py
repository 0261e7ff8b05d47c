"""Popover: a container that a button opens above the page."""

from typing import Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    OnChange,
)
from ostinato.arguments.size import STRETCH_OR_CONTENT, width_of
from ostinato.arguments.text import check_choice, describe
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
        type: "primary", "secondary" or "tertiary".
        icon: An emoji, a symbol like ":material/tune:", or "spinner".
        use_container_width: Old form of `width`: True for "stretch", False for "content".
        width: "content", "stretch" or pixels, for the button.
        wrap: Whether the label may take several lines; None leaves it to the layout.
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
        width_of(describe("popover", label), width, use_container_width),
        STRETCH_OR_CONTENT,
    )
    who = common.who
    check_choice(who, "type", type, ("primary", "secondary", "tertiary"))
    shared = {name: one for name, one in common.props.items() if name != "label_visibility"}
    props = Popover(**shared, type=type, icon=check_icon(who, icon) or None, wrap=wrap)
    asked = common.value_if_asked(Boolean(), False, on_change, args, kwargs)
    return draw_openable(props, asked)
