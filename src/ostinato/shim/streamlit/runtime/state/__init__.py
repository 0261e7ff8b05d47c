"""What sessions remember."""

from ostinato.compat import lack
from ostinato.run.session_state import SessionStateProxy

__all__ = ["SessionStateProxy"]

__getattr__ = lack(__name__)
