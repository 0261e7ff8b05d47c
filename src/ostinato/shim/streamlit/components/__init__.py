"""Components that other people make."""

from ostinato.compat import lack

__getattr__ = lack(__name__)
