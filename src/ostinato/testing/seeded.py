"""Seeded: a script of a test's own, in a file for as long as the test lasts."""

import inspect
import shutil
import tempfile
import textwrap
import weakref
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ostinato.run.script import Script


class SeededScript(Script):
    """A script that is text, in a file that goes with it, and starts with some names defined.

    Args:
        source: The text.
    """

    def __init__(self, source: str) -> None:
        folder = tempfile.mkdtemp(prefix="apptest-")
        path = Path(folder) / "script.py"
        path.write_text(source, encoding="utf-8")
        super().__init__(path)
        self._names: dict[str, Any] = {}
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def pass_on(self, args: Sequence[Any] | None, kwargs: Mapping[str, Any] | None) -> None:
        """Say what the function is called with that is the script."""
        self._names = {"_args": args or (), "_kwargs": kwargs or {}}

    def namespace(self) -> dict[str, Any]:
        """Return the names with which `__main__` starts."""
        return {**super().namespace(), **self._names}


def call_of(function: Callable[..., object]) -> str:
    """Return a script that is a call of a function, with what `pass_on` says."""
    # The function's annotations may name what only its own module knows.
    source = "from __future__ import annotations\n" + textwrap.dedent(inspect.getsource(function))
    return f"{source}\n{function.__name__}(*_args, **_kwargs)\n"
