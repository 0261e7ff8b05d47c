"""Buttons: the arguments that they share, beside those of all inputs."""

from typing import Any

from ostinato.arguments.icon import check_icon
from ostinato.arguments.inputs import InputArguments, Key
from ostinato.arguments.shortcut import parse_shortcut
from ostinato.arguments.size import STRETCH_OR_CONTENT
from ostinato.arguments.text import check_choice
from ostinato.wire.props import Width

TYPES = ("primary", "secondary", "tertiary")
SIDES = ("left", "right")


class ButtonArguments(InputArguments):
    """The arguments that all buttons share which are pressed themselves.

    Args:
        type: "primary", "secondary" or "tertiary".
        icon: An emoji, a symbol like ":material/send:", or "spinner".
        icon_position: "left" or "right" of the label.
        use_container_width: Old form of `width`: True for "stretch", False for "content".
        shortcut: Keys that press it, like "Ctrl+K".
        wrap: Whether the label may take several lines; None leaves it to the layout.
    """

    __slots__ = ()

    def __init__(
        self,
        kind: str,
        label: object,
        key: Key | None,
        help: str | None,
        disabled: bool,
        width: Width,
        type: str,
        icon: str | None,
        icon_position: str,
        shortcut: str | None,
        wrap: bool | None,
    ) -> None:
        super().__init__(kind, label, key, help, disabled, "visible", width, STRETCH_OR_CONTENT)
        check_choice(self.who, "icon_position", icon_position, SIDES)
        if shortcut is not None:
            shortcut = parse_shortcut(self.who, shortcut)
        self.props |= look_of(self.who, type, icon, wrap)
        self.props["icon_position"], self.props["shortcut"] = icon_position, shortcut


def look_of(who: str, type: str, icon: str | None, wrap: bool | None) -> dict[str, Any]:
    """Return what everything looks like that is a button, as props.

    Raises:
        StreamlitAPIException: If the icon cannot be used.
        StreamlitValueError: If there is no such type.
    """
    check_choice(who, "type", type, TYPES)
    icon = None if icon is None else check_icon(who, icon) or None
    return {"type": type, "icon": icon, "wrap": wrap}
