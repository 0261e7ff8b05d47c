"""Types for annotations, as far as they exist here."""

from ostinato.compat import lack
from ostinato.run.uploaded_file import UploadedFile
from ostinato.values.chat_message import ChatInputValue

__all__ = ["ChatInputValue", "UploadedFile"]

__getattr__ = lack(__name__)
