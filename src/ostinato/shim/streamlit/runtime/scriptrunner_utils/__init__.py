"""What runs are made of."""

from ostinato.compat import lack

__getattr__ = lack(__name__)
