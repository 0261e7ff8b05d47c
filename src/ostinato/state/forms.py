"""Forms: the names under which stored pickles refer to what reads them.

They stand in every store there is, so they never change. They belong to a module that has no file:
whatever moves in this package, what was stored can be read.
"""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

MODULE_NAME = "ostinato_stored"

_module = ModuleType(MODULE_NAME, __doc__)
sys.modules[MODULE_NAME] = _module


def _form(name: str) -> Callable[..., Any]:
    def form(*_: object) -> Any:
        raise AssertionError(f"{name} is only a name")

    form.__module__, form.__name__, form.__qualname__ = MODULE_NAME, name, name
    setattr(_module, name, form)
    return form


DEFINITION = _form("definition")
"""Takes a digest, a name, and the version of the script in which the name led to the content."""

NAMED = _form("named")
"""Takes a module and a name in it."""

MODULE = _form("module")
CLASS = _form("class")
"""Takes a qualified name, a function that makes the class without its content, and arguments."""

FUNCTION = _form("function")
FILL_FUNCTION = _form("fill_function")
CODE = _form("code")
"""Takes the version of Python, and marshalled bytes."""

CELL = _form("cell")
FILL_CELL = _form("fill_cell")
VIEW = _form("view")
"""Takes what a memoryview is of, its format and its shape, and whether it can be written to."""

FORMER = {("ostinato.state.pickling", "defined"): NAMED}
"""What pickles of version 0.2 and older say instead."""
