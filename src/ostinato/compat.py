"""Compat: `import streamlit as st` gives this package, whether the real one is there or not."""

import importlib
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from ostinato.run.container import elements

NAME = "streamlit"
MODULES = {
    "streamlit": "ostinato",
    "streamlit.errors": "ostinato.errors",
    "streamlit.testing": "ostinato.testing",
    "streamlit.testing.v1": "ostinato.testing",
}
STANDING_IN = ("streamlit.components", "streamlit.components.v1")
"""Modules that others import by name, and that placeholders stand for."""


def install() -> None:
    """Let `streamlit` mean this package, until `uninstall` is called as often."""
    finder = _installed()
    if finder is None:
        sys.meta_path.insert(0, finder := Finder())
        finder.hidden = _take_modules()
        # The name alone is bound at once: it costs nothing, and is what scripts import.
        sys.modules[NAME] = importlib.import_module(MODULES[NAME])
    finder.uses += 1


def uninstall() -> None:
    """Let `streamlit` mean again what it meant before the first `install`."""
    finder = _installed()
    if finder is None:
        return
    finder.uses -= 1
    if not finder.uses:
        sys.meta_path.remove(finder)
        _take_modules()
        sys.modules.update(finder.hidden)


class Finder(MetaPathFinder):
    """Finds the modules of this package under Streamlit's names.

    `hidden` are the modules of the real package that were loaded before.
    """

    def __init__(self) -> None:
        self.uses = 0
        self.hidden: dict[str, ModuleType] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find `streamlit` or a submodule; others are left to the interpreter.

        Raises:
            ModuleNotFoundError: If this package has no such submodule yet.
        """
        if fullname.partition(".")[0] != NAME:
            return None
        if fullname not in MODULES and fullname not in STANDING_IN:
            raise ModuleNotFoundError(f"{fullname} is not available in Ostinato yet", name=fullname)
        return ModuleSpec(fullname, AliasLoader(), is_package=fullname != "streamlit.errors")


class AliasLoader(Loader):
    """Gives a module that exists another name."""

    def exec_module(self, module: ModuleType) -> None:
        """Put the module that is meant in the place of the new one."""
        name = module.__name__
        if name in STANDING_IN:
            sys.modules[name] = elements["_stand_in"](name.removeprefix(f"{NAME}."))
        else:
            sys.modules[name] = importlib.import_module(MODULES[name])


def _installed() -> Finder | None:
    return next((finder for finder in sys.meta_path if isinstance(finder, Finder)), None)


def _take_modules() -> dict[str, ModuleType]:
    """Take Streamlit's modules out of the table of loaded ones."""
    names = [name for name in sys.modules if name.partition(".")[0] == NAME]
    return {name: sys.modules.pop(name) for name in names}
