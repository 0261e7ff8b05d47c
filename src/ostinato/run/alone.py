"""Alone: what happens when a script runs under plain Python, without a server (S08)."""

import functools
import logging
import os
from pathlib import Path

from ostinato.config import config_files, load

logger = logging.getLogger("ostinato")


@functools.cache
def warn_alone() -> None:
    """Warn, the first time it is called, that what the script draws goes nowhere.

    Raises:
        ConfigError: If the configuration that may silence the warning is wrong.
    """
    files = config_files([Path.cwd(), Path.home()])
    options = load(environment=os.environ, files=files).config.global_
    if options.show_warning_on_direct_execution:
        logger.warning(
            "no run in progress: nothing is shown and inputs keep their defaults;"
            ' start the script with "ostinato run SCRIPT"'
        )
