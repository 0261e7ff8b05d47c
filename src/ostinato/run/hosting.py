"""Hosting: what a process that runs scripts changes of itself, and changes back."""

import threading
from typing import Any

from ostinato.run.loops import ScriptLoops
from ostinato.run.main_module import script_as_main
from ostinato.run.processes import SentByName
from ostinato.run.threads import NamesFollow


class Hosting:
    """A block in which scripts find what they would find in a process of their own.

    It may be entered more than once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._parts = (script_as_main, NamesFollow(), SentByName(), ScriptLoops())

    @property
    def is_on(self) -> bool:
        """Whether somebody is inside."""
        return self._inside > 0

    def __enter__(self) -> None:
        """Change what is to be changed."""
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                for part in self._parts:
                    part.__enter__()

    def __exit__(self, *error: object) -> None:
        """Change it back, unless somebody else is inside."""
        with self._lock:
            self._inside -= 1
            if not self._inside:
                for part in reversed(self._parts):
                    part.__exit__()


hosting = Hosting()


class Runtime:
    """What serves the script; nothing of Streamlit's is public in it so far."""

    def __getattr__(self, name: str) -> Any:
        """Say what does not exist here.

        Raises:
            AttributeError: Always.
        """
        raise AttributeError(f"runtime.Runtime.{name} is not available in Ostinato yet", name=name)

    @staticmethod
    def exists() -> bool:
        """Say whether this process serves or tests a script."""
        return hosting.is_on

    @staticmethod
    def instance() -> "Runtime":
        """Give the runtime of this process.

        Raises:
            RuntimeError: If it serves no script.
        """
        if not hosting.is_on:
            raise RuntimeError(
                'runtime: no script is served here: start one with "ostinato run path/to/app.py"'
            )
        return _runtime


_runtime = Runtime()
exists = Runtime.exists
get_instance = Runtime.instance
