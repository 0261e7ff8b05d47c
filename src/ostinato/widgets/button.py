"""Button: something to press."""

from collections.abc import Callable
from typing import Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import (
    Arguments,
    InputArguments,
    Key,
    KeywordArguments,
    check_on_click,
)
from ostinato.arguments.shortcut import parse_shortcut
from ostinato.arguments.size import STRETCH_OR_CONTENT, width_of
from ostinato.arguments.text import check_choice, describe
from ostinato.run.elements import draw, element
from ostinato.values.boolean import Boolean
from ostinato.wire.props import InputProps, Width


class Button(InputProps, frozen=True, kw_only=True):
    """The wire form of `button`, which is pressed.

    Without `wrap`, the label wraps unless the button stands in a row or a column.
    """

    type: Literal["primary", "secondary", "tertiary"] = "secondary"
    icon: str | None = None
    icon_position: Literal["left", "right"] = "left"
    shortcut: str | None = None
    width: Width = "content"
    wrap: bool | None = None


@element
@documented
def button(
    label: str,
    key: Key | None = None,
    help: str | None = None,
    on_click: Callable[..., object] | None = None,
    args: Arguments = None,
    kwargs: KeywordArguments = None,
    *,
    type: Literal["primary", "secondary", "tertiary"] = "secondary",
    icon: str | None = None,
    icon_position: Literal["left", "right"] = "left",
    disabled: bool = False,
    use_container_width: bool | None = None,
    width: Width = "content",
    shortcut: str | None = None,
    wrap: bool | None = None,
) -> bool:
    """Show a button and return whether it was pressed for this run.

    Args:
        label: What pressing it does, in Markdown.
        on_click: A function to call before the rerun.
        type: "primary", "secondary" or "tertiary".
        icon: An emoji, a symbol like ":material/send:", or "spinner".
        icon_position: "left" or "right" of the label.
        use_container_width: Old form of `width`: True for "stretch", False for "content".
        width: "content", "stretch" or pixels.
        shortcut: Keys that press it, like "Ctrl+K".
        wrap: Whether the label may take several lines; None leaves it to the layout.

    Returns:
        True in the run that a press has started, else False.

    Raises:
        StreamlitAPIException: If the icon, the shortcut or the callback cannot be used.

    Example:
        >>> if st.button("Say hello", type="primary"):
        ...     st.write("Hello!")
    """
    who = describe("button", label)
    width = width_of(who, width, use_container_width)
    common = InputArguments(
        "button", label, key, help, disabled, "visible", width, STRETCH_OR_CONTENT
    )
    if type != "secondary":
        check_choice(who, "type", type, ("primary", "secondary", "tertiary"))
    if icon_position != "left":
        check_choice(who, "icon_position", icon_position, ("left", "right"))
    check_on_click(who, on_click)
    props = Button(
        **common.props,
        type=type,
        icon=check_icon(who, icon) or None,
        icon_position=icon_position,
        shortcut=None if shortcut is None else parse_shortcut(who, shortcut),
        wrap=wrap,
    )
    asked = common.value(Boolean(), False, on_click, args, kwargs, lasts="run")
    return draw(props, value=asked)
