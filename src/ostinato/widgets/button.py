"""Button: something to press."""

import warnings
from collections.abc import Callable
from typing import Literal

from ostinato.arguments.documented import documented
from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import Arguments, InputArguments, Key, KeywordArguments
from ostinato.arguments.shortcut import parse_shortcut
from ostinato.arguments.size import STRETCH_OR_CONTENT
from ostinato.arguments.text import check_choice, describe
from ostinato.errors import StreamlitAPIException, StreamlitValueError
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
    common = InputArguments(
        "button",
        label,
        key,
        help,
        disabled,
        "visible",
        _width(label, width, use_container_width),
        STRETCH_OR_CONTENT,
    )
    who = common.who
    if type != "secondary":
        check_choice(who, "type", type, ("primary", "secondary", "tertiary"))
    check_choice(who, "icon_position", icon_position, ("left", "right"))
    if on_click is not None and not callable(on_click):
        raise _bad_callback(who, on_click)
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


def _width(label: object, width: Width, use_container_width: bool | None) -> Width:
    if use_container_width is None:
        return width
    width = "stretch" if use_container_width else "content"
    warnings.warn(
        f"{describe('button', label)}: use_container_width is deprecated,"
        f" got use_container_width={use_container_width!r}: use width={width!r}",
        DeprecationWarning,
        stacklevel=3,
    )
    return width


def _bad_callback(who: str, on_click: object) -> StreamlitAPIException:
    if on_click in ("rerun", "ignore"):
        return StreamlitAPIException(
            f"{who}: a button always reruns the script, got on_click={on_click!r}: leave it out"
        )
    return StreamlitValueError(f"{who}: on_click must be a function, got on_click={on_click!r}")
