"""Configuration: what can be set, and how it is read."""

from ostinato.config.checks import check
from ostinato.config.foreign import FOREIGN, THEME, WHY
from ostinato.config.options import OPTIONS, Config, Option
from ostinato.config.reading import (
    ConfigFile,
    Places,
    Settings,
    changed,
    config_files,
    environment_names,
    home_folder,
    is_foreign,
    load,
    theme_names,
)

__all__ = [
    "FOREIGN",
    "THEME",
    "WHY",
    "OPTIONS",
    "Config",
    "ConfigFile",
    "Option",
    "Places",
    "Settings",
    "changed",
    "check",
    "config_files",
    "environment_names",
    "home_folder",
    "is_foreign",
    "load",
    "theme_names",
]
