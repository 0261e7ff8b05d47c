"""Link button: a button that leads to another page."""

from collections.abc import Callable
from typing import Any, Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import Arguments, InputArguments, Key, KeywordArguments
from ostinato.arguments.shortcut import parse_shortcut
from ostinato.arguments.size import STRETCH_OR_CONTENT, width_of
from ostinato.arguments.text import check_choice, describe
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ostinato.run.elements import draw, element
from ostinato.values.boolean import Boolean
from ostinato.wire.props import InputProps, Width

OnClick = Callable[..., object] | Literal["rerun", "ignore"] | None


class LinkButton(InputProps, frozen=True, kw_only=True):
    """The wire form of `link_button`; it is pressed, too, unless it `is_silent`."""

    url: str
    is_silent: bool = True
    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    icon_position: Literal["left", "right"] = "left"
    shortcut: str | None = None
    width: Width = "content"
    wrap: bool | None = None


@element
@documented
def link_button(
    label: str,
    url: str,
    *,
    key: Key | None = None,
    on_click: OnClick = "ignore",
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    help: str | None = None,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> Any:
    """Show a button that opens an address in a new tab.

    Args:
        label: Where it leads, in Markdown.
        url: The address.
        on_click: "ignore", "rerun", or a function to call before the rerun.
        type: "primary", "secondary" or "tertiary".
        icon: An emoji, a symbol like ":material/open_in_new:", or "spinner".
        icon_position: "left" or "right" of the label.
        use_container_width: Old form of `width`: True for "stretch", False for "content".
        width: "content", "stretch" or pixels.
        shortcut: Keys that press it, like "Ctrl+K".
        wrap: Whether the label may take several lines; None leaves it to the layout.

    Returns:
        True in the run that a press has started, else False; with "ignore", its place.

    Raises:
        StreamlitAPIException: If the icon or the shortcut cannot be used.
        StreamlitInvalidParameterTypeError: If the address is no text.

    Example:
        >>> st.link_button("Documentation", "https://docs.python.org", icon=":material/book:")
    """
    who = describe("link_button", label)
    width = width_of(who, width, use_container_width)
    common = InputArguments(
        "link_button", label, key, help, disabled, "visible", width, STRETCH_OR_CONTENT
    )
    check_choice(who, "type", type, ("primary", "secondary", "tertiary"))
    check_choice(who, "icon_position", icon_position, ("left", "right"))
    if not isinstance(url, str):
        raise StreamlitInvalidParameterTypeError(f"{who}: url must be a str, got url={url!r}")
    if not callable(on_click) and on_click not in ("rerun", "ignore", None):
        raise StreamlitValueError(
            f'{who}: on_click must be "rerun", "ignore" or a function, got on_click={on_click!r}'
        )
    props = LinkButton(
        **common.props,
        url=url,
        is_silent=on_click == "ignore",
        type=type,
        icon=check_icon(who, icon) or None,
        icon_position=icon_position,
        shortcut=None if shortcut is None else parse_shortcut(who, shortcut),
        wrap=wrap,
    )
    if props.is_silent:
        return draw(props)
    return draw(props, value=common.value(Boolean(), False, on_click, args, kwargs, lasts="run"))
