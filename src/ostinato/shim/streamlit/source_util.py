"""How packages read scripts."""

import tokenize
from typing import TextIO

from ostinato.compat import lack

__getattr__ = lack(__name__)


def open_python_file(filename: str) -> TextIO:
    """Open a script in the encoding that it names."""
    return tokenize.open(filename)
