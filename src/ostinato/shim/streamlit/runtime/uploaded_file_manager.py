"""Where scripts find the type of uploaded files that were written before `streamlit.typing`."""

from ostinato.compat import lack
from ostinato.run.uploaded_file import UploadedFile

__all__ = ["UploadedFile"]

__getattr__ = lack(__name__)
