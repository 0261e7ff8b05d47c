"""Hosting: what a process that runs scripts changes of itself, and changes back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ostinato.run.loops import ScriptLoops
from ostinato.run.main_module import script_as_main
from ostinato.run.processes import SentByName
from ostinato.run.shared import Shared
from ostinato.run.threads import NamesFollow


@contextmanager
def _as_in_a_process_of_its_own() -> Iterator[None]:
    """Have scripts find what they would find in a process of their own."""
    with script_as_main, NamesFollow(), SentByName(), ScriptLoops(), NoWindows():
        yield


class NoWindows:
    """Have Matplotlib draw without windows, unless somebody has said otherwise.

    Scripts run in threads, in which windows do not work, and nobody sits at a server.
    """

    _name = "MPLBACKEND"
    _is_ours = False
    _environ = os.environ  # also when this module has gone, at the end of a process

    def __enter__(self) -> None:
        if self._name not in self._environ:
            self._environ[self._name] = "agg"
            self._is_ours = True

    def __exit__(self, *_: object) -> None:
        if self._is_ours:
            self._environ.pop(self._name, None)


hosting = Shared(_as_in_a_process_of_its_own)
