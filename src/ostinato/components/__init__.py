"""Components that other people make: placeholders stand for them."""

from collections.abc import Callable
from typing import Any

from ostinato.run.container import elements


def members_of(module: str) -> Callable[[str], Any]:
    """Make the `__getattr__` of a module in whose place a placeholder stands."""
    stand_in = elements["_stand_in"](module)

    def find(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(stand_in, name)

    return find


__getattr__ = members_of("components")
