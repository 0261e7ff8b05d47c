"""Runtime: what scripts ask of the process that serves them."""

from typing import Any

from ostinato.run.absent import lacking
from ostinato.run.hosting import hosting


class Runtime:
    """What serves the script; nothing of Streamlit's is public in it so far."""

    def __getattr__(self, name: str) -> Any:
        """Refuse what does not exist here.

        Raises:
            AttributeError: Always.
        """
        raise AttributeError(lacking(f"runtime.Runtime.{name}"), name=name)

    @staticmethod
    def exists() -> bool:
        """Return whether this process serves or tests a script."""
        return hosting.is_on

    @staticmethod
    def instance() -> "Runtime":
        """Return the runtime of this process.

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
