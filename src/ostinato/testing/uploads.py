"""Uploads: the inputs that take files, photos and sound, as a test uses them."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ostinato.errors import StreamlitAPIException
from ostinato.testing.element import Widget
from ostinato.values.files import FileRecord
from ostinato.values.media_type import UNKNOWN, type_of

if TYPE_CHECKING:
    from typing import Self

    from ostinato.run.uploaded_file import UploadedFile
    from ostinato.values.chat_message import ChatInputValue

GivenFile = tuple[str, bytes] | tuple[str, bytes, str]
"""A file of a test: its name, its content and its MIME type, which its name tells without it."""


class FilesWidget(Widget):
    """An input whose value is files."""

    def set_value(self, files: GivenFile | Sequence[GivenFile] | None) -> "Self":
        """Upload files, in place of those that are there.

        Args:
            files: A name, the content and perhaps a MIME type; a sequence of such; None for none.

        Raises:
            StreamlitAPIException: If they do not fit, or it is disabled.
        """
        self.check_usable()
        self.root.enter(self.id, self.wire_of(_given(self.type, files)))
        return self

    def upload(self, filename: str, content: bytes, mime_type: str = UNKNOWN) -> "Self":
        """Upload one file, in place of those that are there.

        Args:
            filename: Its name.
            content: What is in it.
            mime_type: What the browser would say it is.

        Raises:
            StreamlitAPIException: If it does not fit, or the input is disabled.
        """
        return self.set_value((filename, content, mime_type))

    def clear(self) -> "Self":
        """Remove all files."""
        return self.set_value(None)

    def encode(self, value: Any) -> list[FileRecord]:
        """Return the wire form of files, which are uploaded."""
        return uploaded(self, value)


class FileUploader(FilesWidget):
    """A file uploader; its value is a file or None, or a list of files."""

    @property
    def allowed_type(self) -> list[str]:
        """Which files fit, as ends of names and MIME types; all if it is empty."""
        return list(self._props.get("types", ()))

    @property
    def accept_multiple_files(self) -> bool:
        """Whether it takes several files."""
        return bool(self._props.get("multiple"))

    @property
    def accept_directory(self) -> bool:
        """Whether it takes a folder."""
        return bool(self._props.get("directory"))


class CameraInput(FilesWidget):
    """A camera; its value is a photo or None."""

    @property
    def value(self) -> "UploadedFile | None":
        """The photo."""
        photo: UploadedFile | None = super().value
        return photo

    def upload(
        self, filename: str = "photo.jpg", content: bytes = b"", mime_type: str = "image/jpeg"
    ) -> "Self":
        """Take a photo."""
        return self.set_value((filename, content, mime_type))


class AudioInput(FilesWidget):
    """A microphone; its value is a recording or None."""

    @property
    def value(self) -> "UploadedFile | None":
        """The recording."""
        sound: UploadedFile | None = super().value
        return sound

    def upload(
        self, filename: str = "audio.wav", content: bytes = b"", mime_type: str = "audio/wav"
    ) -> "Self":
        """Record a sound."""
        return self.set_value((filename, content, mime_type))


class ChatInput(Widget):
    """A field for messages; its value is the one sent, and once the app has run with it, too."""

    @property
    def value(self) -> "str | ChatInputValue | None":
        """The message that was sent since the last run, or has started it; else None."""
        wire = self.root.payload_of(self.id)
        if wire is None or isinstance(wire, str):
            return wire
        message: ChatInputValue = self._memory.codec.decode(wire)  # type: ignore[union-attr]
        return message

    @property
    def placeholder(self) -> str:
        """What it shows while it is empty."""
        return str(self._props["label"])

    def set_value(self, value: str | None) -> "Self":
        """Send a message, or take it back by None.

        Raises:
            StreamlitAPIException: If it is empty or too long, or it is disabled.
        """
        if value is None:
            self.check_usable()
            self.root.click(self.id, False)
            return self
        return self._send(value, [])

    def upload(self, *files: GivenFile, text: str = "", audio: GivenFile | None = None) -> "Self":
        """Send files, a sound and a text.

        Args:
            *files: A name, the content and perhaps a MIME type of each.
            text: The message.
            audio: The recording.

        Raises:
            StreamlitAPIException: If something does not fit, or it is disabled.
        """
        return self._send(text, list(files), audio)

    def clear(self) -> "Self":
        """Take the message back."""
        return self.set_value(None)

    def encode(self, value: Any) -> Any:
        """Return the wire form of a message."""
        text, files, audio = value
        takes_more = self._props.get("accept_file") or self._props.get("accept_audio")
        if not takes_more and not files and not audio:
            return super().encode(text)
        if not takes_more:
            raise ValueError("it takes no files, and no sound")
        return [text, uploaded(self, files), uploaded(self, [audio] if audio else [])]

    def _send(self, text: str, files: list[GivenFile], audio: GivenFile | None = None) -> "Self":
        self.check_usable()
        self.root.click(self.id, True, self.wire_of((text, files, audio)))
        return self


def _given(who: str, files: Any) -> list[GivenFile]:
    if files is None:
        return []
    given = [files] if isinstance(files, tuple) and files and isinstance(files[0], str) else files
    for each in given:
        if not (isinstance(each, tuple) and len(each) in (2, 3) and isinstance(each[1], bytes)):
            raise StreamlitAPIException(
                f"AppTest: a file of {who} must be a name, its bytes and perhaps its MIME type,"
                f' got {each!r}: pass ("a.csv", b"1,2")'
            )
    return [*given]


def uploaded(widget: Widget, files: Sequence[GivenFile]) -> list[FileRecord]:
    """Upload files of a test, and return what a browser would send.

    Args:
        widget: Where to.
        files: What.
    """
    return [
        FileRecord(
            str(uuid.uuid4()),
            name,
            kind[0] if kind else type_of(name),
            len(content),
            widget.root.upload(content),
        )
        for name, content, *kind in files
    ]
