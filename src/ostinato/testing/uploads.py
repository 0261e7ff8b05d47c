"""Uploads: the inputs that take files, photos and sound, as a test uses them."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ostinato.errors import AppTestError
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

    def clear(self) -> "Self":
        """Remove all files."""
        return self._stage([])

    def encode(self, value: Any) -> list[FileRecord]:
        """Return the wire form of files that have been uploaded."""
        return list(value)

    def _stage(self, files: list[FileRecord]) -> "Self":
        self.check_usable()
        self.root.inputs.enter(self.id, self.wire_of(files))
        return self


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

    def set_value(self, files: GivenFile | Sequence[GivenFile] | None) -> "Self":
        """Upload files, in place of those that are there.

        Args:
            files: A name, the content and perhaps a MIME type; a sequence of such; None for none.

        Raises:
            AppTestError: If they do not fit, or it is disabled.
        """
        return self._stage(uploaded(self, _given(self.type, files)))

    def upload(self, filename: str, content: bytes, mime_type: str = UNKNOWN) -> "Self":
        """Upload one file, in place of those that the app has been given.

        Where it takes several, those uploaded since the last run stay beside it.

        Args:
            filename: Its name.
            content: What is in it.
            mime_type: What the browser would say it is.

        Raises:
            AppTestError: If it does not fit, or the input is disabled.
        """
        files = uploaded(self, _given(self.type, (filename, content, mime_type)))
        before = self.root.inputs.entered(self.id) if self.accept_multiple_files else None
        return self._stage([*(before or []), *files])


class Captured(FilesWidget):
    """An input whose value is a file that is made on the spot, or None."""

    @property
    def value(self) -> "UploadedFile | None":
        """The file."""
        file: UploadedFile | None = super().value
        return file

    def set_value(self, file: GivenFile | None) -> "Self":
        """Make the file, in place of the one that is there.

        Args:
            file: A name, the content and perhaps a MIME type; None for none.

        Raises:
            AppTestError: If it does not fit, or the input is disabled.
        """
        return self._stage(uploaded(self, _given(self.type, file)))


class CameraInput(Captured):
    """A camera; its value is a photo or None."""

    def upload(self, filename: str, content: bytes, mime_type: str = "image/jpeg") -> "Self":
        """Take a photo.

        Args:
            filename: Its name.
            content: What is in it.
            mime_type: What the browser would say it is.

        Raises:
            AppTestError: If it does not fit, or the camera is disabled.
        """
        return self.set_value((filename, content, mime_type))


class AudioInput(Captured):
    """A microphone; its value is a recording or None."""

    def upload(self, filename: str, content: bytes, mime_type: str = "audio/wav") -> "Self":
        """Record a sound.

        Args:
            filename: Its name.
            content: What is in it.
            mime_type: What the browser would say it is.

        Raises:
            AppTestError: If it does not fit, or the microphone is disabled.
        """
        return self.set_value((filename, content, mime_type))


class ChatInput(Widget):
    """A field for messages; its value is the one sent, and once the app has run with it, too."""

    @property
    def value(self) -> "str | ChatInputValue | None":
        """The message that was sent since the last run, or has started it; else None."""
        wire = self.root.inputs.payload_of(self.id)
        if wire is None or isinstance(wire, str):
            return wire
        message: ChatInputValue = self._memory.codec.decode(wire)  # type: ignore[union-attr]
        return message

    @property
    def placeholder(self) -> str:
        """What it shows while it is empty."""
        return str(self._props["label"])

    def set_value(self, v: str | None) -> "Self":
        """Say something, beside the files that were uploaded since the last run.

        Args:
            v: The text; None to take it back.

        Raises:
            AppTestError: If it is empty or too long, or it is disabled.
        """
        _text, files, sounds = self._staged
        return self._stage(v, files, sounds)

    def upload(self, filename: str, content: bytes, mime_type: str = UNKNOWN) -> "Self":
        """Add a file to the message, which is sent with it.

        Where it takes one file, it replaces the one before.

        Args:
            filename: Its name.
            content: What is in it.
            mime_type: What the browser would say it is.

        Raises:
            AppTestError: If it does not fit, or the input is disabled.
        """
        text, files, sounds = self._staged
        before = files if self._props.get("accept_file") in ("multiple", "directory") else []
        added = uploaded(self, _given(self.type, (filename, content, mime_type)))
        return self._stage(text, [*before, *added], sounds)

    def record(
        self, content: bytes, filename: str = "audio.wav", mime_type: str = "audio/wav"
    ) -> "Self":
        """Add a recording to the message, which is sent with it.

        Args:
            content: What is in it.
            filename: Its name.
            mime_type: What the browser would say it is.

        Raises:
            AppTestError: If it does not fit, or the input is disabled.
        """
        text, files, _sounds = self._staged
        sounds = uploaded(self, _given(self.type, (filename, content, mime_type)))
        return self._stage(text, files, sounds)

    def clear(self) -> "Self":
        """Take back the files and the recording; the text stays."""
        return self._stage(self._staged[0], [], [])

    def encode(self, value: Any) -> Any:
        """Return the wire form of a message."""
        text, files, sounds = value
        takes_more = self._props.get("accept_file") or self._props.get("accept_audio")
        if not takes_more and not files and not sounds:
            return super().encode(text)
        if not takes_more:
            raise ValueError("it takes no files, and no sound")
        return [text, files, sounds]

    @property
    def _staged(self) -> tuple[str | None, list[Any], list[Any]]:
        """What is to be sent with the next run: text, files and sounds."""
        wire = self.root.inputs.clicked(self.id)
        if wire is None or isinstance(wire, str):
            return wire, [], []
        text, files, sounds = wire
        return text or None, files, sounds

    def _stage(self, text: str | None, files: list[Any], sounds: list[Any]) -> "Self":
        self.check_usable()
        is_there = text is not None or bool(files or sounds)
        wire = self.wire_of((text or "", files, sounds)) if is_there else None
        self.root.inputs.click(self.id, is_there, wire)
        return self


def _given(who: str, files: Any) -> list[GivenFile]:
    if files is None:
        return []
    is_one = not isinstance(files, Sequence) or isinstance(files, str | bytes)
    given = [files] if is_one or (files and isinstance(files[0], str)) else files
    for each in given:
        if not (isinstance(each, tuple) and len(each) in (2, 3) and isinstance(each[1], bytes)):
            raise AppTestError(
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
