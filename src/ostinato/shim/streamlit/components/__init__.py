"""Components that other people make: there are none yet."""

from ostinato.compat import lack

__getattr__ = lack(__name__)
