"""Configuration: what can be set, and how it is read."""

from ostinato.config.checks import check
from ostinato.config.foreign import FOREIGN, THEME
from ostinato.config.options import OPTIONS, Config, Option
from ostinato.config.reading import (
    ConfigFile,
    Settings,
    changed,
    config_files,
    environment_names,
    home_folder,
    is_foreign,
    load,
)

__all__ = [
    "FOREIGN",
    "THEME",
    "OPTIONS",
    "Config",
    "ConfigFile",
    "Option",
    "Settings",
    "changed",
    "check",
    "config_files",
    "environment_names",
    "home_folder",
    "is_foreign",
    "load",
]
