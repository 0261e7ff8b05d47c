"""Configuration: what can be set, and how it is read."""

from ostinato.config.checks import check
from ostinato.config.options import OPTIONS, Config, Option
from ostinato.config.reading import (
    ConfigFile,
    Settings,
    config_files,
    environment_names,
    home_folder,
    load,
)

__all__ = [
    "OPTIONS",
    "Config",
    "ConfigFile",
    "Option",
    "Settings",
    "check",
    "config_files",
    "environment_names",
    "home_folder",
    "load",
]
