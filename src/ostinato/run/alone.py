"""Alone: what happens when a script runs under plain Python, without a server (S08)."""

import functools
import logging

logger = logging.getLogger("ostinato")


@functools.cache
def warn_alone() -> None:
    """Warn, the first time it is called, that what the script draws goes nowhere."""
    logger.warning(
        "no run in progress: nothing is shown and inputs keep their defaults;"
        ' start the script with "ostinato run SCRIPT"'
    )
