"""Text input: one line of text."""

from typing import Literal

from ostinato.wire.props import InputProps


class TextInput(InputProps, frozen=True, kw_only=True):
    """The wire form of `text_input`. `validate` is a regular expression for the whole text."""

    value: str | None = ""
    type: Literal["default", "password"] = "default"
    max_chars: int | None = None
    placeholder: str | None = None
    autocomplete: str | None = None
    required: bool = False
    icon: str | None = None
    validate: str | None = None
    live: bool = False
