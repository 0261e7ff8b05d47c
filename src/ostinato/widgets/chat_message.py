"""Chat message: what one side of a conversation says, beside its picture."""

from typing import Any

from ostinato.arguments.size import STRETCH_OR_CONTENT, check_width
from ostinato.arguments.text import describe
from ostinato.errors import (
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
)
from ostinato.run.container import Container
from ostinato.run.elements import draw, element
from ostinato.wire.props import ContainerProps, FileAddress, Width

ROLES = {"user": "user", "human": "user", "assistant": "assistant", "ai": "assistant"}
"""Names that have a picture of their own, which can also be asked for by them."""


class ChatMessage(ContainerProps, frozen=True, kw_only=True):
    """The wire form of `chat_message`.

    The avatar is "user", "assistant", an icon, or the address of a picture; without one it is the
    first letter of the name.
    """

    name: str
    avatar: FileAddress | None = None
    width: Width = "stretch"


@element
def chat_message(name: str, *, avatar: Any = None, width: Width = "stretch") -> Container:
    """Make a place for a message of a conversation.

    Args:
        name: Who says it: "user", "human", "assistant" and "ai" have pictures of their own; any
            other name is shown by its first letter. Screen readers say it.
        avatar: An emoji, a symbol like ":material/face:", one of the names that have their own, or
            a picture: its address, its file or bytes, an SVG as text, an array of NumPy, or a PIL
            image.
        width: "stretch", "content" or pixels.

    Returns:
        The container: use it in a `with` statement, or call elements as its methods.

    Raises:
        StreamlitAPIException: If the avatar is none of these, or there is no such file.
        StreamlitInvalidParameterTypeError: If the name is no text.
        StreamlitInvalidWidthError: If the width is neither a word nor a count of pixels.
        StreamlitMissingRequiredParameterError: If the name is None.

    Example:
        >>> with st.chat_message("assistant"):
        ...     st.write("What can I do for you?")
    """
    if name is None:
        raise StreamlitMissingRequiredParameterError(
            "chat_message: it must have a name, got name=None: say who speaks"
        )
    if not isinstance(name, str):
        raise StreamlitInvalidParameterTypeError(
            f"chat_message: name must be a str, got name={name!r}"
        )
    who = describe("chat_message", name)
    check_width(who, width, STRETCH_OR_CONTENT)
    return draw(
        ChatMessage(name=name, avatar=_avatar(who, name, avatar), width=width), children=True
    )


def _avatar(who: str, name: str, avatar: object) -> str | None:
    if avatar is None:
        return ROLES.get(name.lower())
    if isinstance(avatar, str) and avatar.lower() in ROLES:
        return ROLES[avatar.lower()]
    from ostinato.run.pictures import show_picture  # noqa: PLC0415  (few messages have one)

    return show_picture(who, "avatar", avatar)
