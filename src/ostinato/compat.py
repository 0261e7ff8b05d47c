"""Compat: `import streamlit as st` gives this package, whether the real one is there or not.

The folder `shim` has a package `streamlit` that is made of ours. Whoever has the folder on the path
finds it there: scripts that are served or tested, processes that they start, and type checkers.
"""

import functools
import importlib
import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

from ostinato.run.absent import lacking
from ostinato.run.container import Container
from ostinato.run.shared import Shared

NAME = "streamlit"
SHIM = str(Path(__file__).with_name("shim"))

STREAMLIT_VERSION = "1.67.0"
"""Whose names these are."""


ROOTS = {"_main": "main", "_bottom": "bottom", "_event": "main"}
"""Names of parts of the page that are not public, but that packages draw into."""


class StreamlitAsOurs:
    """A block in which `streamlit` means this package, and after which what it meant before.

    A process may end without leaving it.
    """

    def __enter__(self) -> None:
        # What is ours already, as in a test that has imported it, stays: it may be patched.
        self._was_ours = _is_ours()
        self._hidden = {} if self._was_ours else _take_modules()
        sys.path.insert(0, SHIM)

    def __exit__(self, *error: object) -> None:
        if not self._was_ours:
            _take_modules()
        sys.modules.update(self._hidden)
        # A script may have taken it away.
        with suppress(ValueError):
            sys.path.remove(SHIM)


as_streamlit = Shared(StreamlitAsOurs)


def export(environment: MutableMapping[str, str]) -> None:
    """Let `streamlit` mean this package in processes that are started from here on, too."""
    paths = environment.get("PYTHONPATH", "").split(os.pathsep)
    if SHIM not in paths:
        environment["PYTHONPATH"] = os.pathsep.join([SHIM, *filter(None, paths)])


class Absent(MetaPathFinder):
    """Says which modules of Streamlit do not exist here yet: it is asked when nobody has one."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Leave modules of others to the interpreter.

        Raises:
            ModuleNotFoundError: If it is one of Streamlit.
        """
        if fullname.partition(".")[0] != NAME:
            return None
        if not _is_ours():
            return None
        raise ModuleNotFoundError(lacking(fullname), name=fullname)


def name_what_is_absent() -> None:
    """Have an import of a module that does not exist here yet say so."""
    if not any(isinstance(finder, Absent) for finder in sys.meta_path):
        sys.meta_path.append(Absent())


def names() -> dict[str, Any]:
    """Return all that is light of this package's names."""
    ours = _ours()
    return {name: value for name, value in vars(ours).items() if name in ours.__all__}


def find(name: str) -> Any:
    """Find a name in `streamlit`, which may be one of its modules that is not loaded yet.

    Raises:
        AttributeError: If there is none.
    """
    if name in ROOTS:
        return Container(None, ROOTS[name])
    return _load(f"{NAME}.{name}") or getattr(_ours(), name)


def lack(module: str) -> Callable[[str], ModuleType]:
    """Make the `__getattr__` of a module of Streamlit of which only a part exists here."""

    def find_in(name: str) -> ModuleType:
        found = _load(f"{module}.{name}")
        if found is None:
            raise AttributeError(lacking(f"{module}.{name}"), name=name)
        return found

    return find_in


def _ours() -> ModuleType:
    return importlib.import_module("ostinato")


def _load(module: str) -> ModuleType | None:
    """Load a module of Streamlit, if it exists here."""
    return importlib.import_module(module) if _is_there(module) else None


@functools.cache
def _is_there(module: str) -> bool:
    place = Path(SHIM, *module.split("."))
    is_module = place.is_dir() or place.with_suffix(".py").is_file()
    return is_module and not place.name.startswith("_")


def _is_ours() -> bool:
    return str(getattr(sys.modules.get(NAME), "__file__", "")).startswith(SHIM)


def _take_modules() -> dict[str, ModuleType]:
    """Take Streamlit's modules out of the table of loaded ones."""
    # Another thread may import meanwhile.
    names = [name for name in sys.modules.copy() if name.partition(".")[0] == NAME]
    return {name: sys.modules.pop(name) for name in names}
