"""`__main__`: while scripts run, each finds itself there.

Several scripts run at once, in threads, but `sys.modules` has one entry. So a stand-in takes the
place of the real `__main__` and leads to the names of the script that asks: pickling a class that
the script defines, or resolving its annotations, works in all of them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from ostinato.run.run import names_here
from ostinato.run.shared import Shared

NAMES = "__main__", "__mp_main__"
"""The second is what the standard library calls the script in processes that it has spawned."""


class MainModule(ModuleType):
    """The stand-in for `__main__`."""

    def __init__(self, real: ModuleType) -> None:
        super().__init__("__main__")
        ModuleType.__setattr__(self, "_real", real)

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        """The names of the running script."""
        return _names(ModuleType.__getattribute__(self, "_real"))

    def __getattribute__(self, name: str) -> Any:
        """Look a name up in the running script."""
        names = _names(ModuleType.__getattribute__(self, "_real"))
        if name == "__dict__":
            return names
        try:
            return names[name]
        except KeyError:
            pass
        # While callbacks run, the script has not defined its names again yet.
        earlier = _names_of_callback()
        return earlier[name] if name in earlier else ModuleType.__getattribute__(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        """Set a name in the running script."""
        _names(ModuleType.__getattribute__(self, "_real"))[name] = value


def _names(real: ModuleType) -> dict[str, Any]:
    names = names_here()
    return vars(real) if names is None else names.now


def _names_of_callback() -> dict[str, Any]:
    names = names_here()
    return {} if names is None else names.earlier


@contextmanager
def _script_as_main() -> Iterator[None]:
    """Have `__main__` lead to the running script."""
    real = sys.modules["__main__"]
    _put(MainModule(real))
    try:
        yield
    finally:
        _put(real)


def _put(module: ModuleType) -> None:
    for name in NAMES:
        sys.modules[name] = module


script_as_main = Shared(_script_as_main)
