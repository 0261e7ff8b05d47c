"""What sessions remember."""

from ostinato.commands.session_state import SessionStateProxy
from ostinato.compat import lack

__all__ = ["SessionStateProxy"]

__getattr__ = lack(__name__)
