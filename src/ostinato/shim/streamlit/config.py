"""The configuration, where packages find it."""

from ostinato.commands.options import get_option as get_option
from ostinato.commands.options import set_option as set_option
from ostinato.compat import lack

__getattr__ = lack(__name__)
