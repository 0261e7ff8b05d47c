"""What packages import of the insides of elements."""

from ostinato.compat import lack

__getattr__ = lack(__name__)
