"""The server, where packages look for it."""

from ostinato.compat import lack

__getattr__ = lack(__name__)
