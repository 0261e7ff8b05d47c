"""Button: something to press."""

from collections.abc import Callable
from typing import Literal

from ostinato.arguments.buttons import ButtonArguments
from ostinato.arguments.documented import documented
from ostinato.arguments.inputs import (
    Arguments,
    Key,
    KeywordArguments,
    check_callback,
)
from ostinato.arguments.size import width_of
from ostinato.run.elements import draw, element
from ostinato.values.boolean import Boolean
from ostinato.wire.props import ButtonProps, Width


class Button(ButtonProps, frozen=True, kw_only=True):
    """The wire form of `button`, which is pressed."""


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
        width: "content", "stretch" or pixels.

    Returns:
        True in the run that a press has started, else False.

    Raises:
        StreamlitAPIException: If the icon, the shortcut or the callback cannot be used.

    Differs:
        returns: Every press counts: those that come while the script is busy are not merged.

    Example:
        >>> if st.button("Say hello", type="primary"):
        ...     st.write("Hello!")
    """
    common = ButtonArguments(
        "button",
        label,
        key,
        help,
        disabled,
        width_of("button", label, width, use_container_width),
        type,
        icon,
        icon_position,
        shortcut,
        wrap,
    )
    check_callback(common.who, on_click)
    asked = common.value(Boolean(), False, on_click, args, kwargs, lasts="run")
    return draw(Button(**common.props), value=asked)
