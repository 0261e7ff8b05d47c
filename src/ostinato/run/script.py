"""Script: the user's file, compiled once for as long as it does not change."""

import ast
import asyncio
import builtins
import inspect
import os
import threading
import time
from pathlib import Path
from types import CodeType
from typing import Any

from ostinato.errors import ScriptNotFound
from ostinato.run.blame import Blame
from ostinato.run.container import elements
from ostinato.run.likely import likely_in
from ostinato.run.magic import SHOW, add_magic

COMPILED_WITHIN = 1.0
"""Seconds to wait for another thread that compiles the script."""

EMPTIED = "script: must not be empty, got '{path}', which was not before: save it again"
"""As it is for a moment while some editors save it: all that its page holds would go."""

TICK = 100_000_000
"""Nanoseconds within which a change of a folder may have the time of the one before."""

PAGES = "pages"
"""The folder beside a script whose files are pages of its app."""


class Script:
    """A script on disk.

    Args:
        path: The file.
        magic: Whether bare expressions are shown.
    """

    def __init__(self, path: Path, *, magic: bool = True) -> None:
        self.path = path
        self.blame = Blame(path.parent)
        self.is_router = False
        """Whether it has been seen to say itself which pages there are."""
        self.likely: frozenset[str] = frozenset()
        """The elements that it names, of those that take a while to load."""
        self._magic = magic
        self._pages: dict[Path, Script] = {}
        self._folder = str(path.parent / PAGES)
        self._listed: tuple[int, list[Path]] | None = None
        self._lock = threading.Lock()
        self._compiled: tuple[tuple[int, int], CodeType] | None = None

    @property
    def title(self) -> str:
        """The name of the page until the script gives it another."""
        return self.path.stem.replace("_", " ")

    def code(self) -> CodeType:
        """Compile the script, unless that was done since it changed last.

        Raises:
            ScriptNotFound: If the file is not there, or has become empty.
            SyntaxError: If it is not valid Python.
        """
        try:
            status = self.path.stat()
        except OSError:
            raise ScriptNotFound(f"script: the file is not there, got {str(self.path)!r}") from None
        version = status.st_mtime_ns, status.st_size
        # One compiles for all, but nobody waits for long: reading the file may hang.
        is_first = self._lock.acquire(timeout=COMPILED_WITHIN)
        try:
            known = self._compiled
            if known is None or known[0] != version:
                source = self.path.read_bytes()
                if known is not None and not source.strip():
                    raise ScriptNotFound(EMPTIED.format(path=self.path))
                code = compile_script(source, str(self.path), magic=self._magic)
                # First, as whoever does not wait takes the code alone.
                self.likely = likely_in(code)
                known = self._compiled = version, code
            return known[1]
        finally:
            if is_first:
                self._lock.release()

    def page(self, path: Path) -> "Script":
        """Return the file of a page, compiled once as this one."""
        known = self._pages.get(path)
        if known is None:
            known = self._pages[path] = Script(path, magic=self._magic)
        return known

    @property
    def files(self) -> set[Path]:
        """Its own file, and those of the pages that there are, or that have run."""
        return {self.path, *list(self._pages), *self.page_files()}

    def page_files(self) -> list[Path]:
        """Return the Python files in the folder `pages` beside it, in no order."""
        # Asked by every run of an app without pages, too, so it is written for speed.
        try:
            version = os.stat(self._folder).st_mtime_ns
        except OSError:
            return []
        if self._listed is not None and self._listed[0] == version:
            return self._listed[1]
        files = _page_files_of(self._folder)
        # A folder may change twice within a tick of its clock.
        if time.time_ns() - version > TICK:
            self._listed = version, files
        return files

    def namespace(self) -> dict[str, Any]:
        """Return the names with which `__main__` starts."""
        return {
            "__name__": "__main__",
            "__file__": str(self.path),
            "__doc__": None,
            "__spec__": None,
            "__package__": None,
            "__builtins__": builtins,
            SHOW: elements["write"],
        }


def _page_files_of(folder: str) -> list[Path]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    wanted = [name for name in names if name.endswith(".py")]
    return [Path(folder, name) for name in wanted if not name.startswith((".", "__"))]


def compile_script(source: bytes | str, filename: str, *, magic: bool) -> CodeType:
    """Compile a script; `await` is allowed at its top level.

    Raises:
        SyntaxError: If it is not valid Python.
    """
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    tree = compile(source, filename, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    if magic:
        tree = add_magic(tree)
    code: CodeType = compile(tree, filename, "exec", flags, dont_inherit=True)
    return code


def execute(code: CodeType, namespace: dict[str, Any]) -> None:
    """Run compiled code in a namespace; what it awaits runs in a loop of its own."""
    if code.co_flags & inspect.CO_COROUTINE:
        asyncio.run(eval(code, namespace))
    else:
        exec(code, namespace)
