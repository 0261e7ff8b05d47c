"""Streamlit's names, as Ostinato gives them: where `import streamlit` finds this folder."""

from typing import TYPE_CHECKING, Any

import ostinato
from ostinato import __all__ as __all__
from ostinato.compat import STREAMLIT_VERSION, find, name_what_is_absent, names

if TYPE_CHECKING:
    from ostinato import *  # noqa: F403
    from ostinato import App as App
else:
    globals().update(names())

__version__ = STREAMLIT_VERSION
name_what_is_absent()


def __dir__() -> list[str]:
    """Return the names that there are, and those that a placeholder stands for."""
    return dir(ostinato)


if not TYPE_CHECKING:  # A name that is misspelt is an error to those who check.

    def __getattr__(name: str) -> Any:
        """Load what is heavy when it is asked for, and say what does not exist yet."""
        return find(name)
