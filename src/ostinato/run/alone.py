"""Alone: what happens when a script runs under plain Python, without a server (S08)."""

import functools
import os
from pathlib import Path


@functools.cache
def warn_alone() -> None:
    """Warn, the first time it is called, that what the script draws goes nowhere.

    Raises:
        ConfigError: If the configuration that may silence the warning is wrong.
    """
    import logging  # noqa: PLC0415  (a served script never gets here, and starts faster)

    from ostinato.config import config_files, load  # noqa: PLC0415  (likewise)

    files = config_files([Path.cwd()], Path.home())
    options = load(environment=os.environ, files=files).config.global_
    if options.show_warning_on_direct_execution:
        logging.getLogger("ostinato").warning(
            "no run in progress: nothing is shown and inputs keep their defaults;"
            ' start the script with "ostinato run SCRIPT"'
        )
