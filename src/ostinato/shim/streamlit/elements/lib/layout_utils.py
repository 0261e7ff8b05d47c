"""The size of an element, as packages hand it on."""

from typing import Any, NamedTuple

from ostinato.compat import lack

__getattr__ = lack(__name__)


class LayoutConfig(NamedTuple):
    """Width, height and alignment."""

    width: Any = None
    height: Any = None
    text_alignment: Any = None
