"""Likely: elements that take a while to load are loaded ahead, if a script names them.

The browser does so while it is idle, the server when the page of a first run is on its way.
"""

import functools
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from types import CodeType

from ostinato.run.container import SELDOM
from ostinato.state.script_names import mentioned

MAKERS = {
    **{name: module for name, module in SELDOM.items() if not name.startswith("_")},
    "data_editor": "ostinato.run.editing",
    "dataframe": "ostinato.run.tables",
}
"""Elements that bring much along, and for each the module that the server loads."""


def likely_in(code: CodeType) -> frozenset[str]:
    """Return which of those elements code names, in functions and classes too.

    Example:
        >>> likely_in(compile("def show(rows): st.dataframe(rows)", "app.py", "exec"))
        frozenset({'dataframe'})
    """
    return frozenset(MAKERS.keys() & mentioned(code))


def makers_of(kinds: Iterable[str]) -> set[str]:
    """Return the modules that make elements, and are not loaded yet."""
    return {MAKERS[kind] for kind in kinds if MAKERS[kind] not in sys.modules}


def load(modules: Iterable[str]) -> None:
    """Load modules, each in a thread of its own, and once in a process."""
    for module in modules:
        _load(module)


@functools.cache
def _load(module: str) -> None:
    # Where there are no more threads, the script loads it itself.
    with suppress(RuntimeError):
        threading.Thread(target=import_module, args=[module], name="load", daemon=True).start()
