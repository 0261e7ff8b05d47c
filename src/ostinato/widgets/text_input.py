"""Text input: one line of text."""

from typing import Literal

from ostinato.wire.props import InputProps


class TextInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `text_input`.

    `validate` is a regular expression to be found in the text, in JavaScript's dialect;
    `live` may be the pause in typing, in milliseconds, after which the text is sent.
    """

    value: str | None = ""
    type: Literal["default", "password", "email", "url", "phone", "search"] = "default"
    max_chars: int | None = None
    placeholder: str | None = None
    autocomplete: str | None = None
    required: bool = False
    icon: str | None = None
    validate: str | None = None
    validate_message: str | None = None
    live: bool | int = False
