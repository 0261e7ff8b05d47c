"""Blame: the files of the app that failed runs came from, to be looked at until one changes.

A module that could not be imported is not among those that are. So nobody would notice that it has
been mended.
"""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

MOST = 1000
"""Files that are remembered: a script may make up new ones every time."""

ABSENT_NAME = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")

State = tuple[int, int] | None


class Blame:
    """Files below a folder that errors name, and how they were when that happened.

    Args:
        folder: The app's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._states: dict[Path, State] = {}
        self._lock = threading.Lock()

    def note(self, error: BaseException) -> None:
        """Remember the files that an error, and what led to it, has come through or has missed."""
        names = {name for each in _chain(error) for name in _files(each)}
        files = {self._folder / name for name in names if not name.startswith("<")}
        states = {file: _state(file) for file in files if file.is_relative_to(self._folder)}
        with self._lock:
            if len(self._states) < MOST:
                # Written at once: the event loop reads it meanwhile.
                self._states = states | self._states

    @property
    def files(self) -> set[Path]:
        """The files, whether they exist or not."""
        return set(self._states)

    def changed(self) -> set[Path]:
        """Return the files that exist and are not as they were."""
        return {
            file
            for file, state in self._states.items()
            if (now := _state(file)) is not None and now != state
        }

    def forget(self) -> None:
        """Begin again: the next run fails for reasons of its own."""
        with self._lock:
            self._states = {}


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error with all that it follows from, and all that it holds."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions


def _files(error: BaseException) -> Iterator[str]:
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and isinstance(error.filename, str):
        yield error.filename
    if isinstance(error, ImportError):
        if isinstance(error.path, str):
            yield error.path
        yield from _missed(error)


def _missed(error: ImportError) -> Iterator[str]:
    """Yield where a module would be that was not found."""
    is_named = isinstance(error, ModuleNotFoundError) and isinstance(error.name, str)
    names = [str(error.name)] if is_named and error.name else []
    names += [f"{package}.{name}" for name, package in ABSENT_NAME.findall(str(error))]
    for name in names:
        path = name.replace(".", "/")
        yield from (f"{path}.py", f"{path}/__init__.py")


def _state(file: Path) -> State:
    try:
        status = file.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
