"""Script names: what functions of a script find when they ask for a global name."""

import builtins
import sys
from collections.abc import Callable, Mapping
from operator import attrgetter
from types import CodeType
from typing import Any

MAIN = "__main__"


class ScriptNames(dict[str, Any]):
    """The global names of functions that were restored: those of the script that runs.

    A function made with it asks `__missing__` for each name.

    Args:
        earlier: Returns what the names meant when the functions were stored, as far as that was
            stored too: for those that the script has not defined yet.
    """

    def __init__(self, earlier: Callable[[], Mapping[str, Any]]) -> None:
        super().__init__(__name__=MAIN, __builtins__=builtins)
        self._earlier = earlier

    def __missing__(self, name: str) -> Any:
        """Find a name in the script, or among those of earlier."""
        found = find_name(name, self)
        return self._earlier()[name] if found is self else found


def find_name(name: str, default: Any = None) -> Any:
    """Return what the script that runs calls so; `name` may have dots."""
    try:
        return attrgetter(name)(sys.modules[MAIN])
    except (AttributeError, KeyError):
        return default


def mentioned(code: CodeType) -> set[str]:
    """Return all names that code may look up, be they global or not."""
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            names |= mentioned(constant)
    return names
