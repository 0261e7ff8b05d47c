"""Surroundings: what an app has around its scripts, found by whatever code runs for it."""

import functools
import sys
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from ostinato.run.run import home_here

if TYPE_CHECKING:
    from ostinato.config import Config
    from ostinato.config.secrets import SecretFiles
    from ostinato.run.filing import Filing
    from ostinato.run.uploads import Uploads

OnScriptError = Callable[[Exception], bool | None]


class Surroundings:
    """What all runs of an app find around them.

    Args:
        config: The options.
        secrets: The secrets.
        on_script_error: Is told of what ends a script; whether to show it no more.
    """

    def __init__(
        self,
        config: "Config",
        secrets: "SecretFiles",
        on_script_error: OnScriptError | None = None,
    ) -> None:
        self.config = config
        self.secrets = secrets
        self.on_script_error = on_script_error
        self.theme = ""
        """What the style sheet of the theme is called, of which pages are told."""
        self.files: Filing | None = None
        """Where its files are, while it is served."""
        self.uploads: Uploads | None = None
        """What browsers have sent; None without a server."""


serving: ContextVar[Surroundings] = ContextVar("serving")
"""Those of the app whose request is answered, or whose life begins or ends."""


def surroundings_here() -> Surroundings:
    """Return what this code has around it: that of its script, or of its app, or of the folder."""
    home = home_here()
    if home is not None and home.surroundings is not None:
        return home.surroundings
    return serving.get(None) or bare_surroundings()


def can_export() -> bool:
    """Return whether the data of tables, charts and diagrams may be copied and downloaded."""
    return not surroundings_here().config.client.disable_data_export


def surroundings_of(
    folder: Path, config: "Config", on_script_error: OnScriptError | None = None
) -> Surroundings:
    """Return what scripts in a folder have around them.

    Args:
        folder: The folder.
        config: The options.
        on_script_error: Is told of what ends one of them.
    """
    from ostinato.config import home_folder  # noqa: PLC0415  (see `_bare`)
    from ostinato.config.secrets import SecretFiles, secret_paths  # noqa: PLC0415  (likewise)

    named = config.secrets.files
    places = map(Path, named) if named else secret_paths([folder, Path.cwd()], home_folder())
    secrets = SecretFiles([place.expanduser().absolute() for place in places])
    return Surroundings(config, secrets, on_script_error)


def bare_folder() -> Path:
    """Return the folder of the script that plain Python runs; the current one if there is none."""
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    return Path.cwd() if script is None else Path(script).resolve().parent


def bare_surroundings() -> Surroundings:
    """Return what a script has around it without a server: what its server would have."""
    return _bare(bare_folder(), Path.cwd())


@functools.cache
def _bare(folder: Path, current: Path) -> Surroundings:
    import os  # noqa: PLC0415  (a served script never gets here, and starts faster)

    from ostinato.config import config_files, home_folder, load  # noqa: PLC0415  (likewise)

    files = config_files([folder, current], home_folder())
    return surroundings_of(folder, load(environment=os.environ, files=files).config)
