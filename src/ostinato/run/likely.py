"""Likely: elements that take a while to load are loaded as soon as a script names them."""

import functools
import threading
from contextlib import suppress
from importlib import import_module
from types import CodeType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ostinato.run.run import Run
    from ostinato.run.script import Script

MAKERS = {"dataframe": "ostinato.run.tables", "data_editor": "ostinato.run.tables"}
"""Elements whose files are large, and for each the module that makes it on the server."""


def likely_in(code: CodeType) -> frozenset[str]:
    """Return which of those elements code names, in functions and classes too.

    Example:
        >>> likely_in(compile("def show(rows): st.dataframe(rows)", "app.py", "exec"))
        frozenset({'dataframe'})
    """
    found = MAKERS.keys() & code.co_names
    inner = [each for each in code.co_consts if isinstance(each, CodeType)]
    return frozenset(found).union(*map(likely_in, inner))


def expect(run: "Run", file: "Script") -> None:
    """Have the browser load what shows the elements that a file names, while it is idle."""
    if file.likely:
        # Nothing is taken back for a moment: the file of a page comes after the script around it.
        page = run.canvas.shown_page
        run.canvas.set_page({"likely": sorted({*page.likely, *file.likely})})


def load(run: "Run") -> None:
    """Load in a thread what makes the elements that the files of a run name, once in a process."""
    for kind in run.canvas.shown_page.likely:
        _load(MAKERS[kind])


@functools.cache
def _load(module: str) -> None:
    # Where there are no more threads, the script loads it itself.
    with suppress(RuntimeError):
        threading.Thread(target=import_module, args=[module], name="load", daemon=True).start()
