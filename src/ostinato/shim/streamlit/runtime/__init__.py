"""What scripts ask of the process that serves them."""

from ostinato.compat import lack
from ostinato.run.runtime import Runtime, exists, get_instance

__all__ = ["Runtime", "exists", "get_instance"]

__getattr__ = lack(__name__)
