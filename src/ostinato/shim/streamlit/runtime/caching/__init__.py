"""What caches of results are made of: there are none yet."""

from ostinato.compat import lack

__getattr__ = lack(__name__)
