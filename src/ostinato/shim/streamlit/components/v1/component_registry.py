"""Where packages find what declares components."""

from ostinato.compat import lack
from ostinato.components.v1 import declare_component as declare_component

__getattr__ = lack(__name__)
