"""Link button: a button that leads to another page."""

from collections.abc import Callable
from typing import Any, Literal

from ostinato.arguments.buttons import ButtonArguments
from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import Arguments, Key, KeywordArguments
from ostinato.arguments.link import check_link
from ostinato.arguments.size import width_of
from ostinato.arguments.text import is_among
from ostinato.errors import StreamlitInvalidParameterTypeError, StreamlitValueError
from ostinato.run.elements import draw, element
from ostinato.values.boolean import Boolean
from ostinato.wire.props import ButtonProps, Width

OnClick = Callable[..., object] | Literal["rerun", "ignore"] | None


class LinkButton(ButtonProps, frozen=True, kw_only=True):
    """The wire form of `link_button`; it is pressed, too, unless it `is_silent`."""

    url: str
    is_silent: bool = True


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
        url: The address: of the web, of this server as "/page", or "mailto:" or "tel:".
        on_click: "ignore", "rerun", or a function to call before the rerun.
        icon: An emoji, a symbol like ":material/open_in_new:", or "spinner".
        width: "content", "stretch" or pixels.

    Returns:
        True in the run that a press has started, else False; with "ignore", its place.

    Raises:
        StreamlitAPIException: If the icon or the shortcut cannot be used.
        StreamlitInvalidParameterTypeError: If the address is no text.
        StreamlitInvalidURLError: If a link must not lead there, as "javascript:".

    Differs:
        url: One that no link of a page may lead to, as "javascript:" or "file:", is an error.

    Example:
        >>> st.link_button("Documentation", "https://docs.python.org", icon=":material/book:")
    """
    common = ButtonArguments(
        "link_button",
        label,
        key,
        help,
        disabled,
        width_of("link_button", label, width, use_container_width),
        type,
        icon,
        icon_position,
        shortcut,
        wrap,
    )
    who = common.who
    if not isinstance(url, str):
        raise StreamlitInvalidParameterTypeError(f"{who}: url must be a str, got url={url!r}")
    check_link(who, url)
    if not callable(on_click) and not is_among(on_click, ("rerun", "ignore", None)):
        raise StreamlitValueError(
            f'{who}: on_click must be "rerun", "ignore" or a function, got on_click={on_click!r}'
        )
    props = LinkButton(**common.props, url=url, is_silent=is_among(on_click, ("ignore",)))
    if props.is_silent:
        return draw(props)
    return draw(props, value=common.value(Boolean(), False, on_click, args, kwargs, lasts="run"))
