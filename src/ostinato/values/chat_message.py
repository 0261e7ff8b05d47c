"""Chat message: a text that is sent, with files and a sound."""

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING, Any

import msgspec

from ostinato.values.files import Files, read_records


class ChatInputValue(MutableMapping[str, Any]):
    """What a person has sent: a text, and files and a sound if they can be sent.

    Each is an attribute, and an item of the same name.

    Args:
        text: The message; empty if there is none.
        parts: `files`, a list, and `audio`, a file or None, as far as the input takes them.
    """

    def __init__(self, text: str, **parts: Any) -> None:
        vars(self).update({"text": text, **parts})

    if TYPE_CHECKING:
        text: str
        files: list[Any]
        audio: Any

    def __getitem__(self, name: str) -> Any:
        """Return a part by its name."""
        return vars(self)[name]

    def __setitem__(self, name: str, value: Any) -> None:
        """Replace a part."""
        vars(self)[name] = value

    def __delitem__(self, name: str) -> None:
        """Remove a part."""
        del vars(self)[name]

    def __iter__(self) -> Iterator[str]:
        """Return the names of the parts."""
        return iter(vars(self))

    def __len__(self) -> int:
        """Count the parts."""
        return len(vars(self))

    def __repr__(self) -> str:
        """Show the parts."""
        parts = ", ".join(f"{name}={value!r}" for name, value in self.items())
        return f"ChatInputValue({parts})"

    def to_dict(self) -> dict[str, Any]:
        """Return the parts by their names."""
        return dict(self)


class ChatMessage(msgspec.Struct, frozen=True):
    """A text that is sent with files, with a sound, or without.

    Args:
        files: Which files fit; None if none are taken.
        audio: Which sounds fit; None if none are taken.
        max_chars: The greatest length of the text; None for any.
    """

    files: Files | None
    audio: Files | None
    max_chars: int | None = None

    def adopt(self, value: Any, last: object = None) -> tuple[ChatInputValue, list[Any]]:
        """Take what was sent before this call."""
        if not isinstance(value, ChatInputValue):
            raise ValueError(f"expected a chat message, got {value!r}")
        files = self.files.adopt(value["files"])[1] if self.files else []
        audio = self.audio.adopt(value["audio"])[1] if self.audio else []
        return value, [value["text"], files, audio]

    def decode(self, wire: object) -> ChatInputValue:
        """Check what came from a browser."""
        if not isinstance(wire, list | tuple) or len(wire) != len(("text", "files", "audio")):
            raise ValueError(f"expected a text, files and a sound, got {wire!r}")
        text, files, audio = wire
        if not isinstance(text, str):
            raise ValueError(f"expected a str, got {text!r}")
        if self.max_chars is not None and len(text) > self.max_chars:
            raise ValueError(f"expected at most {self.max_chars} characters, got {len(text)}")
        if not (text or files or audio):
            raise ValueError("expected a message that is not empty")
        parts = {
            name: _opened(name, codec, given)
            for name, codec, given in (("files", self.files, files), ("audio", self.audio, audio))
            if codec is not None or read_records(given)
        }
        return ChatInputValue(text, **parts)

    def to_params(self, value: object) -> list[str]:
        """Refuse: messages are not in addresses."""
        raise NotImplementedError

    def from_params(self, texts: list[str]) -> Any:
        """Refuse, likewise."""
        raise NotImplementedError


def _opened(name: str, codec: Files | None, wire: object) -> Any:
    if codec is None:
        raise ValueError(f"expected no {name}")
    return codec.decode(wire)
