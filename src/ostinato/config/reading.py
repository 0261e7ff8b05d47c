"""Reading: flags, environment and files become one configuration.

A flag wins over the environment, then come the files, nearest first, then the defaults.
"""

import difflib
import os
import re
import tomllib
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec

from ostinato.config.checks import check
from ostinato.config.checks import notes as notes_on
from ostinato.config.options import OPTIONS, Config, Option
from ostinato.config.ownership import whose
from ostinato.errors import ConfigError

OTHER_NAMES = {"server.disconnectedSessionTTL": "session.idle"}

OLD_VALUES = {"client.showErrorDetails": {"true": "full", "false": "stacktrace"}}

# Streamlit's options without effect here yet; to these comes all of the section `theme`.
_FOREIGN_BY_SECTION = {
    "browser": "serverAddress serverPort",
    "client": "disableDataExport showErrorLinks",
    "global": "disableWidgetStateDuplicationWarning",
    "logger": "messageFormat",
    "runner": "cacheHashSeed connectionDefaultTTL parallelMaxWorkers",
    "secrets": "files",
    "server": "agentMaxSessions agentPreviewRows agentSessionTTL agentWaitTimeout "
    "enableAgentApi enableExpensiveMemoryStats enableStaticServing "
    "enableXsrfProtection folderWatchBlacklist folderWatchList "
    "maxUploadSize showEmailPrompt websocketPingInterval xsrfCookieSameSite",
}
FOREIGN = frozenset(
    f"{section}.{name}" for section, names in _FOREIGN_BY_SECTION.items() for name in names.split()
)


FILES = (".ostinato/config.toml", ".streamlit/config.toml")


class ConfigFile(NamedTuple):
    """A file of options and the text in it."""

    path: Path
    text: str


class Settings(NamedTuple):
    """What was read: the options, where each of them was set, and what the person should know."""

    config: Config
    origins: dict[str, str]
    notes: list[str]


class Reading(NamedTuple):
    """One option as it was written somewhere."""

    name: str
    value: Any
    origin: str
    # A file written for Streamlit, or a variable for it, may hold what Streamlit skips too.
    lenient: bool = False


def config_files(folders: Iterable[Path], home: Path | None = None) -> list[ConfigFile]:
    """Read the configuration files in `folders`, strongest first.

    Args:
        folders: Where to look.
        home: Where to look last; what this user may not read there is no concern of the app.

    Raises:
        ConfigError: If there is a file that cannot be read.
    """
    paths = dict.fromkeys(folder.resolve() / name for folder in folders for name in FILES)
    texts = {path: _text(path) for path in paths}
    for path in [home.resolve() / name for name in FILES] if home is not None else ():
        with suppress(ConfigError):
            texts.setdefault(path, _text(path))
    return [ConfigFile(path, text) for path, text in texts.items() if text is not None]


def load(
    *,
    flags: Mapping[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
    files: Sequence[ConfigFile] = (),
) -> Settings:
    """Join what flags, environment and files say into one configuration.

    Args:
        flags: Values by name of option, as written on the command line.
        environment: Variables, of which those that name an option are read.
        files: Configuration files, strongest first.

    Raises:
        ConfigError: If an option is unknown, or a value does not fit its option.
    """
    readings = [Reading(name, value, f"--{name}") for name, value in (flags or {}).items()]
    readings += _from_environment(environment or {})
    for file in files:
        readings += _from_file(file)
    chosen: dict[str, Reading] = {}
    skipped: dict[tuple[str, str], list[str]] = {}
    for reading in readings:
        name = OTHER_NAMES.get(reading.name, reading.name)
        if name in OPTIONS:
            chosen.setdefault(name, reading)
        else:
            skipped.setdefault((reading.origin, _reason_to_skip(reading)), []).append(name)
    notes = [f"{', '.join(names)} (from {key[0]}): {key[1]}" for key, names in skipped.items()]
    origins = {name: reading.origin for name, reading in chosen.items()}
    config = _build(chosen)
    return Settings(config, origins, notes + notes_on(config))


def _text(path: Path) -> str | None:
    """Return the text of a file, nothing without one."""
    try:
        return path.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        if isinstance(error, PermissionError) and not os.access(path.parent, os.X_OK):
            path = path.parent
        raise ConfigError(
            f"{path}: must be readable, got {error.strerror!r}{whose(path)}: give this user the "
            "right, or move it away"
        ) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path}: must be UTF-8, got byte {error.object[error.start]:#x} at {error.start}: "
            "save it as UTF-8"
        ) from None


def environment_names(name: str) -> tuple[str, str]:
    """Return the variables that set an option, strongest first.

    Example:
        >>> environment_names("server.enableCORS")
        ('OSTINATO_SERVER_ENABLE_CORS', 'STREAMLIT_SERVER_ENABLE_CORS')
    """
    variable = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).replace(".", "_").upper()
    return f"OSTINATO_{variable}", f"STREAMLIT_{variable}"


def _from_environment(environment: Mapping[str, str]) -> list[Reading]:
    names = (*OPTIONS, *OTHER_NAMES, *FOREIGN)
    ours = {environment_names(name)[0]: name for name in names}
    theirs = {environment_names(name)[1]: name for name in names}
    sections = tuple({variable[: variable.index("_", len("OSTINATO_")) + 1] for variable in ours})
    for variable in environment:
        if variable.startswith(sections) and variable not in ours:
            advice = _advice(variable, ours)
            raise ConfigError(f"{variable}: unknown option in the environment{advice}")
    return [
        Reading(name, environment[variable], variable)
        for variable, name in (*ours.items(), *theirs.items())
        if variable in environment
    ]


def _from_file(file: ConfigFile) -> list[Reading]:
    try:
        tables = tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file.path}: not valid TOML: {error}") from None
    lenient = file.path.parent.name == ".streamlit"
    return [Reading(name, value, str(file.path), lenient) for name, value in _flat(tables)]


def _flat(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _reason_to_skip(reading: Reading) -> str:
    if reading.name in FOREIGN or reading.name.startswith("theme."):
        return "an option of Streamlit without effect here yet"
    advice = _advice(reading.name, OPTIONS)
    if reading.lenient:
        return f"unknown option, skipped{advice}"
    raise ConfigError(f"{reading.name}: unknown option, from {reading.origin}{advice}")


def _advice(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f": did you mean {close[0]}?" if close else ""


def _build(chosen: Mapping[str, Reading]) -> Config:
    sections: dict[str, dict[str, Any]] = {option.section: {} for option in OPTIONS.values()}
    for name, reading in chosen.items():
        option = OPTIONS[name]
        sections[option.section][option.field] = _convert(reading, option)
    fields = msgspec.structs.fields(Config)
    config = Config(**{field.name: field.type(**sections[field.name]) for field in fields})
    check(config)
    return config


def _convert(reading: Reading, option: Option) -> Any:
    value = reading.value
    kind = option.type.__origin__
    if isinstance(value, str) and option.is_list:
        value = [part.strip() for part in value.split(",") if part.strip()]
    value = OLD_VALUES.get(option.name, {}).get(str(value).lower(), value)
    try:
        return msgspec.convert(value, option.type, strict=False)
    except msgspec.ValidationError as error:
        rule = _rule(kind, str(error))
        raise ConfigError(
            f"{reading.name}: must be {rule}, got {reading.value!r}: correct {reading.origin}"
        ) from None


def _rule(kind: Any, error: str) -> str:
    words = [each for part in (kind, *get_args(kind)) for each in _words(part)]
    if words:
        return "one of " + ", ".join(words)
    return error.removeprefix("Expected ").partition(", got")[0].replace("`", "")


def _words(kind: Any) -> tuple[str, ...]:
    """Return the words that a type allows: those of a `Literal`, and those of a bool beside one."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    is_mixed = get_origin(kind) in (Union, types.UnionType) and bool in get_args(kind)
    return ("true", "false") if is_mixed else ()
