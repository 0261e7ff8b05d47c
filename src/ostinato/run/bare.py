"""Bare: what happens when a script runs under plain Python, without a server (S08)."""

import functools
import sys

from ostinato.run.run import run_carried


def warn_bare() -> None:
    """Warn, the first time it is called, that what the script draws goes nowhere.

    Not in a process that a script has started to compute in, and that imports it for its functions,
    nor in a thread that had a page to draw into.

    Raises:
        ConfigError: If the configuration that may silence the warning is wrong.
    """
    if not is_in_child() and run_carried() is None:
        _warn()


def is_in_child() -> bool:
    """Whether a script has started this process, by the library for it, to compute in."""
    processes = sys.modules.get("multiprocessing.process")
    return processes is not None and processes.parent_process() is not None


@functools.cache
def _warn() -> None:
    import logging  # noqa: PLC0415  (a served script never gets here, and starts faster)

    from ostinato.run.surroundings import bare_surroundings  # noqa: PLC0415  (likewise)

    if bare_surroundings().config.global_.show_warning_on_direct_execution:
        logging.getLogger("ostinato").warning(
            "no run in progress: nothing is shown and inputs keep their defaults;"
            ' start the script with "ostinato run path/to/app.py"'
        )
